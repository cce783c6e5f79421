/** A scene with everything on it, for tests of the style. */
import type { Catalogue, Layer } from '#contract/catalogue.ts'
import type { Scene } from '#web/map/scene.ts'

const layer = (id: string, extra: Partial<Layer> = {}): Layer => ({
  id: `visie.${id}`,
  title: id,
  theme: 'housing',
  geometry: 'polygon',
  colour: '#a05010',
  hatch: false,
  legend: [],
  zones: 1,
  bounds: [5, 51, 6, 53],
  download: `visie.${id}.fgb`,
  ...extra,
})

const catalogue: Catalogue = {
  basemap: { tiles: 'basemap.pmtiles', attribution: 'Vliegwiel', bounds: [5, 51, 6, 53], minZoom: 6, maxZoom: 14 },
  documents: [
    {
      id: 'visie',
      title: 'Omgevingsvisie',
      category: 'vision',
      authority: 'Provincie',
      version: '1',
      date: '2026-01-01',
      source: 'test',
      licence: 'CC0',
      example: true,
      bounds: [5, 51, 6, 53],
      minZoom: 6,
      maxZoom: 13,
      tiles: 'visie.pmtiles',
      zones: 'visie.fgb',
      layers: [
        layer('plain'),
        layer('hatched', { hatch: true, colour: '#207040' }),
        layer('legend', {
          legend: [
            { value: 'a', label: 'A', colour: '#ff0000' },
            { value: 'b', label: 'B', colour: '#00ff00' },
          ],
        }),
        layer('hatched-legend', { hatch: true, legend: [{ value: 'a', label: 'A', colour: '#ff0000' }] }),
        layer('lines', { geometry: 'line' }),
        layer('points', { geometry: 'point' }),
      ],
    },
  ],
}

export const scene: Scene = {
  origin: 'http://127.0.0.1',
  consultation: {
    id: 'kromme-rijn',
    area: {
      type: 'Polygon',
      coordinates: [
        [
          [5.1, 51.9],
          [5.4, 51.9],
          [5.4, 52.1],
          [5.1, 51.9],
        ],
      ],
    },
    bounds: [5.1, 51.9, 5.4, 52.1],
    villages: [{ id: 'cothen', name: 'Cothen', position: [5.31, 52], population: 2765 }],
  },
  catalogue,
  background: 'schematic',
  layers: catalogue.documents.flatMap((document) => document.layers.map(({ id }) => ({ id, opacity: 0.8 }))),
  textures: new Map(),
  zone: { layer: 'visie.plain', id: 'z1' },
  filter: { kinds: [], themes: [], outcomes: [] },
  tiled: true,
  replaced: [],
  local: { type: 'FeatureCollection', features: [] },
  clusters: { type: 'FeatureCollection', features: [] },
  selected: null,
  dimmed: false,
  marks: { type: 'FeatureCollection', features: [] },
}
