import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ConsultationList } from '#contract/consultation.ts'
import type { ContributionCollection } from '#contract/contribution.ts'
import type { Collection, Landing } from '#contract/ogc.ts'
import { type App, consultation, faults } from './app.ts'
import { startProef } from './proef.ts'

let app: App
beforeAll(async () => {
  app = await startProef()
})
afterAll(() => app.close())

const titles = (answer: { json: unknown }) =>
  (answer.json as ContributionCollection).features.map(({ properties }) => properties.title)
const items = '/api/v1/collections/proef/items'

describe('the way in', () => {
  test('the landing page links to everything, and every link of the API works', async () => {
    const landing = (await app.ask('/api/v1')).json as Landing
    expect(landing.links.map(({ rel }) => rel)).toEqual(expect.arrayContaining(['self', 'service-desc', 'conformance', 'data']))
    for (const { href } of landing.links.filter(({ href }) => href.includes('/api/v1'))) {
      expect((await app.ask(href.replace(app.server.origin, ''))).status).toBe(200)
    }
  })

  test('a consultation is also an OGC collection, with links that work', async () => {
    const list = (await app.ask('/api/v1/consultations')).json as ConsultationList
    expect(list.consultations.map(({ id }) => id)).toEqual(['proef'])
    const collection = (await app.ask('/api/v1/collections/proef')).json as Collection
    expect(collection.extent.spatial.bbox).toEqual([[5.1, 51.9, 5.4, 52.1]])
    for (const { href, rel } of collection.links.filter(({ rel }) => rel !== 'license')) {
      const { status } = await app.ask(href.replace(app.server.origin, ''))
      expect({ rel, status }).toEqual({ rel, status: 200 })
    }
  })

  test('health', async () => {
    expect((await app.ask('/healthz')).json).toEqual({ status: 'pass' })
  })
})

describe('items', () => {
  test('newest first, all of them by pages of two, each once', async () => {
    const seen: string[] = []
    let path = `${items}?limit=2`
    for (let pages = 0; pages < 10; pages++) {
      const page = (await app.ask(path)).json as ContributionCollection
      expect(page.numberReturned).toBe(page.features.length)
      seen.push(...page.features.map(({ properties }) => properties.title))
      const next = page.links.find(({ rel }) => rel === 'next')
      if (!next) break
      path = next.href.replace(app.server.origin, '')
    }
    expect(seen).toEqual(['De nieuwste bijdrage', 'Heel het dorp groen', 'Een boomgaard', 'Een fietspad', 'De oudste bijdrage'])
  })

  test.each([
    ['', 5],
    ['kind=concern', 1],
    ['zone=visie.natuur/z1', 0],
    ['village=nergens', 0],
    ['q=fietspad', undefined],
    ['theme=food', undefined],
    ['bbox=5.1,51.9,5.4,52.1', undefined],
  ])('says how many there are where a counter knows: %s', async (query, expected) => {
    await vi.waitFor(
      async () => {
        const page = (await app.ask(`${items}?limit=1&${query}`)).json as ContributionCollection
        expect(page.numberMatched).toBe(expected)
      },
      { timeout: 20_000, interval: 200 },
    )
  })

  test.each([
    ['kind=concern', ['De oudste bijdrage']],
    ['kind=concern,initiative', ['De nieuwste bijdrage', 'De oudste bijdrage']],
    ['theme=food', ['Een boomgaard']],
    ['theme=food,general', ['Heel het dorp groen', 'Een boomgaard']],
    ['village=werkhoven&theme=general', ['Heel het dorp groen']],
    ['q=FIETSPÁD', ['Een fietspad']],
    ['q=niemand+schreef+dit', []],
    ['outcome=adopted', []],
    ['outcome=open&q=boomgaard', ['Een boomgaard']],
    ['zone=visie.natuur/z1', []],
    ['kind=', ['De nieuwste bijdrage', 'Heel het dorp groen', 'Een boomgaard', 'Een fietspad', 'De oudste bijdrage']],
  ])('filter %s', async (query, expected) => {
    expect(titles(await app.ask(`${items}?${query}`))).toEqual(expected)
  })

  test('a box holds what touches it, and nothing without a place', async () => {
    expect(titles(await app.ask(`${items}?bbox=5.295,51.99,5.32,52.02`))).toEqual(['Een boomgaard'])
    const triangle = 'POLYGON((5.295 51.99,5.32 51.99,5.32 52.02,5.295 51.99))'
    expect(titles(await app.ask(`${items}?area=${encodeURIComponent(triangle)}`))).toEqual(['Een boomgaard'])
    const elsewhere = 'POLYGON ((5.1 51.9, 5.11 51.9, 5.11 51.91, 5.1 51.9))'
    expect(titles(await app.ask(`${items}?area=${encodeURIComponent(elsewhere)}`))).toEqual([])
    for (const broken of ['POLYGON((5 52,6 52,6 53))', 'POINT(5 52)', 'POLYGON((5 52,6 52,6 200,5 52))'])
      expect((await app.ask(`${items}?area=${encodeURIComponent(broken)}`)).status).toBe(400)
    expect(titles(await app.ask(`${items}?bbox=5.229,52.02,5.231,52.03`))).toEqual(['Een fietspad'])
    expect(titles(await app.ask(`${items}?bbox=5.1,51.9,5.4,52.1`)).sort()).toEqual(
      ['De oudste bijdrage', 'De nieuwste bijdrage', 'Een boomgaard', 'Een fietspad'].sort(),
    )
  })

  test('a box may have heights, or reach over the date line', async () => {
    expect(titles(await app.ask(`${items}?bbox=5.295,51.99,0,5.32,52.02,100`))).toEqual(['Een boomgaard'])
    expect(titles(await app.ask(`${items}?bbox=170,51.99,5.31,52.02&q=boomgaard`))).toEqual(['Een boomgaard'])
    expect(titles(await app.ask(`${items}?bbox=5.295,51.99,-170,52.02&q=boomgaard`))).toEqual(['Een boomgaard'])
    expect(titles(await app.ask(`${items}?bbox=170,51.99,-170,52.02`))).toEqual([])
  })

  test('datetime: when it was sent', async () => {
    const { features } = (await app.ask(items)).json as ContributionCollection
    const [newest, , middle] = features.map(({ properties }) => properties)
    const day = newest?.createdAt.slice(0, 10)
    expect(titles(await app.ask(`${items}?datetime=${newest?.createdAt}`))).toEqual([newest?.title])
    expect(titles(await app.ask(`${items}?datetime=${middle?.createdAt}/..`))).toHaveLength(3)
    expect(titles(await app.ask(`${items}?datetime=/${middle?.createdAt}`))).toHaveLength(3)
    expect(titles(await app.ask(`${items}?datetime=2000-01-01/2001-01-01`))).toEqual([])
    expect(titles(await app.ask(`${items}?datetime=${day}/2999-12-31`))).toHaveLength(5)
    expect(titles(await app.ask(`${items}?datetime=../..`))).toHaveLength(5)
  })

  test('properties are flat, with Dutch labels beside the codes', async () => {
    const [feature] = ((await app.ask(`${items}?limit=1`)).json as ContributionCollection).features
    expect(feature?.properties).toMatchObject({
      kind: 'initiative',
      kindLabel: 'Initiatief',
      themeLabels: ['Bereikbaarheid', 'Gezond leven'],
      roleLabel: 'Bewoner',
      outcomeLabel: 'Nog geen antwoord',
      who: 'Zes buren',
      villageName: 'Odijk',
    })
    for (const value of Object.values(feature?.properties ?? {})) {
      const flat = Array.isArray(value)
        ? value.every((part) => typeof part === 'string')
        : value === null || typeof value !== 'object'
      expect(flat).toBe(true)
    }
  })

  test.each([
    ['foo=1', ['query foo unknownParameter']],
    ['limit=0', ['query limit tooSmall']],
    ['limit=10001', ['query limit tooBig']],
    ['limit=veel', ['query limit wrongType']],
    ['limit=1e3', ['query limit wrongType']],
    ['limit=5&limit=6', ['query limit repeated']],
    ['kind=idea,ruzie&theme=weer', ['query kind notAllowed', 'query theme notAllowed']],
    ['bbox=1,2,3', ['query bbox tooFew']],
    ['bbox=1,2,3,4,5', ['query bbox badBox']],
    ['bbox=1,2,3,4,5,6,7', ['query bbox tooMany']],
    ['datetime=gisteren', ['query datetime badFormat']],
    ['datetime=2026-02-31T25:00:00Z', ['query datetime badFormat']],
    ['bbox=5.1,52.1,5.4,52', ['query bbox badBox']],
    ['bbox=5,52,6,99', ['query bbox badBox']],
    ['bbox=NaN,52,6,53', ['query bbox wrongType']],
    ['next=verzonnen', ['query next badPageToken']],
    ['__proto__=1', ['query __proto__ unknownParameter']],
    ['village=Een%20Dorp', ['query village badFormat']],
    ['q=%FF', []],
  ])('every fault of %s at once', async (query, expected) => {
    const answer = await app.ask(`${items}?${query}`)
    expect(answer.status).toBe(expected.length > 0 ? 400 : 200)
    if (expected.length > 0) expect(faults(answer)).toEqual(expected)
  })

  test('a token of another question is refused', async () => {
    const page = (await app.ask(`${items}?limit=1`)).json as ContributionCollection
    const next = new URL(page.links.find(({ rel }) => rel === 'next')?.href ?? '').searchParams.get('next')
    expect((await app.ask(`${items}?kind=idea&next=${next}`)).status).toBe(400)
  })

  test('one item, only under its own collection', async () => {
    await app.store.putConsultation(consultation('ander'))
    const { id } = await app.submit({ title: 'Onder een ander traject' }, 'ander')
    expect((await app.ask(`/api/v1/collections/ander/items/${id}`)).status).toBe(200)
    expect((await app.ask(`${items}/${id}`)).status).toBe(404)
  })
})

describe('the rules of HTTP', () => {
  test.each([
    ['/api/v1/consultations', '', 404],
    ['/api/v1/niets', '', 404],
    ['/api', '', 404],
    ['/api/v2/consultations', '', 404],
    ['/api/v1/consultations/onbekend', '', 404],
    ['/api/v1/collections/onbekend/items', '', 404],
    ['/api/v1/consultations/%C0%AF', '', 404],
    ['/api/v1/contributions/__proto__', '', 404],
  ])('%s', async (path) => {
    const expected = path === '/api/v1/consultations' ? 200 : 404
    expect((await app.ask(path)).status).toBe(expected)
  })

  test('a slash at the end is not another address; the problem says so', async () => {
    const answer = await app.ask('/api/v1/consultations/')
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('schuine streep')
  })

  test('a wrong method is refused with what is allowed', async () => {
    const wrong = await app.ask('/api/v1/contributions/01aaaaaaaaaaaaaaaaaaaaaaaa', { method: 'PATCH' })
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('GET, PUT, DELETE, HEAD, OPTIONS')
    const post = await app.ask('/api/v1/consultations/proef', { method: 'POST', body: '{}' })
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
    const get = await app.ask('/api/v1/consultations/proef/contributions')
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
  })

  test('HEAD answers as GET, without a body', async () => {
    for (const path of ['/api/v1', items, '/api/v1/consultations/proef/download', '/healthz', '/api/v1/zones?at=5.2,52']) {
      const [get, head] = [await app.ask(path), await app.ask(path, { method: 'HEAD' })]
      expect([head.status, head.bytes.length, head.headers.get('content-type')]).toEqual([
        200,
        0,
        get.headers.get('content-type'),
      ])
    }
    expect((await app.ask('/api/v1/niets', { method: 'HEAD' })).status).toBe(404)
  })

  test('open data may be read from any page, and says so beforehand', async () => {
    const answer = await app.ask(items, { headers: { origin: 'https://elders.example' } })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const asks = { 'access-control-request-method': 'GET', origin: 'https://elders.example' }
    const preflight = await app.ask(items, { method: 'OPTIONS', headers: asks })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
    expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/authorization|idempotency/i)
    expect((await app.ask('/api/v1/niets', { method: 'OPTIONS' })).status).toBe(404)
  })

  test('what is the same is not sent again', async () => {
    for (const path of [
      '/api/v1',
      '/api/v1/conformance',
      '/api/v1/openapi.json',
      '/api/v1/collections',
      '/api/v1/consultations/proef',
    ]) {
      const first = await app.ask(path)
      const again = await app.ask(path, { headers: { 'if-none-match': `"x", ${first.headers.get('etag')}` } })
      expect([path, again.status]).toEqual([path, 304])
    }
  })

  test('what is large is gzipped where that is taken, and never compared by its strong tag', async () => {
    for (const path of [items, '/api/v1/openapi.json', '/api/v1/consultations']) {
      const [plain, small] = [
        await app.ask(path, { headers: { 'accept-encoding': 'identity' } }),
        await app.ask(path, { headers: { 'accept-encoding': 'gzip' } }),
      ]
      expect([plain.headers.get('content-encoding'), small.headers.get('content-encoding')]).toEqual([null, 'gzip'])
      expect([plain.headers.get('vary'), small.headers.get('vary')]).toEqual(['Accept-Encoding', 'Accept-Encoding'])
      expect(Number(small.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')) / 2)
      const etag = plain.headers.get('etag')
      if (etag) expect(small.headers.get('etag')).toBe(`W/${etag}`)
    }
  })

  test('what lies at a place needs a place', async () => {
    expect(faults(await app.ask('/api/v1/zones'))).toEqual(['query at giveOne'])
    expect(faults(await app.ask('/api/v1/zones?at=5.2'))).toEqual(['query at tooFew'])
    expect(faults(await app.ask('/api/v1/zones?at=52,95'))).toEqual(['query at tooBig'])
    expect((await app.ask('/api/v1/zones?at=5.2,52')).json).toEqual({ zones: [] })
  })
})
