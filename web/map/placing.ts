/** What choosing a place is to the map, whatever is drawn: points (place-points.ts) or lines and areas (draw-shapes.ts). */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Geometry, Position } from '#contract/geometry.ts'

/** What has just happened, for the words that a screen reader speaks. */
export type PlacingNews =
  | { readonly what: 'set'; readonly count: number; readonly at: Position }
  | { readonly what: 'moved'; readonly at: Position }
  | { readonly what: 'removed'; readonly left: number }
  | { readonly what: 'grabbed'; readonly index: number }
  | { readonly what: 'finished'; readonly parts: number }
  | { readonly what: 'started' }
  | { readonly what: 'cleared' }
  | { readonly what: 'crosses' }

/** Layers and sources of a drawing begin with this: the style leaves them alone (follow-style.ts). */
export const drawPrefix = 'draw'

export interface PlacingSession {
  /** A press at a pixel of the map, by the crosshair. */
  mark(x: number, y: number): void
  /** Takes back the last point; false when there was none. */
  undo(): boolean
  /** Takes away the point at a pixel; false when there is none. */
  removeAt(x: number, y: number): boolean
  finish(): void
  add(): void
  clear(): void
  /** Replaces what is drawn by another geometry of the same mode. */
  load(geometry: Geometry | null): void
  stop(): void
}

export interface PlacingContext {
  readonly map: MapLibreMap
  readonly onGeometry: (geometry: Geometry | null) => void
  readonly onNews: (news: PlacingNews) => void
  /** A vertex was tapped: offer to take it away; null: no longer. */
  readonly onVertex: (vertex: { readonly at: Position; readonly remove: () => void } | null) => void
  /** Word on the marker of a placed point. */
  readonly markerLabel: string
}
