/** What an importer is: it turns a package of source files into layers in WGS 84. */
import type { LegendEntry } from '#contract/catalogue.ts'
import type { DocumentText } from '#contract/document-text.ts'
import type { ThemeId } from '#contract/themes.ts'
import type { CategoryId } from '#contract/vocabulary.ts'
import type { Package } from './package/package.ts'
import type { Report } from './report.ts'

/** A zone as the source has it. Geometry: any but a collection, WGS 84. */
export interface SourceZone {
  /** Stable and unique in its layer. */
  readonly id: string
  readonly title: string
  /** What the legend tells apart. */
  readonly value?: string
  /** http address of the text that governs it. */
  readonly link?: string
  /** `wId`s of the passages that govern it; absent where nothing is said of the zone apart from its layer. */
  readonly passages?: readonly string[]
  readonly geometry: Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection>
  /** Further columns for the download. */
  readonly properties: Readonly<Record<string, string | number | boolean | null>>
}

export interface SourceLayer {
  /** Name in the source: of the GIO, or of the file. Its slug becomes the layer's id; it is also the title unless a style gives one. */
  readonly name: string
  /** Name of the file without folder and extension. A list of styles may speak of the layer by this or by its name. */
  readonly file: string
  readonly zones: readonly SourceZone[]
  /** GIOs that it shows, by their work (`/join/id/…`); the text speaks of it by these. */
  readonly gios?: readonly string[]
  /** From a sidecar `<name>.layer.json`. */
  readonly style?: LayerStyle
}

/** What may be said of a layer beside its source. */
export interface LayerStyle {
  readonly title?: string | undefined
  readonly description?: string | undefined
  readonly theme?: ThemeId | undefined
  readonly colour?: string | undefined
  readonly hatch?: boolean | undefined
  readonly legend?: readonly LegendEntry[] | undefined
  /** What the source calls such a layer: "Natuur", "Beperkingengebied", "Enkelbestemming". */
  readonly type?: string | undefined
  readonly group?: string | undefined
  readonly passages?: readonly string[] | undefined
}

/** What may be said of a document beside its source, or is found in it. */
export interface DocumentMetadata {
  readonly title?: string | undefined
  readonly category?: CategoryId | undefined
  readonly authority?: string | undefined
  readonly version?: string | undefined
  /** YYYY-MM-DD */
  readonly date?: string | undefined
  readonly source?: string | undefined
  readonly licence?: string | undefined
}

interface ImportOptions {
  /** CRS of sources that do not say theirs. */
  readonly crs?: string | undefined
  /** Also what newer documents may have superseded: structuurvisies, provincial plans under the old law. */
  readonly superseded?: boolean | undefined
  /** Address below which the texts of plans stand, as `{address}/{plan}/{file}`; that of the national plan service where nothing is said. */
  readonly texts?: string | undefined
}

export interface Imported {
  /** What the source says of itself. */
  readonly metadata: DocumentMetadata
  /** A slug, where the source has an identification of its own. */
  readonly id?: string
  /** How many layers are to be expected, for the progress bar. */
  readonly count: number
  /** One at a time, so that only one is in memory. */
  layers(): AsyncIterable<SourceLayer>
  /** The document's text, after its layers. @param layersOf ids of the layers of a GIO */
  text?(layersOf: (gio: string) => readonly string[]): DocumentText | undefined
}

export interface Importer {
  /** Said in messages: "GeoJSON", "STOP delivery". */
  readonly title: string
  accepts(source: Package): Promise<boolean>
  /** Reads what is needed to know the layers. Faults that leave the rest intact go to the report. @throws {InputError} */
  open(source: Package, options: ImportOptions, report: Report): Promise<Imported>
}

/** The input cannot be imported; the message says why and what to do, for the person at the command line. */
export class InputError extends Error {
  override readonly name = 'InputError'
}
