/** Which layers are on, in which order (the first on top) and how opaque: every change gives a new list. */
import type { Catalogue, Document, Layer } from '#contract/catalogue.ts'
import type { Address } from '../address-query.ts'
import type { LayerState } from '../map/port.ts'

export const isOn = (list: readonly LayerState[], id: string): boolean => list.some((layer) => layer.id === id)

/**
 * The layers that an address switches on, else those with which the consultation begins; what the address compares is on in any
 * case.
 */
export function layersOn(
  { layers, compare }: Pick<Address, 'layers' | 'compare'>,
  standard: readonly string[],
): readonly LayerState[] {
  const list = layers ?? standard.map((id) => ({ id, opacity: 1 }))
  const missing = new Set([...(compare?.left ?? []), ...(compare?.right ?? [])].filter((id) => !isOn(list, id)))
  return missing.size === 0 ? list : [...list, ...[...missing].map((id) => ({ id, opacity: 1 }))]
}

/** A layer that is switched on comes on top. */
export const toggleLayer = (list: readonly LayerState[], id: string): LayerState[] =>
  isOn(list, id) ? list.filter((layer) => layer.id !== id) : [{ id, opacity: 1 }, ...list]

/** Opacity 0–1; what lies outside is its nearest end. */
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

/**
 * At most so many layers: those that are on longest go off first.
 * @param since ids in the order in which they were switched on; what is not in it was on before them, the lowest longest
 */
export function limited(
  list: readonly LayerState[],
  atMost: number,
  since: readonly string[],
): { readonly list: readonly LayerState[]; readonly off: readonly string[] } {
  const ids = list.map(({ id }) => id)
  const oldestFirst = [
    ...ids.filter((id) => !since.includes(id)).toReversed(),
    ...since.filter((id, index) => ids.includes(id) && since.lastIndexOf(id) === index),
  ]
  const off = oldestFirst.slice(0, Math.max(0, ids.length - Math.max(1, atMost)))
  return off.length === 0 ? { list, off } : { list: list.filter(({ id }) => !off.includes(id)), off }
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
