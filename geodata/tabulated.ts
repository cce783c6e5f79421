/**
 * A smooth conversion of coordinates, computed exactly on a grid and by a quadratic in each direction between: of RD New it is off by some micrometres at most
 * (a third of a cell's cubed side over the square of the earth's radius), at a tenth of the cost. Neighbouring cells agree on the positions that they share.
 */
import type { Position } from './crs.ts'

/** Metres along a cell: 9 positions are computed for each that is met. */
const side = 1000
const half = side / 2
/** Cells kept: the Netherlands have 42,000 with land in them. */
const mostCells = 100_000
/** Numbers per cell: nine terms for the longitude, then nine for the latitude. */
const terms = 9

/** @param exact the conversion, in metres on a plane to degrees */
export function tabulated(exact: (x: number, y: number) => Position): (x: number, y: number) => Position {
  const cells = new Map<number, Float64Array>()
  let lastKey = Number.NaN
  let last: Float64Array = new Float64Array(2 * terms)

  function cellAt(column: number, row: number, key: number): Float64Array {
    const known = cells.get(key)
    if (known) return known
    if (cells.size >= mostCells) cells.clear()
    const cell = cellOf(exact, column * side + half, row * side + half)
    cells.set(key, cell)
    return cell
  }

  return (x, y) => {
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)]
    const key = column * 65_536 + row
    if (key !== lastKey) {
      last = cellAt(column, row, key)
      lastKey = key
    }
    const [u, v] = [x / half - 2 * column - 1, y / half - 2 * row - 1]
    return [sumOf(last, 0, u, v), sumOf(last, terms, u, v)]
  }
}

/** Value of the terms 1, u, u², v, uv, u²v, v², uv², u²v² that start at `at`. */
function sumOf(cell: Float64Array, at: number, u: number, v: number): number {
  const c = (term: number) => cell[at + term] ?? 0
  return c(0) + u * (c(1) + u * c(2)) + v * (c(3) + u * (c(4) + u * c(5)) + v * (c(6) + u * (c(7) + u * c(8))))
}

function cellOf(exact: (x: number, y: number) => Position, x: number, y: number): Float64Array {
  const cell = new Float64Array(2 * terms)
  const rows = [-1, 0, 1].map((v) => [-1, 0, 1].map((u) => exact(x + u * half, y + v * half)))
  for (const axis of [0, 1] as const) {
    // Along u in each row, then along v over the rows' terms.
    const along = rows.map((row) => quadratic(row.map((position) => position[axis])))
    for (let term = 0; term < 3; term++)
      for (const [power, value] of quadratic(along.map((row) => row[term] ?? 0)).entries())
        cell[axis * terms + power * 3 + term] = value
  }
  return cell
}

/** Terms of the parabola through values at −1, 0 and 1. */
function quadratic([low = 0, middle = 0, high = 0]: readonly number[]): [number, number, number] {
  return [middle, (high - low) / 2, (high + low) / 2 - middle]
}
