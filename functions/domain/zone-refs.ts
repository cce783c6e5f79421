/** Joining: zones as a contribution keeps them. Whoever joins (on sending, on editing, after a new version) does it here. */
import type { Zone } from '#contract/catalogue.ts'
import type { ZoneRef } from '#contract/contribution.ts'

/** Where it lies, in which version of which document. @param zones at its published place, never at the exact one */
export function zoneRefs(zones: readonly Zone[]): ZoneRef[] {
  return zones.map(({ layer, id, title, version, date, share }) => ({
    layer,
    id,
    title,
    version,
    date,
    ...(share === undefined ? {} : { share }),
  }))
}
