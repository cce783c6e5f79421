/** After a new catalogue every contribution gets the zones in which it lies now, and nobody notices anything else. */
import { describe, expect, test } from 'vitest'
import { type RejoinAnswer, type RejoinDependencies, type RejoinRequest, rejoin } from '#api/rejoin.ts'
import type { AuditEvent } from '#domain/contribution-record.ts'
import { openDatabase } from '#store/client.ts'
import { readDeadLetters } from '#store/dead-letters.ts'
import { openRejoining, type Rejoining } from '#store/rejoin.ts'
import { nextConsultation, submissionOf } from '../store/contributions.ts'
import { table, useDatabase } from '../store/fixture.ts'
import { consultation as proef, startApp } from './app.ts'
import { clockOf, countedWrong, type Editions, editions, everyOne, placeNumber, sent } from './joining.ts'

const fixture = useDatabase()
const event = (what: AuditEvent['what']): AuditEvent => ({
  at: '2026-11-24T12:00:00.000Z',
  by: 'operator',
  role: null,
  what,
  why: null,
})
const silent = () => undefined
const place = () => ({ table, endpoint: fixture.local.endpoint })

async function runOf(geo: RejoinDependencies['geo'], contributions: Rejoining = openRejoining(place())): Promise<RejoinAnswer> {
  const call = rejoin({ contributions, geo, clock: () => performance.now(), log: silent })
  let request: RejoinRequest = {}
  for (;;) {
    const answer = await call(request)
    if (answer.done) return answer
    request = answer
  }
}

/** Twenty contributions in every state, five of each; one of a whole village. */
async function filled(geo: Editions): Promise<string> {
  const consultation = nextConsultation()
  for (let number = 0; number < 20; number++) {
    const geometry = number === 7 ? null : placeNumber(number)
    const { record, ...submission } = submissionOf(
      sent(geo, consultation, geometry, { state: number % 4 === 3 ? 'received' : 'published' }),
    )
    await fixture.store.submit({ record, ...submission })
    if (number % 4 === 1) await fixture.store.changeState(record.id, 'hidden', 1, event('hidden'))
    if (number % 4 === 2) await fixture.store.changeState(record.id, 'withdrawn', 1, event('withdrawn'))
  }
  return consultation
}

describe('a run', () => {
  test('joins what is published, hidden or waiting with the new catalogue, and leaves all else as it was', async () => {
    const geo = editions('een-a')
    const consultation = await filled(geo)
    const before = await everyOne(fixture, consultation)
    expect(await countedWrong(fixture, openDatabase(place()), consultation)).toEqual({ uncounted: [], drift: {} })
    geo.publish('twee-b')
    expect((await geo.stale(before)).length).toBe(14)
    const { joined } = await runOf(geo)
    expect(joined).toBeGreaterThanOrEqual(14)
    const after = await everyOne(fixture, consultation)
    expect(await geo.stale(after)).toEqual([])
    const rest = ({ zones: _, joins: _1, ...record }: (typeof after)[number]) => record
    expect(after.map(rest)).toEqual(before.map(rest))
    for (const { id, version } of after) expect(await fixture.store.events(id)).toHaveLength(version)
    expect(await countedWrong(fixture, openDatabase(place()), consultation)).toEqual({ uncounted: [], drift: {} })
  })

  test('twice writes nothing', async () => {
    const geo = editions('een-a')
    const consultation = await filled(geo)
    geo.publish('twee-b')
    await runOf(geo)
    const before = await everyOne(fixture, consultation)
    let written = 0
    const counting = openRejoining({ ...place(), onConsumed: ({ writeUnits }) => (written += writeUnits) })
    expect(await runOf(geo, counting)).toMatchObject({ joined: 0, done: true })
    // The note of how far it came.
    expect(written).toBe(1)
    expect(await everyOne(fixture, consultation)).toEqual(before)
  })

  test('costs one write of the body per contribution that changes, and none of an index', async () => {
    const geo = editions('een-a')
    await runOf(geo)
    const consultation = nextConsultation()
    for (let number = 0; number < 10; number++)
      await fixture.store.submit(submissionOf(sent(geo, consultation, placeNumber(number), { description: 'x'.repeat(500) })))
    const version = (await everyOne(fixture, consultation)).map(({ version }) => version)
    expect(version).toEqual(Array(10).fill(1))
    let written = 0
    geo.publish('nieuw-a')
    const counting = openRejoining({ ...place(), onConsumed: ({ writeUnits }) => (written += writeUnits) })
    const { joined } = await runOf(geo, counting)
    // 500 characters with their zones are below 2 kB.
    expect((written - 1) / joined).toBeLessThanOrEqual(2)
  })

  test('is one of the catalogue that it began with: a newer one ends it, and has a run of its own', async () => {
    const geo = editions('een-a')
    const consultation = await filled(geo)
    geo.publish('twee-b')
    const call = rejoin({ contributions: openRejoining(place()), geo, clock: clockOf(20_000), log: silent })
    const first = await call({})
    expect(first).toMatchObject({ done: false, catalogue: 'twee-b' })
    geo.publish('drie-c')
    const second = await call(first)
    expect(second).toMatchObject({ done: true, superseded: true, looked: first.looked })
    await runOf(geo)
    expect(await geo.stale(await everyOne(fixture, consultation))).toEqual([])
  })

  test('ends a call in time and goes on in the middle of a page', async () => {
    const geo = editions('een-a')
    const consultation = await filled(geo)
    geo.publish('twee-b')
    const call = rejoin({ contributions: openRejoining(place()), geo, clock: clockOf(11_000), log: silent })
    let calls = 0
    let answer: RejoinAnswer | undefined
    do {
      answer = await call(answer ?? {})
      calls++
    } while (!answer.done)
    expect(calls).toBeGreaterThan(5)
    expect(await geo.stale(await everyOne(fixture, consultation))).toEqual([])
  })

  test('without a catalogue takes no zone away', async () => {
    const geo = editions('een-a')
    const consultation = await filled(geo)
    await runOf(geo)
    await expect(runOf({ pinned: async () => undefined })).rejects.toThrow('no catalogue')
    expect(await geo.stale(await everyOne(fixture, consultation))).toEqual([])
  })

  test('sets aside a contribution on which reckoning breaks, by key and without its place, and joins the rest', async () => {
    const geo = editions('een-a')
    const consultation = await filled(geo)
    await runOf(geo)
    const [odd] = (await everyOne(fixture, consultation)).filter(({ geometry }) => geometry)
    geo.publish('twee-b')
    const breaking = {
      pinned: async () => {
        const { edition, zonesAt } = await geo.pinned()
        const at = JSON.stringify(odd?.geometry)
        return {
          edition,
          zonesAt: async (geometry: Parameters<typeof zonesAt>[0]) => {
            if (JSON.stringify(geometry) === at && odd) throw new Error(`no ring at ${at}`)
            return zonesAt(geometry)
          },
        }
      },
    }
    await runOf(breaking)
    const stale = await geo.stale(await everyOne(fixture, consultation))
    expect(stale).toContain(odd?.id)
    const letters = await readDeadLetters(openDatabase(place()))
    expect(letters.filter(({ pk }) => pk === `C#${odd?.id}`)).toMatchObject([{ sk: 'BODY' }])
    expect(JSON.stringify(letters)).not.toContain('52')
  })
})

test('an author may change what they saw before zones were joined anew, and everybody else gets to see the new zones', async () => {
  const app = await startApp()
  try {
    await app.store.putConsultation(proef('proef'))
    const { id, authorToken } = await app.submit()
    const path = `/api/v1/contributions/${id}`
    const seen = await app.ask(path)
    const etag = seen.headers.get('etag') ?? ''
    const geo = editions('een-a')
    await runOf(geo, openRejoining({ table: 'vliegwiel', endpoint: app.server.databaseEndpoint }))

    const again = await app.ask(path, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(200)
    expect(again.json).toMatchObject({ zones: [{ version: 'een-a' }, { id: 'gemeente' }] })
    expect((await app.ask(path, { headers: { 'if-none-match': again.headers.get('etag') ?? '' } })).status).toBe(304)
    const { updatedAt } = seen.json as { updatedAt: string }
    expect(again.json).toMatchObject({ updatedAt })

    const body = JSON.stringify({
      kind: 'idea',
      themes: ['health'],
      title: 'Een andere titel',
      description: 'Een andere tekst, die lang genoeg is.',
      geometry: { type: 'Point', coordinates: [5.2416, 52.0384] },
    })
    const edit = (tag: string) =>
      app.ask(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${authorToken}`, 'if-match': tag },
        body,
      })
    const edited = await edit(etag)
    expect(edited.status, edited.text).toBe(200)
    expect((await edit(etag)).status).toBe(412)
    expect((await edit(again.headers.get('etag') ?? '')).status).toBe(412)
    expect((await edit(edited.headers.get('etag') ?? '')).status).toBe(200)
  } finally {
    await app.close()
  }
})
