/** A zone's geometry as one list of numbers, which passes to another thread without being copied. */
import { shapeOf } from '#geo/shape.ts'
import type { SourceZone } from '../importer.ts'

type Geometry = SourceZone['geometry']

export interface FlatGeometry {
  readonly type: Geometry['type']
  /** Longitude, latitude, longitude, … */
  readonly flat: Float64Array<ArrayBuffer>
  /** Positions of each ring, area by area; of each line; of all points. */
  readonly counts: readonly (readonly number[])[]
}

export type FlatZone = Omit<SourceZone, 'geometry'> & FlatGeometry

export function flatZone({ geometry, ...zone }: SourceZone): FlatZone {
  return { ...zone, ...flatGeometry(geometry) }
}

export function flatGeometry(geometry: Geometry): FlatGeometry {
  const { points, lines, polygons } = shapeOf(geometry)
  const parts = polygons.length > 0 ? polygons : lines.length > 0 ? lines.map((line) => [line]) : [[points]]
  const counts = parts.map((rings) => rings.map((ring) => ring.length))
  const flat = new Float64Array(2 * counts.reduce((sum, rings) => sum + rings.reduce((all, count) => all + count, 0), 0))
  let at = 0
  for (const rings of parts)
    for (const ring of rings)
      for (let index = 0; index < ring.length; index++) {
        const position = ring[index]
        flat[at++] = position?.[0] ?? Number.NaN
        flat[at++] = position?.[1] ?? Number.NaN
      }
  return { type: geometry.type, flat, counts }
}

/** The rings of each area; each line; all points. Views, nothing is copied. */
export function partsOf({ flat, counts }: FlatGeometry): Float64Array[][] {
  let at = 0
  return counts.map((rings) =>
    rings.map((count) => {
      at += 2 * count
      return flat.subarray(at - 2 * count, at)
    }),
  )
}

/** The zone that `flatZone` flattened. */
export function sourceZone({ type, flat, counts, ...zone }: FlatZone): SourceZone {
  let at = 0
  const parts = counts.map((rings) =>
    rings.map((count) => {
      const positions: GeoJSON.Position[] = []
      for (let index = 0; index < count; index++, at += 2) positions.push([flat[at] ?? Number.NaN, flat[at + 1] ?? Number.NaN])
      return positions
    }),
  )
  return { ...zone, geometry: geometryOf(type, parts) }
}

function geometryOf(type: Geometry['type'], parts: GeoJSON.Position[][][]): Geometry {
  const first = parts[0] ?? []
  switch (type) {
    case 'Point':
      return { type, coordinates: first[0]?.[0] ?? [] }
    case 'MultiPoint':
      return { type, coordinates: first[0] ?? [] }
    case 'LineString':
      return { type, coordinates: first[0] ?? [] }
    case 'MultiLineString':
      return { type, coordinates: parts.flat() }
    case 'Polygon':
      return { type, coordinates: first }
    case 'MultiPolygon':
      return { type, coordinates: parts }
  }
}
