/**
 * Splits a polygon along a vertical or level line. Both sides get the very same new vertices, so with half-open borders (functions/geo/inside.ts) a point on the
 * line lies in exactly one part. Rings are taken apart into chains on either side; along the line, in order, the polygon enters at every odd crossing and leaves at
 * every even one, and there the chains are closed again.
 */
import { insideRings } from '#geo/inside.ts'

type Position = readonly number[]
/** Closed: the last position is the first. */
export type Ring = readonly Position[]
/** 0: the line is vertical, at a longitude; 1: level, at a latitude. */
export type Axis = 0 | 1

/** A stretch of a ring on one side, from crossing to crossing. */
interface Chain {
  readonly positions: readonly Position[]
  readonly from: Crossing
  readonly to: Crossing
}

interface Crossing {
  readonly position: Position
  /** Place along the line. */
  readonly along: number
  /** How the edge leans towards the low side. Where a corner touches the line both its edges meet it in one place; on the low side they lie apart. */
  readonly lean: number
}

interface Side {
  /** Rings that do not meet the line. */
  readonly rings: Ring[]
  readonly chains: Chain[]
}

/** The parts on either side, each with its own holes. */
export function splitPolygon(rings: readonly Ring[], axis: Axis, at: number): Ring[][] {
  const low: Side = { rings: [], chains: [] }
  const high: Side = { rings: [], chains: [] }
  const crossings: Crossing[] = []
  for (const ring of rings) splitRing(ring, axis, at, low, high, crossings)
  crossings.sort((a, b) => a.along - b.along || a.lean - b.lean)
  const partners = new Map<Crossing, Crossing>()
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [enter, leave] = crossings.slice(index, index + 2) as [Crossing, Crossing]
    partners.set(enter, leave).set(leave, enter)
  }
  return [low, high].flatMap((side) => assemble(side, partners, rings[0]))
}

function splitRing(ring: Ring, axis: Axis, at: number, low: Side, high: Side, crossings: Crossing[]): void {
  const count = ring.length - 1
  // A vertex on the line counts as beyond it: the same for every ring.
  const isLow = (index: number) => isBelow(ring[index] ?? [], axis, at)
  let start = 0
  let before = isLow(count - 1)
  for (; start < count; start++) {
    const side = isLow(start)
    if (side !== before) break
    before = side
  }
  if (start >= count) {
    ;(before ? low : high).rings.push(ring)
    return
  }
  const cross = (index: number): Crossing => {
    const [a, b] = [ring[index === 0 ? count - 1 : index - 1] ?? [], ring[index] ?? []]
    const position = crossingAt(a, b, axis, at)
    const [from, to] = isBelow(a, axis, at) ? [a, b] : [b, a]
    const lean = ((from[1 - axis] ?? 0) - (to[1 - axis] ?? 0)) / ((to[axis] ?? 0) - (from[axis] ?? 0))
    const crossing = { position, along: position[1 - axis] ?? 0, lean }
    crossings.push(crossing)
    return crossing
  }
  const first = cross(start)
  let from = first
  let since = start
  for (let index = start + 1; index <= start + count; index++) {
    const place = index < count ? index : index - count
    const side = isLow(since < count ? since : since - count)
    if (index < start + count && isLow(place) === side) continue
    const to = index === start + count ? first : cross(place)
    const positions =
      since >= count
        ? ring.slice(since - count, index - count)
        : index <= count
          ? ring.slice(since, index)
          : [...ring.slice(since, count), ...ring.slice(0, index - count)]
    ;(side ? low : high).chains.push({ positions, from, to })
    from = to
    since = index
  }
}

function isBelow(position: Position, axis: Axis, at: number): boolean {
  return (position[axis] ?? 0) < at
}

/** Where an edge meets the line; the same number whichever way the edge runs, so that neighbouring zones agree too. */
function crossingAt(a: Position, b: Position, axis: Axis, at: number): Position {
  const [from, to] = (a[axis] ?? 0) < (b[axis] ?? 0) ? [a, b] : [b, a]
  if (to[axis] === at) return to
  const other = 1 - axis
  const share = (at - (from[axis] ?? 0)) / ((to[axis] ?? 0) - (from[axis] ?? 0))
  const value = (from[other] ?? 0) + ((to[other] ?? 0) - (from[other] ?? 0)) * share
  return axis === 0 ? [at, value] : [value, at]
}

/** Joins the chains of a side into rings; each is a part, and takes the holes that lie in it. */
function assemble({ rings, chains }: Side, partners: ReadonlyMap<Crossing, Crossing>, outer: Ring | undefined): Ring[][] {
  const ends = new Map<Crossing, Chain>()
  for (const chain of chains) ends.set(chain.from, chain).set(chain.to, chain)
  const unused = new Set(chains)
  const parts: Ring[][] = []
  for (const chain of chains) {
    if (!unused.has(chain)) continue
    const ring = joined(chain, ends, partners, unused)
    if (ring.length > 3) parts.push([ring])
  }
  const holes = rings.filter((ring) => ring !== outer)
  if (outer && rings.includes(outer)) parts.push([outer])
  for (const hole of holes) {
    const [x = 0, y = 0] = hole[0] ?? []
    const part = parts.find(([around]) => around && insideRings(x, y, [around]))
    // A hole outside every part is a fault of the source; even-odd, it is an area.
    if (part) part.push(hole)
    else parts.push([hole])
  }
  return parts
}

/** Follows chains from end to end, across the line from partner to partner, back to where it began. */
function joined(
  first: Chain,
  ends: ReadonlyMap<Crossing, Chain>,
  partners: ReadonlyMap<Crossing, Crossing>,
  unused: Set<Chain>,
): Ring {
  const ring: Position[] = []
  const add = (position: Position) => {
    const last = ring.at(-1)
    if (!last || last[0] !== position[0] || last[1] !== position[1]) ring.push(position)
  }
  let chain: Chain | undefined = first
  let entry = first.from
  while (chain && unused.delete(chain)) {
    const forward = entry === chain.from
    const exit = forward ? chain.to : chain.from
    add(entry.position)
    for (const position of forward ? chain.positions : chain.positions.toReversed()) add(position)
    add(exit.position)
    entry = partners.get(exit) ?? exit
    chain = ends.get(entry)
  }
  const start = ring[0]
  if (start) add(start)
  return ring
}
