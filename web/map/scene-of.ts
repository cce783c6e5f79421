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
  /** Own contributions that tiles may hold as they were: see follow-own.ts for these three. */
  readonly replaced: ReadonlySet<string>
  readonly pinned: ReadonlySet<string>
  readonly counted: ReadonlySet<string>
  readonly clusters: readonly Cluster[]
  /** Where the device is, once its owner has asked. */
  readonly me: Position | null
  readonly edges?: Scene['edges']
}

const none: ReadonlySet<string> = new Set()
/** What a map knows before it has drawn anything. */
export const nothingFound: Findings = {
  background: 'schematic',
  replaced: none,
  pinned: none,
  counted: none,
  clusters: [],
  me: null,
}

type Wishes = Pick<
  MapProps,
  'consultation' | 'catalogue' | 'layers' | 'compare' | 'zone' | 'filter' | 'features' | 'own' | 'selected' | 'spot' | 'placing'
>

export function sceneOf(wishes: Wishes, { background, replaced, pinned, counted, clusters, me, edges = {} }: Findings): Scene {
  const drawnByTiles = (id: string) => !replaced.has(id) && (pinned.has(id) || counted.has(id))
  const held: readonly Drawable[] = wishes.features ?? wishes.own.filter(({ id }) => !drawnByTiles(id))
  const { id, geometry, looks } = wishes.selected ?? {}
  const chosen: readonly Drawable[] =
    id && geometry && looks && !pinned.has(id) && !held.some((feature) => feature.id === id)
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
    replaced: [...replaced],
    local: localFeatures([...held, ...chosen]),
    clusters: {
      type: 'FeatureCollection',
      features: clusters.map(({ at, count }) => ({
        type: 'Feature',
        properties: { diameter: diameterOf(count) },
        geometry: { type: 'Point', coordinates: [...at] },
      })),
    },
    edges,
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
