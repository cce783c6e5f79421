/**
 * Cuts a polygon into small pieces of few vertices, so that a lookup reads and tests only what lies near. Cuts run along lines of a grid that all zones share (multiples
 * of powers of two in degrees, exact as floating-point numbers).
 */
import type { BBox } from '#contract/geometry.ts'
import { boxOfFlat, type FlatRing } from './flat-ring.ts'
import { around } from './packed-tree.ts'
import { type Axis, splitPolygon } from './split.ts'

/** Positions in a piece, of all its rings together. */
export const maxPieceVertices = 128
/** Degrees that a piece spans at most: about 1 by 1.7 km. A larger one would lie far away in the file from what else lies at its place. */
const pieceSpan = 2 ** -6
/** Pieces along a side into which the span alone cuts a zone: of a country's they are larger than of a province's. */
const mostAlong = 64
/** Halvings before a piece is left as it is: 2^40 times smaller, its vertices all lie in one place. */
const deepest = 40

/** @param rings outer ring and holes, each closed. @param limit positions in a piece */
export function cutPolygon(rings: readonly FlatRing[], limit = maxPieceVertices): (readonly FlatRing[])[] {
  const pieces: (readonly FlatRing[])[] = []
  const [outer] = rings
  if (outer) cut(rings, limit, spanFor(outer.box), 0, pieces)
  return pieces
}

function cut(rings: readonly FlatRing[], limit: number, span: number, depth: number, pieces: (readonly FlatRing[])[]): void {
  let count = 0
  for (const { flat } of rings) count += flat.length / 2
  const box = rings[0]?.box
  if (count === 0 || !box) return
  if ((count <= limit && sideOf(box) <= span) || depth === deepest) {
    pieces.push(rings)
    return
  }
  const { axis, at } = gridLine(box)
  // All vertices in one place: nothing to cut.
  if (!Number.isFinite(at)) pieces.push(rings)
  else for (const part of splitPolygon(rings, axis, at)) cut(part, limit, span, depth + 1, pieces)
}

/** Degrees that a piece of a zone in this box may span. */
function spanFor(box: BBox): number {
  return Math.max(pieceSpan, 2 ** Math.ceil(Math.log2(sideOf(box) / mostAlong)))
}

/** Degrees. */
function sideOf([west, south, east, north]: BBox): number {
  return Math.max(east - west, north - south)
}

/** The grid line nearest to the middle of the longer side. */
function gridLine([west, south, east, north]: BBox): { axis: Axis; at: number } {
  const axis = east - west >= north - south ? 0 : 1
  const [from, to] = axis === 0 ? [west, east] : [south, north]
  // A step of at most half the side keeps the line within a quarter of it from the middle.
  const step = 2 ** Math.floor(Math.log2((to - from) / 2))
  return { axis, at: Math.round((from + to) / 2 / step) * step }
}

/** Cuts a line into stretches that share their ends. @param line x0, y0, x1, y1, … */
export function cutLine(line: Float64Array, limit = maxPieceVertices): Float64Array[] {
  const span = spanFor(boxOfFlat(line))
  const count = line.length / 2
  const stretches: Float64Array[] = []
  for (let start = 0, end = 2; start + 1 < count; start = end - 1, end = start + 2) {
    let box = boxOfFlat(line.subarray(2 * start, 2 * end))
    while (end < count && end - start < limit) {
      box = around(box, boxOfFlat(line.subarray(2 * end, 2 * end + 2)))
      if (sideOf(box) > span) break
      end++
    }
    stretches.push(line.subarray(2 * start, 2 * end))
  }
  return stretches
}
