/**
 * Cuts a polygon into pieces of few vertices, so that a lookup reads and tests only what lies near. Cuts run along lines of a grid that all zones share (multiples of
 * powers of two in degrees, exact as floating-point numbers).
 */
import { boxOf } from '#geo/shape.ts'
import { type Axis, type Ring, splitPolygon } from './split.ts'

/** Positions in a piece, of all its rings together. */
export const maxPieceVertices = 256
/** Halvings before a piece is left as it is: 2^40 times smaller, its vertices all lie in one place. */
const deepest = 40

/** @param rings outer ring and holes, each closed */
export function cutPolygon(rings: readonly Ring[], limit = maxPieceVertices, depth = 0): Ring[][] {
  const count = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (count === 0) return []
  if (count <= limit || depth === deepest) return [[...rings]]
  const { axis, at } = gridLine(rings[0] ?? [])
  // All vertices in one place: nothing to cut.
  if (!Number.isFinite(at)) return [[...rings]]
  return splitPolygon(rings, axis, at).flatMap((part) => cutPolygon(part, limit, depth + 1))
}

/** The grid line nearest to the middle of the longer side. */
function gridLine(outer: Ring): { axis: Axis; at: number } {
  const [west, south, east, north] = boxOf(outer)
  const axis = east - west >= north - south ? 0 : 1
  const [from, to] = axis === 0 ? [west, east] : [south, north]
  // A step of at most half the side keeps the line within a quarter of it from the middle.
  const step = 2 ** Math.floor(Math.log2((to - from) / 2))
  return { axis, at: Math.round((from + to) / 2 / step) * step }
}

/** Cuts a line into stretches that share their ends. */
export function cutLine(line: Ring, limit = maxPieceVertices): Ring[] {
  const stretches: Ring[] = []
  for (let start = 0; start + 1 < line.length; start += limit - 1) stretches.push(line.slice(start, start + limit))
  return stretches
}
