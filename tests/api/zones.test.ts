/** "Wat geldt hier?" and the zones of a contribution, on geodata built by the real importer. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ZoneList } from '#contract/catalogue.ts'
import type { ContributionCollection } from '#contract/contribution.ts'
import { type App, consultation, draft, faults, startApp } from './app.ts'
import { builtGeodata, square } from './built-geodata.ts'

let app: App
let geodata: Awaited<ReturnType<typeof builtGeodata>>
beforeAll(async () => {
  geodata = await builtGeodata()
  app = await startApp({ geodataDir: geodata.folder })
  await app.store.putConsultation(consultation('proef'))
})
afterAll(async () => {
  await app.close()
  await geodata.remove()
})

const at = async (place: string) => ((await app.ask(`/api/v1/zones?at=${place}`)).json as ZoneList).zones

test('the zones at a place, with their document and version', async () => {
  const [zone, ...more] = await at('5.21,52.01')
  expect(more).toEqual([])
  expect(zone).toMatchObject({
    title: 'Natuur in het westen',
    documentTitle: 'Proefvisie',
    category: 'vision',
    version: '7',
    date: '2026-01-02',
    theme: 'food',
  })
  expect(await at('5.23,52.01')).toEqual([])
})

test('a contribution keeps the zones it lies in, also through the list, the filter and the download', async () => {
  const { id, zones } = await app.submit({ title: 'In het westen', geometry: { type: 'Point', coordinates: [5.21, 52.01] } })
  expect(zones).toMatchObject([{ title: 'Natuur in het westen', version: '7', date: '2026-01-02' }])
  const name = `${zones[0]?.layer}/${zones[0]?.id}`
  const list = (await app.ask(`/api/v1/collections/proef/items?zone=${encodeURIComponent(name)}`)).json as ContributionCollection
  expect(list.features.map((found) => found.id)).toEqual([id])
  expect(list.features[0]?.properties).toMatchObject({ zoneTitles: ['Natuur in het westen'], zoneLayers: [zones[0]?.layer] })
  expect((await app.ask(`/api/v1/consultations/proef/download?zone=${encodeURIComponent(name)}`)).text).toContain(id)
})

test('a line has the share of its length, an area that of its surface', async () => {
  const line = await app.submit({
    geometry: {
      type: 'LineString',
      coordinates: [
        [5.18, 52.01],
        [5.26, 52.01],
      ],
    },
  })
  expect(line.zones.map(({ title, share }) => [title, share?.toFixed(2)]).toSorted()).toEqual([
    ['Natuur in het oosten', '0.25'],
    ['Natuur in het westen', '0.25'],
  ])
  const area = await app.submit({ geometry: { type: 'Polygon', coordinates: square(5.19, 52, 0.02) } })
  expect(area.zones.map(({ title, share }) => [title, share?.toFixed(2)])).toEqual([['Natuur in het westen', '0.50']])
})

test('zones follow from the published place: what is blurred out of a zone does not tell of it', async () => {
  // 20 m inside the border of the zone, in a square whose centre lies outside it.
  const inside = [5.2002, 52.0002] as const
  const places = Array.from({ length: 40 }, (_, index) => [inside[0] + index * 0.00002, inside[1]] as [number, number])
  for (const coordinates of places) {
    const { geometry, zones } = await app.submit({ precision: 'grid100', geometry: { type: 'Point', coordinates } })
    if (geometry?.type !== 'Point') throw new Error('expected a point')
    const there = await at(geometry.coordinates.join())
    expect(zones.map(({ id }) => id)).toEqual(there.map(({ id }) => id))
  }
  const { zones, village } = await app.submit({ precision: 'village', geometry: { type: 'Point', coordinates: [5.25, 52.015] } })
  expect([zones, village]).toEqual([[], 'werkhoven'])
})

test('moved by its author, it lies in other zones', async () => {
  const { id, authorToken } = await app.submit({ geometry: { type: 'Point', coordinates: [5.21, 52.01] } })
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${authorToken}`, 'if-match': '"1"' }
  const moved = { ...draft, geometry: { type: 'Point', coordinates: [5.25, 52.01] } }
  const answer = await app.ask(`/api/v1/contributions/${id}`, { method: 'PUT', headers, body: JSON.stringify(moved) })
  expect(answer.json).toMatchObject({ zones: [{ title: 'Natuur in het oosten', version: '7', date: '2026-01-02' }] })
})

const along = async (wkt: string) => app.ask(`/api/v1/zones?geometry=${encodeURIComponent(wkt)}`)

test('along a line or in an area, with the share that a contribution there would get', async () => {
  const shares = async (wkt: string) =>
    ((await along(wkt)).json as ZoneList).zones.map(({ title, share }) => [title, share?.toFixed(2)]).toSorted()
  expect(await shares('LINESTRING(5.18 52.01, 5.26 52.01)')).toEqual([
    ['Natuur in het oosten', '0.25'],
    ['Natuur in het westen', '0.25'],
  ])
  expect(await shares('POLYGON((5.19 52, 5.21 52, 5.21 52.02, 5.19 52.02, 5.19 52))')).toEqual([['Natuur in het westen', '0.50']])
  expect(await shares('MULTIPOINT(5.21 52.01, 5.25 52.01)')).toHaveLength(2)
  expect(await shares('POINT(5.23 52.01)')).toEqual([])
})

test.each([
  ['', 'query at giveOne'],
  ['at=5.2,52&geometry=POINT(5.2 52)', 'query at giveOne'],
  ['geometry=POINT(5.2)', 'query geometry badFormat'],
  ['geometry=POLYGON((5 52, 6 52))', 'query geometry badFormat'],
  [`geometry=LINESTRING(${'5 52, '.repeat(1200)}5 53)`, 'query geometry tooLong'],
  ['geometry=LINESTRING(5 52, 5 52)', 'query geometry geometryEmpty'],
  ['geometry=POLYGON((5.2 52, 5.3 52.1, 5.3 52, 5.2 52.05, 5.2 52))', 'query geometry geometryCrossing'],
  ['geometry=LINESTRING(5 52, 5.6 52)', 'query geometry shapeTooWide'],
])('%.60s is refused', async (query, expected) => {
  const answer = await app.ask(`/api/v1/zones?${query.replaceAll(' ', '%20')}`)
  expect([answer.status, faults(answer)]).toEqual([400, [expected]])
})
