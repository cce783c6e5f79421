/** What the pages may ask of the map and hear from it. One component (map-view.tsx) owns MapLibre; nothing else imports it. */
import type { JSX } from 'solid-js'
import type { Catalogue } from '#contract/catalogue.ts'
import type { Consultation } from '#contract/consultation.ts'
import type { ContributionFeature, ContributionProperties } from '#contract/contribution.ts'
import type { BBox, Geometry, Position } from '#contract/geometry.ts'
import type { KindId } from '#contract/kinds/registry.ts'
import type { ThemeId } from '#contract/themes.ts'
import type { OutcomeId } from '#contract/vocabulary.ts'

export interface MapView {
  readonly lng: number
  readonly lat: number
  readonly zoom: number
}

/** A layer that is switched on; drawn in the list's order, the first on top. */
export interface LayerState {
  readonly id: string
  /** 0–1; multiplies the fill's own 35 %. */
  readonly opacity: number
}

/** "Compare two": which layers lie on either side of a line over the map. */
export interface Sides {
  readonly left: readonly LayerState[]
  readonly right: readonly LayerState[]
}

/** What is in view of each layer that the map has looked for: the values of its legend (none: one look for all); null: nothing. */
export type ZonesInView = ReadonlyMap<string, ReadonlySet<string> | null>

/** Filters that the map applies itself by restyling; empty = all. */
export interface MapFilter {
  readonly kinds: readonly KindId[]
  readonly themes: readonly ThemeId[]
  readonly outcomes: readonly OutcomeId[]
}

/** A zone that a panel speaks of: drawn with a thick outline, also where its layer is off. */
export interface ZoneRefOnMap {
  /** `{document}.{layer}` */
  readonly layer: string
  readonly id: string
}

/** What a pin is drawn from. */
export type LooksOfPin = Pick<ContributionProperties, 'kind' | 'theme' | 'themes' | 'title' | 'village' | 'outcome'>

/** A contribution of this device. */
export interface OwnOnMap {
  readonly id: string
  readonly geometry: Geometry | null
  readonly properties: LooksOfPin
  /** False: nobody else sees it: it waits for a connection, or for a moderator. */
  readonly published: boolean
  /** Another one after each change; the moment of that change where it is known, in ISO. */
  readonly version: string
}

/** Choosing a place in the contribute form: the map shows the geometry and lets the author make and correct it. */
export interface Placing {
  readonly mode: 'point' | 'line' | 'area'
  readonly geometry: Geometry | null
  /** Called on every change; null when everything has been taken away. */
  readonly onGeometry: (geometry: Geometry | null) => void
}

/** Pixels of the map that panels cover. */
export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export interface MapProps {
  readonly consultation: Consultation
  readonly catalogue: Catalogue | undefined
  /** From the address bar; null: fit the consultation's bounds. */
  readonly view: MapView | null
  readonly padding: Padding
  readonly layers: readonly LayerState[]
  /** Two maps in one, with a line between them that is moved; `layers` still lists all of both. */
  readonly compare?: Sides | null | undefined
  readonly onCompareEnd?: () => void
  readonly filter: MapFilter
  /** When given (text, village or outcome filter), these are drawn instead of the tiles' contributions. */
  readonly features: readonly ContributionFeature[] | null
  /** This device's own contributions: drawn from here while they are newer than tiles (own-on-map.ts), and where no tile holds them. */
  readonly own: readonly OwnOnMap[]
  /** `looks`, once known: drawn from these where the tiles hold only a cluster. */
  readonly selected: {
    readonly id: string
    readonly geometry: Geometry | null
    readonly looks?: LooksOfPin
  } | null
  /** Marks where "Wat geldt hier?" looks. */
  readonly spot: Position | null
  readonly zone?: ZoneRefOnMap | null | undefined
  readonly placing: Placing | null
  readonly language: 'nl' | 'en'
  /** The page's own buttons (layers), stacked above the map's + − and my location, bottom right. */
  readonly controls?: JSX.Element
  readonly onView: (view: MapView, bounds: BBox) => void
  /** The map has come to rest: what of its layers is in view. */
  readonly onZones?: (inView: ZonesInView) => void
  readonly onSelect: (id: string) => void
  /** A click on no pin, or Enter with the keyboard crosshair. */
  readonly onPlace: (at: Position) => void
  /** What lies in a cell (a quadkey) and passes the filter, at most so many: a fan of pins is made of it. */
  readonly contentsOf: (cell: string, atMost: number) => Promise<readonly ContributionFeature[]>
  /** A spot that holds more than the map can show: the quadkeys of its cells, mostly one. */
  readonly onCells: (cells: readonly string[]) => void
  readonly onReady: (commands: MapCommands) => void
}

export interface MapCommands {
  flyTo(at: Position, zoom?: number): void
  fit(bounds: BBox): void
  zoomIn(): void
  zoomOut(): void
  /** The device's position, marked and brought into view; rejects with an Error whose message is for people, in the map's language. */
  locate(): Promise<Position>
  /** After a change (sent, edited, withdrawn): asks the contributions' tiles again. */
  refresh(): void
  /** Drawing: takes back the last point, closes the part being drawn, begins another part, throws all away. */
  undoPoint(): void
  finishPart(): void
  addPart(): void
  clear(): void
  /** Arrow-key crosshair in the middle of the map: on while true. */
  crosshair(on: boolean): void
  /** Puts a point at the crosshair (browse: asks "Wat geldt hier?"; placing: adds the vertex). */
  mark(): void
}
