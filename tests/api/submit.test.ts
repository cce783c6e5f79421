import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContributionCollection, SubmittedContribution } from '#contract/contribution.ts'
import { type App, consultation, draft, faults, newKey, posting, startApp } from './app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  await app.store.putConsultation(consultation('proef'))
  await app.store.putConsultation(consultation('vooraf', { moderation: 'before' }))
})
afterAll(() => app.close())

const path = '/api/v1/consultations/proef/contributions'
const send = (body: unknown, headers: Record<string, string> = {}, to = path) => app.ask(to, posting(body, headers))
const count = async (id: string) => {
  const { json } = await app.ask(`/api/v1/collections/${id}/items?limit=10000`)
  return (json as ContributionCollection).numberReturned
}

describe('a good contribution', () => {
  test('is created, found at its address, and public at once', async () => {
    const answer = await send({
      ...draft,
      title: '  Een bankje bij de brug  ',
      geometry: { type: 'Point', coordinates: [5.24161234567, 52.0384] },
    })
    expect(answer.status, answer.text).toBe(201)
    const created = answer.json as SubmittedContribution
    expect(created).toMatchObject({
      title: 'Een bankje bij de brug',
      state: 'published',
      outcome: 'open',
      role: 'resident',
      village: 'odijk',
      geometry: { type: 'Point', coordinates: [5.2416123, 52.0384] },
      counts: { supports: 0, comments: 0, pledges: 0 },
    })
    expect(created.authorToken).toMatch(/^[\w-]{43}$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    const address = answer.headers.get('location') ?? ''
    const found = await app.ask(address.replace(app.server.origin, ''))
    expect(found.status).toBe(200)
    expect(found.text).not.toContain(created.authorToken)
    const { authorToken: _, ...shown } = created
    expect(found.json).toEqual(shown)
    expect(await app.store.events(created.id)).toMatchObject([{ by: 'author', what: 'submitted' }])
  })

  test('waits where the consultation moderates beforehand', async () => {
    const { id, state } = await app.submit({}, 'vooraf')
    expect(state).toBe('received')
    expect((await app.ask(`/api/v1/contributions/${id}`)).status).toBe(404)
    expect(await count('vooraf')).toBe(0)
  })

  test('a blurred place: nobody but its author gets the exact one, by any door', async () => {
    const exact: [number, number] = [5.2417654, 52.0387654]
    const { id, authorToken, geometry } = await app.submit({
      precision: 'grid100',
      geometry: { type: 'Point', coordinates: exact },
    })
    expect(geometry).not.toEqual({ type: 'Point', coordinates: exact })
    const doors = [
      `/api/v1/contributions/${id}`,
      `/api/v1/collections/proef/items/${id}`,
      '/api/v1/consultations/proef/download',
      '/api/v1/collections/proef/items',
    ]
    for (const door of doors) {
      const { text } = await app.ask(door)
      expect(text).toContain(id)
      expect(text).not.toContain('5.2417654')
    }
    const own = await app.ask(doors[0] ?? '', { headers: { authorization: `Bearer ${authorToken}` } })
    expect(own.json).toMatchObject({ geometry: { type: 'Point', coordinates: exact } })
    expect(own.headers.get('cache-control')).toBe('no-store')
  })

  test('only the village: no place is public', async () => {
    const { geometry, village } = await app.submit({
      precision: 'village',
      geometry: { type: 'Point', coordinates: [5.2361, 52.0531] },
    })
    expect([geometry, village]).toEqual([null, 'odijk'])
  })

  test('markup is text: given back as it was written, as data', async () => {
    const title = '<script>alert("x")</script> \' OR 1=1; --'
    const { id } = await app.submit({ title })
    const answer = await app.ask(`/api/v1/contributions/${id}`)
    expect((answer.json as SubmittedContribution).title).toBe(title)
    expect(answer.headers.get('content-type')).toBe('application/json')
  })

  test('two hundred at once: none lost, none double', async () => {
    await app.store.putConsultation(consultation('druk'))
    const sent = await Promise.all(
      Array.from({ length: 200 }, (_, index) => app.submit({ title: `Bijdrage nummer ${index}` }, 'druk')),
    )
    expect(new Set(sent.map(({ id }) => id)).size).toBe(200)
    const { json } = await app.ask('/api/v1/collections/druk/items?limit=1000')
    const titles = (json as ContributionCollection).features.map(({ properties }) => properties.title)
    expect(titles.toSorted()).toEqual(sent.map(({ title }) => title).toSorted())
  })
})

describe('sent again', () => {
  test('gives the first answer, byte for byte', async () => {
    const headers = { 'idempotency-key': newKey() }
    const body = {
      ...draft,
      geometry: {
        type: 'LineString',
        coordinates: [
          [5.2, 52],
          [5.25, 52.05],
        ],
      },
      themes: ['energy'],
    }
    const first = await send(body, headers)
    const second = await send(Object.fromEntries(Object.entries(body).toReversed()), headers)
    expect([second.status, second.text, second.headers.get('location')]).toEqual([201, first.text, first.headers.get('location')])
  })

  test('a double click in parallel makes one', async () => {
    await app.store.putConsultation(consultation('dubbel'))
    const headers = { 'idempotency-key': newKey() }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(draft, headers, '/api/v1/consultations/dubbel/contributions')),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await count('dubbel')).toBe(1)
  })

  test('after the period has ended, what was answered before stands, and nothing new comes in', async () => {
    await app.store.putConsultation(consultation('slot'))
    const headers = { 'idempotency-key': newKey() }
    const to = '/api/v1/consultations/slot/contributions'
    const first = await send(draft, headers, to)
    await app.store.putConsultation(consultation('slot', { period: { start: '2020-01-01', end: '2020-12-31' } }))
    const again = await send(draft, headers, to)
    expect([again.status, again.text]).toEqual([201, first.text])
    expect(faults(await send(draft, {}, to))).toEqual(['body # closed'])
    expect((await send({ ...draft, title: 'Iets anders dan eerst' }, headers, to)).status).toBe(422)
  })

  test('another body or another consultation under the same key is refused', async () => {
    const headers = { 'idempotency-key': newKey() }
    expect((await send(draft, headers)).status).toBe(201)
    expect((await send({ ...draft, title: 'Een andere titel' }, headers)).status).toBe(422)
    expect((await send(draft, headers, '/api/v1/consultations/dubbel/contributions')).status).toBe(422)
  })
})
