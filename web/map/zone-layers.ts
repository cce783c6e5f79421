/** The layers of visions and zoning plans that are switched on, drawn quietly enough for pins and names to speak. */
import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
} from 'maplibre-gl'
import type { Catalogue, Document, Layer } from '#contract/catalogue.ts'
import { edgeOf } from './colour.ts'
import { hatchId, type Texture } from './hatch.ts'
import { ink, paper, regular, type Scene } from './scene.ts'

/** How much of a fill's colour shows at full opacity. */
const fillShare = 0.35

interface Found {
  readonly document: Document
  readonly layer: Layer
}

export const findLayer = (catalogue: Catalogue | undefined, id: string): Found | undefined => {
  for (const document of catalogue?.documents ?? []) {
    const layer = document.layers.find((entry) => entry.id === id)
    if (layer) return { document, layer }
  }
  return undefined
}

/** The part of a layer's id after its document's: the source layer's name in the document's tiles. */
const sourceLayer = ({ document, layer }: Found): string => layer.id.slice(document.id.length + 1)
const sourceId = (document: Document): string => `zones/${document.id}`

export function zoneSources(scene: Scene): Record<string, SourceSpecification> {
  const ids = [...scene.layers.map((state) => state.id), ...(scene.zone ? [scene.zone.layer] : [])]
  const documents = new Set(ids.flatMap((id) => findLayer(scene.catalogue, id)?.document ?? []))
  return Object.fromEntries(
    [...documents].map((document) => [
      sourceId(document),
      {
        type: 'vector',
        tiles: [`pmtiles://${scene.origin}/geodata/${document.tiles}/{z}/{x}/{y}`],
        minzoom: document.minZoom,
        maxzoom: document.maxZoom,
        bounds: document.bounds,
      },
    ]),
  )
}

/** Bottom to top: the list's last layer first. */
export const zoneLayers = (scene: Scene): LayerSpecification[] =>
  scene.layers.toReversed().flatMap((state) => {
    const found = findLayer(scene.catalogue, state.id)
    if (!found) return []
    const texture = scene.textures.get(state.id) ?? (found.layer.hatch ? 'hatch' : 'plain')
    return shapes[found.layer.geometry](found, state.opacity, texture)
  })

/** Of a layer's own style layers the one that is asked whether anything of it is in view. */
export const drawnAs = (layer: Layer): string =>
  `${layer.id}/${({ polygon: 'fill', line: 'line', point: 'point' } as const)[layer.geometry]}`

/** `colours` by the feature's legend value, the layer's own where it has none. */
function byLegend(layer: Layer, paint: (colour: string) => string): DataDrivenPropertyValueSpecification<string> {
  const [first, ...rest] = layer.legend
  if (first === undefined) return paint(layer.colour)
  const pairs = rest.flatMap((entry) => [entry.value, paint(entry.colour)])
  return ['match', ['get', 'value'], first.value, paint(first.colour), ...pairs, paint(layer.colour)] as ExpressionSpecification
}

const place = (found: Found) => ({ source: sourceId(found.document), 'source-layer': sourceLayer(found) })
const same = (colour: string) => colour

/** Zoom and width of a line, in pixels. */
const lineWidth = [8, 2, 12, 3, 16, 4.5] as const
const wider = (stops: readonly number[], by: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  ...stops.map((value, index) => (index % 2 === 1 ? value + by : value)),
]

/** Second of its hue, a line is broken. */
const dashes: Readonly<Record<Texture, readonly number[] | null>> = {
  plain: null,
  hatch: [3, 2],
  back: [6, 2],
  cross: [1.5, 1.5],
  dots: [0.5, 2],
  level: [6, 1.5, 1, 1.5],
}

const shapes: Record<Layer['geometry'], (found: Found, opacity: number, texture: Texture) => LayerSpecification[]> = {
  polygon: (found, opacity, texture) => {
    const { layer } = found
    const fill: LayerSpecification = {
      id: `${layer.id}/fill`,
      type: 'fill',
      ...place(found),
      paint:
        texture === 'plain'
          ? { 'fill-color': byLegend(layer, same), 'fill-opacity': fillShare * opacity, 'fill-antialias': false }
          : // The image itself lets enough of the map through.
            { 'fill-pattern': byLegend(layer, (colour) => hatchId(texture, colour)), 'fill-opacity': opacity },
    }
    return [
      fill,
      {
        id: `${layer.id}/outline`,
        type: 'line',
        ...place(found),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': byLegend(layer, edgeOf), 'line-width': 1.5, 'line-opacity': opacity },
      },
    ]
  },
  line: (found, opacity, texture) => {
    const line = { type: 'line', ...place(found) } as const
    const dash = dashes[texture]
    return [
      {
        ...line,
        id: `${found.layer.id}/casing`,
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': paper, 'line-width': wider(lineWidth, 3), 'line-opacity': 0.85 * opacity },
      },
      {
        ...line,
        id: `${found.layer.id}/line`,
        layout: { 'line-cap': dash ? 'butt' : 'round', 'line-join': 'round' },
        paint: {
          'line-color': byLegend(found.layer, edgeOf),
          'line-width': wider(lineWidth, 0),
          'line-opacity': opacity,
          ...(dash && { 'line-dasharray': [...dash] }),
        },
      },
    ]
  },
  point: (found, opacity) => [
    {
      id: `${found.layer.id}/point`,
      type: 'circle',
      ...place(found),
      paint: {
        'circle-color': byLegend(found.layer, edgeOf),
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 3.5, 14, 6.5],
        'circle-stroke-color': paper,
        'circle-stroke-width': 2,
        'circle-opacity': opacity,
        'circle-stroke-opacity': opacity,
      },
    },
  ],
}

/** The zone that a panel speaks of, also where its layer is off. */
export function zoneEmphasis(scene: Scene): LayerSpecification[] {
  const found = scene.zone && findLayer(scene.catalogue, scene.zone.layer)
  if (!scene.zone || !found) return []
  const filter: ExpressionSpecification = ['==', ['get', 'id'], scene.zone.id]
  const line = { type: 'line', ...place(found), filter, layout: { 'line-join': 'round' } } as const
  return [
    { ...line, id: 'zone-halo', paint: { 'line-color': paper, 'line-width': 7, 'line-opacity': 0.9 } },
    { ...line, id: 'zone-line', paint: { 'line-color': edgeOf(found.layer.colour), 'line-width': 4 } },
  ]
}

/** Names of zones, above every fill and below the pins; they give way to everything else. */
export const zoneLabels = (scene: Scene): LayerSpecification[] =>
  scene.layers.toReversed().flatMap((state) => {
    const found = findLayer(scene.catalogue, state.id)
    return found && state.opacity > 0 ? [label(found)] : []
  })

/** Areas have a place for their name in a source layer of its own (geodata/build/labels.ts); lines and points carry theirs along. */
const label = (found: Found): LayerSpecification => {
  const { layer } = found
  const text = {
    'text-field': ['get', 'title'] as ExpressionSpecification,
    'text-font': regular,
    'text-size': 13,
    'text-padding': 8,
  }
  const common = {
    id: `${layer.id}/label`,
    type: 'symbol',
    source: sourceId(found.document),
    paint: { 'text-color': ink, 'text-opacity': 0.85, 'text-halo-color': paper, 'text-halo-width': 1.6 },
  } as const
  const labels: Record<Layer['geometry'], () => LayerSpecification> = {
    polygon: () => ({
      ...common,
      'source-layer': 'label',
      minzoom: 11.5,
      filter: ['==', ['get', 'layer'], sourceLayer(found)],
      layout: { ...text, 'text-max-width': 9 },
    }),
    line: () => ({
      ...common,
      'source-layer': sourceLayer(found),
      minzoom: 13,
      layout: { ...text, 'symbol-placement': 'line', 'symbol-spacing': 400, 'text-offset': [0, 0.9] },
    }),
    point: () => ({
      ...common,
      'source-layer': sourceLayer(found),
      minzoom: 12.5,
      layout: { ...text, 'text-anchor': 'top', 'text-offset': [0, 0.6], 'text-max-width': 8 },
    }),
  }
  return labels[layer.geometry]()
}
