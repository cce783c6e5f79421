/** What a service does before and after its operations: the gate behind CloudFront, faults of our own, pages that would be too large. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, test, vi } from 'vitest'
import { createService } from '#api/endpoint.ts'
import { openData } from '#api/open-data.ts'
import { participation } from '#api/participation.ts'
import type { ApiResponse } from '#api/respond.ts'
import type { Dependencies } from '#api/service.ts'
import { tokenHash } from '#api/session.ts'
import type { ContributionCollection } from '#contract/contribution.ts'
import { Problem } from '#contract/problem.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { toEvent } from '#local/gateway.ts'
import { Throttled, VersionConflict } from '#store/errors.ts'
import { consultation } from './app.ts'

const event = (target: string, headers: readonly string[] = [], method = 'GET'): APIGatewayProxyEventV2 =>
  toEvent({ method, target, rawHeaders: headers, body: new Uint8Array(), sourceIp: '::1', time: new Date() }, 'httpApi')

function service(store: object, change: Partial<Dependencies> = {}) {
  const log = vi.fn()
  const dependencies: Dependencies = {
    store: store as Dependencies['store'],
    geo: { zonesAt: async () => [] },
    now: () => new Date('2026-11-24T12:00:00Z'),
    randomBytes: (size) => new Uint8Array(size),
    origin: '',
    log,
    ...change,
  }
  const handler = createService<'openData'>(dependencies, openData(dependencies))
  return { log, ask: (asked: APIGatewayProxyEventV2) => handler(asked, {} as never) as Promise<ApiResponse>, dependencies }
}
const problem = ({ body }: ApiResponse) => Problem.parse(JSON.parse(String(body)))

test('behind CloudFront, only who knows the secret passes', async () => {
  const { ask } = service({}, { originSecret: 'geheim' })
  expect((await ask(event('/healthz', ['X-Origin-Secret', 'geheim']))).statusCode).toBe(200)
  for (const headers of [[], ['X-Origin-Secret', ''], ['X-Origin-Secret', 'geheim2'], ['X-Origin-Secret', 'geheim,geheim']]) {
    const answer = await ask(event('/healthz', headers))
    expect([answer.statusCode, problem(answer).type]).toEqual([403, 'urn:problem-type:vliegwiel:direct-access'])
  }
})

test('a fault of ours is a 500 that tells nothing, and is logged without what was sent', async () => {
  const { ask, log } = service({ listConsultations: async () => Promise.reject(new TypeError('table x is broken')) })
  const answer = await ask(event('/api/v1/consultations?', ['Authorization', 'Bearer geheime-code-van-de-schrijver']))
  expect(answer.statusCode).toBe(500)
  expect(String(answer.body)).not.toMatch(/broken|TypeError|\.ts/)
  expect(log).toHaveBeenCalledOnce()
  expect(JSON.stringify(log.mock.calls)).toContain('table x is broken')
  expect(JSON.stringify(log.mock.calls)).not.toContain('geheime')
})

test('a database that is too busy says when to come back', async () => {
  const { ask } = service({ listConsultations: async () => Promise.reject(new Throttled(new Error('slow down'))) })
  const answer = await ask(event('/api/v1/consultations'))
  expect([answer.statusCode, answer.headers?.['retry-after']]).toEqual([503, '60'])
})

test('withdrawing while somebody else changes it is told, not guessed', async () => {
  const token = 'A'.repeat(43)
  const { dependencies } = service({
    get: async () => ({ id: 'x', state: 'published', version: 1 }),
    getPrivate: async () => ({ exactGeometry: null, authorTokenHash: tokenHash(token) }),
    changeState: async () => Promise.reject(new VersionConflict('x', 1)),
  })
  const handler = createService<'participation'>(dependencies, participation(dependencies))
  const asked = event('/api/v1/contributions/01aaaaaaaaaaaaaaaaaaaaaaaa', ['Authorization', `Bearer ${token}`], 'DELETE')
  const answer = (await handler(asked, {} as never)) as ApiResponse
  expect([answer.statusCode, problem(answer).type]).toEqual([412, 'urn:problem-type:vliegwiel:version-conflict'])
})

test('a page never outgrows what a Lambda may answer: it holds fewer, and the next one goes on', async () => {
  const record = (index: number): ContributionRecord => ({
    id: `01${String(index).padStart(24, '0')}`,
    consultation: 'proef',
    kind: 'idea',
    themes: ['housing'],
    title: `Bijdrage ${index}`,
    description: 'é'.repeat(4000),
    geometry: null,
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
  })
  const total = 2500
  const newest = async (_: string, { limit, next }: { limit: number; next?: string }) => {
    const start = Number(next ?? 0)
    const items = Array.from({ length: Math.min(limit, total - start) }, (_unused, index) => record(start + index))
    return { items, ...(start + items.length < total && { next: String(start + items.length) }) }
  }
  const { ask } = service({
    getConsultation: async () => consultation('proef'),
    newest,
    totals: async () => ({ contributions: total, kinds: {}, themes: {}, roles: {}, villages: {} }),
  })
  const seen = new Set<string>()
  let path: string | undefined = '/api/v1/collections/proef/items?limit=10000'
  for (let pages = 0; path !== undefined && pages < 20; pages++) {
    const answer = await ask(event(path))
    expect(Buffer.byteLength(String(answer.body))).toBeLessThan(6_000_000)
    const page = JSON.parse(String(answer.body)) as ContributionCollection
    for (const { id } of page.features) seen.add(id)
    path = page.links.find(({ rel }) => rel === 'next')?.href
  }
  expect(seen.size).toBe(total)
})
