/** The quiet background: PDOK's grey national map, or the catalogue's schematic one in this app's own look. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { Basemap } from '#contract/catalogue.ts'
import { italic, land, type Scene, semibold, sources, water } from './scene.ts'

/** Web Mercator tiles of BRT-Achtergrondkaart grijs (Kadaster, CC BY 4.0), z/x/y. */
export const nationalTiles = 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png'
export const nationalAttribution = '© Kadaster'

const quiet = {
  floodplain: '#e9ecdc',
  wood: '#dfe7d6',
  builtup: '#e9e3d8',
  builtupEdge: '#ddd5c6',
  road: '#ffffff',
  casing: '#dcd3c3',
  motorway: '#f3d9a8',
  motorwayCasing: '#d9b878',
  rail: '#c6bfb3',
  boundary: '#8a8378',
} as const

export function backgroundSources(scene: Scene): Record<string, SourceSpecification> {
  const basemap = scene.catalogue?.basemap
  return {
    ...(basemap && { [sources.basemap]: schematicSource(scene.origin, basemap) }),
    ...(scene.background === 'national' && {
      [sources.national]: { type: 'raster', tiles: [nationalTiles], tileSize: 256, minzoom: 6, maxzoom: 19 } as const,
    }),
  }
}

const schematicSource = (origin: string, basemap: Basemap): SourceSpecification => ({
  type: 'vector',
  tiles: [`pmtiles://${origin}/geodata/${basemap.tiles}/{z}/{x}/{y}`],
  minzoom: basemap.minZoom,
  maxzoom: basemap.maxZoom,
  bounds: basemap.bounds,
})

export function backgroundLayers(scene: Scene): LayerSpecification[] {
  const base: LayerSpecification = { id: 'land', type: 'background', paint: { 'background-color': land } }
  if (scene.background === 'national') return [base, { id: 'national', type: 'raster', source: sources.national }]
  return scene.catalogue?.basemap ? [base, ...schematicLayers] : [base]
}

/** Width in pixels that doubles with every zoom level from 12 on, and shrinks gently below. */
const width = (at12: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  8,
  at12 * 0.35,
  12,
  at12,
  16,
  at12 * 4,
]
/** Rivers (rank 1) wider than ditches (rank 3). A `course` that winds too much to write along has its name on a line of its own. */
const byRank = (scale: number): ExpressionSpecification => ['match', ['get', 'rank'], 1, 4 * scale, 2, 2.2 * scale, 1.2 * scale]
const widthByRank: ExpressionSpecification = [
  'interpolate',
  ['exponential', 1.5],
  ['zoom'],
  8,
  byRank(0.35),
  12,
  byRank(1),
  16,
  byRank(4),
]
const roads = (...classes: string[]): ExpressionSpecification => ['in', ['get', 'class'], ['literal', classes]]
const byRoad = (main: number, minor: number): ExpressionSpecification => {
  const at = (scale: number): ExpressionSpecification => ['match', ['get', 'class'], 'main', main * scale, minor * scale]
  return ['interpolate', ['exponential', 1.5], ['zoom'], 8, at(0.35), 12, at(1), 16, at(4)]
}
const from = { source: sources.basemap }
const round = { 'line-cap': 'round', 'line-join': 'round' } as const

/** Names of waters along their course and numbers of main roads: enough to know where one is. */
const schematicNames: LayerSpecification[] = [
  {
    id: 'waterway-name',
    type: 'symbol',
    ...from,
    'source-layer': 'waterway',
    minzoom: 10.5,
    filter: ['all', ['<=', ['get', 'rank'], 2], ['!=', ['get', 'class'], 'course']],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 360,
      'text-field': ['get', 'name'],
      'text-font': italic,
      'text-size': 13,
      'text-letter-spacing': 0.06,
      'text-offset': [0, -0.7],
      'text-max-angle': 30,
    },
    paint: { 'text-color': '#45748a', 'text-halo-color': land, 'text-halo-width': 1.4 },
  },
  {
    id: 'road-number',
    type: 'symbol',
    ...from,
    'source-layer': 'road',
    minzoom: 10.5,
    filter: ['has', 'ref'],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'ref'],
      'text-font': semibold,
      'text-size': 11,
      'text-rotation-alignment': 'viewport',
      'text-padding': 12,
    },
    paint: { 'text-color': '#7a6a48', 'text-halo-color': '#fff6e2', 'text-halo-width': 2.4 },
  },
]

export const backgroundNames = (scene: Scene): LayerSpecification[] =>
  scene.background === 'schematic' && scene.catalogue?.basemap ? schematicNames : []

const schematicLayers: LayerSpecification[] = [
  {
    id: 'floodplain',
    type: 'fill',
    ...from,
    'source-layer': 'land',
    filter: ['==', ['get', 'class'], 'floodplain'],
    paint: { 'fill-color': quiet.floodplain },
  },
  { id: 'wood', type: 'fill', ...from, 'source-layer': 'wood', paint: { 'fill-color': quiet.wood } },
  {
    id: 'builtup',
    type: 'fill',
    ...from,
    'source-layer': 'builtup',
    paint: { 'fill-color': quiet.builtup, 'fill-outline-color': quiet.builtupEdge },
  },
  { id: 'water', type: 'fill', ...from, 'source-layer': 'water', paint: { 'fill-color': water } },
  {
    id: 'waterway',
    type: 'line',
    ...from,
    'source-layer': 'waterway',
    filter: ['!=', ['get', 'class'], 'name'],
    layout: round,
    paint: { 'line-color': water, 'line-width': widthByRank },
  },
  {
    id: 'rail',
    type: 'line',
    ...from,
    'source-layer': 'rail',
    paint: { 'line-color': quiet.rail, 'line-width': width(1.1) },
  },
  {
    id: 'rail-sleepers',
    type: 'line',
    ...from,
    'source-layer': 'rail',
    minzoom: 11,
    paint: { 'line-color': quiet.rail, 'line-width': width(3.2), 'line-dasharray': [0.3, 3] },
  },
  {
    id: 'road-casing',
    type: 'line',
    ...from,
    'source-layer': 'road',
    filter: ['!', roads('motorway')],
    layout: round,
    paint: { 'line-color': quiet.casing, 'line-width': byRoad(3.6, 2.4) },
  },
  {
    id: 'road',
    type: 'line',
    ...from,
    'source-layer': 'road',
    filter: ['!', roads('motorway')],
    layout: round,
    paint: { 'line-color': quiet.road, 'line-width': byRoad(2.4, 1.4) },
  },
  {
    id: 'motorway-casing',
    type: 'line',
    ...from,
    'source-layer': 'road',
    filter: roads('motorway'),
    layout: round,
    paint: { 'line-color': quiet.motorwayCasing, 'line-width': width(5.2) },
  },
  {
    id: 'motorway',
    type: 'line',
    ...from,
    'source-layer': 'road',
    filter: roads('motorway'),
    layout: round,
    paint: { 'line-color': quiet.motorway, 'line-width': width(3.6) },
  },
]

/** Municipal boundaries lie above the zones' fills: which government is meant matters there too. */
export const boundaryLayers = (scene: Scene): LayerSpecification[] =>
  scene.catalogue?.basemap && scene.background === 'schematic'
    ? [
        {
          id: 'boundary',
          type: 'line',
          ...from,
          'source-layer': 'boundary',
          paint: { 'line-color': quiet.boundary, 'line-width': 1.2, 'line-dasharray': [4, 3], 'line-opacity': 0.75 },
        },
      ]
    : []
