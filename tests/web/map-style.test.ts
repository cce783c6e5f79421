import { createExpression, featureFilter, type StyleSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { withDrawing } from '#web/map/follow-style.ts'
import type { LayerState, MapFilter } from '#web/map/port.ts'
import type { Scene } from '#web/map/scene.ts'
import { buildStyle } from '#web/map/style.ts'
import { scene } from './map-scene.ts'

const ids = (style: StyleSpecification) => style.layers.map((layer) => layer.id)
const at = (style: StyleSpecification, id: string) => {
  const index = ids(style).indexOf(id)
  expect(index, id).toBeGreaterThanOrEqual(0)
  return index
}
const layerOf = (style: StyleSpecification, id: string) => style.layers[at(style, id)]

const scenes: Record<string, Scene> = {
  everything: scene,
  'national map': { ...scene, background: 'national' },
  'no catalogue yet': { ...scene, catalogue: undefined },
  'no basemap': { ...scene, catalogue: { basemap: null, documents: scene.catalogue?.documents ?? [] } },
  selected: { ...scene, selected: 'a', dimmed: true },
  placing: { ...scene, dimmed: true },
  'filtered, without tiles': {
    ...scene,
    tiled: false,
    filter: { kinds: ['idea'], themes: ['food', 'energy'], outcomes: ['open'] },
  },
  'unknown layer': { ...scene, layers: [{ id: 'gone.layer', opacity: 1 }], zone: { layer: 'gone.layer', id: 'x' } },
}

describe('the style', () => {
  it.each(Object.entries(scenes))('is valid: %s', (_name, given) => {
    expect(validateStyleMin(buildStyle(given) as StyleSpecification).map((error) => error.message)).toEqual([])
  })

  it('draws background, zones, boundaries, contributions, pins, names and the selected one in this order', () => {
    const style = buildStyle({ ...scene, selected: 'a' }) as StyleSpecification
    const order = [
      'land',
      'water',
      'motorway',
      'visie.plain/fill',
      'visie.plain/outline',
      'boundary',
      'zone-line',
      'shapes/tiles/line',
      'visie.plain/label',
      'label-keepers/tiles',
      'pins/tiles',
      'villages',
      'keepers/tiles',
      'selected/shapes/tiles/line',
      'selected/pins/local',
    ].map((id) => at(style, id))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('has contributions asked for before every background and layer', () => {
    for (const given of Object.values(scenes)) expect(Object.keys(buildStyle(given).sources)[0]).toBe('contributions')
  })

  it('puts the first layer of the list on top', () => {
    const states: LayerState[] = [
      { id: 'visie.lines', opacity: 1 },
      { id: 'visie.plain', opacity: 1 },
    ]
    const style = buildStyle({ ...scene, layers: states }) as StyleSpecification
    expect(at(style, 'visie.lines/line')).toBeGreaterThan(at(style, 'visie.plain/fill'))
  })

  it('fills with 35 % times the opacity under an outline of the same hue, hatches the second of a hue', () => {
    const style = buildStyle(scene) as StyleSpecification
    expect(layerOf(style, 'visie.plain/fill')).toMatchObject({ paint: { 'fill-color': '#a05010', 'fill-opacity': 0.35 * 0.8 } })
    expect(layerOf(style, 'visie.plain/outline')).toMatchObject({ paint: { 'line-color': '#a05010', 'line-width': 1.5 } })
    expect(layerOf(style, 'visie.hatched/fill')).toMatchObject({ paint: { 'fill-pattern': 'hatch|hatch|#207040' } })
    expect(layerOf(style, 'visie.legend/fill')).toMatchObject({
      paint: { 'fill-color': ['match', ['get', 'value'], 'a', '#ff0000', 'b', '#00ff00', '#a05010'] },
    })
  })

  it('asks nobody but this page and PDOK, and no glyphs', () => {
    for (const given of Object.values(scenes)) {
      const text = JSON.stringify(buildStyle(given))
      const hosts = [...text.matchAll(/(?:https?|pmtiles):\/\/(?:https?:\/\/)?([^/"]+)/g)].map(([, host]) => host)
      expect(hosts.filter((host) => host !== '127.0.0.1' && host !== 'service.pdok.nl')).toEqual([])
      expect(buildStyle(given)).not.toHaveProperty('glyphs')
      expect(buildStyle(given)).not.toHaveProperty('sprite')
    }
    expect(JSON.stringify(buildStyle(scene))).not.toContain('pdok')
  })

  it('asks contribution tiles by row before column', () => {
    expect(buildStyle(scene).sources.contributions).toMatchObject({
      tiles: ['http://127.0.0.1/api/v1/collections/kromme-rijn/tiles/WebMercatorQuad/{z}/{y}/{x}'],
    })
  })

  it('draws the local contributions only when they replace the tiles', () => {
    const style = buildStyle({ ...scene, tiled: false, selected: 'a' }) as StyleSpecification
    expect(style.layers.filter((layer) => 'source' in layer && layer.source === 'contributions')).toEqual([])
    expect(ids(style)).toContain('pins/local')
  })

  it('lets everything but the selected one step back to 40 %', () => {
    const style = buildStyle({ ...scene, selected: 'a', dimmed: true }) as StyleSpecification
    const opacity = (id: string, grouped: boolean) => {
      const layer = layerOf(style, id)
      const compiled = createExpression(layer?.type === 'symbol' ? layer.paint?.['icon-opacity'] : undefined, 'icon-opacity')
      if (compiled.result === 'error') throw new Error(JSON.stringify(compiled.value))
      return compiled.value.evaluate({ zoom: 12 }, point({}), { grouped })
    }
    expect([opacity('pins/tiles', false), opacity('selected/pins/tiles', false)]).toEqual([0.4, 1])
    // Under a cluster a pin is not seen.
    expect(opacity('pins/tiles', true)).toBe(0)
    const shown = (id: string, layer: string) =>
      passes(layerOf(style, layer), { id, kind: 'idea', themes: 'food', outcome: 'open' })
    expect([shown('a', 'pins/tiles'), shown('b', 'pins/tiles')]).toEqual([false, true])
    expect([shown('a', 'selected/pins/tiles'), shown('b', 'selected/pins/tiles')]).toEqual([true, false])
  })

  it('leaves the layers of a drawing where they are', () => {
    const before = buildStyle(scene)
    const drawing = { id: 'draw-polygon', type: 'fill', source: 'draw-polygon' } as const
    const drawn: ReturnType<typeof buildStyle> = {
      ...before,
      sources: {
        ...before.sources,
        'draw-polygon': { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } as const,
      },
      layers: [...before.layers, drawing],
    }
    const next = withDrawing(drawn, buildStyle({ ...scene, dimmed: true }))
    expect(next.layers.at(-1)).toEqual(drawing)
    expect(next.sources).toHaveProperty('draw-polygon')
    expect(ids(next as StyleSpecification).filter((id) => id === 'land')).toHaveLength(1)
  })
})

type Properties = Record<string, string>
const point = (properties: Properties) => ({ type: 1 as const, properties })

function passes(layer: StyleSpecification['layers'][number] | undefined, properties: Properties): boolean {
  if (!layer || !('filter' in layer) || layer.filter === undefined) throw new Error('a layer with a filter was expected')
  return featureFilter(layer.filter, 'filter').filter({ zoom: 12 }, point(properties))
}

describe('the filter', () => {
  const shown = (filter: Partial<MapFilter>, properties: Properties) =>
    passes(
      layerOf(buildStyle({ ...scene, filter: { ...scene.filter, ...filter } }) as StyleSpecification, 'pins/tiles'),
      properties,
    )
  const fruit = { id: 'a', kind: 'idea', theme: 'food', themes: 'food,health', outcome: 'open' }

  it('lets all through when empty', () => expect(shown({}, fruit)).toBe(true))
  it('knows every theme of a contribution, not only the first', () => {
    expect(shown({ themes: ['health'] }, fruit)).toBe(true)
    expect(shown({ themes: ['housing', 'food'] }, fruit)).toBe(true)
    expect(shown({ themes: ['housing', 'energy'] }, fruit)).toBe(false)
  })
  it('wants kind, theme and outcome together', () => {
    expect(shown({ kinds: ['idea'], themes: ['food'], outcomes: ['open'] }, fruit)).toBe(true)
    expect(shown({ kinds: ['concern'], themes: ['food'] }, fruit)).toBe(false)
    expect(shown({ kinds: ['idea'], outcomes: ['done', 'declined'] }, fruit)).toBe(false)
  })
})

describe('the pin', () => {
  it('is named after kind, first theme and answer', () => {
    const layer = layerOf(buildStyle(scene) as StyleSpecification, 'pins/tiles')
    const image = layer?.type === 'symbol' ? layer.layout?.['icon-image'] : undefined
    const compiled = createExpression(image, 'icon-image')
    if (compiled.result === 'error') throw new Error(JSON.stringify(compiled.value))
    const name = (outcome: string) =>
      String(compiled.value.evaluate({ zoom: 12 }, point({ kind: 'challenge', theme: 'energy', outcome })))
    expect(name('open')).toBe('pin|challenge|energy|none')
    expect(name('considered')).toBe('pin|challenge|energy|dashed')
    expect(name('adopted')).toBe('pin|challenge|energy|closed')
  })
})
