/** Files in which a consultation's contributions can be taken out. */
import * as z from 'zod/mini'
import { ContributionFeature } from './contribution.ts'

const exportFormatIds = ['geojson'] as const
export const ExportFormatId = z.enum(exportFormatIds)
export type ExportFormatId = z.infer<typeof ExportFormatId>

/** The GeoJSON file. `numberReturned` is written last: a file without it, or not closed, is broken off. */
export const ExportedCollection = z
  .strictObject({
    type: z.literal('FeatureCollection'),
    title: z.string(),
    licence: z.strictObject({ title: z.string(), href: z.string() }),
    timeStamp: z.iso.datetime(),
    features: z.array(ContributionFeature),
    numberReturned: z.int(),
  })
  .register(z.globalRegistry, { id: 'ExportedCollection', description: 'All contributions, or a selection, as a GeoJSON file.' })
export type ExportedCollection = z.infer<typeof ExportedCollection>
