import { describe, expect, test } from 'vitest'
import { consultationRecord, contribution, nextConsultation, point, submissionOf } from './contributions.ts'
import { useDatabase } from './fixture.ts'

const fixture = useDatabase()

async function fill(consultation: string, count: number): Promise<string[]> {
  const records = Array.from({ length: count }, (_, index) =>
    contribution(consultation, point(), { themes: index % 3 ? ['housing'] : ['energy', 'food'] }),
  )
  await Promise.all(records.map((record) => fixture.store.submit(submissionOf(record))))
  return records.map(({ id }) => id)
}

describe('newest', () => {
  test('comes newest first, page by page, unmoved by what is added meanwhile', async () => {
    const consultation = nextConsultation()
    const ids = await fill(consultation, 23)
    const found: string[] = []
    let next: string | undefined
    let pages = 0
    do {
      const page = await fixture.store.newest(consultation, { filter: {}, limit: 5, ...(next ? { next } : {}) })
      found.push(...page.items.map(({ id }) => id))
      next = page.next
      pages++
      await fill(consultation, 2)
    } while (next)
    expect(found).toEqual(ids.toReversed())
    expect(pages).toBe(5)
  })

  test('a full last page says that nothing follows', async () => {
    const consultation = nextConsultation()
    await fill(consultation, 10)
    expect(await fixture.store.newest(consultation, { filter: {}, limit: 10 })).not.toHaveProperty('next')
  })

  test('filters by theme, and everything gives the same without pages', async () => {
    const consultation = nextConsultation()
    const ids = await fill(consultation, 12)
    const expected = ids.filter((_, index) => index % 3 === 0).toReversed()
    expect(
      (await fixture.store.newest(consultation, { filter: { themes: ['food'] }, limit: 100 })).items.map(({ id }) => id),
    ).toEqual(expected)
    const all: string[] = []
    for await (const { id } of fixture.store.everything(consultation, { themes: ['food'] })) all.push(id)
    expect(all).toEqual(expected)
  })

  test('a page token serves its own question only', async () => {
    const consultation = nextConsultation()
    await fill(consultation, 6)
    const other = nextConsultation()
    await fill(other, 6)
    const { next = '' } = await fixture.store.newest(consultation, { filter: {}, limit: 2 })
    const refused = { code: 'InvalidPageToken' }
    await expect(fixture.store.newest(other, { filter: {}, limit: 2, next })).rejects.toMatchObject(refused)
    await expect(fixture.store.newest(consultation, { filter: { kinds: ['idea'] }, limit: 2, next })).rejects.toMatchObject(
      refused,
    )
    await expect(fixture.store.inBBox(consultation, [5, 51, 6, 53], { filter: {}, limit: 2, next })).rejects.toMatchObject(
      refused,
    )
    for (const forged of [
      '',
      'x',
      '%%%',
      Buffer.from('[]').toString('base64url'),
      Buffer.from('null').toString('base64url'),
      `${next.slice(0, -4)}AAAA`,
      next.slice(1),
    ]) {
      await expect(fixture.store.newest(consultation, { filter: {}, limit: 2, next: forged })).rejects.toMatchObject(refused)
    }
    expect((await fixture.store.newest(consultation, { filter: {}, limit: 2, next })).items).toHaveLength(2)
  })
})

test('consultations are kept as they were put', async () => {
  const record = consultationRecord(nextConsultation())
  await fixture.store.putConsultation(record)
  expect(await fixture.store.getConsultation(record.id)).toEqual(record)
  expect(await fixture.store.listConsultations()).toContainEqual(record)
  expect(await fixture.store.getConsultation('geen')).toBeUndefined()
})
