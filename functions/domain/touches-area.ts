/** Does a geometry touch an area (the consultation's)? */
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import { polygonsOf } from './encoded-geometry.ts'
import { meetingOf } from './segments.ts'
import { positionInRings, segmentTouchesBox } from './touches.ts'

export type Area = Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>

/** True when any of it lies in the area or on its border. */
export function touchesArea(geometry: Geometry, area: Area): boolean {
  const parts = polygonsOf(area)
  const polygons = polygonsOf(geometry)
  const positions = polygons.flat(2)
  if (positions.some((position) => parts.some((rings) => positionInRings(position, rings)))) return true
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  const corners = parts.flatMap(([outer]) => (outer?.[0] ? [outer[0]] : []))
  if (isArea && corners.some((corner) => polygons.some((rings) => positionInRings(corner, rings)))) return true
  const loose = geometry.type === 'Point' || geometry.type === 'MultiPoint'
  const own = polygons
    .flat()
    .flatMap((path) => (loose ? path.map((position): Segment => [position, position]) : segmentsOf(path)))
  const box = boxAround(positions)
  const border = parts
    .flat()
    .flatMap(segmentsOf)
    .filter(([a, b]) => segmentTouchesBox(a, b, box))
  return border.some(([a, b]) => own.some(([c, d]) => meetingOf(a, b, c, d) !== 'none'))
}

type Segment = readonly [Position, Position]
const segmentsOf = (path: readonly Position[]): Segment[] =>
  path.slice(1).map((position, index) => [path[index] as Position, position])

function boxAround(positions: readonly Position[]): BBox {
  const xs = positions.map(([x]) => x)
  const ys = positions.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
