/** Areas that cannot be sent because their edge crosses itself. Apart from parts.ts: only drawing needs it, in its own chunk. */
import kinks from '@turf/kinks'
import { closed, distinct, type Part } from './parts.ts'

/** Does the area's edge cross itself? */
export function crossesItself(corners: Part): boolean {
  const ring = distinct(corners)
  if (ring.length < 4) return false
  return kinks({ type: 'Polygon', coordinates: [closed(ring)] }).features.length > 0
}
