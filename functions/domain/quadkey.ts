/**
 * Quadkeys: a cell of the web mercator square as a string of one digit (0–3) per level, so that a cell's descendants share its
 * prefix and a tile is one contiguous range of keys. Sort keys are `quadkey#id`; '#' sorts before every digit, so a cell's own
 * entries come just before those of its descendants.
 */
import type { BBox, Position } from '#contract/geometry.ts'
import { cellOf, latitudeAt, longitudeAt } from './mercator.ts'

/** Digits of a point's quadkey: a cell of 1.5 m at 52° N. */
export const pointLevel = 24
/** Most ranges that a box is read in. */
export const maxRanges = 8
/** A box is covered by cells of which it spans at most this many in each direction. */
const maxSpan = 4
/** Levels at which lines and areas are entered (6.0 km and 376 m at 52° N): see cells.ts. */
export const shapeLevels = [16, 12] as const

/** Sort keys from `from` up to and including `to`; no real key equals `to`. */
export interface KeyRange {
  readonly from: string
  readonly to: string
}

export function quadkey(level: number, x: number, y: number): string {
  let key = ''
  for (let bit = 2 ** (level - 1); bit >= 1; bit /= 2) key += String((Math.floor(x / bit) % 2) + 2 * (Math.floor(y / bit) % 2))
  return key
}

export function quadkeyOf(position: Position, level: number = pointLevel): string {
  const { x, y } = cellOf(position, level)
  return quadkey(level, x, y)
}

/** Column and row of a cell at the level of its key; inverse of `quadkey`. */
export function columnAndRow(key: string): { x: number; y: number } {
  let x = 0
  let y = 0
  for (const digit of key) {
    x = x * 2 + (Number(digit) % 2)
    y = y * 2 + Math.floor(Number(digit) / 2)
  }
  return { x, y }
}

/** West, south, east, north of a cell, in degrees. */
export function boxOf(key: string): BBox {
  const { x, y } = columnAndRow(key)
  const size = 2 ** key.length
  return [longitudeAt(x / size), latitudeAt((y + 1) / size), longitudeAt((x + 1) / size), latitudeAt(y / size)]
}

/** Range of everything in the cells `first` to `last`, which are of one level: their own entries and all below them. */
function rangeOf(first: string, last: string): KeyRange {
  return { from: first === '' ? '0' : first, to: `${last}4` }
}

/** The one range of a tile; below the level of points, the range of the point cell around it. */
export function tileRange(z: number, x: number, y: number): KeyRange {
  const key = tileKey(z, x, y)
  return rangeOf(key, key)
}

export function tileKey(z: number, x: number, y: number): string {
  return quadkey(z, x, y).slice(0, pointLevel)
}

/** Cells at the levels of shapes that lie above a cell: their entries are not in its range and are read by equality. */
export function ancestorsOf(key: string): string[] {
  return shapeLevels.filter((level) => level < key.length).map((level) => key.slice(0, level))
}

/** Range of a cell's own entries: all keys `cell#…`. */
export function ownRange(cell: string): KeyRange {
  return { from: `${cell}#`, to: `${cell}$` }
}

export function inRange(range: KeyRange, sortKey: string): boolean {
  return range.from <= sortKey && sortKey <= range.to
}

/** How a box is read: at most `maxRanges` sorted, disjoint ranges, and the cells above them by equality. */
export interface Cover {
  readonly ranges: readonly KeyRange[]
  readonly ancestors: readonly string[]
}

/** Covers a box (west ≤ east) whole; the ranges may hold more than the box, so what is read is tested against it. */
export function coverOf([west, south, east, north]: BBox): Cover {
  const level = coverLevel([west, south, east, north])
  const from = cellOf([west, north], level)
  const to = cellOf([east, south], level)
  const cells: string[] = []
  for (let x = from.x; x <= to.x; x++) for (let y = from.y; y <= to.y; y++) cells.push(quadkey(level, x, y))
  cells.sort()
  const ancestors = [...new Set(cells.flatMap(ancestorsOf))].sort()
  return { ranges: mergeRuns(cells), ancestors }
}

/** The finest level at which a box spans at most `maxSpan` cells each way; just below a shape level, that level itself (fewer ancestors). */
function coverLevel([west, south, east, north]: BBox): number {
  let level = pointLevel
  for (; level > 0; level--) {
    const from = cellOf([west, north], level)
    const to = cellOf([east, south], level)
    if (to.x - from.x < maxSpan && to.y - from.y < maxSpan) break
  }
  return shapeLevels.some((shape) => shape + 1 === level) ? level - 1 : level
}

/** Joins neighbouring cells into runs, then the runs with the smallest gaps between them until few enough are left. */
function mergeRuns(cells: readonly string[]): KeyRange[] {
  const numbers = cells.map((cell) => (cell === '' ? 0 : Number.parseInt(cell, 4)))
  const gaps = numbers.slice(1).map((number, index) => ({ index: index + 1, gap: number - (numbers[index] ?? 0) }))
  const breaks = gaps
    .filter(({ gap }) => gap > 1)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, maxRanges - 1)
    .map(({ index }) => index)
    .sort((a, b) => a - b)
  const starts = [0, ...breaks]
  return starts.map((start, index) => rangeOf(cells[start] ?? '', cells[(starts[index + 1] ?? cells.length) - 1] ?? ''))
}
