import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContributionCollection } from '#contract/contribution.ts'
import { Problem } from '#contract/problem.ts'
import { type App, consultation, draft, faults, posting, startApp } from './app.ts'

let app: App
beforeAll(async () => {
  app = await startApp()
  await app.store.putConsultation(consultation('proef'))
  await app.store.putConsultation(consultation('straks', { period: { start: '2098-01-01', end: '2099-12-31' } }))
  await app.store.putConsultation(consultation('voorbij', { period: { start: '2020-01-01', end: '2020-12-31' } }))
  await app.store.putConsultation(consultation('smal', { kinds: ['idea'], themes: ['housing'] }))
})
afterAll(() => app.close())

const path = '/api/v1/consultations/proef/contributions'
const send = (body: unknown, headers: Record<string, string> = {}, to = path) => app.ask(to, posting(body, headers))
const count = async (id: string) => {
  const { json } = await app.ask(`/api/v1/collections/${id}/items?limit=10000`)
  return (json as ContributionCollection).numberReturned
}

describe('a bad contribution', () => {
  test('every fault at once: key, fields, place and period, in Dutch, and nothing is stored', async () => {
    const body = {
      kind: 'concern',
      themes: ['mobility', 'mobility'],
      title: 'Kort',
      geometry: { type: 'Point', coordinates: [4.9, 52.4] },
      precision: 'overal',
      who: 'Wij',
      extra: 1,
    }
    const answer = await send(body, { 'idempotency-key': 'kort' }, '/api/v1/consultations/voorbij/contributions')
    expect(answer.status).toBe(400)
    expect(faults(answer).toSorted()).toEqual(
      [
        'header Idempotency-Key tooShort',
        'body #/themes duplicateThemes',
        'body #/title tooShort',
        'body #/description missing',
        'body #/precision notAllowed',
        'body #/extra unknownField',
        'body #/who fieldOfOtherKind',
        'body # closed',
        'body #/geometry outsideArea',
      ].toSorted(),
    )
    const details = Problem.parse(answer.json).errors?.map(({ detail }) => detail)
    expect(details).toContain('Titel: vul een titel in van 5 tot 120 tekens. Je hebt er 4.')
    expect(details).toContain('Plek: deze plek ligt buiten het gebied. Kies een plek binnen de rand op de kaart.')
    expect(answer.headers.get('content-language')).toBe('nl')
    expect(await count('voorbij')).toBe(0)
  })

  const crossing = [
    [5.2, 52],
    [5.3, 52.06],
    [5.3, 52],
    [5.2, 52.05],
    [5.2, 52],
  ]
  test.each([
    ['no place', { geometry: null }, ['body #/village villageMissing']],
    ['an unknown village', { geometry: null, village: 'utrecht' }, ['body #/village villageUnknown']],
    [
      'a crossing area',
      { geometry: { type: 'Polygon', coordinates: [crossing] } },
      ['body #/geometry/coordinates/0 geometryCrossing'],
    ],
    [
      'a line without length',
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [5.2, 52],
            [5.2, 52],
          ],
        },
      },
      ['body #/geometry/coordinates geometryEmpty'],
    ],
    [
      'a blurred line',
      {
        precision: 'grid100',
        geometry: {
          type: 'LineString',
          coordinates: [
            [5.2, 52],
            [5.3, 52],
          ],
        },
      },
      ['body #/precision precisionOfShape'],
    ],
    ['heights', { geometry: { type: 'Point', coordinates: [5.2, 52, 3] } }, ['body #/geometry/coordinates badCoordinate']],
    ['half an emoji', { title: 'Een bankje \ud83d hier' }, ['body #/title malformedText']],
    ['control characters', { description: 'Hier\u0000 staat iets' }, ['body #/description badCharacters']],
    ['only spaces', { title: ' '.repeat(40) }, ['body #/title tooShort']],
    ['wrong types', { title: 5, themes: 'mobility' }, ['body #/themes wrongType', 'body #/title wrongType']],
  ])('%s', async (_, change, expected) => {
    const answer = await send({ ...draft, ...change })
    expect(answer.status, answer.text).toBe(400)
    expect(faults(answer)).toEqual(expected)
  })

  test('what the consultation does not ask', async () => {
    const answer = await send(
      { ...draft, kind: 'concern', themes: ['food', 'housing'] },
      {},
      '/api/v1/consultations/smal/contributions',
    )
    expect(faults(answer)).toEqual(['body #/kind kindNotAsked', 'body #/themes/0 themeNotAsked'])
    expect(faults(await send(draft, {}, '/api/v1/consultations/straks/contributions'))).toEqual(['body # notYetOpen'])
  })

  test('more vertices than a shape may have', async () => {
    const path = Array.from({ length: 1001 }, (_, index) => [5.2 + index / 1e5, 52])
    const parts = [path.slice(0, 600), path.slice(0, 600)]
    expect(faults(await send({ ...draft, geometry: { type: 'LineString', coordinates: path } }))).toEqual([
      'body #/geometry/coordinates tooManyVertices',
    ])
    expect(faults(await send({ ...draft, geometry: { type: 'MultiLineString', coordinates: parts } }))).toEqual([
      'body #/geometry/coordinates tooManyVertices',
    ])
  })

  test('an unknown consultation', async () => {
    expect((await send(draft, {}, '/api/v1/consultations/onbekend/contributions')).status).toBe(404)
  })

  test('not JSON, in name or in fact', async () => {
    expect((await send(draft, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await send(draft, { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await send(draft, { 'content-type': 'application/json; charset=utf-8' })).status).toBe(201)
    for (const text of [
      '',
      '{',
      '{"a":1,}',
      "{'a':1}",
      'NaN',
      '{"title":NaN}',
      '{"kind":"idea","kind":"idea"}',
      '{"a":1,"\\u0061":2}',
      '[1,2',
    ]) {
      const answer = await send(text)
      expect([text, answer.status, faults(answer)]).toEqual([text, 400, ['body # notJson', ...faults(answer).slice(1)]])
    }
    expect(faults(await send('['.repeat(100_000)))).toContain('body # tooDeep')
    const latin = await app.ask(path, { ...posting(''), body: new Uint8Array([0x22, 0xe9, 0x22]) })
    expect(faults(latin)).toContain('body # badEncoding')
  })

  test('too large', async () => {
    expect((await send({ ...draft, description: 'a'.repeat(256 * 1024) })).status).toBe(413)
    expect((await send('x'.repeat(10 * 1024 * 1024))).status).toBe(413)
    expect((await send({ ...draft, description: 'a'.repeat(4001) })).status).toBe(400)
  })
})
