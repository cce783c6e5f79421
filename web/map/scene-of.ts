/** The scene that the page's wishes and the map's own findings make together. */
import type { Position } from '#contract/geometry.ts'
import { type Cluster, diameterOf } from './cluster.ts'
import { type Drawable, localFeatures } from './local-features.ts'
import type { MapProps } from './port.ts'
import type { Scene } from './scene.ts'
import { texturesOf } from './textures.ts'

/** What the map itself finds out while it runs. */
export interface Findings {
  readonly background: Scene['background']
  /** Contributions that the loaded tiles hold. */
  readonly inTiles: ReadonlySet<string>
  readonly clusters: readonly Cluster[]
  /** Where the device is, once its owner has asked. */
  readonly me: Position | null
}

type Wishes = Pick<
  MapProps,
  'consultation' | 'catalogue' | 'layers' | 'compare' | 'zone' | 'filter' | 'features' | 'own' | 'selected' | 'spot' | 'placing'
>

export function sceneOf(wishes: Wishes, { background, inTiles, clusters, me }: Findings): Scene {
  const held: readonly Drawable[] = wishes.features ?? wishes.own.filter((feature) => !inTiles.has(feature.id))
  const { id, geometry, looks } = wishes.selected ?? {}
  const chosen: readonly Drawable[] =
    id && geometry && looks && !inTiles.has(id) && !held.some((feature) => feature.id === id)
      ? [{ id, geometry, properties: looks }]
      : []
  return {
    origin: location.origin,
    consultation: wishes.consultation,
    catalogue: wishes.catalogue,
    background,
    // Compared, the map itself is the left one; both sides fill a layer alike.
    layers: wishes.compare?.left ?? wishes.layers,
    textures: texturesOf(wishes.layers, wishes.catalogue),
    zone: wishes.zone ?? null,
    filter: wishes.filter,
    tiled: wishes.features === null,
    local: localFeatures([...held, ...chosen]),
    clusters: {
      type: 'FeatureCollection',
      features: clusters.map(({ at, count }) => ({
        type: 'Feature',
        properties: { diameter: diameterOf(count) },
        geometry: { type: 'Point', coordinates: [...at] },
      })),
    },
    selected: wishes.selected?.id ?? null,
    // One about a whole village has no pin: then all others stay as they are.
    dimmed: wishes.placing !== null || (wishes.selected?.geometry ?? null) !== null,
    marks: {
      type: 'FeatureCollection',
      features: [...mark('spot', wishes.spot), ...mark('me', me)],
    },
  }
}

const mark = (name: string, at: Position | null): GeoJSON.Feature[] =>
  at === null ? [] : [{ type: 'Feature', properties: { mark: name }, geometry: { type: 'Point', coordinates: at } }]
