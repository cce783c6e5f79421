/** What the contributions' tiles that are in view hold: read back from MapLibre, never loaded again. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { BBox } from '#contract/geometry.ts'
import { sources } from './scene.ts'
import { boundsOf } from './view.ts'

/** Ids of the contributions of which the loaded tiles hold a pin. A tile of clusters holds none, though long lines may lie in it. */
export function pinsInTiles(map: MapLibreMap): ReadonlySet<string> {
  const layer = (sourceLayer: string) => map.querySourceFeatures(sources.tiles, { sourceLayer })
  const points = layer('contributions').filter(
    ({ geometry, properties }) => geometry.type === 'Point' && properties.part !== true,
  )
  return new Set([...points, ...layer('anchors')].map(({ properties }) => String(properties.id)))
}

/** Quadkeys of the cells that the loaded tiles count in clusters. */
export const cellsInTiles = (map: MapLibreMap): string[] =>
  map.querySourceFeatures(sources.tiles, { sourceLayer: 'clusters' }).map(({ properties }) => String(properties.cell))

/** Bounds of a contribution as far as tiles or the page's own features hold it; null when none does. */
export function boundsOnMap(map: MapLibreMap, id: string): BBox | null {
  const filter: ['==', ['get', string], string] = ['==', ['get', 'id'], id]
  const found = [
    ...map.querySourceFeatures(sources.tiles, { sourceLayer: 'contributions', filter }),
    ...map.querySourceFeatures(sources.local, { filter }),
  ]
  return boundsOf(found.flatMap(({ geometry }) => flat('coordinates' in geometry ? geometry.coordinates : [])))
}

type Nested = readonly (number | Nested)[]
/** Positions out of coordinates of any depth. */
function flat(coordinates: Nested): [number, number][] {
  const [first, second] = coordinates
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]]
  return coordinates.flatMap((inner) => (typeof inner === 'number' ? [] : flat(inner)))
}
