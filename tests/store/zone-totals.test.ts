/** Counts of zones: of those asked for, and of whole layers page by page. */
import { expect, test } from 'vitest'
import { openDatabase } from '#store/client.ts'
import { countChanges } from '#store/count.ts'
import { openStreamReader } from '#store/stream-reader.ts'
import { meetsStreamFilter } from '#store/table.ts'
import { contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { table, useDatabase } from './fixture.ts'

const fixture = useDatabase()
const letters = {
  put: async ({ reason }: { reason: string }) => {
    throw new Error(`unexpected dead letter: ${reason}`)
  },
}

/** Counts everything that the stream brought so far; counting again changes nothing. */
async function counted(): Promise<void> {
  const reader = await openStreamReader({ table, endpoint: fixture.local.endpoint })
  let next: string | undefined = await reader.iterator((await reader.shards())[0]?.id ?? '')
  while (next !== undefined) {
    const page = await reader.read(next, 1000)
    await countChanges(openDatabase({ table, endpoint: fixture.local.endpoint }), letters, page.records.filter(meetsStreamFilter))
    next = page.records.length > 0 ? page.next : undefined
  }
  reader.close()
}
const zone = (layer: string, id: string) => ({ layer, id, title: id, version: '1', date: '2026-01-02' })

test('zones in the order asked, those that hold nothing as well, each in one read of at most a hundred keys', async () => {
  const consultation = nextConsultation()
  const zones = [zone('visie.a', '1'), zone('visie.a', '2'), zone('visie.a', 'x/y#,%')]
  await fixture.store.submit(submissionOf(contribution(consultation, point(), { zones })))
  await fixture.store.submit(submissionOf(contribution(consultation, point(), { zones: zones.slice(0, 1) })))
  await fixture.store.submit(submissionOf(contribution(consultation, point(), { zones, state: 'received' })))
  await counted()
  const asked = ['visie.a/2', 'visie.a/1', 'visie.b/1', 'visie.a/x/y#,%', 'visie.a/1']
  fixture.consumed.length = 0
  expect(await fixture.store.zoneTotals(consultation, asked)).toEqual([1, 2, 0, 1, 2])
  expect(fixture.consumed.map(({ operation }) => operation)).toEqual(['BatchGetItem'])
  const many = Array.from({ length: 230 }, (_, index) => `visie.a/${index}`)
  const counts = await fixture.store.zoneTotals(consultation, many)
  expect(counts.map((count, index) => [index, count]).filter(([, count]) => count !== 0)).toEqual([
    [1, 2],
    [2, 1],
  ])
})

test('whole layers page by page: every zone once, none of another layer, none that came down to zero', async () => {
  const consultation = nextConsultation()
  const ids = Array.from({ length: 25 }, (_, index) => `z${String(index).padStart(2, '0')}`)
  const zones = [
    ...ids.map((id) => zone('plan.a', id)),
    zone('plan.a0', 'other'),
    zone('plan.a.b', 'other'),
    zone('plan.b', 'one'),
  ]
  await fixture.store.submit(submissionOf(contribution(consultation, point(), { zones })))
  const left = submissionOf(contribution(consultation, point(), { zones: [zone('plan.a', 'z03x'), zone('plan.b', 'gone')] }))
  await fixture.store.submit(left)
  await counted()
  const moderation = { at: '2026-11-24T12:00:00.000Z', by: 'operator', role: null, what: 'hidden', why: null } as const
  await fixture.store.changeState(left.record.id, 'hidden', 1, moderation)
  await counted()
  for (const limit of [1, 4, 7, 1000]) {
    const found: string[] = []
    let next: string | undefined
    do {
      const page = await fixture.store.zonesOfLayers(consultation, ['plan.a', 'plan.c', 'plan.b'], {
        limit,
        ...(next === undefined ? {} : { next }),
      })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      expect(page.items.every(({ contributions }) => contributions === 1)).toBe(true)
      found.push(...page.items.map(({ layer, id }) => `${layer}/${id}`))
      next = page.next
    } while (next !== undefined)
    expect(found).toEqual([...ids.map((id) => `plan.a/${id}`), 'plan.b/one'])
  }
  const { next = '' } = await fixture.store.zonesOfLayers(consultation, ['plan.a'], { limit: 2 })
  await expect(fixture.store.zonesOfLayers(consultation, ['plan.b'], { limit: 2, next })).rejects.toThrow()
})
