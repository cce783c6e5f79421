/** How much of a polygon lies in another, in square metres. */
import { area } from '@turf/area'
import { clipPolygon } from 'lineclip'
import { type Geom, intersection } from 'polyclip-ts'
import type { BBox } from '#contract/geometry.ts'
import { insideRings, type Ring, type Rings } from './inside.ts'
import { boxesMeet, boxOf, commonBox, ringMeetsBox } from './shape.ts'

/** Area on the sphere in m² (Chamberlain and Duquette, as turf computes it). */
export function areaOf(polygons: readonly Rings[]): number {
  return area({ type: 'MultiPolygon', coordinates: polygons as GeoJSON.Position[][][] })
}

/**
 * m² that the two have in common. polyclip-ts computes exactly, but slowly, so it only gets what it must decide: both are first cut to the
 * box they have in common, and a polygon that covers that box, or does not come into it, needs no clipping.
 */
export function overlapOf(a: Rings, b: Rings): number {
  const boxA = boxOf(a[0] ?? [])
  const boxB = boxOf(b[0] ?? [])
  if (!boxesMeet(boxA, boxB)) return 0
  const box = commonBox(boxA, boxB)
  const [coverA, coverB] = [cover(a, box), cover(b, box)]
  if (coverA === 'none' || coverB === 'none') return 0
  if (coverA === 'all') return areaOf([toBox(b, box)])
  if (coverB === 'all') return areaOf([toBox(a, box)])
  return areaOf(intersection(toBox(a, box) as Geom, toBox(b, box) as Geom))
}

function cover(rings: Rings, box: BBox): 'all' | 'none' | 'part' {
  if (rings.some((ring) => ringMeetsBox(ring, box))) return 'part'
  return insideRings((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, rings) ? 'all' : 'none'
}

/** The polygon's rings within the box (Sutherland and Hodgman); a ring that falls apart stays one, joined along the box's side. */
function toBox(rings: Rings, box: BBox): Ring[] {
  return rings
    .map((ring) => clipPolygon(ring, box))
    .filter((ring) => ring.length > 2)
    .map(close)
}

function close(ring: Ring): Ring {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring
  return [...ring, first]
}
