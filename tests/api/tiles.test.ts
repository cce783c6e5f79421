import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type App, consultation } from './app.ts'
import { startProef } from './proef.ts'

let app: App
beforeAll(async () => {
  app = await startProef()
})
afterAll(() => app.close())

describe('tiles', () => {
  const tile = (z: number, longitude: number, latitude: number) => {
    const x = Math.floor(((longitude + 180) / 360) * 2 ** z)
    const y = Math.floor((0.5 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z)
    return `/api/v1/collections/proef/tiles/WebMercatorQuad/${z}/${y}/${x}`
  }

  test('points, lines and areas, with a pin for each line and area', async () => {
    const answer = await app.ask(tile(8, 5.25, 52.03))
    const { layers } = new VectorTile(new PbfReader(answer.bytes))
    const all = layers.contributions
    expect(all?.extent).toBe(4096)
    const features = Array.from({ length: all?.length ?? 0 }, (_, index) => all?.feature(index))
    expect(features.map((feature) => feature?.properties.title).sort()).toEqual(
      ['De nieuwste bijdrage', 'De oudste bijdrage', 'Een boomgaard', 'Een fietspad'].sort(),
    )
    expect(features.find((feature) => feature?.properties.title === 'Een fietspad')?.properties).toMatchObject({
      kind: 'idea',
      theme: 'mobility',
      themes: 'mobility,health',
      outcome: 'open',
    })
    const anchors = Array.from({ length: layers.anchors?.length ?? 0 }, (_, index) => layers.anchors?.feature(index))
    expect(anchors.map((anchor) => [anchor?.type, anchor?.properties.title])).toEqual(
      expect.arrayContaining([
        [1, 'Een fietspad'],
        [1, 'Een boomgaard'],
      ]),
    )
    expect(anchors).toHaveLength(2)
    expect(layers.clusters).toBeUndefined()
  })

  test('a shape is drawn beyond the edge of a tile, so that no line breaks there', async () => {
    const answer = await app.ask(tile(14, 5.23, 52.025))
    const path = new VectorTile(new PbfReader(answer.bytes)).layers.contributions?.feature(0).loadGeometry()[0] ?? []
    const outside = path.filter(({ x, y }) => x < 0 || y < 0 || x > 4096 || y > 4096)
    expect(outside.length).toBeGreaterThan(0)
  })

  test('each contribution has its pin in one tile of a zoom, where a map draws it', async () => {
    await app.store.putConsultation(consultation('randen'))
    const [z, column, row] = [14, 8431, 5412]
    const east = ((column + 1) / 2 ** z) * 360 - 180
    const south = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (row + 1)) / 2 ** z))) * 180) / Math.PI
    const beside = (dx: number, dy: number): [number, number] => [east + dx, south + dy]
    // A few centimetres from the edges of its tile, which holds half a metre in a unit.
    await app.submit({ title: 'Vlak voor de rand', geometry: { type: 'Point', coordinates: beside(-5e-7, 3e-7) } }, 'randen')
    await app.submit(
      { title: 'Over de rand', geometry: { type: 'LineString', coordinates: [beside(-2e-4, 1e-3), beside(3e-4, 1e-3)] } },
      'randen',
    )
    const places = { type: 'MultiPoint' as const, coordinates: [beside(-1e-3, 2e-3), beside(1e-3, 2e-3)] }
    await app.submit({ title: 'Twee plekken', geometry: places }, 'randen')
    const pins = async (x: number, y: number) => {
      const { bytes } = await app.ask(`/api/v1/collections/randen/tiles/WebMercatorQuad/${z}/${y}/${x}`)
      const { layers } = new VectorTile(new PbfReader(bytes))
      return [layers.contributions, layers.anchors].flatMap((layer) =>
        Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index)).flatMap((feature) => {
          const points = feature?.type === 1 && !feature.properties.part ? feature.loadGeometry().flat() : []
          // MapLibre draws no symbol outside its tile.
          return points
            .filter((at) => at.x >= 0 && at.y >= 0 && at.x < 4096 && at.y < 4096)
            .map(() => String(feature?.properties.title))
        }),
      )
    }
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [column + dx, row + dy] as const))
    const found = (await Promise.all(around.map(([x, y]) => pins(x, y)))).flat()
    expect(found.toSorted()).toEqual(['Over de rand', 'Twee plekken', 'Vlak voor de rand'])
    expect((await pins(column, row)).toSorted()).toEqual(['Twee plekken', 'Vlak voor de rand'])
  })

  test('an empty tile is empty, and one outside the world is not there', async () => {
    const empty = await app.ask(tile(14, 4, 51))
    expect(empty.bytes).toHaveLength(0)
    expect((await app.ask('/api/v1/collections/proef/tiles/WebMercatorQuad/3/8/0')).status).toBe(404)
    expect((await app.ask('/api/v1/collections/proef/tiles/WebMercatorQuad/17/0/0')).status).toBe(404)
    expect((await app.ask('/api/v1/collections/proef/tiles/WebMercatorQuad/3/-1/0')).status).toBe(404)
  })

  test('a tile that holds more than it draws one by one shows clusters, by kind and set of themes', async () => {
    await app.store.putConsultation(consultation('vol'))
    await Promise.all(
      Array.from({ length: 520 }, (_, index) =>
        app.submit({ title: `Bijdrage ${index}`, kind: index % 2 ? 'idea' : 'concern', themes: ['mobility', 'energy'] }, 'vol'),
      ),
    )
    await vi.waitFor(
      async () => {
        const { bytes } = await app.ask(tile(10, 5.2416, 52.0384).replace('proef', 'vol'))
        const { layers } = new VectorTile(new PbfReader(bytes))
        expect(layers.clusters?.length).toBe(1)
        const { cell, ...counts } = layers.clusters?.feature(0).properties ?? {}
        expect(counts).toEqual({ count: 520, 'idea/6': 260, 'concern/6': 260 })
        expect(cell).toHaveLength(13)
        expect(layers.contributions).toBeUndefined()
      },
      { timeout: 30_000, interval: 300 },
    )
  })

  test('asked again, it answers 304 until something changes', async () => {
    const path = tile(9, 5.25, 52.03)
    const first = await app.ask(path)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30')
    const etag = first.headers.get('etag') ?? ''
    const again = await app.ask(path, { headers: { 'if-none-match': `W/${etag}` } })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    const { id } = await app.submit({ title: 'Net geplaatst' })
    const changed = await app.ask(path, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.text).toContain(id)
  })
})
