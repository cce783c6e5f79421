import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SourceLayer } from '#geodata/importer.ts'
import { importerFor } from '#geodata/importers.ts'
import { openPackage } from '#geodata/package/package.ts'
import { newReport, type Report } from '#geodata/report.ts'
import { allOf, collection, folderOf } from './fixture.ts'

async function read(files: Readonly<Record<string, string>>, crs?: string): Promise<{ layers: SourceLayer[]; report: Report }> {
  const names = Object.keys(files).filter((name) => !name.endsWith('.layer.json'))
  const folder = await folderOf(files)
  const source = await openPackage(names.length === 1 ? join(folder, names[0] ?? '') : folder)
  const report = newReport()
  const imported = await (await importerFor(source)).open(source, { crs }, report)
  return { layers: await allOf(imported.layers()), report }
}

const one = (geometry: object, extra: object = {}, properties: object = {}) => ({
  'laag.geojson': collection([{ geometry, properties }], extra),
})
const at = (...coordinates: unknown[]) => ({ type: 'Point', coordinates })
const rdPoint = at(155000, 463000)

test('a collection, a feature and a bare geometry are read', async () => {
  const geometry = at(5, 52)
  for (const value of [
    { type: 'FeatureCollection', features: [{ type: 'Feature', properties: null, geometry }] },
    { type: 'Feature', properties: {}, geometry },
    geometry,
  ]) {
    const { layers } = await read({ 'laag.geojson': JSON.stringify(value) })
    expect(layers[0]?.zones[0]?.geometry).toEqual(geometry)
  }
})

test.each([
  ['a crs member', { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } } }, undefined],
  ['--crs', {}, 'EPSG:28992'],
])('RD New by %s comes out in degrees', async (_, extra, crs) => {
  const { layers } = await read(one(rdPoint, extra), crs)
  const geometry = layers[0]?.zones[0]?.geometry
  expect(geometry?.type === 'Point' && geometry.coordinates.map((value) => Math.round(value * 1e5) / 1e5)).toEqual([
    5.3872, 52.15517,
  ])
})

test.each([
  ['metres without a system', one(rdPoint), undefined, /metres of RD New, not degrees; give --crs EPSG:28992/],
  ['metres said to be degrees', one(rdPoint), 'EPSG:4326', /metres of RD New, not degrees$/],
  ['latitude first', one(at(52.1, 5.2)), undefined, /axes are swapped \(latitude first\)/],
  ['RD New with y first', one(at(463000, 155000)), 'EPSG:28992', /axes are swapped; RD New has x/],
  ['degrees said to be RD New', one(at(5.2, 52.1)), 'EPSG:28992', /are degrees, not RD New; leave out --crs/],
  ['degrees beyond the earth', one(at(500, 52)), undefined, /are not degrees/],
  ['null for a number', one(at(null, 52)), undefined, /\[null,52\] is not a position/],
  [
    'a number too large to be one',
    { 'laag.geojson': collection([{ geometry: at(5, 52) }]).replace('5,52', '1e999,52') },
    undefined,
    /not a position/,
  ],
  ['text for a number', one(at('5', '52')), undefined, /not a position/],
  ['an unknown system', one(rdPoint), 'EPSG:99999', /unknown coordinate reference system "EPSG:99999"/],
  [
    'a polygon that is a list of positions',
    one({ type: 'Polygon', coordinates: [[5, 52]] }),
    undefined,
    /feature 1: not a geometry/,
  ],
  ['a type of its own', one({ type: '__proto__', coordinates: [] }), undefined, /feature 1: not a geometry/],
  [
    'JSON of another kind',
    { 'laag.json': '{"type":"Topology"}' },
    undefined,
    /expected a FeatureCollection, Feature or geometry, found type "Topology"/,
  ],
  ['broken JSON', { 'laag.geojson': '{"type":"Feat' }, undefined, /laag\.geojson: not JSON/],
])('%s is refused with a sentence that says so', async (_, files, crs, message) => {
  await expect(read(files, crs)).rejects.toThrow(message)
})

test('a feature that cannot be used is one line in the report; the rest is imported', async () => {
  const { layers, report } = await read({
    'laag.geojson': collection([
      {
        properties: { naam: 'Open' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [5, 52],
              [5.1, 52],
              [5.1, 52.1],
              [5, 52.1],
            ],
          ],
        },
      },
      { properties: { naam: 'Leeg' }, geometry: null as unknown as object },
      { properties: { naam: 'Punt' }, geometry: at(5, 52, 10) },
    ]),
  })
  expect(report.skipped).toEqual([
    { subject: 'laag.geojson, feature 1 "Open"', reason: expect.stringContaining('an unclosed ring') },
    { subject: 'laag.geojson, feature 2 "Leeg"', reason: 'no geometry' },
  ])
  expect(layers[0]?.zones.map((zone) => [zone.title, zone.geometry])).toEqual([['Punt', { type: 'Point', coordinates: [5, 52] }]])
})

test('ids and names come from the usual properties, or those that the sidecar names', async () => {
  const properties = { gemeentecode: 'GM0312', gemeentenaam: 'Bunnik', hoofdgroep: 'wonen', lijst: [1] }
  const usual = await read(one(at(5, 52), {}, properties))
  expect(usual.layers[0]?.zones[0]).toMatchObject({ id: 'GM0312', title: 'Bunnik', properties: { ...properties, lijst: '[1]' } })
  expect(usual.report.assumed).toEqual(['laag.geojson: names of zones are in property "gemeentenaam"'])
  const sidecar = {
    title: 'Bestemmingen',
    theme: 'housing',
    titleProperty: 'hoofdgroep',
    valueProperty: 'hoofdgroep',
    idProperty: 'gemeentenaam',
  }
  const named = await read({ ...one(at(5, 52), {}, properties), 'laag.layer.json': JSON.stringify(sidecar) })
  expect(named.layers[0]?.zones[0]).toMatchObject({ id: 'Bunnik', title: 'wonen', value: 'wonen' })
  expect(named.layers[0]?.style).toMatchObject({ title: 'Bestemmingen', theme: 'housing' })
})

test('a sidecar with a mistake is reported, not obeyed', async () => {
  const { report } = await read({ ...one(at(5, 52)), 'laag.layer.json': '{"theme":"wonen","kleur":"rood"}' })
  expect(report.skipped).toEqual([{ subject: 'laag.layer.json', reason: expect.stringContaining('theme') }])
})

test('mixed kinds become a layer each; ids stay unique', async () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [5, 52],
      [5.1, 52],
    ],
  }
  const { layers } = await read({
    'laag.geojson': collection([
      { id: 7, geometry: { type: 'GeometryCollection', geometries: [at(5, 52), line] } },
      { id: 7, geometry: line },
    ]),
  })
  expect(layers.map((layer) => [layer.name, layer.zones.map((zone) => zone.id)])).toEqual([
    ['Laag (punten)', ['7']],
    ['Laag (lijnen)', ['7-2', '7-3']],
  ])
})

test('of a folder, a broken file is a line in the report', async () => {
  const { layers, report } = await read({ 'a.geojson': 'x', 'b.geojson': collection([{ geometry: at(5, 52) }]) })
  expect(layers.map((layer) => layer.name)).toEqual(['B'])
  expect(report.skipped[0]?.subject).toBe('a.geojson')
})

test('a folder with nothing to import says what it expected and found', async () => {
  await expect(read({ 'leesmij.txt': 'x', 'foto.jpg': 'y' })).rejects.toThrow(/Expected GeoJSON .* found foto\.jpg, leesmij\.txt/)
})
