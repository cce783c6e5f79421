/** Pins that are drawn as part of a cluster: hidden by feature state, in every layer that draws pins. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createEffect } from 'solid-js'
import type { Cluster } from './cluster.ts'
import { sources } from './scene.ts'

const pinSources = [
  { source: sources.tiles, sourceLayer: 'contributions' },
  { source: sources.tiles, sourceLayer: 'anchors' },
  { source: sources.local },
] as const

/** Keeps the map's pins in step with the clusters; tells whether a pin is in one of them now. */
export function hideGroupedPins(map: MapLibreMap, clusters: Accessor<readonly Cluster[]>): (id: string) => boolean {
  let grouped = new Set<string>()
  createEffect(() => {
    const now = new Set(clusters().flatMap(({ pins }) => pins.map(({ id }) => id)))
    const mark = (id: string, is: boolean) => {
      for (const target of pinSources) if (map.getSource(target.source)) map.setFeatureState({ ...target, id }, { grouped: is })
    }
    for (const id of grouped) if (!now.has(id)) mark(id, false)
    for (const id of now) if (!grouped.has(id)) mark(id, true)
    grouped = now
  })
  return (id) => grouped.has(id)
}
