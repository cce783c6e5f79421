/** A zone in web mercator, each position with the weight by which it outlasts simplification. */
import { shapeOf } from '#geo/shape.ts'

/** MVT's numbers for kinds of geometry. */
export type VtType = 1 | 2 | 3

interface TilePart {
  /** x0, y0, x1, y1, …: 0 to 1 from west to east and from north to south; a ring ends where it starts. */
  readonly flat: Float64Array
  /** Square of the distance to the line that would remain without it, by position; infinite at the ends. */
  readonly weights: Float64Array
  /** Of a ring its area, of a line its length. */
  readonly size: number
  /** An outer ring; its holes follow it. */
  readonly outer: boolean
}

export interface TileShape {
  readonly type: VtType
  readonly parts: readonly TilePart[]
}

/** @param finest distances below it make no difference at any zoom that is simplified */
export function tileShapesOf(geometry: GeoJSON.Geometry, finest: number): TileShape[] {
  const { points, lines, polygons } = shapeOf(geometry)
  const shapes: TileShape[] = []
  if (points.length > 0) shapes.push({ type: 1, parts: [partOf(points, Infinity, false)] })
  if (lines.length > 0) shapes.push({ type: 2, parts: lines.map((line) => partOf(line, finest, false)) })
  if (polygons.length > 0)
    shapes.push({
      type: 3,
      parts: polygons.flatMap((rings) => rings.map((ring, index) => partOf(ring, finest, true, index === 0))),
    })
  return shapes
}

function partOf(positions: readonly (readonly number[])[], finest: number, ring: boolean, outer = false): TilePart {
  const count = positions.length
  const flat = new Float64Array(2 * count)
  let size = 0
  for (let index = 0; index < count; index++) {
    const position = positions[index]
    const x = (position?.[0] ?? 0) / 360 + 0.5
    const sine = Math.sin(((position?.[1] ?? 0) * Math.PI) / 180)
    const y = Math.min(1, Math.max(0, 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI))
    flat[2 * index] = x
    flat[2 * index + 1] = y
    if (index === 0) continue
    const [px, py] = [flat[2 * index - 2] ?? 0, flat[2 * index - 1] ?? 0]
    // Relative to the first position, so that small rings keep their digits.
    if (ring) size += (px - (flat[0] ?? 0)) * (y - (flat[1] ?? 0)) - (x - (flat[0] ?? 0)) * (py - (flat[1] ?? 0))
    else size += Math.hypot(x - px, y - py)
  }
  return { flat, weights: weightsOf(flat, finest), size: ring ? Math.abs(size) / 2 : size, outer }
}

/**
 * Douglas and Peucker ("Algorithms for the reduction of the number of points", 1973): the farthest position from the line between the ends divides it, on and on
 * until none is farther than `finest`.
 */
function weightsOf(flat: Float64Array, finest: number): Float64Array {
  const count = flat.length / 2
  const weights = new Float64Array(count)
  weights[0] = Infinity
  weights[count - 1] = Infinity
  const least = finest * finest
  const stack = [0, count - 1]
  while (stack.length > 0) {
    const last = stack.pop() ?? 0
    const first = stack.pop() ?? 0
    const [ax, ay, bx, by] = [flat[2 * first] ?? 0, flat[2 * first + 1] ?? 0, flat[2 * last] ?? 0, flat[2 * last + 1] ?? 0]
    const [dx, dy] = [bx - ax, by - ay]
    const length = dx * dx + dy * dy
    let [most, farthest] = [least, -1]
    for (let index = first + 1; index < last; index++) {
      const [px, py] = [(flat[2 * index] ?? 0) - ax, (flat[2 * index + 1] ?? 0) - ay]
      let distance = px * px + py * py
      const along = px * dx + py * dy
      if (length > 0 && along > 0) {
        if (along >= length) distance = (px - dx) * (px - dx) + (py - dy) * (py - dy)
        else {
          const across = px * dy - py * dx
          distance = (across * across) / length
        }
      }
      if (distance > most) {
        most = distance
        farthest = index
      }
    }
    if (farthest < 0) continue
    weights[farthest] = most
    stack.push(first, farthest, farthest, last)
  }
  return weights
}

/**
 * Leaves out positions whose absence makes a difference of `least` at most, and lines and rings that are smaller than that.
 * @param least in the shape's own units
 */
export function simplified(shape: TileShape, least: number): TileShape {
  if (shape.type === 1) return shape
  const smallest = shape.type === 3 ? least * least : least
  return { ...shape, parts: shape.parts.flatMap((part) => (part.size < smallest ? [] : [thinner(part, least * least)])) }
}

function thinner(part: TilePart, least: number): TilePart {
  const { flat, weights } = part
  let count = 0
  for (let index = 0; index < weights.length; index++) if ((weights[index] ?? 0) > least) count++
  if (count === weights.length) return part
  const kept = { flat: new Float64Array(2 * count), weights: new Float64Array(count) }
  let at = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] ?? 0
    if (!(weight > least)) continue
    kept.flat[2 * at] = flat[2 * index] ?? 0
    kept.flat[2 * at + 1] = flat[2 * index + 1] ?? 0
    kept.weights[at++] = weight
  }
  return { ...part, ...kept }
}
