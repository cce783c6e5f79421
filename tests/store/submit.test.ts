import { describe, expect, test } from 'vitest'
import { cellOf } from '#domain/mercator.ts'
import { bunnik, contribution, nextConsultation, point, sha256, submissionOf } from './contributions.ts'
import { useDatabase } from './fixture.ts'

const fixture = useDatabase()

describe('submit', () => {
  test('gives back what was put in, by id, in the list and on the map', async () => {
    const consultation = nextConsultation()
    const record = contribution(consultation, point(), {
      zones: [{ layer: 'visie.wonen', id: 'z1', title: 'Zoekgebied', version: '1' }],
    })
    const submission = submissionOf(record)
    expect(await fixture.store.submit(submission)).toEqual({ replayed: false, record, authorToken: submission.authorToken })
    expect(await fixture.store.get(record.id)).toEqual(record)
    expect(await fixture.store.getPrivate(record.id)).toEqual(submission.private)
    expect(await fixture.store.events(record.id)).toEqual([submission.event])
    expect((await fixture.store.newest(consultation, { filter: {}, limit: 10 })).items).toEqual([record])
    expect((await fixture.store.inBBox(consultation, [5.19, 52.06, 5.2, 52.07], { filter: {}, limit: 10 })).items).toEqual([
      record,
    ])
    const { entries, clusters } = await fixture.store.tile(consultation, 0, 0, 0)
    expect(clusters).toEqual([])
    expect(entries.map(({ id, geometry }) => ({ id, geometry }))).toEqual([{ id: record.id, geometry: record.geometry }])
  })

  test('a replay gives the first answer, another body under the key is refused', async () => {
    const consultation = nextConsultation()
    const first = submissionOf(contribution(consultation, point()))
    await fixture.store.submit(first)
    const again = submissionOf(contribution(consultation, point()), { idempotency: first.idempotency })
    expect(await fixture.store.submit(again)).toEqual({ replayed: true, record: first.record, authorToken: first.authorToken })
    const other = submissionOf(contribution(consultation, point()), {
      idempotency: { ...first.idempotency, bodyHash: sha256('another body') },
    })
    await expect(fixture.store.submit(other)).rejects.toMatchObject({ code: 'IdempotencyConflict' })
    expect((await fixture.store.newest(consultation, { filter: {}, limit: 10 })).items).toHaveLength(1)
  })

  test('a key that has expired counts as unused', async () => {
    const consultation = nextConsultation()
    const first = submissionOf(contribution(consultation, point()))
    await fixture.store.submit({ ...first, idempotency: { ...first.idempotency, expiresAt: 1_000_000_000 } })
    const second = submissionOf(contribution(consultation, point()), { idempotency: first.idempotency })
    expect(await fixture.store.submit(second)).toMatchObject({ replayed: false })
  })

  test('200 parallel submits over 150 keys lose nothing and double nothing', async () => {
    const consultation = nextConsultation()
    const submissions = Array.from({ length: 150 }, () => submissionOf(contribution(consultation, point())))
    const repeats = submissions
      .slice(0, 50)
      .map((submission) => submissionOf(contribution(consultation, point()), { idempotency: submission.idempotency }))
    const all = [...submissions, ...repeats].sort((a, b) => (sha256(a.record.id) < sha256(b.record.id) ? -1 : 1))
    const answers = await Promise.all(all.map((submission) => fixture.store.submit(submission)))
    expect(answers.filter(({ replayed }) => replayed)).toHaveLength(50)
    expect(new Set(answers.map(({ record }) => record.id)).size).toBe(150)
    const tokens = new Map<string, Set<string>>()
    for (const { record, authorToken } of answers) tokens.set(record.id, (tokens.get(record.id) ?? new Set()).add(authorToken))
    expect([...tokens.values()].every((set) => set.size === 1)).toBe(true)
    const listed = (await fixture.store.newest(consultation, { filter: {}, limit: 1000 })).items
    expect(listed.map(({ id }) => id).sort()).toEqual([...tokens.keys()].sort())
    const { x, y } = cellOf(bunnik, 12)
    expect((await fixture.store.tile(consultation, 12, x, y)).entries).toHaveLength(150)
  })
})
