import { expect, test } from 'vitest'
import { findCrs } from '#geodata/crs.ts'
import type { SourceLayer, SourceZone } from '#geodata/importer.ts'
import { importerFor } from '#geodata/importers.ts'
import { openPackage } from '#geodata/package/package.ts'
import { newReport, type Report } from '#geodata/report.ts'
import { delivery, gio, gioMetadata, locatie, manifest, multiSurface, polygonGml, rdNew, squareKm } from './delivery.ts'
import { allOf, folderOf, zipOf } from './fixture.ts'

async function read(input: string): Promise<{ layers: SourceLayer[]; report: Report; metadata: object }> {
  const source = await openPackage(input)
  const report = newReport()
  try {
    const imported = await (await importerFor(source)).open(source, {}, report)
    return { layers: await allOf(imported.layers()), report, metadata: imported.metadata }
  } finally {
    await source.close()
  }
}

const good = locatie('g', 'Goed', multiSurface(polygonGml(squareKm(140000, 450000))))
const withGio = (text: string) => folderOf({ 'proef.gml': text })

/** km² in the plane of RD New, holes taken off. */
function areaInRd(geometry: SourceZone['geometry']): number {
  const rd = findCrs('EPSG:28992')
  const polygons =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []
  const ringArea = (ring: GeoJSON.Position[]) => {
    const plane = ring.map(([x = 0, y = 0]) => rd.fromWgs84(x, y))
    return (
      Math.abs(
        plane.slice(1).reduce((sum, [x, y], index) => sum + (plane[index]?.[0] ?? 0) * y - x * (plane[index]?.[1] ?? 0), 0),
      ) / 2e6
    )
  }
  return polygons.reduce(
    (sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((less, hole) => less + ringArea(hole), 0),
    0,
  )
}

test('a delivery as a folder, and the same as a zip with a folder in it, gives layers by the names of the GIOs', async () => {
  const zipped = await zipOf(Object.fromEntries(Object.entries(delivery).map(([name, text]) => [`opdracht/${name}`, text])))
  for (const input of [await folderOf(delivery), zipped]) {
    const { layers, report, metadata } = await read(input)
    expect(report.skipped).toEqual([])
    expect(metadata).toEqual({
      title: 'Proefvisie',
      category: 'vision',
      authority: 'Provincie Utrecht',
      version: 'nld@2026-03-04;2',
      date: '2026-03-04',
    })
    expect(
      layers.map((layer) => [layer.name, layer.file, layer.zones.map((zone) => [zone.id, zone.title, zone.geometry.type])]),
    ).toEqual([
      [
        'Stiltegebied',
        'stilte',
        [
          ['a', 'Bij Cothen', 'MultiPolygon'],
          ['b', 'Stiltegebied', 'MultiPolygon'],
        ],
      ],
      ['Fietsnetwerk (lijnen)', 'fiets (lijnen)', [['c', 'Snelle route', 'MultiLineString']]],
      ['Fietsnetwerk (punten)', 'fiets (punten)', [['d', 'Halte', 'MultiPoint']]],
    ])
  }
})

test('coordinates come out where they lie: areas with holes, curves of segments, latitude first in ETRS89', async () => {
  const { layers } = await read(await folderOf(delivery))
  const [areas, lines, points] = layers.map((layer) => layer.zones.map((zone) => zone.geometry))
  expect(areas?.map((geometry) => Math.round(areaInRd(geometry) * 1e4) / 1e4)).toEqual([0.96, 0.5])
  expect(lines?.map((line) => (line.type === 'MultiLineString' ? line.coordinates.map((part) => part.length) : []))).toEqual([
    [3, 2],
  ])
  expect(points?.[0]).toEqual({ type: 'MultiPoint', coordinates: [[5.25, 52.05]] })
  const first = lines?.[0]?.type === 'MultiLineString' ? lines[0].coordinates[0]?.[0] : undefined
  const [x, y] = findCrs('EPSG:28992').fromWgs84(first?.[0] ?? 0, first?.[1] ?? 0)
  expect(Math.hypot(x - 145000, y - 449000)).toBeLessThan(0.01)
})

test('a member that is named but absent is one line in the report; the rest is imported', async () => {
  const { layers, report } = await read(
    await folderOf({
      'manifest.xml': manifest('weg.gml', 'er.gml'),
      'GIO.xml': gioMetadata('weg.gml', 'landbouwgebied'),
      'er.gml': gio(good),
    }),
  )
  expect(report.skipped).toEqual([
    { subject: 'weg.gml', reason: 'landbouwgebied: named in the delivery, but absent; the map does not show it' },
  ])
  expect(layers.map((layer) => layer.name)).toEqual(['Er'])
})

test.each([
  [
    'an unclosed ring',
    locatie('x', 'Open', multiSurface(polygonGml('140000 450000 141000 450000 141000 451000 140000 451000'))),
    /unclosed ring: it starts at 140000 450000/,
  ],
  [
    'a ring of three',
    locatie('x', 'Kort', multiSurface(polygonGml('140000 450000 141000 450000 140000 450000'))),
    /a ring of 3 positions/,
  ],
  [
    'a ring without area',
    locatie('x', 'Plat', multiSurface(polygonGml('140000 450000 141000 450000 142000 450000 140000 450000'))),
    /without area/,
  ],
  ['no geometry', '<geo:Locatie><geo:naam>Leeg</geo:naam></geo:Locatie>', /no geometry/],
  [
    'half a position',
    locatie('x', 'Half', multiSurface(polygonGml('140000 450000 141000'))),
    /3 coordinates do not make positions of 2/,
  ],
  [
    'words for numbers',
    locatie('x', 'Woord', multiSurface(polygonGml(squareKm(140000, 450000).replace('141000', 'NaN')))),
    /"NaN" is not a coordinate; that area is left out/,
  ],
  [
    'a curve of another kind',
    locatie(
      'x',
      'Boog',
      `<gml:Curve srsName="${rdNew}"><gml:segments><gml:ArcByBulge><gml:posList>140000 450000 141000 450000</gml:posList></gml:ArcByBulge></gml:segments></gml:Curve>`,
    ),
    /ArcByBulge: this kind of curve is not read; that part is left out/,
  ],
  [
    'swapped axes in RD New',
    locatie('x', 'Om', multiSurface(polygonGml('450000 140000 451000 140000 451000 141000 450000 140000'))),
    /450000 140000 lies outside the Netherlands in EPSG:28992: its axes are swapped/,
  ],
  [
    'swapped axes in ETRS89',
    locatie('x', 'Om', `<gml:Point srsName="urn:ogc:def:crs:EPSG::4258"><gml:pos>5.25 52.05</gml:pos></gml:Point>`),
    /its axes are swapped/,
  ],
  [
    'an unknown system',
    locatie('x', 'Elders', multiSurface(polygonGml(squareKm(140000, 450000)), 'EPSG:99999')),
    /unknown coordinate reference system/,
  ],
])('%s is one line in the report; the Locatie beside it is imported', async (_, broken, reason) => {
  const { layers, report } = await read(await withGio(gio(broken, good)))
  expect(report.skipped.length).toBe(1)
  expect(report.skipped[0]?.subject).toMatch(/^proef\.gml, "/)
  expect(report.skipped[0]?.reason).toMatch(reason)
  expect(layers.flatMap((layer) => layer.zones.map((zone) => zone.id))).toEqual(['g'])
})

test.each([
  ['not well-formed', gio(good).replace('</geo:locaties>', ''), /not well-formed XML/],
  ['with a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${gio(good).replace(/<\?xml.*?\?>/, '')}`, /DOCTYPE/],
  ['with an entity of its own', gio(good).replace('Goed', '&goed;'), /not well-formed XML/],
  ['nested without end', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, /nested more than 200 deep/],
  ['in another encoding than it says', gio(good).replace('utf-8', 'klingon'), /not in the encoding/],
])('a GML %s is left out with its reason; the file beside it is imported', async (_, broken, reason) => {
  const { layers, report } = await read(await folderOf({ 'a.gml': broken, 'b.gml': gio(good) }))
  expect(report.skipped).toEqual([{ subject: 'a.gml', reason: expect.stringMatching(reason) }])
  expect(layers.map((layer) => layer.name)).toEqual(['B'])
})

test('several Locaties with one id get ids of their own; without srsName RD New is assumed, and said', async () => {
  const bare = locatie('g', 'Nog een', multiSurface(polygonGml(squareKm(142000, 450000))).replace(` srsName="${rdNew}"`, ''))
  const { layers, report } = await read(await withGio(gio(good, bare)))
  expect(layers[0]?.zones.map((zone) => zone.id)).toEqual(['g', 'g-2'])
  expect(report.assumed).toEqual(['proef.gml: no srsName, so RD New (EPSG:28992)'])
})

test('other encodings are read as they declare', async () => {
  const zip = await zipOf({
    'a.gml': Buffer.from(gio(good).replace('utf-8', 'iso-8859-1').replace('Goed', 'Knoo\u00ebbos'), 'latin1'),
  })
  expect((await read(zip)).layers[0]?.zones[0]?.title).toBe('Knooëbos')
})
