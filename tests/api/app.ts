/** The running platform for tests: HTTP in, HTTP out, on the real embedded database; every answer is checked against the contract. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { serviceOf } from '#api/route.ts'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { ContributionDraftInput, SubmittedContribution } from '#contract/contribution.ts'
import type { Operation } from '#contract/operation.ts'
import { operationIds, operations } from '#contract/operations.ts'
import { Problem } from '#contract/problem.ts'
import { problemTypes, problemUri } from '#contract/problem-types.ts'
import { localTable } from '#local/database.ts'
import { type RunningServer, startServer } from '#local/server.ts'
import type { ServerSettings } from '#local/settings.ts'
import { openStore } from '#store/open.ts'
import type { Store } from '#store/store.ts'

export interface App {
  readonly server: RunningServer
  readonly store: Store
  readonly dataDir: string
  /** Asks, checks the answer against the operations table, and gives it with its body read. */
  ask(path: string, init?: RequestInit): Promise<Answer>
  submit(draft?: Partial<ContributionDraftInput>, consultation?: string): Promise<SubmittedContribution>
  close(): Promise<void>
}
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly bytes: Uint8Array
  /** The parsed body, where it is JSON. */
  readonly json: unknown
}

const villages = [
  { id: 'odijk', name: 'Odijk', position: [5.236, 52.053] as [number, number] },
  { id: 'werkhoven', name: 'Werkhoven', position: [5.245, 52.023] as [number, number] },
]
const ring = [5.1, 51.9, 5.4, 52.1] as const

/** A consultation that is open now, around Odijk. */
export function consultation(id: string, change: Partial<ConsultationRecord> = {}): ConsultationRecord {
  const [west, south, east, north] = ring
  return {
    id,
    title: 'Proefgebied',
    question: 'Wat kan hier beter?',
    description: 'Een gebied om de API op te beproeven.',
    area: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    bounds: [...ring],
    period: { start: '2020-01-01', end: '2099-12-31' },
    themes: ['housing', 'mobility', 'energy', 'food', 'health', 'general'],
    kinds: ['idea', 'concern', 'initiative', 'challenge'],
    layers: [],
    villages,
    authority: { name: 'Gemeente Proef', contact: 'proef@example.nl' },
    decides: 'De raad besluit.',
    followUp: ['Wij lezen alles.'],
    formalRoute: 'Een zienswijze stuur je naar de gemeente.',
    moderation: 'after',
    licence: { title: 'CC0 1.0', href: 'https://creativecommons.org/publicdomain/zero/1.0/deed.nl' },
    example: true,
    ...change,
  }
}

export const draft: ContributionDraftInput = {
  kind: 'idea',
  themes: ['mobility', 'health'],
  title: 'Een bankje bij de brug',
  description: 'Halverwege kun je nergens rusten. Een bankje helpt.',
  geometry: { type: 'Point', coordinates: [5.2416, 52.0384] },
}

let keys = 0
/** A key that no other request uses. */
export const newKey = () => `proef-${process.pid}-${Date.now()}-${++keys}`

export function posting(body: unknown, headers: Record<string, string> = {}): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers },
    body: text,
  }
}

export async function startApp(settings: Partial<ServerSettings> = {}): Promise<App> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vliegwiel-api-'))
  const site = { operator: 'Proef', accessibility: null, privacy: 'https://example.nl/privacy', contact: null }
  const server = await startServer({ host: '127.0.0.1', port: 0, dataDir, seed: 'none', prepare: false, site, ...settings })
  const store = openStore({ table: localTable, endpoint: server.databaseEndpoint })
  const ask = (path: string, init: RequestInit = {}) => asked(server.origin, path, init)
  return {
    server,
    store,
    dataDir,
    ask,
    async submit(change = {}, id = 'proef') {
      const answer = await ask(`/api/v1/consultations/${id}/contributions`, posting({ ...draft, ...change }))
      expect(answer.status, answer.text).toBe(201)
      return answer.json as SubmittedContribution
    },
    async close() {
      await server.close()
      await rm(dataDir, { recursive: true })
    },
  }
}

async function asked(origin: string, path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(origin + path, { redirect: 'manual', ...init })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder().decode(bytes)
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== ''
  const answer = { status: response.status, headers: response.headers, text, bytes, json: isJson ? JSON.parse(text) : undefined }
  checkAnswer(init.method ?? 'GET', new URL(path, origin).pathname, answer)
  return answer
}

/** What holds for every answer of the API, whatever was asked. */
function checkAnswer(method: string, path: string, { status, headers, text, json }: Answer): void {
  const about = `${method} ${path} → ${status} ${text.slice(0, 300)}`
  expect(headers.get('api-version'), about).toBe('1.0.0')
  expect(headers.get('x-content-type-options'), about).toBe('nosniff')
  expect(headers.get('content-security-policy'), about).toContain("default-src 'none'")
  expect(headers.get('strict-transport-security'), about).toBeTruthy()
  const operation = operationOf(method, path)
  if (status >= 400) {
    if (method === 'HEAD') return
    expect(headers.get('content-type'), about).toBe('application/problem+json')
    expect(headers.get('cache-control'), about).toBe('no-store')
    const problem = Problem.parse(json)
    expect(problem.status, about).toBe(status)
    const documented = operation ? [...operation.problems, 'internal-error', 'busy'] : ['not-found', 'method-not-allowed']
    const ids = documented.filter((id) => problemTypes[id as keyof typeof problemTypes].status === status)
    expect(
      ids.map((id) => problemUri(id as keyof typeof problemTypes)),
      about,
    ).toContain(problem.type)
    return
  }
  if (method === 'OPTIONS' || status === 304) return
  const answer = operation?.answers[status]
  expect(answer, `${about}: not documented`).toBeDefined()
  if (answer?.media) expect(headers.get('content-type'), about).toBe(answer.media)
  if (method !== 'HEAD' && answer?.schema) answer.schema.parse(json)
}

/** The operation of a path, found without the product's own router. */
function operationOf(method: string, path: string): Operation | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method
  const id = operationIds.find((name) => {
    const { method: own, path: template } = operations[name]
    return own === wanted && new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path)
  })
  if (id) expect(serviceOf(method, path)).toBe(operations[id].service)
  return id && operations[id]
}

/** Every problem document's fault codes with their places, for short expectations. */
export function faults(answer: Answer): string[] {
  return (Problem.parse(answer.json).errors ?? []).map(({ in: place, location, code }) => `${place} ${location} ${code}`)
}
