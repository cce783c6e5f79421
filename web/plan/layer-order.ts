/** Which layers are on, in which order (the first on top) and how opaque: every change gives a new list. */
import type { Catalogue, Document, Layer } from '#contract/catalogue.ts'
import type { LayerState } from '../map/port.ts'

export const isOn = (list: readonly LayerState[], id: string): boolean => list.some((layer) => layer.id === id)

/** A layer that is switched on comes on top. */
export const toggleLayer = (list: readonly LayerState[], id: string): LayerState[] =>
  isOn(list, id) ? list.filter((layer) => layer.id !== id) : [{ id, opacity: 1 }, ...list]

export const setOpacity = (list: readonly LayerState[], id: string, opacity: number): LayerState[] =>
  list.map((layer) => (layer.id === id ? { id, opacity: Math.min(1, Math.max(0, opacity)) } : layer))

/** Takes the layer to another place, counted from 0; a place outside the list is its nearest end. */
export function moveLayer(list: readonly LayerState[], id: string, to: number): LayerState[] {
  const moved = list.find((layer) => layer.id === id)
  if (!moved) return [...list]
  const rest = list.filter((layer) => layer.id !== id)
  const place = Math.min(rest.length, Math.max(0, to))
  return [...rest.slice(0, place), moved, ...rest.slice(place)]
}

export interface FoundLayer {
  readonly layer: Layer
  readonly document: Document
}

export function findLayer(catalogue: Catalogue | undefined, id: string): FoundLayer | undefined {
  for (const document of catalogue?.documents ?? []) {
    const layer = document.layers.find((one) => one.id === id)
    if (layer) return { layer, document }
  }
  return undefined
}

/** Whether all words occur in what is said of the layer: its title, description, document and government. */
export function layerMatches({ layer, document }: FoundLayer, words: string): boolean {
  const text = [layer.title, layer.description ?? '', document.title, document.authority].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
