/** Counts of zones through the door: what is public counts, at once or after a moment, and nothing else does. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Zone } from '#contract/catalogue.ts'
import { Problem } from '#contract/problem.ts'
import type { ZoneCountList } from '#contract/zone-count.ts'
import { type App, consultation, draft, faults, startApp } from './app.ts'
import { builtGeodata } from './built-geodata.ts'

let app: App
let geodata: Awaited<ReturnType<typeof builtGeodata>>
beforeAll(async () => {
  geodata = await builtGeodata()
  app = await startApp({ geodataDir: geodata.folder })
  for (const id of ['proef', 'leeg']) await app.store.putConsultation(consultation(id))
  await app.store.putConsultation(consultation('vooraf', { moderation: 'before' }))
})
afterAll(async () => {
  await app.close()
  await geodata.remove()
})

const inWest = { type: 'Point' as const, coordinates: [5.21, 52.01] as [number, number] }
const inEast = { type: 'Point' as const, coordinates: [5.25, 52.01] as [number, number] }
const door = (query: string, traject = 'proef') => `/api/v1/consultations/${traject}/zone-counts?${query}`
const ask = async (query: string, traject?: string) => (await app.ask(door(query, traject))).json as ZoneCountList
/** Names of the zones in the west and in the east. */
async function names(): Promise<[string, string]> {
  const at = async (place: string) => ((await app.ask(`/api/v1/zones?at=${place}`)).json as { zones: Zone[] }).zones[0]
  const [west, east] = [await at('5.21,52.01'), await at('5.25,52.01')]
  return [`${west?.layer}/${west?.id}`, `${east?.layer}/${east?.id}`]
}
const counts = async (traject?: string) =>
  (await ask(`zone=${(await names()).join(',')}`, traject)).zones.map((zone) => zone.contributions)

test('follow what is sent, moved, hidden, published again and withdrawn', async () => {
  expect(await counts()).toEqual([0, 0])
  const one = await app.submit({ geometry: inWest })
  const two = await app.submit({ geometry: inWest })
  await expect.poll(() => counts()).toEqual([2, 0])
  expect(await counts('leeg')).toEqual([0, 0])

  const headers = { 'content-type': 'application/json', authorization: `Bearer ${one.authorToken}`, 'if-match': '"1"' }
  await app.ask(`/api/v1/contributions/${one.id}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ ...draft, geometry: inEast }),
  })
  await expect.poll(() => counts()).toEqual([1, 1])

  const event = { at: new Date().toISOString(), by: 'operator', role: null, what: 'hidden', why: 'proef' } as const
  await app.store.changeState(two.id, 'hidden', 1, event)
  await expect.poll(() => counts()).toEqual([0, 1])
  await app.store.changeState(two.id, 'published', 2, { ...event, what: 'published' })
  await expect.poll(() => counts()).toEqual([1, 1])
  for (const { id, authorToken } of [one, two])
    await app.ask(`/api/v1/contributions/${id}`, { method: 'DELETE', headers: { authorization: `Bearer ${authorToken}` } })
  await expect.poll(() => counts()).toEqual([0, 0])
})

test('what waits for a moderator does not count, and a place that only its author knows counts nowhere', async () => {
  await app.submit({ geometry: inWest }, 'vooraf')
  await app.submit({ geometry: inWest, precision: 'village' }, 'leeg')
  const seen = await app.submit({ geometry: inEast }, 'leeg')
  await expect.poll(() => counts('leeg')).toEqual([0, 1])
  expect(await counts('vooraf')).toEqual([0, 0])
  expect(JSON.stringify(await ask('layer=proefvisie.natuur', 'vooraf'))).not.toContain(seen.id)
})

test('whole layers: only zones that hold any, on pages that link on', async () => {
  await app.submit({ geometry: inEast }, 'leeg')
  await app.submit({ geometry: inWest }, 'leeg')
  const [west, east] = await names()
  const layer = west.slice(0, west.indexOf('/'))
  await expect.poll(async () => (await ask(`layer=${layer}`, 'leeg')).zones.length).toBe(2)
  const found: string[] = []
  for (let path: string | undefined = door(`layer=${layer},nergens&limit=1`, 'leeg'); path !== undefined; ) {
    const page = (await app.ask(path)).json as ZoneCountList
    found.push(...page.zones.map((zone) => `${zone.layer}/${zone.id}`))
    const next = page.links.find((link) => link.rel === 'next')?.href
    path = next && new URL(next, 'http://localhost').href.replace(/^https?:\/\/[^/]+/, '')
  }
  expect(found.sort()).toEqual([west, east].sort())
})

test('zones that nobody knows have none; each is given once', async () => {
  const { zones } = await ask('zone=nergens/niets,nergens/a%252Cb,nergens/niets')
  expect(zones).toEqual([
    { layer: 'nergens', id: 'niets', contributions: 0 },
    { layer: 'nergens', id: 'a,b', contributions: 0 },
  ])
})

test('may be kept by shared caches for half a minute, and asked again by its tag', async () => {
  const first = await app.ask(door('zone=a/b'))
  expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=30')
  const etag = first.headers.get('etag') ?? ''
  expect((await app.ask(door('zone=a/b'), { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test.each([
  ['', 'query zone giveOne'],
  ['zone=a/b&layer=a', 'query zone giveOne'],
  ['zone=a', 'query zone badFormat'],
  ['zone=a/%25', 'query zone badFormat'],
  [`zone=a/${'x'.repeat(300)}`, 'query zone tooLong'],
  [`zone=${Array.from({ length: 101 }, (_, index) => `a/${index}`).join()}`, 'query zone tooMany'],
  [`layer=${Array.from({ length: 11 }, (_, index) => `a${index}`).join()}`, 'query layer tooMany'],
  ['layer=a/b', 'query layer badFormat'],
  ['layer=a&limit=0', 'query limit tooSmall'],
  ['layer=a&limit=1001', 'query limit tooBig'],
  ['layer=a&next=zomaar', 'query next badPageToken'],
  ['zone=a/b&next=zomaar', 'query next badPageToken'],
  ['zone=a/b&zone=a/c', 'query zone repeated'],
  ['zone=a/b&kind=idea', 'query kind unknownParameter'],
])('%s is refused in Dutch', async (query, expected) => {
  const answer = await app.ask(door(query))
  expect([answer.status, faults(answer)]).toEqual([400, [expected]])
  for (const { detail } of Problem.parse(answer.json).errors ?? []) expect(detail).toMatch(/^Parameter \S+: \S.+\.$/)
})

test('an unknown consultation is not found', async () => {
  expect((await app.ask(door('zone=a/b', 'bestaat-niet'))).status).toBe(404)
})

test('whatever stands in the address, it answers as documented', async () => {
  const text = fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 40 }))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('zone', 'layer', 'next', 'limit'), text, async (name, value) => {
      const { status } = await app.ask(door(`${name}=${encodeURIComponent(value.toWellFormed())}`))
      expect([200, 400]).toContain(status)
    }),
    { numRuns: 60 },
  )
})
