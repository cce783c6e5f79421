/** How many published contributions lie in a zone. */
import * as z from 'zod/mini'
import { Link } from './contribution.ts'

export const ZoneCount = z
  .strictObject({
    /** `{document}.{layer}` */
    layer: z.string(),
    id: z.string(),
    /** Published contributions that were joined to the zone. */
    contributions: z.int(),
  })
  .register(z.globalRegistry, { id: 'ZoneCount', description: 'How many published contributions lie in a zone.' })
export type ZoneCount = z.infer<typeof ZoneCount>

export const ZoneCountList = z.strictObject({ zones: z.array(ZoneCount), links: z.array(Link) }).register(z.globalRegistry, {
  id: 'ZoneCountList',
  description: 'Counts of zones: of those that were asked for, zero as well; of whole layers, only zones that hold any.',
})
export type ZoneCountList = z.infer<typeof ZoneCountList>

/** A worked example for the OpenAPI document. */
export const exampleZoneCounts: ZoneCountList = {
  zones: [
    { layer: 'omgevingsvisie.kernrandzone', id: 'nl.imow-pv26.gebied.kernrandzone', contributions: 12 },
    { layer: 'omgevingsvisie.stiltegebied', id: 'nl.imow-pv26.gebied.stiltegebied', contributions: 0 },
  ],
  links: [{ href: '/api/v1/consultations/kromme-rijn/zone-counts?layer=omgevingsvisie.kernrandzone', rel: 'self' }],
}
