import { join } from 'node:path'
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { PMTiles } from 'pmtiles'
import { expect, test } from 'vitest'
import type { Document } from '#contract/catalogue.ts'
import { fileSource } from '#geo/file-source.ts'
import { addDocument } from '#geodata/add.ts'
import { tileRange } from '#geodata/build/tile-layer.ts'
import { TileStore } from '#geodata/build/tile-store.ts'
import { silent } from '#geodata/progress.ts'
import { collection, folderOf, polygons, square, temporaryFolder } from './fixture.ts'

async function build(files: Readonly<Record<string, string>>): Promise<{ document: Document; archive: PMTiles }> {
  const target = await temporaryFolder()
  const { document } = await addDocument({ input: await folderOf(files), target, id: 'plan', today: '2026-01-01' }, silent)
  return { document, archive: new PMTiles(fileSource(join(target, document.tiles))) }
}

async function tileAt(archive: PMTiles, z: number, x: number, y: number): Promise<VectorTile | undefined> {
  const tile = await archive.getZxy(z, x, y)
  return tile && new VectorTile(new PbfReader(new Uint8Array(tile.data)))
}

function featuresOf(tile: VectorTile | undefined, layer: string): VectorTileFeature[] {
  const found = tile?.layers[layer]
  return found ? Array.from({ length: found.length }, (_, index) => found.feature(index)) : []
}

/** All tiles of a zoom within the document's bounds. */
async function tilesOfZoom(
  archive: PMTiles,
  document: Document,
  z: number,
): Promise<{ x: number; y: number; tile: VectorTile; bytes: number }[]> {
  const { west, east, north, south } = tileRange(document.bounds, z)
  const tiles: { x: number; y: number; tile: VectorTile; bytes: number }[] = []
  for (let x = west; x <= east; x++) {
    for (let y = north; y <= south; y++) {
      const raw = await archive.getZxy(z, x, y)
      if (raw) tiles.push({ x, y, tile: new VectorTile(new PbfReader(new Uint8Array(raw.data))), bytes: raw.data.byteLength })
    }
  }
  return tiles
}

test('features carry id, title and value, in a source layer by the name in the layer id', async () => {
  const zones = ['wonen', 'groen'].map((value, index) => ({
    id: value,
    properties: { naam: `Vlak ${index}`, value, extra: 1 },
    geometry: { type: 'Polygon', coordinates: square(5.2 + index / 50, 52, 0.005) },
  }))
  const { document, archive } = await build({ 'enkel bestemming.geojson': collection(zones) })
  expect(document.layers[0]).toMatchObject({
    id: 'plan.enkel-bestemming',
    legend: [
      { value: 'groen', label: 'groen' },
      { value: 'wonen', label: 'wonen' },
    ],
  })
  const { west, north } = tileRange(document.bounds, 9)
  const tile = await tileAt(archive, 9, west, north)
  expect(featuresOf(tile, 'enkel-bestemming').map((feature) => feature.properties)).toEqual([
    { id: 'wonen', title: 'Vlak 0', value: 'wonen' },
    { id: 'groen', title: 'Vlak 1', value: 'groen' },
  ])
  expect(((await archive.getMetadata()) as { vector_layers: { id: string }[] }).vector_layers.map(({ id }) => id)).toEqual([
    'enkel-bestemming',
    'label',
  ])
})

test('each zone has one label at every zoom where it is large enough, inside it; also where it spans tiles', async () => {
  await fc.assert(
    fc.asyncProperty(polygons, async (rings) => {
      const { document, archive } = await build({
        'g.geojson': collection([{ id: 'a', properties: { naam: 'Gebied' }, geometry: { type: 'Polygon', coordinates: rings } }]),
      })
      for (const z of [6, 9, 11]) {
        const labels: GeoJSON.Feature[] = []
        for (const { x, y, tile } of await tilesOfZoom(archive, document, z)) {
          labels.push(...featuresOf(tile, 'label').map((feature) => feature.toGeoJSON(x, y, z)))
        }
        // 0.1 to 0.2 degrees across: 24 pixels from zoom 8 on.
        expect(labels.length).toBe(z === 6 ? 0 : 1)
        for (const label of labels) {
          expect(label.properties).toEqual({ id: 'a', title: 'Gebied', layer: 'g' })
          if (z === 11)
            expect(booleanPointInPolygon(label.geometry as GeoJSON.Point, { type: 'Polygon', coordinates: rings })).toBe(true)
        }
      }
    }),
    { numRuns: 10 },
  )
})

test('outlines stay in place: tiles at the highest zoom contain what the source contains, also across their borders', async () => {
  await fc.assert(
    fc.asyncProperty(
      polygons,
      fc.array(fc.tuple(fc.double({ min: -0.1, max: 0.1, noNaN: true }), fc.double({ min: -0.1, max: 0.1, noNaN: true })), {
        minLength: 40,
        maxLength: 40,
      }),
      async (rings, offsets) => {
        const { document, archive } = await build({
          'g.geojson': collection([{ id: 'a', geometry: { type: 'Polygon', coordinates: rings } }]),
        })
        const [west, south, east, north] = document.bounds
        for (const [dx, dy] of offsets) {
          const place: [number, number] = [(west + east) / 2 + dx, (south + north) / 2 + dy]
          // A tile unit at zoom 12 is 1.5 m, 0.00002 degrees.
          if (distanceToBorder(place, rings) < 0.00005) continue
          const { west: x, north: y } = tileRange([...place, ...place], document.maxZoom)
          const drawn = featuresOf(await tileAt(archive, document.maxZoom, x, y), 'g').map((feature) =>
            feature.toGeoJSON(x, y, document.maxZoom),
          )
          const inside = drawn.some((feature) =>
            booleanPointInPolygon(place, feature.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon),
          )
          expect(inside).toBe(booleanPointInPolygon(place, { type: 'Polygon', coordinates: rings }))
        }
      },
    ),
    { numRuns: 8 },
  )
})

test('no tile is above half a megabyte, however many features there are', async () => {
  // 40,000 points on 6 km² that do not pack well; all of them fall in one tile up to zoom 11.
  let state = 1
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const points = Array.from({ length: 40_000 }, (_, index) => ({
    id: index,
    properties: { naam: `${next()}` },
    geometry: { type: 'Point', coordinates: [5.2 + next() / 30, 52.02 + next() / 40] },
  }))
  const { document, archive } = await build({ 'p.geojson': collection(points) })
  const counts: number[] = []
  for (const z of [6, 8, 14]) {
    let count = 0
    for (const { tile } of await tilesOfZoom(archive, document, z)) count += featuresOf(tile, 'p').length
    counts.push(count)
  }
  expect(counts[0]).toBeGreaterThan(1000)
  expect(counts[0]).toBeLessThan(40_000)
  // At the highest zoom nothing is left out; those in the buffers are there twice.
  expect(counts[2]).toBeGreaterThanOrEqual(40_000)
  // A fresh store with the limit says so of the archive as it is on disk.
  const store = new TileStore(join(await temporaryFolder(), 'spool'))
  for (const z of [6, 8, 11, 14]) {
    for (const { x, y } of await tilesOfZoom(archive, document, z)) {
      const raw = await archive.getZxy(z, x, y)
      if (raw) await store.add({ z, x, y, bytes: new Uint8Array(raw.data) })
    }
  }
  expect(await store.zoomsTooLarge()).toEqual([])
  await store.discard()
})

test('detail decides how far the zooms go', async () => {
  const circle = (corners: number, radius: number) => [
    Array.from({ length: corners + 1 }, (_, index) => [
      5.2 + radius * Math.cos((index / corners) * 2 * Math.PI),
      52 + radius * Math.sin((index / corners) * 2 * Math.PI),
    ]),
  ]
  const zoom = async (corners: number, radius: number) =>
    (await build({ 'g.geojson': collection([{ geometry: { type: 'Polygon', coordinates: circle(corners, radius) } }]) })).document
      .maxZoom
  expect(await zoom(8, 0.1)).toBe(12)
  expect(await zoom(2000, 0.01)).toBe(14)
})

function distanceToBorder([x, y]: readonly [number, number], rings: readonly (readonly (readonly [number, number])[])[]): number {
  let least = Infinity
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [[ax, ay], [bx, by]] = [ring[index - 1] ?? [0, 0], ring[index] ?? [0, 0]]
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
      least = Math.min(least, Math.hypot(x - ax - (bx - ax) * share, y - ay - (by - ay) * share))
    }
  }
  return least
}
