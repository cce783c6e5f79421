/** Which village a place belongs to: the nearest one within reach. */
import type { Village } from '#contract/consultation.ts'
import type { Geometry, Position } from '#contract/geometry.ts'
import { polygonsOf } from './encoded-geometry.ts'
import { distance, distanceToSegment } from './great-circle.ts'
import { positionInRings } from './touches.ts'

/** Metres from a village's centre within which a place belongs to it. */
export const reach = 3000

/** Id of the village nearest to a place, or null when none is within reach. A tie goes to the first in the list. */
export function nearestVillage(geometry: Geometry, villages: readonly Village[]): string | null {
  let nearest: { id: string | null; metres: number } = { id: null, metres: reach }
  for (const { id, position } of villages) {
    const metres = distanceTo(geometry, position)
    if (metres < nearest.metres || (nearest.id === null && metres === reach)) nearest = { id, metres }
  }
  return nearest.id
}

/** Metres from a position to the nearest point of a geometry; 0 inside an area. */
function distanceTo(geometry: Geometry, from: Position): number {
  if (geometry.type === 'Point') return distance(geometry.coordinates, from)
  if (geometry.type === 'MultiPoint') return Math.min(...geometry.coordinates.map((position) => distance(position, from)))
  const polygons = polygonsOf(geometry)
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  if (isArea && polygons.some((rings) => positionInRings(from, rings))) return 0
  let least = Number.POSITIVE_INFINITY
  for (const path of polygons.flat()) {
    path.forEach((position, index) => {
      least = Math.min(least, distanceToSegment(from, path[Math.max(0, index - 1)] ?? position, position))
    })
  }
  return least
}
