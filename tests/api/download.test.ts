import { get } from 'node:http'
import { constants, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { acceptsGzip } from '#api/encoding.ts'
import { ExportedCollection } from '#contract/export.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { type App, consultation, startApp } from './app.ts'
import { type Stub, startStub } from './stub.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  await app.store.putConsultation(consultation('proef'))
  await app.store.putConsultation(consultation('leeg'))
  for (const theme of ['housing', 'food', 'energy'] as const) await app.submit({ title: `Over ${theme}`, themes: [theme] })
  await app.submit({ title: 'Ver weg', geometry: { type: 'Point', coordinates: [5.15, 51.95] } })
  await app.submit({
    title: 'Met de klok mee getekend',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [5.2, 52],
          [5.2, 52.01],
          [5.21, 52.01],
          [5.21, 52],
          [5.2, 52],
        ],
      ],
    },
  })
})
afterAll(() => app.close())

const path = '/api/v1/consultations/proef/download'
const titles = (answer: { json: unknown }) =>
  ExportedCollection.parse(answer.json).features.map(({ properties }) => properties.title)

describe('the file', () => {
  test('has every contribution, its licence, its name, and its count at the very end', async () => {
    const answer = await app.ask(path)
    const file = ExportedCollection.parse(answer.json)
    expect(file.numberReturned).toBe(5)
    expect(file.features).toHaveLength(5)
    expect(answer.text).toMatch(/\],"numberReturned":5}\n$/)
    expect(file.licence.title).toBe('CC0 1.0')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="proef-\d{4}-\d\d-\d\d\.geojson"$/)
  })

  test('is RFC 7946: right-hand rule and at most 7 decimals', async () => {
    const file = ExportedCollection.parse((await app.ask(`${path}?q=klok`)).json)
    const geometry = file.features[0]?.geometry
    if (geometry?.type !== 'Polygon') throw new Error('expected a polygon')
    const ring = geometry.coordinates[0] ?? []
    const area = ring.slice(1).reduce((sum, [x, y], index) => sum + (ring[index]?.[0] ?? 0) * y - x * (ring[index]?.[1] ?? 0), 0)
    expect(area).toBeGreaterThan(0)
  })

  test.each([
    ['theme=food', ['Over food']],
    ['theme=food,energy&q=over', ['Over energy', 'Over food']],
    ['bbox=5.1,51.9,5.16,51.96', ['Ver weg']],
    ['bbox=5.1,51.9,5.4,52.1&theme=housing', ['Over housing']],
    ['f=geojson&kind=concern', []],
  ])('holds just what is filtered: %s', async (query, expected) => {
    expect(titles(await app.ask(`${path}?${query}`))).toEqual(expected)
  })

  test('of nothing is whole as well', async () => {
    const file = ExportedCollection.parse((await app.ask('/api/v1/consultations/leeg/download')).json)
    expect([file.numberReturned, file.features]).toEqual([0, []])
  })

  test('refuses what it cannot give, as a problem', async () => {
    expect((await app.ask(`${path}?f=xls`)).status).toBe(400)
    expect((await app.ask('/api/v1/consultations/onbekend/download')).status).toBe(404)
  })

  test('is gzipped where that is taken', async () => {
    const answer = await fetch(app.server.origin + path, { headers: { 'accept-encoding': 'gzip' } })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('vary')).toContain('Accept-Encoding')
    expect(ExportedCollection.parse(await answer.json()).numberReturned).toBe(5)
    const plain = await app.ask(path, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
  })

  test.each([
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, br', false],
    ['deflate', false],
    [undefined, false],
  ])('Accept-Encoding %s', (header, expected) => {
    expect(acceptsGzip(header)).toBe(expected)
  })
})

describe('a large file', () => {
  let stub: Stub
  afterEach(() => stub.close())

  /** As many records as asked for, made while they are read; breaks off after `until`. */
  async function* records(total: number, until = total): AsyncGenerator<ContributionRecord> {
    for (let index = 0; index < total; index++) {
      if (index === until) throw new Error('the database went away')
      if (index % 500 === 0) await new Promise((resolve) => setImmediate(resolve))
      yield {
        id: `01${String(index).padStart(24, '0')}`,
        consultation: 'proef',
        kind: 'idea',
        themes: ['housing'],
        title: `Bijdrage ${index}`,
        description: 'Een toelichting van gewone lengte. '.repeat(12),
        geometry: { type: 'Point', coordinates: [5.2, 52] },
        role: 'resident',
        precision: 'exact',
        state: 'published',
        outcome: 'open',
        village: 'odijk',
        zones: [],
        counts: { supports: 0, comments: 0, pledges: 0 },
        createdAt: '2026-11-24T12:00:00.000Z',
        updatedAt: '2026-11-24T12:00:00.000Z',
        version: 1,
      }
    }
  }

  test('100,000 contributions in flat memory, however slowly they are read', async () => {
    let made = 0
    stub = await startStub(consultation('proef'), async function* () {
      for await (const record of records(100_000)) {
        made++
        yield record
      }
    })
    const response = await fetch(`${stub.origin}${path}`, { headers: { 'accept-encoding': 'identity' } })
    const reader = response.body?.getReader()
    if (!reader) throw new Error('no body')
    let [size, peak, end] = [0, 0, '']
    const paces: { made: number; size: number }[] = []
    const before = process.memoryUsage().rss
    for (let step = 0; ; step++) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      end = (end + new TextDecoder().decode(value.slice(-100))).slice(-100)
      if (step % 50 > 0) continue
      // A reader that pauses now and then sets the pace.
      await new Promise((resolve) => setTimeout(resolve, 5))
      paces.push({ made, size })
      peak = Math.max(peak, process.memoryUsage().rss)
    }
    expect(made).toBe(100_000)
    expect(end).toMatch(/"numberReturned":100000}\n$/)
    // What is made runs ahead of what is read by the buffers in between (some MB), not by the file.
    const perRecord = size / made
    expect(size).toBeGreaterThan(80_000_000)
    expect(Math.max(...paces.map((pace) => pace.made * perRecord - pace.size))).toBeLessThan(20_000_000)
    expect((peak - before) / 1e6).toBeLessThan(150)
  })

  test.each(['identity', 'gzip'])('that breaks off is not closed and does not parse (%s)', async (coding) => {
    stub = await startStub(consultation('proef'), () => records(10_000, 5000))
    const received = await receive(`${stub.origin}${path}`, coding)
    expect(received.complete).toBe(false)
    expect(received.text).toContain('"FeatureCollection"')
    expect(received.text).not.toContain('numberReturned')
    expect(() => JSON.parse(received.text)).toThrow()
  })

  test('that fails before its first record is a problem document', async () => {
    stub = await startStub(consultation('proef'), () => records(1, 0))
    const response = await fetch(`${stub.origin}${path}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
  })

  test('that nobody waits for any more stops being made', async () => {
    let [made, ended] = [0, false]
    stub = await startStub(consultation('proef'), async function* () {
      try {
        for await (const record of records(100_000)) {
          made++
          yield record
        }
      } finally {
        ended = true
      }
    })
    const stop = new AbortController()
    const response = await fetch(`${stub.origin}${path}`, { signal: stop.signal })
    await response.body?.getReader().read()
    stop.abort()
    await expect.poll(() => ended, { timeout: 10_000 }).toBe(true)
    expect(made).toBeLessThan(50_000)
  })
})

/** What arrives of a body, and whether it ended as it should. */
async function receive(address: string, coding: string): Promise<{ text: string; complete: boolean }> {
  const chunks: Buffer[] = []
  const complete = await new Promise<boolean>((resolve, reject) => {
    const request = get(address, { headers: { 'accept-encoding': coding } }, (response) => {
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', () => resolve(false))
      response.on('end', () => resolve(response.complete))
    })
    request.on('error', reject)
  })
  const bytes = Buffer.concat(chunks)
  const text = coding === 'gzip' ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes
  return { text: text.toString(), complete }
}
