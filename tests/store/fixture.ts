/** One embedded database per test file, a fresh consultation per test, and contributions to put in it. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll } from 'vitest'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { Geometry, Position } from '#contract/geometry.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { type LocalDatabase, openDatabase as openLocalDatabase } from '#local/database.ts'
import { type Consumed, openDatabase } from '#store/client.ts'
import { openStore } from '#store/open.ts'
import type { Store, Submission } from '#store/store.ts'

export const table = 'contributions-test'
export const bunnik: Position = [5.1986, 52.0656]

export interface Fixture {
  readonly store: Store
  readonly local: LocalDatabase
  readonly folder: string
  /** Every call since the last `consumed.length = 0`. */
  readonly consumed: Consumed[]
}

/** To be called at the top of a test file; the fixture is filled before its tests run. */
export function useDatabase(): Fixture {
  const fixture = { consumed: [] as Consumed[] } as { -readonly [K in keyof Fixture]: Fixture[K] }
  beforeAll(async () => {
    fixture.folder = await mkdtemp(join(tmpdir(), 'vliegwiel-store-'))
    fixture.local = await openLocalDatabase(fixture.folder, table)
    fixture.store = openStore({
      table,
      endpoint: fixture.local.endpoint,
      onConsumed: (consumed) => fixture.consumed.push(consumed),
    })
  })
  afterAll(async () => {
    await fixture.local.close()
    await rm(fixture.folder, { recursive: true })
  })
  return fixture
}

let last = 0
/** Crockford base 32, 26 characters, ascending. */
export function nextId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  last++
  return `01${[...Array(24).keys()].map((index) => alphabet[Math.floor(last / 32 ** (23 - index)) % 32]).join('')}`
}

export const nextConsultation = (): string => `traject-${nextId()}`
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export function contribution(
  consultation: string,
  geometry: Geometry | null,
  changes: Partial<ContributionRecord> = {},
): ContributionRecord {
  const id = changes.id ?? nextId()
  const createdAt = new Date(Date.UTC(2026, 10, 1) + last * 1000).toISOString()
  return {
    id,
    consultation,
    kind: 'idea',
    themes: ['housing'],
    title: 'Een bankje bij de brug',
    description: 'Hier is het mooi zitten, maar er staat geen bank.',
    geometry,
    role: 'resident',
    precision: 'exact',
    state: 'published',
    outcome: 'open',
    village: 'bunnik',
    zones: [],
    counts: { supports: 0, comments: 0, pledges: 0 },
    createdAt,
    updatedAt: createdAt,
    version: 1,
    ...changes,
  }
}

export function submissionOf(record: ContributionRecord, changes: Partial<Submission> = {}): Submission {
  const authorToken = randomBytes(24).toString('base64url')
  return {
    record,
    private: { exactGeometry: record.geometry, authorTokenHash: sha256(authorToken) },
    authorToken,
    idempotency: {
      id: sha256(`key of ${record.id}`),
      bodyHash: sha256(JSON.stringify([record.title, record.description, record.geometry])),
      expiresAt: 4_000_000_000,
    },
    event: { at: record.createdAt, by: 'author', role: record.role, what: 'submitted', why: null },
    ...changes,
  }
}

export const point = (position: Position = bunnik): Geometry => ({ type: 'Point', coordinates: position })

export function consultationRecord(id: string): ConsultationRecord {
  return {
    id,
    title: 'Kromme Rijn',
    question: 'Wat kan hier beter?',
    description: 'Denk mee.',
    area: {
      type: 'Polygon',
      coordinates: [
        [
          [5, 51.9],
          [5.5, 51.9],
          [5.5, 52.2],
          [5, 52.2],
          [5, 51.9],
        ],
      ],
    },
    bounds: [5, 51.9, 5.5, 52.2],
    period: { start: '2026-11-01', end: '2026-12-31' },
    themes: ['housing', 'mobility'],
    kinds: ['idea', 'concern'],
    layers: [],
    villages: [{ id: 'bunnik', name: 'Bunnik', position: bunnik }],
    authority: { name: 'Gemeente Bunnik', contact: 'info@example.org' },
    decides: 'De gemeenteraad.',
    followUp: ['We lezen alles.'],
    formalRoute: 'Bij de gemeente.',
    moderation: 'after',
    licence: { title: 'CC0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    example: true,
  }
}

/** Every item of the table, as it lies there. */
export async function scan({ local }: Fixture): Promise<Record<string, unknown>[]> {
  const { client } = openDatabase({ table, endpoint: local.endpoint })
  const items: Record<string, unknown>[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: table, ...(start ? { ExclusiveStartKey: start } : {}) }))
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  client.destroy()
  return items
}
