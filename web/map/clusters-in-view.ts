/** The clusters of what the map's sources hold now: the tiles' own, and pins too close to tell apart. */
import type { MapGeoJSONFeature, Map as MapLibreMap } from 'maplibre-gl'
import type { Position } from '#contract/geometry.ts'
import { type Cluster, filteredMix, mixOfOne, mixOfProperties, sumOf } from './cluster.ts'
import { pinZoom } from './contribution-layers.ts'
import { group, type Spot } from './group.ts'
import type { MapFilter } from './port.ts'
import { sources } from './scene.ts'

interface Shown {
  readonly filter: MapFilter
  readonly tiled: boolean
  readonly selected: string | null
}

type Found = Pick<MapGeoJSONFeature, 'geometry' | 'properties'>

export function clustersInView(map: MapLibreMap, { filter, tiled, selected }: Shown): Cluster[] {
  const spots = (features: readonly Found[], name: string, mixOf: (properties: Found['properties']) => Spot['mix']): Spot[] => {
    // The same one lies in the buffers of neighbouring tiles.
    const unique = new Map<string, Spot>()
    for (const { geometry, properties } of features) {
      const key = String(properties[name])
      if (geometry.type !== 'Point' || unique.has(key)) continue
      const mix = filteredMix(mixOf(properties), filter)
      if (sumOf(mix) === 0) continue
      const at = geometry.coordinates as unknown as Position
      const { x, y } = map.project([at[0], at[1]])
      unique.set(key, { key, at, x, y, mix })
    }
    return [...unique.values()]
  }
  const layer = (sourceLayer: string) => map.querySourceFeatures(sources.tiles, { sourceLayer })
  const features = tiled ? [...layer('contributions'), ...layer('anchors')] : map.querySourceFeatures(sources.local)
  const free = features.filter(
    ({ properties: { id, outcome } }) => id !== selected && (filter.outcomes.length === 0 || filter.outcomes.includes(outcome)),
  )
  const pins = spots(free, 'id', ({ kind, themes }) => mixOfOne(kind, themes))
  const cells = tiled ? spots(layer('clusters'), 'cell', mixOfProperties) : []
  return group(cells, pins, map.getZoom() < pinZoom)
}
