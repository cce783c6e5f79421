/** Names of villages: always readable, above fills and outlines, and beside a pin rather than over it where there is room. */
import type {
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl'
import { closeZoom } from './contribution-layers.ts'
import { ink, paper, regular, type Scene, semibold, sources } from './scene.ts'
import { type Edge, edges } from './village-edges.ts'

export const villageSource = (scene: Scene): SourceSpecification => ({
  type: 'geojson',
  data: {
    type: 'FeatureCollection',
    features: scene.consultation.villages.map((village) => ({
      type: 'Feature',
      properties: { name: village.name, population: village.population ?? 0, edge: scene.edges?.[village.id] ?? '' },
      geometry: { type: 'Point', coordinates: village.position },
    })),
  },
})

/** The larger the village, the earlier it is placed. */
const largestFirst: NonNullable<SymbolLayerSpecification['layout']>['symbol-sort-key'] = [
  '-',
  0,
  ['coalesce', ['to-number', ['get', 'population']], 0],
]

type Places = readonly (readonly [anchor: string, offset: readonly [number, number]])[]

/** First over the village's heart; where a pin stands there, on the nearest free side of it; beyond a cluster, which is wider. */
const anywhere: Places = [
  ['center', [0, 0]],
  ['top', [0, 1.7]],
  ['bottom', [0, -1.7]],
  ['left', [1.8, 0]],
  ['right', [-1.8, 0]],
  ['top-left', [1.3, 1.2]],
  ['top-right', [-1.3, 1.2]],
  ['bottom-left', [1.3, -1.2]],
  ['bottom-right', [-1.3, -1.2]],
  ['top', [0, 2.4]],
  ['bottom', [0, -2.4]],
  ['left', [2.4, 0]],
  ['right', [-2.4, 0]],
  ['top', [0, 3.4]],
  ['bottom', [0, -3.4]],
  ['left', [3.6, 0]],
  ['right', [-3.6, 0]],
]
/** Above or below the village, beginning or ending there: where the edge leaves no room to centre the name. */
const along = (anchor: 'left' | 'right'): Places => [-1.7, 1.7, -2.8, 2.8].map((down) => [anchor, [0, down]])

const listed = (places: Places) => ['literal', places.flat()]
const without = (...sides: readonly string[]): Places =>
  anywhere.filter(([anchor]) => !sides.some((side) => anchor === side || anchor.endsWith(`-${side}`)))

/** A name that is anchored at its right lies west of its village, and the other way round. */
const atEdges: Readonly<Record<Edge, Places>> = {
  west: without('right'),
  'west-near': [...without('right', 'center', 'top', 'bottom'), ...along('left')],
  east: without('left'),
  'east-near': [...without('left', 'center', 'top', 'bottom'), ...along('right')],
}

const layout: SymbolLayerSpecification['layout'] = {
  'text-field': ['get', 'name'],
  'text-max-width': 8,
  'text-line-height': 1.1,
  'text-variable-anchor-offset': anywhere.flat() as VariableAnchorOffsetCollectionSpecification,
  'text-justify': 'auto',
  'symbol-sort-key': largestFirst,
}
const insideTheMap = [
  'match',
  ['get', 'edge'],
  ...edges.flatMap((edge) => [edge, listed(atEdges[edge])]),
  listed(anywhere),
] as unknown as VariableAnchorOffsetCollectionSpecification

export function villageNames(scene: Scene): LayerSpecification[] {
  const own: LayerSpecification = {
    id: 'villages',
    type: 'symbol',
    source: sources.villages,
    layout: {
      ...layout,
      'text-variable-anchor-offset': insideTheMap,
      'text-font': semibold,
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        9,
        ['step', ['get', 'population'], 12, 10_000, 13],
        11,
        ['step', ['get', 'population'], 14, 10_000, 15.5],
        14,
        ['step', ['get', 'population'], 16, 10_000, 19],
      ],
      // Far off only what fits; from here on every name, however full it is, but none that a cluster would cover.
      'text-overlap': scene.clusters.features.length > 0 ? 'never' : ['step', ['zoom'], 'never', closeZoom, 'always'],
      'text-padding': 3,
    },
    paint: { 'text-color': ink, 'text-halo-color': paper, 'text-halo-width': 2, 'text-halo-blur': 0.4 },
  }
  return [own]
}

/** Places outside the consultation, for orientation, where no pin covers them; PDOK's map names them itself. */
export function placeNames(scene: Scene): LayerSpecification[] {
  if (scene.background === 'national' || !scene.catalogue?.basemap) return []
  const names = scene.consultation.villages.map((village) => village.name)
  return [
    {
      id: 'places',
      type: 'symbol',
      source: sources.basemap,
      'source-layer': 'place',
      filter: ['!', ['in', ['get', 'name'], ['literal', names]]],
      layout: {
        ...layout,
        'text-font': regular,
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 12, 14, 15],
        'text-padding': 6,
      },
      paint: { 'text-color': '#5b6468', 'text-halo-color': paper, 'text-halo-width': 1.6 },
    },
  ]
}
