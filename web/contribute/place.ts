/** What can be said about a chosen place: how many parts, how long or large, and the spot that stands for it. */
import turfArea from '@turf/area'
import turfLength from '@turf/length'
import type { Geometry, Position } from '#contract/geometry.ts'
import { anchorOf } from '#domain/anchor.ts'
import type { Placing } from '../map/port.ts'

export type ShapeMode = Placing['mode']

const modes = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'area',
  MultiPolygon: 'area',
} as const satisfies Record<Geometry['type'], ShapeMode>

/** How the map draws and corrects a geometry. */
export const modeOf = (geometry: Geometry): ShapeMode => modes[geometry.type]

export interface Measures {
  readonly parts: number
  /** Length of a route in metres, surface of an area in square metres, 0 for points. */
  readonly size: number
}

export function measure(geometry: Geometry): Measures {
  const parts = geometry.type.startsWith('Multi') ? geometry.coordinates.length : 1
  const mode = modeOf(geometry)
  if (mode === 'point') return { parts, size: 0 }
  const feature = { type: 'Feature', properties: {}, geometry } as const
  return { parts, size: mode === 'line' ? turfLength(feature, { units: 'meters' }) : turfArea(feature) }
}

/** A spot on or in the geometry, for "what does the vision say here?": the point itself, the middle of a route, the inside of an area. */
export function spotOf(geometry: Geometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates
  const spot = geometry.type === 'MultiPoint' ? geometry.coordinates[0] : anchorOf(geometry)
  if (spot === undefined) throw new RangeError(`a ${geometry.type} without positions`)
  return spot
}
