/** Geometries taken apart: positions, lines and polygons, whatever their type; and boxes around them. */
import type { BBox } from '#contract/geometry.ts'
import type { Ring, Rings } from './inside.ts'

export interface Shape {
  readonly points: readonly (readonly number[])[]
  readonly lines: readonly Ring[]
  readonly polygons: readonly Rings[]
}

export function shapeOf(geometry: GeoJSON.Geometry): Shape {
  switch (geometry.type) {
    case 'Point':
      return { points: [geometry.coordinates], lines: [], polygons: [] }
    case 'MultiPoint':
      return { points: geometry.coordinates, lines: [], polygons: [] }
    case 'LineString':
      return { points: [], lines: [geometry.coordinates], polygons: [] }
    case 'MultiLineString':
      return { points: [], lines: geometry.coordinates, polygons: [] }
    case 'Polygon':
      return { points: [], lines: [], polygons: [geometry.coordinates] }
    case 'MultiPolygon':
      return { points: [], lines: [], polygons: geometry.coordinates }
    case 'GeometryCollection': {
      const parts = geometry.geometries.map(shapeOf)
      return {
        points: parts.flatMap((part) => part.points),
        lines: parts.flatMap((part) => part.lines),
        polygons: parts.flatMap((part) => part.polygons),
      }
    }
  }
}

/** Box around positions; of none at all, an empty one (west above east). */
export function boxOf(positions: readonly (readonly number[])[]): BBox {
  const box: BBox = [Infinity, Infinity, -Infinity, -Infinity]
  widen(box, positions)
  return box
}

export function boxOfShape(shape: Shape): BBox {
  const box = boxOf(shape.points)
  for (const line of shape.lines) widen(box, line)
  for (const rings of shape.polygons) for (const ring of rings) widen(box, ring)
  return box
}

/** Takes positions into the box. By index: of a million positions an iterator costs more than all comparisons. */
function widen(box: BBox, positions: readonly (readonly number[])[]): void {
  let [west, south, east, north] = box
  for (let index = 0; index < positions.length; index++) {
    const position = positions[index]
    if (position === undefined) continue
    const [x, y] = [position[0] ?? Number.NaN, position[1] ?? Number.NaN]
    if (x < west) west = x
    if (y < south) south = y
    if (x > east) east = x
    if (y > north) north = y
  }
  box[0] = west
  box[1] = south
  box[2] = east
  box[3] = north
}

export function boxesMeet(a: BBox, b: BBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

export function commonBox(a: BBox, b: BBox): BBox {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
}

/** Does any edge of the ring come into the box? (Cohen and Sutherland: cheap refusals first.) */
export function ringMeetsBox(ring: Ring, [west, south, east, north]: BBox): boolean {
  for (let index = 1; index < ring.length; index++) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? []
    const [bx = 0, by = 0] = ring[index] ?? []
    if ((ax < west && bx < west) || (ax > east && bx > east) || (ay < south && by < south) || (ay > north && by > north)) continue
    const side = (x: number, y: number) => Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
    const sides = [side(west, south), side(east, south), side(east, north), side(west, north)]
    if (Math.min(...sides) <= 0 && Math.max(...sides) >= 0) return true
  }
  return false
}
