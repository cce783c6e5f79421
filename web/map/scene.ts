/** Everything that decides what the map draws, as plain data: the style is a pure function of it (style.ts). */
import type { Catalogue } from '#contract/catalogue.ts'
import type { Consultation } from '#contract/consultation.ts'
import type { LayerState, MapFilter, ZoneRefOnMap } from './port.ts'
import type { Textures } from './textures.ts'
import type { VillageEdges } from './village-edges.ts'

export interface Scene {
  /** `https://host` of this page: map workers resolve no relative addresses. */
  readonly origin: string
  readonly consultation: Pick<Consultation, 'id' | 'area' | 'bounds' | 'villages'>
  readonly catalogue: Catalogue | undefined
  /** `national`: PDOK's BRT-Achtergrondkaart; `schematic`: the basemap of the catalogue. */
  readonly background: 'national' | 'schematic'
  readonly layers: readonly LayerState[]
  /** How each of them is filled; a layer that is not in it is filled as the catalogue says. */
  readonly textures: Textures
  readonly zone: ZoneRefOnMap | null
  readonly filter: MapFilter
  /** False: the tiles' contributions are hidden, because `local` replaces them. */
  readonly tiled: boolean
  /** Ids of contributions in tiles that `local` draws as they are now. */
  readonly replaced: readonly string[]
  /** Contributions that the page itself holds (see local-features.ts). */
  readonly local: GeoJSON.FeatureCollection
  /** Where clusters stand, with their `diameter` in pixels: names keep clear of them. */
  readonly clusters: GeoJSON.FeatureCollection
  /** Villages whose name the map's edge would cut. */
  readonly edges?: VillageEdges | undefined
  readonly selected: string | null
  /** Contributions other than the selected one step back: one is looked at, or a place is being chosen. */
  readonly dimmed: boolean
  /** The spot of "Wat geldt hier?" and the device's own position; property `mark` says which. */
  readonly marks: GeoJSON.FeatureCollection
}

/** Colours and type of interface.md, where the map needs them as values. */
export const ink = '#1d2a2f'
export const paper = '#fffdf8'
export const land = '#f4f1ea'
export const water = '#c9dfe8'
export const accent = '#0b5f5a'
export const danger = '#a4262c'

/**
 * Fonts as MapLibre takes them without a glyph server: it draws each letter from the device's own fonts and reads the weight out of
 * the first name, which therefore is a name that no device has.
 */
const system = ['system-ui', 'Segoe UI', 'Roboto', 'Noto Sans', 'sans-serif']
export const regular = ['Map Regular', ...system]
export const italic = ['Map Italic', ...system]
export const semibold = ['Map Semibold', ...system]

export const sources = {
  basemap: 'basemap',
  national: 'national',
  area: 'area',
  villages: 'villages',
  tiles: 'contributions',
  local: 'local',
  clusters: 'clusters',
  marks: 'marks',
} as const
