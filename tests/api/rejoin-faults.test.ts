/** Joining anew, broken off anywhere, called twice, among people who go on: in the end nothing is passed over and every count is right. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RejoinRequest, rejoin } from '#api/rejoin.ts'
import type { AuditEvent, ContributionRecord } from '#domain/contribution-record.ts'
import { joinedAnew } from '#domain/joined-anew.ts'
import { openDatabase } from '#store/client.ts'
import { openRejoining, type Rejoining } from '#store/rejoin.ts'
import type { Submission } from '#store/store.ts'
import { nextConsultation, submissionOf } from '../store/contributions.ts'
import { table, useDatabase } from '../store/fixture.ts'
import { clockOf, countedWrong, type Editions, editions, everyOne, placeNumber, sent } from './joining.ts'

const fixture = useDatabase()
const place = () => ({ table, endpoint: fixture.local.endpoint })
const event = (what: AuditEvent['what']): AuditEvent => ({
  at: '2026-11-24T12:00:00.000Z',
  by: 'author',
  role: null,
  what,
  why: null,
})

class Killed extends Error {}

/** Throws before or after a call, as `breaks` says: an answer that is lost is worse than a call that is not made. */
function breaking<T extends object>(port: T, breaks: () => 'before' | 'after' | undefined): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function' || name === 'after' || name === 'isRefusedForGood') return method
      return async (...args: unknown[]) => {
        const how = breaks()
        if (how === 'before') throw new Killed()
        const answer: unknown = await method.apply(target, args)
        if (how === 'after') throw new Killed()
        return answer
      }
    },
  })
}

const caller = (geo: Pick<Editions, 'pinned'>, contributions: Rejoining, hurried = false) => {
  // Hurried: every call ends after eight contributions.
  return rejoin({ contributions, geo, clock: clockOf(hurried ? 11_000 : 0), log: () => undefined })
}

/** As the state machine does: the same request until it is answered. @param twice of each answered request */
async function driven(call: ReturnType<typeof rejoin>, twice: () => boolean = () => false): Promise<void> {
  let request: RejoinRequest = {}
  for (let tries = 0; tries < 2000; tries++) {
    try {
      const answer = await call(request)
      if (twice()) await call(request)
      if (answer.done) return
      request = answer
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }
  throw new Error('the run never ended')
}

async function submitted(geo: Editions, consultation: string, count: number): Promise<Submission[]> {
  const submissions = Array.from({ length: count }, (_, number) =>
    submissionOf(sent(geo, consultation, placeNumber(number), { state: number % 6 === 5 ? 'received' : 'published' })),
  )
  for (const submission of submissions) await fixture.store.submit(submission)
  return submissions
}

const right = async (geo: Editions, consultation: string) => {
  expect(await geo.stale(await everyOne(fixture, consultation))).toEqual([])
  expect(await countedWrong(fixture, openDatabase(place()), consultation)).toEqual({ uncounted: [], drift: {} })
}

test('killed at any call, before it was made or before its answer came, it goes on and ends right', async () => {
  const consultation = nextConsultation()
  const geo = editions('een-a')
  await submitted(geo, consultation, 12)
  let calls = 1
  for (let killAt = 0; killAt < calls * 2; killAt++) {
    geo.publish(`editie-${killAt}-${'abc'[killAt % 3]}`)
    let call = 0
    const contributions = breaking(openRejoining(place()), () =>
      call++ === Math.floor(killAt / 2) ? (killAt % 2 ? 'after' : 'before') : undefined,
    )
    await driven(caller(geo, contributions, true))
    if (killAt === 0) calls = call
    expect(await geo.stale(await everyOne(fixture, consultation)), `killed at ${killAt}`).toEqual([])
  }
  expect(calls).toBeGreaterThan(12)
  await right(geo, consultation)
})

/** What people do meanwhile, each with what is true at that moment. */
const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom('submit', 'move', 'retitle', 'hide', 'publish', 'withdraw'),
    who: fc.nat({ max: 17 }),
    to: fc.nat({ max: 60 }),
  }),
  { minLength: 5, maxLength: 40 },
)
type Deeds = Parameters<Parameters<typeof deeds.map>[0]>[0]

async function live(geo: Editions, consultation: string, submissions: readonly Submission[], list: Deeds): Promise<void> {
  for (const { deed, who, to } of list) {
    if (deed === 'submit') {
      await fixture.store.submit(submissionOf(sent(geo, consultation, placeNumber(to))))
      continue
    }
    const submission = submissions[who % submissions.length]
    const before = submission && (await fixture.store.get(submission.record.id))
    if (!submission || !before || before.state === 'withdrawn') continue
    if (deed === 'hide') await change(before, 'hidden')
    else if (deed === 'publish') await change(before, 'published')
    else if (deed === 'withdraw') await change(before, 'withdrawn')
    else await edit(geo, before, submission, deed === 'move' ? placeNumber(to) : before.geometry)
  }
}

const change = (before: ContributionRecord, to: 'hidden' | 'published' | 'withdrawn') =>
  fixture.store.changeState(before.id, to, before.version, event(to))

function edit(geo: Editions, before: ContributionRecord, own: Submission, geometry: ContributionRecord['geometry']) {
  const zones = geometry ? (joinedAnew([], geo.zonesNow(geometry)) ?? []) : []
  const after = { ...before, title: 'Een andere titel', geometry, zones }
  return fixture.store.edit(after, { ...own.private, exactGeometry: geometry }, before.version, event('edited'))
}

test('whatever breaks, comes twice or runs beside it, and whatever people do: every contribution ends in the newest zones, counted right', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, deeds, fc.infiniteStream(fc.nat({ max: 99 })), async (first, second, chance) => {
      const dice = () => chance.next().value ?? 0
      const consultation = nextConsultation()
      const geo = editions('een-a')
      const submissions = await submitted(geo, consultation, 18)
      const contributions = breaking(openRejoining(place()), () => {
        const thrown = dice()
        return thrown < 8 ? 'before' : thrown < 16 ? 'after' : undefined
      })
      const run = () => driven(caller(geo, contributions, dice() < 50), () => dice() < 20)

      geo.publish('twee-b')
      const running = [run(), live(geo, consultation, submissions, first), run()]
      await running[1]
      // Whoever joined with the old one has ended before a run of the new one begins (settleTime); a run of the old one has not.
      geo.publish('drie-c')
      running.push(run(), live(geo, consultation, submissions, second))
      await Promise.all(running)
      await right(geo, consultation)
    }),
    { numRuns: 8, interruptAfterTimeLimit: 90_000 },
  )
})

test('an edit or a change of state that meets joining anew is made, not refused', async () => {
  const consultation = nextConsultation()
  const geo = editions('een-a')
  const submissions = await submitted(geo, consultation, 18)
  await Promise.all([
    (async () => {
      for (let round = 0; round < 6; round++) {
        geo.publish(`ronde-${round}-${'abc'[round % 3]}`)
        await driven(caller(geo, openRejoining(place())))
      }
    })(),
    ...submissions.map(async (submission, number) => {
      for (let version = 1; version <= 4; version++) {
        const before = { ...submission.record, version, title: `Titel ${version}` }
        if (number % 2) await edit(geo, before, submission, before.geometry)
        else await fixture.store.changeState(before.id, version % 2 ? 'hidden' : 'published', version, event('hidden'))
      }
    }),
  ])
  await driven(caller(geo, openRejoining(place())))
  expect((await everyOne(fixture, consultation)).map(({ version }) => version)).toEqual(Array(18).fill(5))
  await right(geo, consultation)
})
