import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContributionCollection } from '#contract/contribution.ts'
import { type App, consultation, draft, faults, startApp } from './app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  await app.store.putConsultation(consultation('proef'))
  await app.store.putConsultation(consultation('vooraf', { moderation: 'before' }))
})
afterAll(() => app.close())

const address = (id: string) => `/api/v1/contributions/${id}`
function editing(body: unknown, token?: string, ifMatch?: string): RequestInit {
  return {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    },
    body: JSON.stringify(body),
  }
}
const withdrawing = (token?: string): RequestInit => ({
  method: 'DELETE',
  headers: token ? { authorization: `Bearer ${token}` } : {},
})
const wrong = 'A'.repeat(43)

describe('editing', () => {
  test('changes text and place everywhere, and raises the version', async () => {
    const { id, authorToken } = await app.submit({ title: 'De eerste titel' })
    const before = await app.ask(address(id))
    const change = { ...draft, title: 'De tweede titel', geometry: { type: 'Point', coordinates: [5.3, 52.01] } }
    const edited = await app.ask(address(id), editing(change, authorToken, before.headers.get('etag') ?? ''))
    expect(edited.status, edited.text).toBe(200)
    expect(edited.headers.get('etag')).toBe('"2"')
    const list = (await app.ask('/api/v1/collections/proef/items?bbox=5.29,52,5.31,52.02')).json as ContributionCollection
    expect(list.features.map(({ properties }) => properties.title)).toEqual(['De tweede titel'])
    expect((await app.store.events(id)).map(({ what }) => what)).toEqual(['submitted', 'edited'])
  })

  test('needs the version that was seen', async () => {
    const { id, authorToken } = await app.submit()
    expect((await app.ask(address(id), editing(draft, authorToken))).status).toBe(428)
    expect((await app.ask(address(id), editing(draft, authorToken, '"7"'))).status).toBe(412)
    expect((await app.ask(address(id), editing(draft, authorToken, 'W/"1"'))).status).toBe(200)
    expect((await app.ask(address(id), editing(draft, authorToken, '"1"'))).status).toBe(412)
  })

  test('two at once: one wins, the other is told', async () => {
    const { id, authorToken } = await app.submit()
    const edits = ['Versie van de een', 'Versie van de ander'].map((title) =>
      app.ask(address(id), editing({ ...draft, title }, authorToken, '"1"')),
    )
    expect((await Promise.all(edits)).map(({ status }) => status).toSorted()).toEqual([200, 412])
  })

  test('names every fault, and changes nothing', async () => {
    const { id, authorToken } = await app.submit()
    const answer = await app.ask(
      address(id),
      editing({ ...draft, title: 'Nee', geometry: { type: 'Point', coordinates: [4, 51] } }, authorToken, '"1"'),
    )
    expect(faults(answer)).toEqual(['body #/title tooShort', 'body #/geometry outsideArea'])
    expect((await app.ask(address(id))).headers.get('etag')).toBe('"1"')
  })

  test('what a moderator has seen waits again where moderation comes first', async () => {
    const { id, authorToken } = await app.submit({}, 'vooraf')
    await app.store.changeState(id, 'published', 1, {
      at: new Date().toISOString(),
      by: 'operator',
      role: null,
      what: 'published',
      why: null,
    })
    expect((await app.ask(address(id))).status).toBe(200)
    const edited = await app.ask(address(id), editing({ ...draft, title: 'Iets heel anders' }, authorToken, '"2"'))
    expect(edited.json).toMatchObject({ state: 'received' })
    expect((await app.ask(address(id))).status).toBe(404)
  })

  test('what is hidden cannot be changed; its author hears so, a stranger hears nothing', async () => {
    const { id, authorToken } = await app.submit()
    await app.store.changeState(id, 'hidden', 1, {
      at: new Date().toISOString(),
      by: 'operator',
      role: null,
      what: 'hidden',
      why: null,
    })
    expect((await app.ask(address(id), editing(draft, authorToken, '"2"'))).status).toBe(409)
    expect((await app.ask(address(id), editing(draft, wrong, '"2"'))).status).toBe(404)
  })
})

describe('withdrawing', () => {
  test('erases it, for good, and may be repeated', async () => {
    const { id, authorToken } = await app.submit({ title: 'Dit haal ik weg' })
    for (const _ of [1, 2]) expect((await app.ask(address(id), withdrawing(authorToken))).status).toBe(204)
    expect((await app.ask(address(id))).status).toBe(404)
    const own = await app.ask(address(id), { headers: { authorization: `Bearer ${authorToken}` } })
    expect(own.json).toMatchObject({ state: 'withdrawn', title: '', description: '', geometry: null })
    expect((await app.ask(address(id), editing(draft, authorToken, '"2"'))).status).toBe(409)
    expect((await app.store.events(id)).map(({ what }) => what)).toEqual(['submitted', 'withdrawn'])
  })
})

describe('somebody else', () => {
  test.each([
    ['no token', undefined],
    ['a wrong token', wrong],
    ['nonsense', 'x'],
  ])('with %s cannot change a public contribution, nor learn of a hidden one', async (_, token) => {
    const { id } = await app.submit()
    const hidden = await app.submit({}, 'vooraf')
    for (const init of [editing(draft, token, '"1"'), withdrawing(token)]) {
      const answer = await app.ask(address(id), init)
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
      expect((await app.ask(address(hidden.id), init)).status).toBe(404)
      expect((await app.ask(address('01aaaaaaaaaaaaaaaaaaaaaaaa'), init)).status).toBe(404)
    }
    const seen = await app.ask(address(id), token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })
    expect(seen.status).toBe(200)
    expect(seen.headers.get('vary')).toContain('Authorization')
  })

  test('the token of another contribution does not open this one', async () => {
    const [one, other] = [await app.submit(), await app.submit()]
    expect((await app.ask(address(one.id), withdrawing(other.authorToken))).status).toBe(401)
  })
})
