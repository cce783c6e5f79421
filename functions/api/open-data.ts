/** Everything that only reads. */
import { consultations } from './consultations.ts'
import { contribution } from './contribution.ts'
import type { Implementations } from './endpoint.ts'
import { health } from './health.ts'
import { collections } from './ogc/collections.ts'
import { items } from './ogc/items.ts'
import { landing } from './ogc/landing.ts'
import { tiles } from './ogc/tiles.ts'
import type { Dependencies } from './service.ts'
import { zoneCounts } from './zone-counts.ts'
import { zones } from './zones.ts'

export function openData(dependencies: Dependencies): Implementations<'openData'> {
  return {
    ...landing(dependencies),
    ...collections(dependencies),
    ...items(dependencies),
    ...tiles(dependencies),
    ...consultations(dependencies),
    ...contribution(dependencies),
    ...zones(dependencies),
    ...zoneCounts(dependencies),
    ...health(),
  }
}
