/**
 * Splits a polygon along a vertical or level line. Both sides get the very same new vertices, so with half-open borders (functions/geo/inside.ts) a point on the
 * line lies in exactly one part. Rings are taken apart into chains on either side; along the line, in order, the polygon enters at every odd crossing and leaves at
 * every even one, and there the chains are closed again.
 */
import type { BBox } from '#contract/geometry.ts'
import { type FlatRing, insideRing } from './flat-ring.ts'

/** 0: the line is vertical, at a longitude; 1: level, at a latitude. */
export type Axis = 0 | 1

/** A stretch of a ring on one side, from crossing to crossing. */
interface Chain {
  /** x0, y0, x1, y1, … */
  readonly flat: Float64Array
  readonly from: Crossing
  readonly to: Crossing
  used: boolean
}

interface Crossing {
  readonly x: number
  readonly y: number
  /** Place along the line. */
  readonly along: number
  /** How the edge leans towards the low side. Where a corner touches the line both its edges meet it in one place; on the low side they lie apart. */
  readonly lean: number
  /** Where the polygon leaves, of a crossing where it enters, and the other way round. */
  partner: Crossing | undefined
  /** The chain on the low side that ends or starts here, and that on the high side. */
  low: Chain | undefined
  high: Chain | undefined
}

interface Side {
  readonly name: 'low' | 'high'
  /** Rings that do not meet the line. */
  readonly rings: FlatRing[]
  readonly chains: Chain[]
}

/** The parts on either side, each with its own holes. */
export function splitPolygon(rings: readonly FlatRing[], axis: Axis, at: number): FlatRing[][] {
  const low: Side = { name: 'low', rings: [], chains: [] }
  const high: Side = { name: 'high', rings: [], chains: [] }
  const crossings: Crossing[] = []
  for (const ring of rings) {
    // A vertex on the line counts as beyond it: the same for every ring.
    if (ring.box[axis] >= at) high.rings.push(ring)
    else if (ring.box[axis === 0 ? 2 : 3] < at) low.rings.push(ring)
    else splitRing(ring.flat, axis, at, low, high, crossings)
  }
  crossings.sort((a, b) => a.along - b.along || a.lean - b.lean)
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [enter, leave] = [crossings[index] as Crossing, crossings[index + 1] as Crossing]
    enter.partner = leave
    leave.partner = enter
  }
  const parts: FlatRing[][] = []
  assemble(low, rings[0], parts)
  assemble(high, rings[0], parts)
  return parts
}

/** @param ring has vertices on both sides */
function splitRing(ring: Float64Array, axis: Axis, at: number, low: Side, high: Side, crossings: Crossing[]): void {
  const count = ring.length / 2 - 1
  const isLow = (index: number) => (ring[2 * index + axis] ?? 0) < at
  let start = 0
  const before = isLow(count - 1)
  while (isLow(start) === before) start++
  const cross = (index: number): Crossing => {
    const crossing = crossingAt(ring, index === 0 ? count - 1 : index - 1, index, axis, at)
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
    const chain: Chain = { flat: stretch(ring, count, since, index), from, to, used: false }
    if (side) {
      from.low = chain
      to.low = chain
      low.chains.push(chain)
    } else {
      from.high = chain
      to.high = chain
      high.chains.push(chain)
    }
    from = to
    since = index
  }
}

/** Positions from one index to before another, which may lie in the ring's second turn. */
function stretch(ring: Float64Array, count: number, since: number, until: number): Float64Array {
  if (since >= count) return ring.subarray(2 * (since - count), 2 * (until - count))
  if (until <= count) return ring.subarray(2 * since, 2 * until)
  const flat = new Float64Array(2 * (until - since))
  flat.set(ring.subarray(2 * since, 2 * count))
  flat.set(ring.subarray(0, 2 * (until - count)), 2 * (count - since))
  return flat
}

/** Where the edge between two vertices meets the line; the same number whichever way the edge runs, so that neighbouring zones agree too. */
function crossingAt(ring: Float64Array, one: number, other: number, axis: Axis, at: number): Crossing {
  // One of the two lies below the line, the other on it or beyond.
  const [low, high] = (ring[2 * one + axis] ?? 0) < at ? [2 * one, 2 * other] : [2 * other, 2 * one]
  const across = 1 - axis
  const [from, to] = [ring[low + axis] ?? 0, ring[high + axis] ?? 0]
  const [start, end] = [ring[low + across] ?? 0, ring[high + across] ?? 0]
  const along = to === at ? end : start + (end - start) * ((at - from) / (to - from))
  const [x, y] = axis === 0 ? [at, along] : [along, at]
  return { x, y, along, lean: (start - end) / (to - from), partner: undefined, low: undefined, high: undefined }
}

/** Joins the chains of a side into rings; each is a part, and takes the holes that lie in it. */
function assemble({ name, rings, chains }: Side, outer: FlatRing | undefined, into: FlatRing[][]): void {
  const parts: FlatRing[][] = []
  for (const chain of chains) {
    if (chain.used) continue
    const ring = joined(chain, name)
    if (ring.flat.length > 6) parts.push([ring])
  }
  if (outer && rings.includes(outer)) parts.push([outer])
  for (const hole of rings) {
    if (hole === outer) continue
    const [x = 0, y = 0] = hole.flat
    const part = parts.find(([around]) => around && insideRing(x, y, around))
    // A hole outside every part is a fault of the source; even-odd, it is an area.
    if (part) part.push(hole)
    else parts.push([hole])
  }
  into.push(...parts)
}

/** A ring being joined, its box kept along with it. */
class Joint {
  #flat = new Float64Array(4096)
  #size = 0
  #west = Infinity
  #south = Infinity
  #east = -Infinity
  #north = -Infinity

  start(): void {
    this.#size = 0
    this.#west = Infinity
    this.#south = Infinity
    this.#east = -Infinity
    this.#north = -Infinity
  }

  reserve(numbers: number): void {
    if (this.#size + numbers <= this.#flat.length) return
    const larger = new Float64Array(2 * (this.#size + numbers))
    larger.set(this.#flat.subarray(0, this.#size))
    this.#flat = larger
  }

  /** One more position, unless it is the last one again. Room for it has been made. */
  add(x: number, y: number): void {
    const size = this.#size
    if (size > 0 && this.#flat[size - 2] === x && this.#flat[size - 1] === y) return
    this.#flat[size] = x
    this.#flat[size + 1] = y
    this.#size = size + 2
    if (x < this.#west) this.#west = x
    if (x > this.#east) this.#east = x
    if (y < this.#south) this.#south = y
    if (y > this.#north) this.#north = y
  }

  closed(): FlatRing {
    this.reserve(2)
    if (this.#size > 0) this.add(this.#flat[0] ?? 0, this.#flat[1] ?? 0)
    const box: BBox = [this.#west, this.#south, this.#east, this.#north]
    return { flat: this.#flat.slice(0, this.#size), box }
  }
}

/** One for all: its room is used again and again. */
const joint = new Joint()

/** Follows chains from end to end, across the line from partner to partner, back to where it began. */
function joined(first: Chain, side: Side['name']): FlatRing {
  joint.start()
  let chain: Chain | undefined = first
  let entry = first.from
  while (chain && !chain.used) {
    chain.used = true
    const { flat, from, to }: Chain = chain
    const exit = entry === from ? to : from
    joint.reserve(flat.length + 4)
    joint.add(entry.x, entry.y)
    if (entry === from) for (let at = 0; at < flat.length; at += 2) joint.add(flat[at] ?? 0, flat[at + 1] ?? 0)
    else for (let at = flat.length - 2; at >= 0; at -= 2) joint.add(flat[at] ?? 0, flat[at + 1] ?? 0)
    joint.add(exit.x, exit.y)
    entry = exit.partner ?? exit
    chain = entry[side]
  }
  return joint.closed()
}
