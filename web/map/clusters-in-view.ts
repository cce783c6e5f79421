/** The clusters of what the map's sources hold now: the tiles' own, and pins too close to tell apart. */
import type { MapGeoJSONFeature, Map as MapLibreMap } from 'maplibre-gl'
import type { Position } from '#contract/geometry.ts'
import type { Mix } from '#domain/theme-set.ts'
import { type Cluster, filteredMix, mixOfOne, mixOfProperties, sumOf } from './cluster.ts'
import { pinZoom } from './contribution-layers.ts'
import { group, type Nearness, type Spot } from './group.ts'
import { type Apart, withoutApart } from './own-on-map.ts'
import type { MapFilter } from './port.ts'
import { sources } from './scene.ts'

/** From this zoom on what still lies together stays so at every zoom. */
const closeBy = 16

interface Shown {
  readonly filter: MapFilter
  readonly tiled: boolean
  readonly selected: string | null
  /** Drawn by the page itself, whatever tiles hold. */
  readonly apart: readonly Apart[]
  /** Ids of those whose pins in tiles are not drawn. */
  readonly replaced: ReadonlySet<string>
  /** Milliseconds, by the clock of `apart`. */
  readonly now: number
}

export interface InView {
  readonly clusters: readonly Cluster[]
  /** Pins that are drawn one by one. */
  readonly loose: readonly Pick<Spot, 'key' | 'at'>[]
  /** What each cell of the loaded tiles counts, of every kind and theme. */
  readonly cells: ReadonlyMap<string, Mix>
}

type Found = Pick<MapGeoJSONFeature, 'geometry' | 'properties'>

export function clustersInView(map: MapLibreMap, { filter, tiled, selected, apart, replaced, now }: Shown): InView {
  const cells = new Map<string, Mix>()
  const spots = (
    features: readonly Found[],
    name: string,
    mixOf: (key: string, properties: Found['properties']) => Mix,
  ): Spot[] => {
    // The same one lies in the buffers of neighbouring tiles.
    const unique = new Map<string, Spot>()
    for (const { geometry, properties } of features) {
      const key = String(properties[name])
      if (geometry.type !== 'Point' || unique.has(key)) continue
      const mix = filteredMix(mixOf(key, properties), filter)
      if (sumOf(mix) === 0) continue
      const at = geometry.coordinates as unknown as Position
      const { x, y } = map.project([at[0], at[1]])
      unique.set(key, { key, at, x, y, mix })
    }
    return [...unique.values()]
  }
  const layer = (sourceLayer: string) => map.querySourceFeatures(sources.tiles, { sourceLayer })
  const inTiles = tiled
    ? [...layer('contributions'), ...layer('anchors')].filter(({ properties }) => !replaced.has(properties.id))
    : []
  const free = [...inTiles, ...map.querySourceFeatures(sources.local)].filter(
    ({ properties: { part, outcome } }) => part !== true && (filter.outcomes.length === 0 || filter.outcomes.includes(outcome)),
  )
  const pins = spots(free, 'id', (_, { kind, themes }) => mixOfOne(kind, themes))
  const others = pins.filter(({ key }) => key !== selected)
  const circles = tiled
    ? spots(layer('clusters'), 'cell', (cell, properties) => {
        const mix = mixOfProperties(properties)
        cells.set(cell, mix)
        return withoutApart(cell, mix, apart, now)
      })
    : []
  const clusters = group(circles, others, nearnessOf(map.getZoom()))
  const held = new Set(clusters.flatMap((cluster) => cluster.pins.map(({ id }) => id)))
  return { clusters, loose: pins.filter(({ key }) => !held.has(key)), cells }
}

const nearnessOf = (zoom: number): Nearness => (zoom < pinZoom ? 'far' : zoom < closeBy ? 'near' : 'close')
