import { describe, expect, test } from 'vitest'
import type { Geometry } from '#contract/geometry.ts'
import type { AuditEvent } from '#domain/contribution-record.ts'
import { encodeGeometry } from '#domain/encoded-geometry.ts'
import { squareCentre } from '#domain/published-position.ts'
import { contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { scan, useDatabase } from './fixture.ts'

const fixture = useDatabase()
const event = (what: AuditEvent['what'], by: AuditEvent['by'] = 'author'): AuditEvent => ({
  at: '2026-11-24T12:00:00.000Z',
  by,
  role: null,
  what,
  why: null,
})
const everywhere = [5, 51.8, 5.6, 52.3] as const
const visible = async (consultation: string) => ({
  listed: (await fixture.store.newest(consultation, { filter: {}, limit: 100 })).items.map(({ id }) => id),
  inBox: (await fixture.store.inBBox(consultation, [...everywhere], { filter: {}, limit: 100 })).items.map(({ id }) => id),
  drawn: (await fixture.store.tile(consultation, 0, 0, 0)).entries.map(({ id }) => id),
})
const area = (side: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [5.2, 52],
      [5.2 + side, 52],
      [5.2 + side, 52 + side],
      [5.2, 52 + side],
      [5.2, 52],
    ],
  ],
})

describe('edit', () => {
  test('moves a contribution on the map and leaves nothing where it was', async () => {
    const consultation = nextConsultation()
    const submission = submissionOf(contribution(consultation, area(0.01)))
    await fixture.store.submit(submission)
    const moved = { ...submission.record, title: 'Elders', geometry: point([5.3, 52.1]) }
    const after = await fixture.store.edit(moved, { ...submission.private, exactGeometry: moved.geometry }, 1, event('edited'))
    expect(after).toEqual({ ...moved, version: 2, updatedAt: '2026-11-24T12:00:00.000Z' })
    expect(await fixture.store.get(moved.id)).toEqual(after)
    expect(await fixture.store.getPrivate(moved.id)).toMatchObject({ exactGeometry: moved.geometry })
    const there = (bbox: [number, number, number, number]) => fixture.store.inBBox(consultation, bbox, { filter: {}, limit: 10 })
    expect((await there([5.29, 52.09, 5.31, 52.11])).items).toEqual([after])
    expect((await there([5.19, 51.99, 5.25, 52.02])).items).toEqual([])
    expect((await fixture.store.tile(consultation, 0, 0, 0)).entries.map(({ title }) => title)).toEqual(['Elders'])
    expect(
      (await scan(fixture)).filter((item) => String(item.pk) === `C#${moved.id}` && String(item.sk).startsWith('PLACE')),
    ).toHaveLength(1)
    expect((await fixture.store.events(moved.id)).map(({ what }) => what)).toEqual(['submitted', 'edited'])
  })

  test('of two editors at once one is told that the other was first', async () => {
    const submission = submissionOf(contribution(nextConsultation(), point()))
    await fixture.store.submit(submission)
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, number) =>
        fixture.store.edit({ ...submission.record, title: `Titel ${number}` }, submission.private, 1, event('edited')),
      ),
    )
    const [winner, ...others] = attempts.filter(({ status }) => status === 'fulfilled') as PromiseFulfilledResult<{
      title: string
    }>[]
    expect(others).toEqual([])
    expect((await fixture.store.get(submission.record.id))?.title).toBe(winner?.value.title)
    for (const attempt of attempts)
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({ code: 'VersionConflict' })
  })

  test('an edit and a withdrawal at once end withdrawn or refused, never with a text that came back', async () => {
    for (let round = 0; round < 10; round++) {
      const consultation = nextConsultation()
      const submission = submissionOf(contribution(consultation, point()))
      await fixture.store.submit(submission)
      const [edited, withdrawn] = await Promise.allSettled([
        fixture.store.edit({ ...submission.record, title: 'Nieuwe titel' }, submission.private, 1, event('edited')),
        fixture.store.changeState(submission.record.id, 'withdrawn', 1, event('withdrawn')),
      ])
      expect([edited.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected'])
      const { drawn } = await visible(consultation)
      expect(drawn).toHaveLength(withdrawn.status === 'fulfilled' ? 0 : 1)
    }
  })

  test('what does not exist cannot be changed', async () => {
    const record = contribution(nextConsultation(), point())
    await expect(fixture.store.edit(record, submissionOf(record).private, 1, event('edited'))).rejects.toMatchObject({
      code: 'NotFound',
    })
    await expect(fixture.store.changeState(record.id, 'hidden', 1, event('hidden'))).rejects.toMatchObject({ code: 'NotFound' })
    expect(await fixture.store.get(record.id)).toBeUndefined()
    expect(await fixture.store.getPrivate(record.id)).toBeUndefined()
  })
})

describe('state', () => {
  test('what is hidden leaves every public door and comes back when published', async () => {
    const consultation = nextConsultation()
    const { record } = submissionOf(contribution(consultation, area(0.05)))
    await fixture.store.submit(submissionOf(record))
    const all = { listed: [record.id], inBox: [record.id], drawn: [record.id] }
    expect(await visible(consultation)).toEqual(all)
    await fixture.store.changeState(record.id, 'hidden', 1, event('hidden', 'operator'))
    expect(await visible(consultation)).toEqual({ listed: [], inBox: [], drawn: [] })
    expect((await fixture.store.get(record.id))?.description).toBe(record.description)
    await fixture.store.changeState(record.id, 'published', 2, event('published', 'operator'))
    expect(await visible(consultation)).toEqual(all)
    expect((await fixture.store.events(record.id)).map(({ what }) => what)).toEqual(['submitted', 'hidden', 'published'])
  })

  test('what waits for a moderator is behind no public door', async () => {
    const consultation = nextConsultation()
    await fixture.store.submit(submissionOf(contribution(consultation, point(), { state: 'received' })))
    expect(await visible(consultation)).toEqual({ listed: [], inBox: [], drawn: [] })
  })

  test('what is withdrawn is gone from every item: words, name, place', async () => {
    const consultation = nextConsultation()
    const secret: Geometry = { type: 'Point', coordinates: [5.1234567, 52.0765432] }
    const submission = submissionOf(
      contribution(consultation, secret, {
        title: 'Pimpelmees',
        description: 'Kwikstaart en roodborst',
        kind: 'initiative',
        who: 'Zwartkop',
        needs: 'Boomklever',
        authorName: 'Goudhaan',
        zones: [{ layer: 'visie.vogels', id: 'winterkoning', title: 'Winterkoning', version: '1' }],
      }),
    )
    await fixture.store.submit(submission)
    await fixture.store.edit({ ...submission.record, title: 'Staartmees' }, submission.private, 1, event('edited'))
    const after = await fixture.store.changeState(submission.record.id, 'withdrawn', 2, event('withdrawn'))
    expect(after).toMatchObject({ state: 'withdrawn', version: 3, geometry: null })
    const again = await fixture.store.changeState(submission.record.id, 'withdrawn', 2, event('withdrawn'))
    expect(again).toEqual(after)
    expect(await fixture.store.getPrivate(submission.record.id)).toEqual({
      authorTokenHash: submission.private.authorTokenHash,
      exactGeometry: null,
    })
    const text = JSON.stringify((await scan(fixture)).filter((item) => JSON.stringify(item).includes(submission.record.id)))
    for (const word of [
      'mees',
      'Kwikstaart',
      'Zwartkop',
      'Boomklever',
      'Goudhaan',
      'interkoning',
      '5.123',
      '52.07',
      encodeGeometry(secret).slice(0, -2),
    ]) {
      expect(text).not.toContain(word)
    }
    const replay = await fixture.store.submit(
      submissionOf(contribution(consultation, secret), { idempotency: submission.idempotency }),
    )
    expect(replay.record).toEqual(after)
  })
})

describe('the exact position of a blurred point', () => {
  test('is in no item but the private one', async () => {
    const exact = [5.1987654, 52.0654321] as [number, number]
    const published = squareCentre(exact)
    const consultation = nextConsultation()
    const record = contribution(consultation, point(published), { precision: 'grid100' })
    const submission = submissionOf(record, { private: { exactGeometry: point(exact), authorTokenHash: 'hash' } })
    await fixture.store.submit(submission)
    await fixture.store.edit({ ...record, title: 'Nog steeds vaag' }, submission.private, 1, event('edited'))
    expect((await fixture.store.getPrivate(record.id))?.exactGeometry).toEqual(point(exact))
    const items = await scan(fixture)
    const holding = items.filter((item) => {
      const text = JSON.stringify(item)
      return text.includes('5.1987') || text.includes('52.0654') || text.includes(encodeGeometry(point(exact)).slice(2, 8))
    })
    expect(holding.map(({ sk }) => sk)).toEqual(['PRIVATE'])
  })

  test('and of one where only the village is public, neither', async () => {
    const exact = point([5.2087654, 52.0754321])
    const record = contribution(nextConsultation(), null, { precision: 'village' })
    await fixture.store.submit(submissionOf(record, { private: { exactGeometry: exact, authorTokenHash: 'hash' } }))
    const holding = (await scan(fixture)).filter((item) => JSON.stringify(item).includes(encodeGeometry(exact).slice(2, 8)))
    expect(holding.map(({ sk }) => sk)).toEqual(['PRIVATE'])
    expect((await fixture.store.getPrivate(record.id))?.exactGeometry).toEqual(exact)
  })
})
