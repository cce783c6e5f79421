/** Which of the layers that are on are hatched, and how: two of one hue are never filled alike. */
import type { Catalogue, Layer } from '#contract/catalogue.ts'
import { sameHue } from './colour.ts'
import { type Texture, textures } from './hatch.ts'
import type { LayerState } from './port.ts'

export type Textures = ReadonlyMap<string, Texture>

const coloursOf = (layer: Layer): readonly string[] =>
  layer.legend.length === 0 ? [layer.colour] : layer.legend.map((entry) => entry.colour)

const alike = (one: Layer, other: Layer): boolean =>
  coloursOf(one).some((colour) => coloursOf(other).some((its) => sameHue(colour, its)))

/**
 * From the bottom up, so that a layer that is switched on never changes those below it. It follows from the list alone: an address
 * that is shared looks the same elsewhere.
 */
export function texturesOf(layers: readonly LayerState[], catalogue: Catalogue | undefined): Textures {
  const all = new Map(catalogue?.documents.flatMap((document) => document.layers.map((layer) => [layer.id, layer] as const)))
  const given = new Map<string, Texture>()
  const below: Layer[] = []
  for (const { id } of layers.toReversed()) {
    const layer = all.get(id)
    if (!layer) continue
    const taken = new Set(below.filter((other) => alike(layer, other)).map((other) => given.get(other.id)))
    const order = layer.hatch ? [...textures.slice(1), 'plain' as const] : textures
    given.set(id, order.find((texture) => !taken.has(texture)) ?? order[below.length % order.length] ?? 'plain')
    below.push(layer)
  }
  return given
}
