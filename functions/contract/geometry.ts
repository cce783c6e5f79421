/** GeoJSON geometries (RFC 7946) as the API takes and gives them: WGS 84, longitude first, at most 7 decimals. */
import * as z from 'zod/mini'

/** Most positions one geometry may hold, all parts together. */
export const maxVertices = 1000
/** Most parts of one multi-geometry. */
const maxParts = 50

export const Position = z.tuple([
  z.number().check(z.minimum(-180), z.maximum(180)),
  z.number().check(z.minimum(-90), z.maximum(90)),
])
export type Position = z.infer<typeof Position>

const path = z.array(Position).check(z.minLength(2), z.maxLength(maxVertices))
const ring = z.array(Position).check(z.minLength(4), z.maxLength(maxVertices))
const rings = z.array(ring).check(z.minLength(1), z.maxLength(maxParts))

const Point = z.strictObject({ type: z.literal('Point'), coordinates: Position })
const MultiPoint = z.strictObject({
  type: z.literal('MultiPoint'),
  coordinates: z.array(Position).check(z.minLength(1), z.maxLength(maxParts)),
})
const LineString = z.strictObject({ type: z.literal('LineString'), coordinates: path })
const MultiLineString = z.strictObject({
  type: z.literal('MultiLineString'),
  coordinates: z.array(path).check(z.minLength(1), z.maxLength(maxParts)),
})
export const Polygon = z.strictObject({ type: z.literal('Polygon'), coordinates: rings })
export const MultiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(rings).check(z.minLength(1), z.maxLength(maxParts)),
})

export const Geometry = z
  .discriminatedUnion('type', [Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon])
  .register(z.globalRegistry, { id: 'Geometry', description: 'A GeoJSON geometry (RFC 7946) in WGS 84, longitude first.' })
export type Geometry = z.infer<typeof Geometry>

/** [west, south, east, north] in degrees. */
export const BBox = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type BBox = z.infer<typeof BBox>
