/** The omgevingsvisie of the province of Utrecht, where it lies beside the repository: what comes out equals what the delivery says. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { PMTiles } from 'pmtiles'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileSource, fileSources } from '#geo/file-source.ts'
import { openGeodata } from '#geo/geodata.ts'
import { shapeOf } from '#geo/shape.ts'
import { type Added, addDocument } from '#geodata/add.ts'
import { largestTile } from '#geodata/build/tile-store.ts'
import { findCrs } from '#geodata/crs.ts'
import { openPackage, readText } from '#geodata/package/package.ts'
import { silent } from '#geodata/progress.ts'
import { slugOf } from '#geodata/slug.ts'
import { drawer, readsAt } from './counting.ts'
import { shared } from './fixture.ts'
import { besideBorders, type SourceZones, zonesContaining, zonesInGml } from './source-oracle.ts'

const path = (name: string) => fileURLToPath(new URL(name, shared))
const today = '2026-01-01'
const rd = findCrs('EPSG:28992')

async function layerFeatures(target: string, download: string): Promise<GeoJSON.Feature[]> {
  const features: GeoJSON.Feature[] = []
  for await (const feature of deserialize(new Uint8Array(await readFile(join(target, download)))))
    features.push(feature as GeoJSON.Feature)
  return features
}

/** m² in the plane of RD New, as the oracle has them. */
function areaInRd(geometry: GeoJSON.Geometry): number {
  const polygons =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []
  const ringArea = (ring: GeoJSON.Position[]) => {
    let twice = 0
    let [ax, ay] = rd.fromWgs84(ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0)
    const [x0, y0] = [ax, ay]
    for (const [longitude = 0, latitude = 0] of ring.slice(1)) {
      const [bx, by] = rd.fromWgs84(longitude, latitude)
      twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
      ;[ax, ay] = [bx, by]
    }
    return Math.abs(twice) / 2
  }
  return polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((less, hole) => less + ringArea(hole), 0),
    0,
  )
}

interface Oracle {
  file: string
  naam: string
  areaKm2: number
  locaties: number
}

const vision = path('imow/omgevingsvisie-utrecht.zip')
describe.skipIf(!existsSync(vision))('the omgevingsvisie of the province of Utrecht', () => {
  let target: string
  let added: Added
  /** As the GML has them. */
  const source: SourceZones[] = []

  beforeAll(async () => {
    target = await mkdtemp(join(tmpdir(), 'geodata-vision-'))
    added = await addDocument({ input: vision, target, id: 'visie', today }, silent)
    const delivery = await openPackage(vision)
    const gml = delivery.names.filter((name) => name.endsWith('.gml'))
    for (const name of gml) source.push(...zonesInGml(await readText(delivery, name, 2 ** 28)))
    await delivery.close()
    return () => rm(target, { recursive: true })
  }, 600_000)

  test('79 of its 84 GIOs are imported; the five that are absent are named', () => {
    expect(added.document.layers.length).toBe(79)
    const members = added.report.skipped.filter(({ subject }) => subject.endsWith('.gml'))
    expect(members.map(({ subject }) => subject).sort()).toEqual([
      'Landbouwgebied.gml',
      'Natuurnetwerk_Nederland.gml',
      'Provinciaal_OV_netwerk.gml',
      'Regionaal_fietsnetwerk.gml',
      'Regionale_kering.gml',
    ])
    expect(members.every(({ reason }) => reason.includes('named in the delivery, but absent'))).toBe(true)
  })

  test('areas are within 0.2 % of those computed independently, names are those of the GIOs', async () => {
    const oracle = JSON.parse(await readFile(path('imow/omgevingsvisie-utrecht.expected.json'), 'utf8')) as Oracle[]
    expect(oracle.length).toBe(79)
    for (const { naam, areaKm2, locaties } of oracle) {
      const layers = added.document.layers.filter((layer) => layer.id.startsWith(`visie.${slugOf(naam, '')}`))
      expect(layers.length, naam).toBeGreaterThanOrEqual(1)
      const areas: number[] = []
      for (const layer of layers) {
        const features = await layerFeatures(target, layer.download)
        expect(features.length, naam).toBe(layer.zones)
        if (layer.zones === locaties) areas.push(features.reduce((sum, { geometry }) => sum + areaInRd(geometry), 0) / 1e6)
      }
      // The oracle is rounded to a hectare.
      const off = Math.min(...areas.map((area) => Math.abs(area - areaKm2)))
      expect(off, `${naam}: ${areas.join(', ')} km², expected ${areaKm2}`).toBeLessThanOrEqual(Math.max(areaKm2 * 0.002, 0.0051))
    }
  })

  test('no tile is above half a megabyte', async () => {
    expect(added.figures.largestTile).toBeLessThanOrEqual(largestTile)
    const header = await new PMTiles(fileSource(join(target, added.document.tiles))).getHeader()
    expect([header.minZoom, header.maxZoom, header.clustered]).toEqual([6, 14, true])
  })

  test('every part and every hole is kept', async () => {
    const count = (polygons: readonly { readonly length: number }[]) => [
      polygons.length,
      polygons.reduce((sum, { length }) => sum + length, 0),
    ]
    const expected = new Map(source.map(({ id, polygons }) => [id, count(polygons)]))
    const found = new Map<string, number[]>()
    for (const layer of added.document.layers) {
      for (const { geometry, properties } of await layerFeatures(target, layer.download)) {
        found.set(String(properties?.id), count(shapeOf(geometry).polygons))
      }
    }
    expect(found).toEqual(expected)
  })

  test('ten thousand random points, and two thousand beside a border, lie in the zones that contain them in the source', async () => {
    const draw = drawer(42)
    const [west, south, east, north] = added.document.bounds
    const anywhere = Array.from({ length: 10_000 }, () =>
      rd.fromWgs84(west + draw() * (east - west), south + draw() * (north - south)),
    )
    const points = [...anywhere, ...besideBorders(source, 1000, draw)]
    const expected = zonesContaining(points, source)
    const nowhere = { inside: new Set<string>(), onBorder: new Set<string>() }
    const geodata = openGeodata(fileSources(target))
    for (const [index, [x, y]] of points.entries()) {
      const zones = await geodata.zonesAt({ type: 'Point', coordinates: rd.toWgs84(x, y) })
      const { inside, onBorder } = expected[index] ?? nowhere
      const clear = (ids: Iterable<string>) => [...ids].filter((id) => !onBorder.has(id)).sort()
      expect(clear(zones.map(({ id }) => id)), `${x} ${y}`).toEqual(clear(inside))
    }
    // Most of the box lies in the province, and there in several zones; hardly any point lies on a border.
    expect(expected.reduce((sum, { inside }) => sum + inside.size, 0)).toBeGreaterThan(50_000)
    expect(expected.reduce((sum, { onBorder }) => sum + onBorder.size, 0)).toBeLessThan(points.length / 100)
  })

  test('"what applies here?" reads one file, in at most twenty ranges and 300 kB, and nothing again', async () => {
    const draw = drawer(7)
    const [west, south, east, north] = added.document.bounds
    const anywhere = Array.from({ length: 150 }, () => [west + draw() * (east - west), south + draw() * (north - south)])
    // Where vertices are dense, so are pieces.
    const dense = besideBorders(source, 75, draw).map(([x, y]) => rd.toWgs84(x, y))
    for (const { place, cold, warm } of await readsAt(target, 'visie', [...anywhere, ...dense])) {
      expect(
        [...cold.files].filter((name) => name !== added.document.zones),
        place,
      ).toEqual([])
      expect(cold.ranges, place).toBeLessThanOrEqual(20)
      expect(cold.bytes, place).toBeLessThanOrEqual(300_000)
      expect(warm, place).toEqual({ ranges: 0, bytes: 0, files: new Set() })
    }
  })
})
