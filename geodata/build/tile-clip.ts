/** Divides lines and rings over tiles by halving: each cut is a single line, at the border of a tile with its buffer. */

/** A tile's column and row, and a line or ring in units of that zoom. */
export type Place = (column: number, row: number, flat: Float64Array) => void

interface Reach {
  west: number
  north: number
  east: number
  south: number
}

/** Least and most of both axes. */
interface Bounds {
  readonly low: readonly [x: number, y: number]
  readonly high: readonly [x: number, y: number]
}

export interface Grid {
  /** Units along a tile. */
  readonly extent: number
  /** Units that a tile reaches over its border. */
  readonly buffer: number
  /** Tiles along the world. */
  readonly side: number
}

/** @param flat x0, y0, … in units of the zoom. @param place is called for each tile that a point lies in */
export function scatter(flat: Float64Array, grid: Grid, place: Place): void {
  for (let at = 0; at < flat.length; at += 2) {
    const point = flat.subarray(at, at + 2)
    const { west, north, east, south } = reachOf(boundsOf(point), grid)
    for (let column = west; column <= east; column++) for (let row = north; row <= south; row++) place(column, row, point)
  }
}

/** @param flat x0, y0, … in units of the zoom. @param ring closed; stays closed. @param place is called for each tile with what lies in it, perhaps in parts */
export function divide(flat: Float64Array, ring: boolean, grid: Grid, place: Place): void {
  const halve = (part: Float64Array, within: Reach): void => {
    const bounds = boundsOf(part)
    const reach = meet(reachOf(bounds, grid), within)
    if (reach.east < reach.west || reach.south < reach.north) return
    const columns = reach.east - reach.west
    const rows = reach.south - reach.north
    if (columns === 0 && rows === 0) {
      place(reach.west, reach.north, part)
      return
    }
    const axis = columns >= rows ? 0 : 1
    const [from, to] = axis === 0 ? [reach.west, reach.east] : [reach.north, reach.south]
    const middle = Math.floor((from + to) / 2)
    const border = (middle + 1) * grid.extent
    const low = axis === 0 ? { ...reach, east: middle } : { ...reach, south: middle }
    const high = axis === 0 ? { ...reach, west: middle + 1 } : { ...reach, north: middle + 1 }
    for (const piece of below(part, bounds, ring, axis, border + grid.buffer)) halve(piece, low)
    for (const piece of above(part, bounds, ring, axis, border - grid.buffer)) halve(piece, high)
  }
  if (flat.length > 0) halve(flat, { west: 0, north: 0, east: grid.side - 1, south: grid.side - 1 })
}

function boundsOf(flat: Float64Array): Bounds {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < flat.length; at += 2) {
    const [x, y] = [flat[at] ?? 0, flat[at + 1] ?? 0]
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  return { low: [west, north], high: [east, south] }
}

/** Tiles that lie in the bounds, with their buffer. */
function reachOf({ low: [west, north], high: [east, south] }: Bounds, { extent, buffer, side }: Grid): Reach {
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

function below(flat: Float64Array, { low, high }: Bounds, ring: boolean, axis: 0 | 1, at: number): Float64Array[] {
  return high[axis] <= at ? [flat] : low[axis] > at ? [] : cut(flat, ring, axis, at, 1)
}

function above(flat: Float64Array, { low, high }: Bounds, ring: boolean, axis: 0 | 1, at: number): Float64Array[] {
  return low[axis] >= at ? [flat] : high[axis] < at ? [] : cut(flat, ring, axis, at, -1)
}

/** Room for a part being cut, used again and again: each position may bring a crossing with it, and a ring is closed at the end. */
let scratch = new Float64Array(4096)

function scratchOf(size: number): Float64Array {
  if (scratch.length < size) scratch = new Float64Array(2 * size)
  return scratch
}

/** What lies below `at` (`sign` 1) or above it (−1). A ring stays one ring, that runs along the cut; a line may fall apart. */
function cut(flat: Float64Array, ring: boolean, axis: 0 | 1, at: number, sign: 1 | -1): Float64Array[] {
  const pieces: Float64Array[] = []
  const piece = scratchOf(2 * flat.length + 2)
  let size = 0
  const finish = () => {
    if (ring && size > 0 && (piece[0] !== piece[size - 2] || piece[1] !== piece[size - 1])) {
      piece[size++] = piece[0] ?? 0
      piece[size++] = piece[1] ?? 0
    }
    if (size >= (ring ? 8 : 4)) pieces.push(piece.slice(0, size))
    size = 0
  }
  let before = 0
  for (let index = 0; index < flat.length; index += 2) {
    const [x, y] = [flat[index] ?? 0, flat[index + 1] ?? 0]
    const beyond = sign * ((axis === 0 ? x : y) - at)
    if (index > 0 && beyond > 0 !== before > 0) {
      const share = before / (before - beyond)
      const from = flat[index - 1 - axis] ?? 0
      const crossing = from + ((axis === 0 ? y : x) - from) * share
      piece[size++] = axis === 0 ? at : crossing
      piece[size++] = axis === 0 ? crossing : at
      if (beyond > 0 && !ring) finish()
    }
    if (beyond <= 0) {
      piece[size++] = x
      piece[size++] = y
    }
    before = beyond
  }
  finish()
  return pieces
}
