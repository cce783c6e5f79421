/**
 * The geodata catalogue: which documents and layers there are, and in which files. Written by geodata/build, read by
 * functions/geo ("what lies here?") and by the web app (layer panel, map). Served as a static file, `/geodata/catalogue.json`;
 * every other file in it has an immutable name (content hash).
 */
import * as z from 'zod/mini'
import { BBox } from './geometry.ts'
import { CategoryId, ThemeId } from './ids.ts'

export const LegendEntry = z.strictObject({
  /** Value of the tile feature's `value` property that this entry stands for. */
  value: z.string(),
  label: z.string(),
  colour: z.string(),
})
export type LegendEntry = z.infer<typeof LegendEntry>

export const Layer = z.strictObject({
  /** `{document}.{layer}`; the part after the dot is the source layer's name in the PMTiles. */
  id: z.string(),
  title: z.string(),
  description: z.optional(z.string()),
  theme: ThemeId,
  /** What the source calls such a layer, in Dutch: "Natuur", "Beperkingengebied", "Enkelbestemming". */
  type: z.optional(z.string()),
  /** Main line of the vision (hoofdlijn) that it belongs to; layers of one group stand together. */
  group: z.optional(z.string()),
  /** `wId`s of the passages of the document's text that govern it, or one of its zones. */
  passages: z.optional(z.array(z.string())),
  geometry: z.enum(['polygon', 'line', 'point']),
  colour: z.string(),
  /** Drawn hatched: the second layer of the same hue. */
  hatch: z.boolean(),
  /** Empty: one colour for the whole layer. */
  legend: z.array(LegendEntry),
  zones: z.int(),
  /** m² of its zones together; absent for lines and points, and in what was built before it was reckoned. */
  area: z.optional(z.int()),
  bounds: BBox,
  /** FlatGeobuf of this layer, for download. */
  download: z.string(),
})
export type Layer = z.infer<typeof Layer>

export const Document = z.strictObject({
  id: z.string(),
  title: z.string(),
  category: CategoryId,
  authority: z.string(),
  /** Version as the source names it; a joined zone keeps it. */
  version: z.string(),
  date: z.iso.date(),
  /** Where it was read from: a name or address for people. */
  source: z.string(),
  licence: z.string(),
  example: z.boolean(),
  bounds: BBox,
  minZoom: z.int(),
  maxZoom: z.int(),
  /** Vector tiles of all its layers. Features carry `id`, `title` and, where the layer has a legend, `value`. */
  tiles: z.string(),
  /** FlatGeobuf of all its layers for "what lies here?": pieces of ≤ 256 vertices with `layer`, `id`, `title`, `value`, perhaps `link`, and `passages` (parted by spaces) where they are not the layer's. */
  zones: z.string(),
  /** JSON of its text (`DocumentText` of document-text.ts), where the source has one. */
  text: z.optional(z.string()),
  layers: z.array(Layer),
})
export type Document = z.infer<typeof Document>

/** The schematic background for machines that cannot reach PDOK. Source layers: land, water, waterway, wood, builtup, road, rail, boundary, place. */
export const Basemap = z.strictObject({
  tiles: z.string(),
  attribution: z.string(),
  bounds: BBox,
  minZoom: z.int(),
  maxZoom: z.int(),
})
export type Basemap = z.infer<typeof Basemap>

export const Catalogue = z.strictObject({ basemap: z.nullable(Basemap), documents: z.array(Document) })
export type Catalogue = z.infer<typeof Catalogue>

/** A zone found at a place, as `GET /zones` lists it. */
export const Zone = z
  .strictObject({
    layer: z.string(),
    layerTitle: z.string(),
    id: z.string(),
    title: z.string(),
    value: z.optional(z.string()),
    document: z.string(),
    documentTitle: z.string(),
    category: CategoryId,
    version: z.string(),
    date: z.iso.date(),
    theme: ThemeId,
    colour: z.string(),
    share: z.optional(z.number()),
    type: z.optional(z.string()),
    group: z.optional(z.string()),
    /** `wId`s of the passages that govern this zone: elements of the document's text. */
    passages: z.optional(z.array(z.string())),
    /** Address of the text that governs it, where that is published elsewhere. */
    link: z.optional(z.string()),
  })
  .register(z.globalRegistry, { id: 'Zone', description: 'A zone of a vision, by-law or zoning plan.' })
export type Zone = z.infer<typeof Zone>
export const ZoneList = z
  .strictObject({ zones: z.array(Zone) })
  .register(z.globalRegistry, { id: 'ZoneList', description: 'Zones at a place, vision before rules before zoning.' })
export type ZoneList = z.infer<typeof ZoneList>
