/**
 * Cuts a polygon into pieces of few vertices, so that a lookup reads and tests only what lies near. Cuts run along lines of a grid that all zones
 * share (multiples of powers of two in degrees, exact as floating-point numbers). Both sides get the very same new vertices, so with half-open borders
 * (functions/geo/inside.ts) a point on a cut lies in exactly one piece.
 */

type Ring = readonly (readonly number[])[]

/** Positions in a piece, of all its rings together. */
export const maxPieceVertices = 256
/** Halvings before a piece is left as it is: 2^40 smaller, its vertices all lie in one place. */
const deepest = 40

/** @param rings outer ring and holes, each closed */
export function cutPolygon(rings: readonly Ring[], limit = maxPieceVertices, depth = 0): Ring[][] {
  const count = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (count === 0) return []
  if (count <= limit || depth === deepest) return [[...rings]]
  const { axis, at } = gridLine(rings)
  // All vertices in one place: nothing to cut.
  if (!Number.isFinite(at)) return [[...rings]]
  const halves = rings.map((ring) => splitRing(ring, axis, at))
  const low = halves.map((half) => half.low).filter((ring) => ring.some((vertex) => (vertex[axis] ?? 0) < at))
  const high = halves.map((half) => half.high).filter((ring) => ring.some((vertex) => (vertex[axis] ?? 0) > at))
  return [...cutPolygon(low, limit, depth + 1), ...cutPolygon(high, limit, depth + 1)]
}

/** The grid line nearest to the middle of the longer side. */
function gridLine(rings: readonly Ring[]): { axis: 0 | 1; at: number } {
  const low = [Infinity, Infinity]
  const high = [-Infinity, -Infinity]
  for (const ring of rings) {
    for (const vertex of ring) {
      for (const axis of [0, 1] as const) {
        const value = vertex[axis] ?? 0
        if (value < (low[axis] ?? 0)) low[axis] = value
        if (value > (high[axis] ?? 0)) high[axis] = value
      }
    }
  }
  const [west = 0, south = 0] = low
  const [east = 0, north = 0] = high
  const axis = east - west >= north - south ? 0 : 1
  const [from, to] = axis === 0 ? [west, east] : [south, north]
  // A step of at most half the side keeps the line within a quarter of it from the middle.
  const step = 2 ** Math.floor(Math.log2((to - from) / 2))
  return { axis, at: Math.round((from + to) / 2 / step) * step }
}

/** The ring on either side of the line (Sutherland and Hodgman); what falls apart stays one ring, joined along the line. */
function splitRing(ring: Ring, axis: 0 | 1, at: number): { low: Ring; high: Ring } {
  const low: (readonly number[])[] = []
  const high: (readonly number[])[] = []
  let previous: readonly number[] | undefined
  for (const vertex of ring) {
    const side = Math.sign((vertex[axis] ?? 0) - at)
    if (previous) {
      const before = Math.sign((previous[axis] ?? 0) - at)
      if (side * before < 0) {
        const crossing = crossingAt(previous, vertex, axis, at)
        low.push(crossing)
        high.push(crossing)
      }
    }
    if (side <= 0) low.push(vertex)
    if (side >= 0) high.push(vertex)
    previous = vertex
  }
  return { low: closed(low), high: closed(high) }
}

/** Where an edge crosses the line; the same number whichever way the edge runs, so that neighbouring zones agree too. */
function crossingAt(a: readonly number[], b: readonly number[], axis: 0 | 1, at: number): readonly number[] {
  const [from, to] = (a[axis] ?? 0) < (b[axis] ?? 0) ? [a, b] : [b, a]
  const other = axis === 0 ? 1 : 0
  const share = (at - (from[axis] ?? 0)) / ((to[axis] ?? 0) - (from[axis] ?? 0))
  const value = (from[other] ?? 0) + ((to[other] ?? 0) - (from[other] ?? 0)) * share
  return axis === 0 ? [at, value] : [value, at]
}

function closed(ring: (readonly number[])[]): Ring {
  const first = ring[0]
  const last = ring.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first)
  return ring
}

/** Cuts a line into stretches that share their ends. */
export function cutLine(line: Ring, limit = maxPieceVertices): Ring[] {
  const stretches: Ring[] = []
  for (let start = 0; start + 1 < line.length; start += limit - 1) stretches.push(line.slice(start, start + limit))
  return stretches
}
