/** Contributions: a pin for each, and its line or area in the theme's colour. From the API's tiles and from what the page holds. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { type ThemeId, themeIds, themes } from '#contract/themes.ts'
import { outcomeIds } from '#contract/vocabulary.ts'
import { pinBox, pinImageId, ringOf } from './pin.ts'
import type { MapFilter } from './port.ts'
import { paper, type Scene, sources } from './scene.ts'

/** Below this zoom pins are small and names do not make way for them: there are too many for the room there is. */
export const closeZoom = 9.5
/** From this zoom on pins that crowd stay pins, and names make way for them: a person who came this close wants to see each. */
export const pinZoom = 11

/** Where pins and shapes come from. In tiles a line's or area's pin lies in a layer of its own. */
const origins = [
  { key: 'tiles', source: sources.tiles, 'source-layer': 'contributions', shapes: true },
  { key: 'anchors', source: sources.tiles, 'source-layer': 'anchors', shapes: false },
  { key: 'local', source: sources.local, shapes: true },
] as const
type Origin = (typeof origins)[number]

export function contributionSources(scene: Scene): Record<string, SourceSpecification> {
  const path = `/api/v1/collections/${scene.consultation.id}/tiles/WebMercatorQuad/{z}/{y}/{x}`
  return {
    // Contributions are told apart by their id, so that a pin under a cluster can be hidden (follow-clusters.ts).
    [sources.tiles]: {
      type: 'vector',
      tiles: [scene.origin + path],
      minzoom: 0,
      maxzoom: 16,
      promoteId: { contributions: 'id', anchors: 'id' },
    },
    [sources.local]: { type: 'geojson', data: scene.local, promoteId: 'id' },
    [sources.clusters]: { type: 'geojson', data: scene.clusters },
  }
}

/** An expression that is true for the contributions that the filter lets through; empty lists let all through. */
function filterExpression(filter: MapFilter): ExpressionSpecification {
  const among = (property: string, values: readonly string[]): ExpressionSpecification[] =>
    values.length === 0 ? [] : [['in', ['get', property], ['literal', [...values]]]]
  // A feature carries all its themes as one comma text; no theme's name is part of another's.
  const anyTheme: ExpressionSpecification[] =
    filter.themes.length === 0
      ? []
      : [['any', ...filter.themes.map((theme): ExpressionSpecification => ['in', theme, ['get', 'themes']])]]
  return ['all', ...among('kind', filter.kinds), ...anyTheme, ...among('outcome', filter.outcomes)]
}

const themeColour = [
  'match',
  ['get', 'theme'],
  ...themeIds.flatMap((id: ThemeId) => [id, themes[id].colour]),
  themes.general.colour,
] as unknown as ExpressionSpecification

const pinImage = [
  'concat',
  'pin|',
  ['get', 'kind'],
  '|',
  ['get', 'theme'],
  '|',
  ['match', ['get', 'outcome'], ...outcomeIds.flatMap((id) => [id, ringOf(id)]), 'none'],
] as unknown as ExpressionSpecification

/** Zoom and size, 1 being the drawn size; smaller where the country is. */
const pinSizes = [8, 0.3, closeZoom, 0.4, 10.5, 0.54, 12, 0.76, 14, 0.92, 16, 1] as const
const pinSize = (factor: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...pinSizes.map((value, index) => (index % 2 === 1 ? value * factor : value)),
]

/** How far a pin reaches from its middle at a zoom, in pixels. */
export function pinRadius(zoom: number): number {
  const drawn = 15
  let [beforeZoom, beforeSize] = [pinSizes[0] as number, pinSizes[1] as number]
  for (let index = 0; index < pinSizes.length; index += 2) {
    const [stop, size] = [pinSizes[index] as number, pinSizes[index + 1] as number]
    if (zoom < stop)
      return stop === beforeZoom
        ? drawn * size
        : drawn * (beforeSize + ((zoom - beforeZoom) / (stop - beforeZoom)) * (size - beforeSize))
    ;[beforeZoom, beforeSize] = [stop, size]
  }
  return drawn * beforeSize
}

/** How much larger the selected pin is. */
const selectedSize = 1.35

const typeIs = (...types: string[]): ExpressionSpecification => ['in', ['geometry-type'], ['literal', types]]
const from = (origin: Origin) => ({
  source: origin.source,
  ...('source-layer' in origin && { 'source-layer': origin['source-layer'] }),
})

/** Ids of the layers that a tap may hit, pins first. */
export const pinLayerIds = [...origins.map(({ key }) => `pins/${key}`), ...origins.map(({ key }) => `selected/pins/${key}`)]
export const lineLayerIds = origins
  .filter((origin) => origin.shapes)
  .flatMap(({ key }) => [`shapes/${key}/line`, `shapes/${key}/part`])

interface Look {
  readonly prefix: string
  readonly filter: ExpressionSpecification
  /** The same, for tiles: without those that the page draws itself. */
  readonly inTiles: ExpressionSpecification
  readonly opacity: number
  readonly width: number
}

function looks(scene: Scene): { others: Look; selected: Look | null } {
  const isSelected: ExpressionSpecification = ['==', ['get', 'id'], scene.selected ?? '']
  const passes = filterExpression(scene.filter)
  const others: ExpressionSpecification = scene.selected === null ? passes : ['all', passes, ['!', isSelected]]
  const kept = (filter: ExpressionSpecification): ExpressionSpecification =>
    scene.replaced.length === 0 ? filter : ['all', filter, ['!', ['in', ['get', 'id'], ['literal', [...scene.replaced]]]]]
  return {
    others: {
      prefix: '',
      filter: others,
      inTiles: kept(others),
      opacity: scene.dimmed ? 0.4 : 1,
      width: 3,
    },
    selected:
      scene.selected === null
        ? null
        : { prefix: 'selected/', filter: isSelected, inTiles: kept(isSelected), opacity: 1, width: 5 },
  }
}

const filterFor = (origin: Origin, look: Look): ExpressionSpecification =>
  origin.source === sources.tiles ? look.inTiles : look.filter
/** One of several points of a contribution: its pin stands at one spot, the others are dots. */
const isPart: ExpressionSpecification = ['==', ['get', 'part'], true]

const visible = (scene: Scene) => origins.filter((origin) => scene.tiled || origin.source !== sources.tiles)

const shapeLayers = (scene: Scene, look: Look): LayerSpecification[] =>
  visible(scene)
    .filter((origin) => origin.shapes)
    .flatMap((origin): LayerSpecification[] => [
      {
        id: `${look.prefix}shapes/${origin.key}/fill`,
        type: 'fill',
        ...from(origin),
        filter: ['all', typeIs('Polygon', 'MultiPolygon'), filterFor(origin, look)] as FilterSpecification,
        paint: { 'fill-color': themeColour, 'fill-opacity': 0.2 * look.opacity },
      },
      {
        id: `${look.prefix}shapes/${origin.key}/casing`,
        type: 'line',
        ...from(origin),
        filter: ['all', ['!', typeIs('Point', 'MultiPoint')], filterFor(origin, look)] as FilterSpecification,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': paper, 'line-width': look.width + 2.5, 'line-opacity': 0.85 * look.opacity },
      },
      {
        id: `${look.prefix}shapes/${origin.key}/line`,
        type: 'line',
        ...from(origin),
        filter: ['all', ['!', typeIs('Point', 'MultiPoint')], filterFor(origin, look)] as FilterSpecification,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': themeColour, 'line-width': look.width, 'line-opacity': look.opacity },
      },
      {
        id: `${look.prefix}shapes/${origin.key}/part`,
        type: 'circle',
        ...from(origin),
        filter: ['all', isPart, filterFor(origin, look)] as FilterSpecification,
        paint: {
          'circle-radius': look.width + 2,
          'circle-color': themeColour,
          'circle-opacity': look.opacity,
          'circle-stroke-color': paper,
          'circle-stroke-width': 2,
          'circle-stroke-opacity': look.opacity,
        },
      },
    ])

const pinLayers = (scene: Scene, look: Look, size: number, id: string, seen: boolean): LayerSpecification[] =>
  visible(scene).map(
    (origin): LayerSpecification => ({
      id: `${look.prefix}${id}/${origin.key}`,
      type: 'symbol',
      ...from(origin),
      filter: ['all', typeIs('Point'), ['!', isPart], filterFor(origin, look)] as FilterSpecification,
      ...(!seen && { minzoom: pinZoom }),
      layout: {
        'icon-image': pinImage,
        'icon-size': pinSize(size),
        'icon-overlap': 'always',
        // Seen pins leave names alone; their unseen twins, placed first, make names look for a free side.
        'icon-ignore-placement': seen,
        'icon-padding': 0,
        'symbol-z-order': 'viewport-y',
      },
      paint: {
        'icon-opacity': seen ? ['case', ['boolean', ['feature-state', 'grouped'], false], 0, look.opacity] : 0,
      },
    }),
  )

export const contributionShapes = (scene: Scene): LayerSpecification[] => shapeLayers(scene, looks(scene).others)
export const contributionPins = (scene: Scene): LayerSpecification[] => pinLayers(scene, looks(scene).others, 1, 'pins', true)

/** The selected contribution, above everything. */
export function selectedContribution(scene: Scene): LayerSpecification[] {
  const look = looks(scene).selected
  return look ? [...shapeLayers(scene, look), ...pinLayers(scene, look, selectedSize, 'pins', true)] : []
}

/** Part of an image's side that the pin itself takes, without the room for ring and shadow. */
const pinShare = 0.7
/** The pin with its ring: names of zones have no other side to go to, they are shown whole or not. */
const labelShare = 0.85

/** Clusters are drawn above the canvas: in it an unseen pin, as large as each, makes names look for a free side. */
const clusterKeeper: LayerSpecification = {
  id: 'keepers/clusters',
  type: 'symbol',
  source: sources.clusters,
  layout: {
    'icon-image': pinImageId('idea', 'general', 'none'),
    'icon-size': ['/', ['get', 'diameter'], pinBox],
    'icon-overlap': 'always',
    'icon-padding': 0,
  },
  paint: { 'icon-opacity': 0 },
}

/** Unseen pins above the names: names are placed after them and step aside, but are drawn over the seen ones. */
export function nameKeepers(scene: Scene): LayerSpecification[] {
  // Among clusters there is too little room for names to leave every pin alone: they keep clear of the clusters.
  if (scene.clusters.features.length > 0) return [clusterKeeper]
  const { others, selected } = looks(scene)
  return [
    ...pinLayers(scene, others, pinShare, 'keepers', false),
    ...(selected ? pinLayers(scene, selected, pinShare * selectedSize, 'keepers', false) : []),
    clusterKeeper,
  ]
}

/** The same for names of zones, waters and roads, also among clusters: what a pin would cover is left out. Under the villages' names, which come first. */
export const labelKeepers = (scene: Scene): LayerSpecification[] =>
  pinLayers(scene, looks(scene).others, labelShare, 'label-keepers', false).map((layer) => ({ ...layer, minzoom: closeZoom }))
