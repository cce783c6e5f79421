/** Joining anew: what a contribution lies in after a new version of the documents. */
import type { Zone } from '#contract/catalogue.ts'
import type { ZoneRef } from '#contract/contribution.ts'
import { zoneRefs } from './zone-refs.ts'

/** The zones that it is to have; undefined where it has them already. @param found at its published place, never at the exact one */
export function joinedAnew(had: readonly ZoneRef[], found: readonly Zone[]): ZoneRef[] | undefined {
  const has = zoneRefs(found)
  return canonical(has) === canonical(had) ? undefined : has
}

/** The database keeps no order of keys. */
function canonical(zones: readonly ZoneRef[]): string {
  return JSON.stringify(zones.map((zone) => Object.entries(zone).sort(([a], [b]) => (a < b ? -1 : 1))))
}
