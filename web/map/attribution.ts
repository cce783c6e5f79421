/** Who made what the map shows now. */
import { nationalAttribution } from './background.ts'
import type { Scene } from './scene.ts'
import { findLayer } from './zone-layers.ts'

/** Names for the map's footer: the background's maker, every switched-on layer's authority, the drawing software. */
export function attributionOf(scene: Scene): string[] {
  const background = scene.background === 'national' ? nationalAttribution : scene.catalogue?.basemap?.attribution
  const ids = [...scene.layers.map((state) => state.id), ...(scene.zone ? [scene.zone.layer] : [])]
  const authorities = ids.flatMap((id) => findLayer(scene.catalogue, id)?.document.authority ?? [])
  return [...new Set([...(background ? [background] : []), ...authorities, 'MapLibre'])]
}
