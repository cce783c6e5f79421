/** The importers on official data, where these lie beside the repository. */
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js'
import { PMTiles } from 'pmtiles'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileSource, fileSources } from '#geo/file-source.ts'
import { type Geodata, openGeodata } from '#geo/geodata.ts'
import { boxOf } from '#geo/shape.ts'
import { type Added, addDocument } from '#geodata/add.ts'
import { largestTile } from '#geodata/build/tile-store.ts'
import { findCrs } from '#geodata/crs.ts'
import { silent } from '#geodata/progress.ts'
import { slugOf } from '#geodata/slug.ts'
import { shared } from './fixture.ts'

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

async function temporary(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'geodata-real-'))
}

describe.skipIf(!existsSync(path('imow/voorbereidingsbesluit-utrecht')))('a small official delivery', () => {
  test('is imported whole, with names and areas', async () => {
    const target = await temporary()
    try {
      const { document, report } = await addDocument({ input: path('imow/voorbereidingsbesluit-utrecht'), target, today }, silent)
      expect(report.skipped).toEqual([])
      expect(document).toMatchObject({
        title: 'Voorbereidingsbesluit Provincie Utrecht - besluit',
        authority: 'Provincie Utrecht',
        category: 'rules',
        date: '2021-04-19',
      })
      expect(document.layers.map((layer) => [layer.title, layer.geometry, layer.zones])).toEqual([
        ['Grondwaterbeschermingsgebied', 'polygon', 6],
        ['Beperkingengebied bouwwerken provinciale wegen', 'polygon', 1],
        ['Beperkingengebied lokale spoorwegen', 'polygon', 2],
      ])
    } finally {
      await rm(target, { recursive: true })
    }
  })
})

describe.skipIf(!existsSync(path('boundaries')))('official GeoJSON', () => {
  test.each(['boundaries', 'kernen'])('every file of %s is imported without a complaint', async (folder) => {
    const target = await temporary()
    try {
      for (const name of await readdir(path(folder))) {
        const { report, document } = await addDocument({ input: path(`${folder}/${name}`), target, today }, silent)
        expect(report.skipped).toEqual([])
        const features = (JSON.parse(await readFile(path(`${folder}/${name}`), 'utf8')) as GeoJSON.FeatureCollection).features
        expect(document.layers[0]?.zones).toBe(features.length)
      }
    } finally {
      await rm(target, { recursive: true })
    }
  })
})

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
  let geodata: Geodata

  beforeAll(async () => {
    target = await temporary()
    added = await addDocument({ input: vision, target, id: 'visie', today }, silent)
    geodata = openGeodata(fileSources(target))
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
    expect(members.every(({ reason }) => reason.endsWith('named in the delivery, but absent'))).toBe(true)
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

  test('two thousand random points lie in the zones that contain them in the source', async () => {
    const [west, south, east, north] = added.document.bounds
    let state = 42
    const next = () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
    const points = Array.from({ length: 2000 }, (): [number, number] => [
      west + next() * (east - west),
      south + next() * (north - south),
    ])
    const expected = points.map(() => new Set<string>())
    for (const layer of added.document.layers) {
      for (const { geometry, properties } of await layerFeatures(target, layer.download)) {
        for (const coordinates of (geometry as GeoJSON.MultiPolygon).coordinates) {
          const box = boxOf(coordinates[0] ?? [])
          for (const [index, [x, y]] of points.entries()) {
            if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue
            if (booleanPointInPolygon([x, y], { type: 'Polygon', coordinates }))
              expected[index]?.add(`${layer.id} ${properties?.id}`)
          }
        }
      }
    }
    for (const [index, coordinates] of points.entries()) {
      const zones = await geodata.zonesAt({ type: 'Point', coordinates })
      expect(zones.map((zone) => `${zone.layer} ${zone.id}`).sort(), coordinates.join()).toEqual(
        [...(expected[index] ?? [])].sort(),
      )
    }
    expect(expected.reduce((sum, zones) => sum + zones.size, 0)).toBeGreaterThan(5000)
  })
})
