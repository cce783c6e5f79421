/** Gives the map the style of the present scene; only what differs is changed. */
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { type Accessor, createEffect, on } from 'solid-js'
import { drawPrefix } from './placing.ts'
import type { Scene } from './scene.ts'
import { buildStyle } from './style.ts'

export function followStyle(map: MapLibreMap, scene: Accessor<Scene>): void {
  createEffect(
    on(scene, (now) => {
      map.setStyle(buildStyle(now), { diff: true, validate: false, transformStyle: withDrawing })
    }),
  )
}

/** The layers of a drawing are terra-draw's: they stay, above everything. */
export function withDrawing(before: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification {
  if (!before) return next
  const drawn = Object.entries(before.sources).filter(([id]) => id.startsWith(drawPrefix))
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(drawn) },
    layers: [...next.layers, ...before.layers.filter((layer) => layer.id.startsWith(drawPrefix))],
  }
}
