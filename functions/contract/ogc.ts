/** What OGC API – Features adds to the contract: landing page, conformance and collections. */
import * as z from 'zod/mini'
import { Link } from './contribution.ts'
import { BBox } from './geometry.ts'

export const Landing = z
  .strictObject({ title: z.string(), description: z.string(), links: z.array(Link) })
  .register(z.globalRegistry, { id: 'Landing', description: 'Where everything is.' })
export type Landing = z.infer<typeof Landing>

export const Conformance = z
  .strictObject({ conformsTo: z.array(z.string()) })
  .register(z.globalRegistry, { id: 'Conformance', description: 'Which conformance classes this API meets.' })
export type Conformance = z.infer<typeof Conformance>

/** Conformance classes that hold now; each new one comes with its tests. */
export const conformsTo = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
] as const

export const Collection = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    description: z.string(),
    extent: z.strictObject({
      spatial: z.strictObject({ bbox: z.array(BBox), crs: z.string() }),
      temporal: z.strictObject({ interval: z.array(z.array(z.nullable(z.iso.datetime()))), trs: z.string() }),
    }),
    itemType: z.literal('feature'),
    crs: z.array(z.string()),
    links: z.array(Link),
  })
  .register(z.globalRegistry, { id: 'Collection', description: 'The contributions of one consultation as an OGC collection.' })
export type Collection = z.infer<typeof Collection>

export const CollectionList = z
  .strictObject({ collections: z.array(Collection), links: z.array(Link) })
  .register(z.globalRegistry, { id: 'CollectionList', description: 'Every collection.' })
export type CollectionList = z.infer<typeof CollectionList>

/** The coordinate reference system of everything the API gives: WGS 84, longitude first. */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
