/** The whole map as MapLibre's style, a pure function of the scene; MapLibre applies the difference with the style before. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { backgroundLayers, backgroundNames, backgroundSources, boundaryLayers } from './background.ts'
import {
  contributionPins,
  contributionShapes,
  contributionSources,
  labelKeepers,
  nameKeepers,
  selectedContribution,
} from './contribution-layers.ts'
import { accent, paper, type Scene, sources } from './scene.ts'
import { placeNames, villageNames, villageSource } from './village-names.ts'
import { zoneEmphasis, zoneLabels, zoneLayers, zoneSources } from './zone-layers.ts'

export function buildStyle(scene: Scene): StyleSpecification {
  return {
    version: 8,
    // No `glyphs` and no `sprite`: letters and images are drawn on the device, nothing is fetched for them.
    // MapLibre asks for tiles in this order: what people wrote comes first, also over a slow line.
    sources: {
      ...contributionSources(scene),
      ...backgroundSources(scene),
      ...zoneSources(scene),
      [sources.area]: { type: 'geojson', data: outside(scene.consultation.area) },
      [sources.villages]: villageSource(scene),
      [sources.marks]: { type: 'geojson', data: scene.marks },
    },
    layers: [
      ...backgroundLayers(scene),
      ...zoneLayers(scene),
      ...boundaryLayers(scene),
      ...area,
      ...zoneEmphasis(scene),
      ...contributionShapes(scene),
      ...backgroundNames(scene),
      ...zoneLabels(scene),
      ...placeNames(scene),
      ...labelKeepers(scene),
      ...contributionPins(scene),
      ...villageNames(scene),
      ...nameKeepers(scene),
      ...marks,
      ...selectedContribution(scene),
    ],
  }
}

/** The world without the consultation's area: veiled, so that everybody sees where it ends. */
function outside(shape: Scene['consultation']['area']): GeoJSON.Feature {
  const polygons: GeoJSON.Position[][][] = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const world: GeoJSON.Position[] = [
    [-180, -85],
    [180, -85],
    [180, 85],
    [-180, 85],
    [-180, -85],
  ]
  const holes = polygons.flatMap((rings) => rings.slice(0, 1))
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, ...holes] } }
}

const area: LayerSpecification[] = [
  { id: 'outside', type: 'fill', source: sources.area, paint: { 'fill-color': paper, 'fill-opacity': 0.5 } },
  {
    id: 'area',
    type: 'line',
    source: sources.area,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': accent, 'line-width': 2, 'line-opacity': 0.55 },
  },
]

const marks: LayerSpecification[] = [
  {
    id: 'accuracy',
    type: 'fill',
    source: sources.marks,
    filter: ['==', ['get', 'mark'], 'accuracy'],
    paint: { 'fill-color': '#1f5fbf', 'fill-opacity': 0.12 },
  },
  {
    id: 'spot-halo',
    type: 'circle',
    source: sources.marks,
    filter: ['==', ['get', 'mark'], 'spot'],
    paint: {
      'circle-radius': 13,
      'circle-color': paper,
      'circle-opacity': 0.75,
      'circle-stroke-color': accent,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'spot',
    type: 'circle',
    source: sources.marks,
    filter: ['==', ['get', 'mark'], 'spot'],
    paint: { 'circle-radius': 4, 'circle-color': accent },
  },
  {
    id: 'me',
    type: 'circle',
    source: sources.marks,
    filter: ['==', ['get', 'mark'], 'me'],
    paint: { 'circle-radius': 7, 'circle-color': '#1f5fbf', 'circle-stroke-color': '#fff', 'circle-stroke-width': 3 },
  },
]
