/** Joining anew beside other writers, as far as the table goes. What a run does is in tests/api/rejoin*.test.ts. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ZoneRef } from '#contract/contribution.ts'
import type { AuditEvent } from '#domain/contribution-record.ts'
import { openRejoining, type Placed, type Rejoining } from '#store/rejoin.ts'
import { contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { table, useDatabase } from './fixture.ts'

const fixture = useDatabase()
const rejoining = (): Rejoining => openRejoining({ table, endpoint: fixture.local.endpoint })
const event = (what: AuditEvent['what']): AuditEvent => ({
  at: '2026-11-24T12:00:00.000Z',
  by: 'operator',
  role: null,
  what,
  why: null,
})
const zones: ZoneRef[] = [{ layer: 'visie.wonen', id: 'kern', title: 'Kern', version: '2', date: '2026-11-24' }]

async function everyPage(): Promise<Placed[]> {
  const all: Placed[] = []
  for (let next: string | undefined, more = true; more; more = next !== undefined) {
    const page = await rejoining().page(next)
    all.push(...page.contributions)
    next = page.next
  }
  return all
}

test('a change of state and joining at the same moment are both kept, whichever comes first', async () => {
  const consultation = nextConsultation()
  await Promise.all(
    Array.from({ length: 60 }, async (_, number) => {
      const submission = submissionOf(contribution(consultation, point()))
      const { id } = submission.record
      await fixture.store.submit(submission)
      const read = await rejoining().get(id)
      if (!read) throw new Error('not there')
      const [after, joined] = await Promise.all([
        number % 2
          ? fixture.store.changeState(id, 'hidden', 1, event('hidden'))
          : fixture.store.edit({ ...submission.record, zones }, submission.private, 1, event('edited')),
        wait(number / 2).then(() => rejoining().join(read, zones)),
      ])
      expect(after).toMatchObject({ version: 2 })
      // Refused: the change came first, and is joined by itself.
      if (!joined) expect(await rejoining().join((await rejoining().get(id)) as Placed, zones)).toBe(true)
      expect(await fixture.store.get(id)).toMatchObject({ zones, version: 2, joins: 1 })
    }),
  )
})

test('the walk meets what changes its state while it goes by, once', async () => {
  const consultation = nextConsultation()
  const ids = new Set<string>()
  for (let number = 0; number < 120; number++) {
    const submission = submissionOf(contribution(consultation, point(), { state: number % 2 ? 'published' : 'received' }))
    await fixture.store.submit(submission)
    ids.add(submission.record.id)
  }
  const met: string[] = []
  let pages = 0
  for (let next: string | undefined, more = true; more; more = next !== undefined) {
    const page = await rejoining().page(next)
    met.push(...page.contributions.map(({ id }) => id).filter((id) => ids.has(id)))
    next = page.next
    pages++
    for (const id of [...ids].slice(pages * 7, pages * 7 + 40)) {
      const { state, version } = (await fixture.store.get(id)) ?? { state: 'withdrawn', version: 0 }
      await fixture.store.changeState(id, state === 'published' ? 'hidden' : 'published', version, event('hidden'))
    }
  }
  expect(pages).toBeGreaterThan(1)
  expect(met.toSorted()).toEqual([...ids].toSorted())
})

test('what is withdrawn or has no place is not met, and nothing that was written leaves the table', async () => {
  const consultation = nextConsultation()
  const village = submissionOf(contribution(consultation, null))
  const withdrawn = submissionOf(contribution(consultation, point()))
  await fixture.store.submit(village)
  await fixture.store.submit(withdrawn)
  await fixture.store.changeState(withdrawn.record.id, 'withdrawn', 1, event('withdrawn'))
  const met = await everyPage()
  expect(met.map(({ id }) => id)).not.toContain(village.record.id)
  expect(met.map(({ id }) => id)).not.toContain(withdrawn.record.id)
  expect(await rejoining().get(withdrawn.record.id)).toBeUndefined()
  for (const one of met)
    expect(['geometry id joins version zones', 'geometry id version zones']).toContain(Object.keys(one).sort().join(' '))
})

test('a walk goes on after any contribution', async () => {
  const all = await everyPage()
  const from = Math.floor(all.length / 3)
  const rest: string[] = []
  for (let next: string | undefined = rejoining().after(all[from - 1]?.id ?? ''); next !== undefined; ) {
    const page = await rejoining().page(next)
    rest.push(...page.contributions.map(({ id }) => id))
    next = page.next
  }
  expect(rest).toEqual(all.slice(from).map(({ id }) => id))
})

test('how far a run has come is kept by its name', async () => {
  expect(await rejoining().note('a')).toBeUndefined()
  await rejoining().putNote('a', { catalogue: 'x', looked: 3, joined: 1, next: 'n' })
  await rejoining().putNote('b', { catalogue: 'y', looked: 4, joined: 0 })
  expect(await rejoining().note('a')).toEqual({ catalogue: 'x', looked: 3, joined: 1, next: 'n' })
  await rejoining().putNote('a', { catalogue: 'x', looked: 9, joined: 1 })
  expect(await rejoining().note('a')).toEqual({ catalogue: 'x', looked: 9, joined: 1 })
})
