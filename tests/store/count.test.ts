import { PutCommand } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuditEvent } from '#domain/contribution-record.ts'
import { createHandler } from '#handlers/stream.ts'
import { openDatabase } from '#store/client.ts'
import { countChanges } from '#store/count.ts'
import { type DeadLetter, readDeadLetters } from '#store/dead-letters.ts'
import { reconcile } from '#store/reconcile.ts'
import { streamFilters } from '#store/schema.ts'
import { openStreamReader } from '#store/stream-reader.ts'
import type { StreamRecord } from '#store/stream-record.ts'
import { meetsStreamFilter } from '#store/table.ts'
import { contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { type Fixture, table, useDatabase } from './fixture.ts'

const fixture = useDatabase()
const event = (what: AuditEvent['what']): AuditEvent => ({
  at: '2026-11-24T12:00:00.000Z',
  by: 'author',
  role: null,
  what,
  why: null,
})
const database = () => openDatabase({ table, endpoint: fixture.local.endpoint })
const noLetters = {
  put: async (letter: DeadLetter) => {
    throw new Error(`unexpected dead letter: ${letter.reason}`)
  },
}

/** The stream's records about one consultation, as Lambda would get them. */
async function streamOf({ local }: Fixture, consultation: string) {
  const reader = await openStreamReader({ table, endpoint: local.endpoint })
  const [shard] = await reader.shards()
  const records = []
  for (let next: string | undefined = await reader.iterator(shard?.id ?? ''); next !== undefined; ) {
    const page = await reader.read(next, 1000)
    records.push(...page.records)
    next = page.records.length > 0 ? page.next : undefined
  }
  reader.close()
  const about = (image: { consultation?: { S?: string } } | undefined) => image?.consultation?.S === consultation
  return records.filter(meetsStreamFilter).filter(({ dynamodb }) => about(dynamodb.NewImage) || about(dynamodb.OldImage))
}

/** Twenty contributions, some edited, hidden, published again or withdrawn. */
async function live(consultation: string): Promise<void> {
  for (let number = 0; number < 20; number++) {
    const submission = submissionOf(
      contribution(consultation, point(), {
        kind: number % 2 ? 'idea' : 'concern',
        themes: number % 3 ? ['housing', 'food'] : ['energy'],
        village: number % 5 ? 'bunnik' : null,
        state: number % 7 ? 'published' : 'received',
      }),
    )
    await fixture.store.submit(submission)
    const { record } = submission
    if (number % 4 === 1)
      await fixture.store.edit({ ...record, themes: ['health'], village: 'odijk' }, submission.private, 1, event('edited'))
    if (number % 4 === 2) await fixture.store.changeState(record.id, 'withdrawn', 1, event('withdrawn'))
    if (number % 4 === 3) {
      await fixture.store.changeState(record.id, 'hidden', 1, event('hidden'))
      if (number % 8 === 3) await fixture.store.changeState(record.id, 'published', 2, event('published'))
    }
  }
}

async function recount(consultation: string) {
  const totals = {
    contributions: 0,
    kinds: {} as Record<string, number>,
    themes: {} as Record<string, number>,
    roles: {} as Record<string, number>,
    villages: {} as Record<string, number>,
  }
  const add = (group: Record<string, number>, name: string) => {
    group[name] = (group[name] ?? 0) + 1
  }
  for await (const { kind, themes, role, village } of fixture.store.everything(consultation, {})) {
    totals.contributions++
    add(totals.kinds, kind)
    add(totals.roles, role)
    for (const theme of themes) add(totals.themes, theme)
    if (village) add(totals.villages, village)
  }
  return totals
}

describe('totals', () => {
  test('equal a recount however often and in whatever order the records come', async () => {
    const consultation = nextConsultation()
    await live(consultation)
    const records = await streamOf(fixture, consultation)
    expect(records.length).toBeGreaterThan(30)
    const expected = await recount(consultation)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(records, { minLength: 1 }), fc.integer({ min: 1, max: 50 }), async (some, size) => {
        for (let start = 0; start < some.length; start += size) {
          expect(await countChanges(database(), noLetters, some.slice(start, start + size))).toEqual([])
        }
      }),
      { numRuns: 15 },
    )
    expect(await countChanges(database(), noLetters, [...records, ...records].toReversed())).toEqual([])
    expect(await fixture.store.totals(consultation)).toEqual(expected)
    expect(await reconcile(database(), consultation)).toMatchObject({ contributions: 20, uncounted: [], drift: {} })
    expect(expected.villages).toHaveProperty('odijk')
  })

  test('stay right when several counters work on the same records at once', async () => {
    const consultation = nextConsultation()
    await live(consultation)
    const records = await streamOf(fixture, consultation)
    const again = await Promise.all(
      [1, 2, 3, 4].map(() =>
        countChanges(database(), noLetters, fc.sample(fc.shuffledSubarray(records, { minLength: records.length }), 1)[0] ?? []),
      ),
    )
    // What lost every race comes again, as Lambda would bring it.
    if (again.flat().length > 0) await countChanges(database(), noLetters, records)
    expect(await fixture.store.totals(consultation)).toEqual(await recount(consultation))
  })

  test('counting a submit takes few write units', async () => {
    const consultation = nextConsultation()
    await fixture.store.submit(submissionOf(contribution(consultation, point())))
    let written = 0
    const counted = openDatabase({
      table,
      endpoint: fixture.local.endpoint,
      onConsumed: ({ writeUnits }) => (written += writeUnits),
    })
    await countChanges(counted, noLetters, await streamOf(fixture, consultation))
    expect(written).toBeGreaterThan(0)
    expect(written).toBeLessThanOrEqual(48 - 16)
  })
})

describe('stream handler', () => {
  const handler = () => createHandler({ TABLE_NAME: table, DYNAMODB_ENDPOINT: fixture.local.endpoint })
  const call = (records: readonly StreamRecord[]) => handler()({ Records: records as never }, {} as never)

  test('sets aside what it cannot read, by key and reason, and counts the rest', async () => {
    const consultation = nextConsultation()
    await fixture.store.submit(submissionOf(contribution(consultation, point())))
    const [good] = await streamOf(fixture, consultation)
    const keys = { pk: { S: 'C#broken' }, sk: { S: 'BODY' } }
    const broken: StreamRecord = {
      dynamodb: {
        Keys: keys,
        SequenceNumber: '7',
        NewImage: { ...keys, entity: { S: 'contribution' }, version: { N: '1' }, title: { S: 'Geheim' } },
      },
    }
    expect(await call([broken, good as StreamRecord])).toEqual({ batchItemFailures: [] })
    expect((await fixture.store.totals(consultation)).contributions).toBe(1)
    const letters = await readDeadLetters(database())
    expect(letters).toEqual([
      { pk: 'C#broken', sk: 'BODY', sequenceNumber: '7', reason: 'UnreadableRecord: consultation is missing' },
    ])
    expect(JSON.stringify(letters)).not.toContain('Geheim')
  })

  test('lets no word of a person into a letter, whatever it stumbles over', async () => {
    const secret = 'Geheim: Dorpsstraat 1'
    const consultation = nextConsultation()
    await fixture.store.submit(submissionOf(contribution(consultation, point())))
    const [good] = await streamOf(fixture, consultation)
    const image = good?.dynamodb.NewImage ?? {}
    const broken: NonNullable<StreamRecord['dynamodb']>['NewImage'][] = [
      { position: { S: secret } },
      { themes: { S: secret } },
      { role: { N: secret } },
      { kind: {} },
      { version: { S: secret } },
    ]
    const letters: DeadLetter[] = []
    const records = broken.map(
      (part, number): StreamRecord => ({
        dynamodb: { ...good?.dynamodb, SequenceNumber: String(number), NewImage: { ...image, title: { S: secret }, ...part } },
      }),
    )
    await countChanges(database(), { put: async (letter) => void letters.push(letter) }, records)
    expect(letters.map(({ reason }) => reason)).toContain('RangeError')
    expect(letters.length).toBeGreaterThanOrEqual(4)
    expect(JSON.stringify(letters)).not.toMatch(/Geheim|Dorpsstraat/)
    for (const letter of letters) expect(Object.keys(letter).sort()).toEqual(['pk', 'reason', 'sequenceNumber', 'sk'])
  })

  test('asks again for what failed for now', async () => {
    const consultation = nextConsultation()
    await fixture.store.submit(submissionOf(contribution(consultation, point())))
    const records = await streamOf(fixture, consultation)
    const elsewhere = createHandler({ TABLE_NAME: 'no-such-table', DYNAMODB_ENDPOINT: fixture.local.endpoint })
    expect(await elsewhere({ Records: records as never }, {} as never)).toEqual({
      batchItemFailures: records.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })),
    })
  })

  test('takes contributions only: what it writes itself does not come back', async () => {
    const consultation = nextConsultation()
    await fixture.store.submit(submissionOf(contribution(consultation, point())))
    expect(await streamOf(fixture, consultation)).toHaveLength(1)
    expect(meetsStreamFilter({ dynamodb: { NewImage: { pk: { S: 'TALLY#x' } } } })).toBe(false)
    expect(meetsStreamFilter({ dynamodb: {} })).toBe(false)
  })

  test('the filter that cdk deploys and the one on this machine agree', () => {
    /** Lambda's pattern language as far as our patterns go: nested objects, and lists of values of which one must be there. */
    const matches = (pattern: unknown, value: unknown): boolean =>
      Array.isArray(pattern)
        ? pattern.includes(value)
        : Object.entries(pattern as object).every(([name, inner]) =>
            matches(inner, (value as Record<string, unknown> | undefined)?.[name]),
          )
    const image = fc.option(
      fc.record({ entity: fc.option(fc.record({ S: fc.constantFrom('contribution', 'tally', '') }), { nil: undefined }) }),
      { nil: undefined },
    )
    fc.assert(
      fc.property(fc.record({ dynamodb: fc.record({ NewImage: image, OldImage: image }) }), (record) => {
        expect(meetsStreamFilter(record)).toBe(streamFilters.some((pattern) => matches(pattern, record)))
      }),
    )
  })

  test("records have the shape of Lambda's", async () => {
    const consultation = nextConsultation()
    const Item = {
      pk: 'C#x',
      sk: 'BODY',
      entity: 'contribution',
      consultation,
      bytes: new Uint8Array([1, 2, 255]),
      deep: { list: [new Uint8Array([3])] },
    }
    await database().client.send(new PutCommand({ TableName: table, Item }))
    const [record] = await streamOf(fixture, consultation)
    expect(record?.dynamodb.NewImage).toMatchObject({ bytes: { B: 'AQL/' }, deep: { M: { list: { L: [{ B: 'Aw==' }] } } } })
    expect(record?.dynamodb.ApproximateCreationDateTime).toBeCloseTo(Date.now() / 1000, -2)
    expect(record).toMatchObject({
      eventSource: 'aws:dynamodb',
      eventName: 'INSERT',
      eventSourceARN: expect.stringContaining(`table/${table}/stream/`),
    })
  })

  test('a deleted body is no longer counted', async () => {
    const consultation = nextConsultation()
    await fixture.store.submit(submissionOf(contribution(consultation, point())))
    const [record] = await streamOf(fixture, consultation)
    await call([record as StreamRecord])
    const { NewImage, ...rest } = record?.dynamodb ?? {}
    await call([{ dynamodb: { ...rest, OldImage: NewImage } } as StreamRecord])
    expect(await fixture.store.totals(consultation)).toEqual({ contributions: 0, kinds: {}, themes: {}, roles: {}, villages: {} })
  })
})
