import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Geometry } from '#contract/geometry.ts'
import { kindIds } from '#contract/kinds/registry.ts'
import { themeIds } from '#contract/themes.ts'
import { roleIds } from '#contract/vocabulary.ts'
import { spotOf } from '#domain/anchor.ts'
import type { AuditEvent, ContributionRecord, PrivatePart } from '#domain/contribution-record.ts'
import { boxOf, columnAndRow, quadkeyOf } from '#domain/quadkey.ts'
import { countInMix } from '#domain/theme-set.ts'
import { positionInBox } from '#domain/touches.ts'
import { summaryLevels } from '#store/cell-summary.ts'
import { type Database, openDatabase } from '#store/client.ts'
import { countChanges } from '#store/count.ts'
import { readSummaries } from '#store/read-summaries.ts'
import { reconcile, repair } from '#store/reconcile.ts'
import { openStreamReader, type StreamReader } from '#store/stream-reader.ts'
import type { StreamRecord } from '#store/stream-record.ts'
import { meetsStreamFilter } from '#store/table.ts'
import { geometry, point as pointAnywhere } from '../domain/arbitrary.ts'
import { contribution, nextConsultation, submissionOf } from './contributions.ts'
import { table, useDatabase } from './fixture.ts'

const fixture = useDatabase()
const database = (): Database => openDatabase({ table, endpoint: fixture.local.endpoint })
const event = (what: AuditEvent['what']): AuditEvent => ({
  at: '2026-11-24T12:00:00.000Z',
  by: 'author',
  role: null,
  what,
  why: null,
})
/** A record of a body that no contribution can have: it must not hold up the others. */
const poisonKeys = { pk: { S: 'C#poison' }, sk: { S: 'BODY' } }
const poison: StreamRecord = { dynamodb: { Keys: poisonKeys, NewImage: { ...poisonKeys, version: { N: '1' } } } }
const noLetters = {
  put: async ({ pk, reason }: { pk: string; reason: string }) => {
    if (pk !== 'C#poison') throw new Error(`unexpected dead letter: ${reason}`)
  },
}

/** A database whose every call may break off before or after it was carried out, as when the handler is killed there. */
function faulty(share: number, seed: number): Database {
  const made = database()
  let state = seed
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  made.client.middlewareStack.add(
    (next) => async (args) => {
      if (chance() < share / 2) throw new Error('killed before the call')
      const answer = await next(args)
      if (chance() < share / 2) throw new Error('killed after the call')
      return answer
    },
    { step: 'initialize', name: 'kill', priority: 'high' },
  )
  return made
}

interface Live {
  record: ContributionRecord
  readonly part: PrivatePart
}
type Deed = (live: Live) => Promise<ContributionRecord | undefined>
const edited =
  (changes: (live: Live) => Partial<ContributionRecord>): Deed =>
  async ({ record, part }) =>
    record.state === 'withdrawn'
      ? undefined
      : fixture.store.edit({ ...record, ...changes({ record, part }) }, part, record.version, event('edited'))
const moved =
  (to: 'hidden' | 'published' | 'withdrawn'): Deed =>
  async ({ record }) =>
    record.state === 'withdrawn' || record.state === to
      ? undefined
      : fixture.store.changeState(record.id, to, record.version, event(to))

const themes = fc.uniqueArray(fc.constantFrom(...themeIds), { minLength: 1, maxLength: 3 })
const zones = fc
  .uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 4 })
  .map((numbers) => numbers.map((number) => ({ layer: 'visie.wonen', id: `zone|${number}`, title: '', version: '1' })))
const place = fc.option(fc.oneof({ weight: 3, arbitrary: pointAnywhere }, geometry), { nil: null, freq: 8 })
const draft = fc.record({
  kind: fc.constantFrom(...kindIds),
  themes,
  zones,
  role: fc.constantFrom(...roleIds),
  village: fc.constantFrom('bunnik', 'odijk', null),
  state: fc.constantFrom('published', 'published', 'received'),
  geometry: place,
})
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constantFrom(moved('hidden'), moved('published'), moved('withdrawn')),
  place.map((next) => edited(() => ({ geometry: next }))),
  themes.map((next) => edited(() => ({ themes: next }))),
  zones.map((next) => edited(() => ({ zones: next }))),
  fc.constantFrom('bunnik', 'werkhoven').map((village) => edited(() => ({ village }))),
)
/** Drafts, then deeds each on one of them. */
const history = fc.tuple(fc.array(draft, { minLength: 1, maxLength: 8 }), fc.array(fc.tuple(fc.nat(7), deed), { maxLength: 16 }))

let reader: StreamReader | undefined
let position: string | undefined
/** What the stream brought since the last time. */
async function news() {
  reader ??= await openStreamReader({ table, endpoint: fixture.local.endpoint })
  position ??= await reader.iterator((await reader.shards())[0]?.id ?? '')
  const records = []
  for (;;) {
    const page = await reader.read(position, 1000)
    position = page.next ?? position
    if (page.records.length === 0) return records.filter(meetsStreamFilter)
    records.push(...page.records)
  }
}

async function expectCountedAfresh(consultation: string, lives: readonly Live[]): Promise<void> {
  const seen = lives.map(({ record }) => record).filter(({ state }) => state === 'published')
  const tallied = (names: readonly (string | null)[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const name of names) if (name !== null) counts[name] = (counts[name] ?? 0) + 1
    return counts
  }
  expect(await fixture.store.totals(consultation)).toEqual({
    contributions: seen.length,
    kinds: tallied(seen.map(({ kind }) => kind)),
    themes: tallied(seen.flatMap((record) => record.themes)),
    roles: tallied(seen.map(({ role }) => role)),
    villages: tallied(seen.map(({ village }) => village)),
  })
  for (let number = 0; number <= 6; number++) {
    const inZone = seen.filter((record) => record.zones.some(({ id }) => id === `zone|${number}`))
    expect(await fixture.store.zoneTotals(consultation, [`visie.wonen/zone|${number}`])).toEqual([inZone.length])
  }
  const placed = seen.flatMap((record) => (record.geometry ? [{ record, spot: spotOf(record.geometry) }] : []))
  for (const level of summaryLevels) {
    const cells = await readSummaries(database(), consultation, level, { from: '0', to: '4' })
    expect(cells.map(({ cell }) => cell)).toEqual([...new Set(placed.map(({ spot }) => quadkeyOf(spot, level)))].sort())
    for (const { cell, count, mix, sum, shapes } of cells) {
      const here = placed.filter(({ spot }) => quadkeyOf(spot, level) === cell)
      expect(count).toBe(here.length)
      expect(countInMix(mix, [], [])).toBe(here.length)
      expect(shapes).toBe(here.filter(({ record }) => record.geometry?.type !== 'Point').length)
      for (const kind of kindIds)
        for (const theme of themeIds)
          expect(countInMix(mix, [kind], [theme])).toBe(
            here.filter(({ record }) => record.kind === kind && record.themes.includes(theme)).length,
          )
      const meanX = here.reduce((total, { spot }) => total + (spot[0] + 180) / 360, 0) / here.length
      expect(Math.abs(sum[0] / count - meanX)).toBeLessThan(2 ** -24)
    }
  }
}

describe('summaries and counters', () => {
  test('equal a fresh count after any history, whatever breaks and however the stream comes', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 0.1, 0.4),
        async ([drafts, deeds], chances, batch, share) => {
          const consultation = nextConsultation()
          const lives: Live[] = []
          for (const { geometry: at, ...rest } of drafts) {
            const submission = submissionOf(
              contribution(consultation, at as Geometry | null, rest as Partial<ContributionRecord>),
            )
            await fixture.store.submit(submission)
            lives.push({ record: submission.record, part: submission.private })
          }
          for (const [number, act] of deeds) {
            const live = lives[number % lives.length]
            if (live) live.record = (await act(live)) ?? live.record
          }
          // Duplicates and disorder: any record may come at any time, all of them at least once.
          const records = await news()
          const next = () => chances.next().value ?? 0
          const mixed: StreamRecord[] = [...records, ...records.filter(() => next() % 3 === 0), poison, poison]
            .map((record) => ({ record, order: next() }))
            .sort((a, b) => a.order - b.order)
            .map(({ record }) => record)
          for (let start = 0; start < mixed.length; start += batch) {
            let open = mixed.slice(start, start + batch)
            while (open.length > 0) {
              const failed = await countChanges(faulty(share, next()), noLetters, open)
              open = open.slice(open.findIndex(({ dynamodb }) => failed.includes(dynamodb?.SequenceNumber ?? '')))
              if (failed.length === 0) break
            }
          }
          await expectCountedAfresh(consultation, lives)
          expect(await reconcile(database(), consultation)).toMatchObject({ uncounted: [], drift: {} })
        },
      ),
      { numRuns: 25 },
    )
  })

  test('a contribution in more zones than a transaction holds is counted in several, each exact', async () => {
    const consultation = nextConsultation()
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => ({ layer: 'visie', id: `${from + index}`, title: '', version: '1' }))
    const submission = submissionOf(contribution(consultation, null, { zones: many(0, 200) }))
    await fixture.store.submit(submission)
    expect(await countChanges(database(), noLetters, await news())).toEqual([])
    const record = { ...submission.record, zones: many(150, 320) }
    await fixture.store.edit(record, submission.private, 1, event('edited'))
    const records = await news()
    for (let seed = 1; (await countChanges(faulty(0.3, seed * 7919), noLetters, records)).length > 0; seed++)
      expect(seed).toBeLessThan(100)
    const wanted = [0, 149, 150, 319].map((id) => `visie/${id}`)
    const counts = await fixture.store.zoneTotals(consultation, wanted)
    expect(counts).toEqual([0, 0, 1, 1])
    expect(await reconcile(database(), consultation)).toMatchObject({ contributions: 1, uncounted: [], drift: {} })
  })

  test('reconcile tells what is not counted from what is counted wrongly, and repair mends both', async () => {
    const consultation = nextConsultation()
    const submit = async () => {
      const submission = submissionOf(contribution(consultation, { type: 'Point', coordinates: [5.2, 52.05] }))
      await fixture.store.submit(submission)
      return submission.record.id
    }
    await submit()
    await countChanges(database(), noLetters, await news())
    const lost = await submit()
    await news()
    const { client } = database()
    const spoiled = { pk: `TALLY#${consultation}`, sk: 'TOTALS' }
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: spoiled,
        UpdateExpression: 'ADD contributions :two',
        ExpressionAttributeValues: { ':two': 2 },
      }),
    )
    const found = await reconcile(database(), consultation)
    expect(found).toEqual({
      contributions: 2,
      uncounted: [lost],
      unannounced: [],
      drift: { [`TALLY#${consultation}|TOTALS`]: { contributions: 2 } },
      unsettled: [],
    })
    expect(await repair(database(), consultation, found)).toBe(1)
    expect(await reconcile(database(), consultation)).toMatchObject({ uncounted: [], drift: {} })
    expect((await fixture.store.totals(consultation)).contributions).toBe(2)
  })
})

describe('tile of clusters', () => {
  test('counts every contribution once at every zoom, in cells that lie in the tile', async () => {
    const consultation = nextConsultation()
    // 600 on one square, some in the same spot, and 60 around.
    const dense = fc.sample(pointAnywhere, { numRuns: 600, seed: 5 }).map((at, index) => {
      const [x, y] = at.type === 'Point' ? at.coordinates : [5.2, 52]
      return index % 3
        ? { type: 'Point' as const, coordinates: [5.2 + (x - 5.25) / 200, 52.05 + (y - 52.03) / 200] as [number, number] }
        : at
    })
    const records = [...dense, ...fc.sample(geometry, { numRuns: 60, seed: 8 })].map((at, index) =>
      contribution(consultation, at as Geometry, {
        kind: index % 2 ? 'idea' : 'concern',
        themes: index % 5 ? ['food'] : ['energy', 'food'],
      }),
    )
    for (let start = 0; start < records.length; start += 60)
      await Promise.all(records.slice(start, start + 60).map((record) => fixture.store.submit(submissionOf(record))))
    expect(await countChanges(database(), noLetters, await news())).toEqual([])
    expect(await reconcile(database(), consultation)).toMatchObject({ drift: {}, uncounted: [] })
    for (let z = 0; z <= 14; z++) {
      const key = quadkeyOf([5.2, 52.05], z)
      const { x, y } = columnAndRow(key)
      const tile = await fixture.store.tile(consultation, z, x, y)
      const here = records.filter(({ geometry: at }) => at && quadkeyOf(spotOf(at), z) === key)
      if (tile.clusters.length === 0) {
        expect(tile.entries.map(({ id }) => id)).toEqual(expect.arrayContaining(here.map(({ id }) => id)))
        continue
      }
      expect(tile.clusters.reduce((sum, { count }) => sum + count, 0)).toBe(here.length)
      expect(tile.clusters.reduce((sum, { mix }) => sum + countInMix(mix, ['idea'], ['energy']), 0)).toBe(
        here.filter(({ kind, themes: own }) => kind === 'idea' && own.includes('energy')).length,
      )
      for (const { cell, position } of tile.clusters) {
        expect(cell.startsWith(key)).toBe(true)
        expect(cell).toHaveLength(z + 3)
        expect(positionInBox(position, boxOf(cell))).toBe(true)
      }
      expect(tile.entries.filter(({ geometry: at }) => at.type === 'Point')).toEqual([])
      expect(await fixture.store.tile(consultation, z, x, y)).toEqual(tile)
    }
  })
})
