/**
 * Divides lines and rings over tiles by halving: each cut is a single line, at the border of a tile with its buffer. All parts lie one behind another in one list,
 * those that are being halved below those that they are halved into.
 */

/** A tile's column and row, and what lies in it: x0, y0, … of `list` from one place to before another, in units of that zoom; valid until the call returns. */
export type Place = (column: number, row: number, list: Float64Array, from: number, to: number) => void

/** First and last column and row. */
interface Reach {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

export interface Grid {
  /** Units along a tile. */
  readonly extent: number
  /** Units that a tile reaches over its border. */
  readonly buffer: number
  /** Tiles along the world. */
  readonly side: number
}

/** @param flat x0, y0, …, 0 to 1 along the world. @param place is called for each tile that a point lies in */
export function scatter(flat: Float64Array, grid: Grid, place: Place): void {
  const scale = grid.side * grid.extent
  const point = new Float64Array(2)
  for (let at = 0; at < flat.length; at += 2) {
    const [x, y] = [(flat[at] ?? 0) * scale, (flat[at + 1] ?? 0) * scale]
    point[0] = x
    point[1] = y
    const { west, north, east, south } = reachOf({ west: x, north: y, east: x, south: y, from: 0, to: 2 }, grid)
    for (let column = west; column <= east; column++) for (let row = north; row <= south; row++) place(column, row, point, 0, 2)
  }
}

/** A part in the list, with its bounds. */
interface Part extends Reach {
  readonly from: number
  readonly to: number
}

let list = new Float64Array(2 ** 16)

/** Makes room for so many numbers behind a place. */
function reserve(top: number, numbers: number): void {
  if (top + numbers <= list.length) return
  const larger = new Float64Array(2 * (top + numbers))
  larger.set(list.subarray(0, top))
  list = larger
}

/**
 * @param flat x0, y0, …, 0 to 1 along the world. @param ring closed; stays closed
 * @param place is called for each tile with what lies in it, perhaps in parts
 */
export function divide(flat: Float64Array, ring: boolean, grid: Grid, place: Place): void {
  if (flat.length === 0) return
  const scale = grid.side * grid.extent
  reserve(0, flat.length)
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < flat.length; at += 2) {
    const x = (flat[at] ?? 0) * scale
    const y = (flat[at + 1] ?? 0) * scale
    list[at] = x
    list[at + 1] = y
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  const whole = { west: 0, north: 0, east: grid.side - 1, south: grid.side - 1 }
  halve({ from: 0, to: flat.length, west, north, east, south }, whole, flat.length, { ring, grid, place })
}

interface Division {
  readonly ring: boolean
  readonly grid: Grid
  readonly place: Place
}

/** @param top where the list is free */
function halve(part: Part, within: Reach, top: number, division: Division): void {
  const { ring, grid, place } = division
  const reach = meet(reachOf(part, grid), within)
  const columns = reach.east - reach.west
  const rows = reach.south - reach.north
  if (columns < 0 || rows < 0) return
  if (columns === 0 && rows === 0) {
    place(reach.west, reach.north, list, part.from, part.to)
    return
  }
  const axis = columns >= rows ? 0 : 1
  const [from, to] = axis === 0 ? [reach.west, reach.east] : [reach.north, reach.south]
  const middle = Math.floor((from + to) / 2)
  const border = (middle + 1) * grid.extent
  const low = axis === 0 ? { ...reach, east: middle } : { ...reach, south: middle }
  const high = axis === 0 ? { ...reach, west: middle + 1 } : { ...reach, north: middle + 1 }
  const [least, most] = axis === 0 ? [part.west, part.east] : [part.north, part.south]
  const [below, above] = [border + grid.buffer, border - grid.buffer]
  if (most <= below) halve(part, low, top, division)
  else if (least <= below) halveAll(cut(part, ring, axis, below, 1, top), low, top, division)
  if (least >= above) halve(part, high, top, division)
  else if (most >= above) halveAll(cut(part, ring, axis, above, -1, top), high, top, division)
}

function halveAll(parts: readonly Part[], within: Reach, top: number, division: Division): void {
  const free = parts.at(-1)?.to ?? top
  for (const part of parts) halve(part, within, free, division)
}

/** Tiles that lie in the bounds, with their buffer. */
function reachOf({ west, north, east, south }: Part, { extent, buffer, side }: Grid): Reach {
  const cell = (value: number) => Math.min(side - 1, Math.max(0, Math.floor(value / extent)))
  return { west: cell(west - buffer), north: cell(north - buffer), east: cell(east + buffer), south: cell(south + buffer) }
}

function meet(one: Reach, other: Reach): Reach {
  return {
    west: Math.max(one.west, other.west),
    north: Math.max(one.north, other.north),
    east: Math.min(one.east, other.east),
    south: Math.min(one.south, other.south),
  }
}

/**
 * What lies below `at` (`sign` 1) or above it (−1), put in the list from `top` on. A ring stays one ring, that runs along the cut; a line may fall apart.
 */
function cut({ from, to }: Part, ring: boolean, axis: 0 | 1, at: number, sign: 1 | -1, top: number): Part[] {
  // Each position may bring a crossing with it, and a ring is closed at the end.
  reserve(top, 2 * (to - from) + 2)
  const numbers = list
  const parts: Part[] = []
  let start = top
  let size = top
  let before = 0
  for (let index = from; index < to; index += 2) {
    const x = numbers[index] ?? 0
    const y = numbers[index + 1] ?? 0
    const beyond = sign * ((axis === 0 ? x : y) - at)
    if (index > from && beyond > 0 !== before > 0) {
      const share = before / (before - beyond)
      const last = numbers[index - 1 - axis] ?? 0
      const crossing = last + ((axis === 0 ? y : x) - last) * share
      numbers[size++] = axis === 0 ? at : crossing
      numbers[size++] = axis === 0 ? crossing : at
      if (beyond > 0 && !ring) {
        if (size - start >= 4) parts.push(bounded(start, size))
        else size = start
        start = size
      }
    }
    if (beyond <= 0) {
      numbers[size++] = x
      numbers[size++] = y
    }
    before = beyond
  }
  if (ring && size > start && (numbers[start] !== numbers[size - 2] || numbers[start + 1] !== numbers[size - 1])) {
    numbers[size++] = numbers[start] ?? 0
    numbers[size++] = numbers[start + 1] ?? 0
  }
  if (size - start >= (ring ? 8 : 4)) parts.push(bounded(start, size))
  return parts
}

function bounded(from: number, to: number): Part {
  const numbers = list
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = from; at < to; at += 2) {
    const x = numbers[at] ?? 0
    const y = numbers[at + 1] ?? 0
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  return { from, to, west, north, east, south }
}
