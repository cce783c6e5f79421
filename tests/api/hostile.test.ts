/** Hostile input at every operation: only documented problems come back (app.ts checks each answer), and nothing is stored. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContributionCollection, SubmittedContribution } from '#contract/contribution.ts'
import { type OperationId, operationIds, operations } from '#contract/operations.ts'
import { type App, consultation, draft, newKey, startApp } from './app.ts'

let app: App
let known: SubmittedContribution
beforeAll(async () => {
  app = await startApp()
  await app.store.putConsultation(consultation('proef'))
  known = await app.submit()
})
afterAll(() => app.close())

const nasty = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '../../etc/passwd',
    '..%2f..%2f',
    '%00',
    '%',
    '%C0%AF',
    "' OR 1=1 --",
    '"; DROP TABLE x; --',
    '<script>alert(1)</script>',
    '#{7*7}',
    '{{7*7}}',
    '\ud800',
    'NaN',
    'Infinity',
    '-0',
    '1e999',
    '9'.repeat(400),
    'null',
    'undefined',
    '[object Object]',
    'a'.repeat(3000),
    '\u0000',
    '\r\nset-cookie: a=b',
    '١٢',
    ' ',
    ',',
    ',,,,',
    '0x10',
    '-1',
    '1.5',
    'idea,idea',
    '5,5,5,5',
    '180,90,180,90',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
/** As it can travel in an address. */
const inAddress = nasty.map((text) => encodeURIComponent(text.toWellFormed()))

const number = fc.constantFrom(
  'NaN',
  '1e999',
  '-1e999',
  '5.2',
  '52',
  '1E400',
  '-0',
  '00',
  '0.1e-400',
  `1${'0'.repeat(400)}`,
  '"5"',
  'null',
  '[]',
)
const json: fc.Arbitrary<string> = fc.oneof(
  // Any JSON in any place of an otherwise good draft, beside one text that is surely wrong.
  fc
    .tuple(
      fc.constantFrom(...Object.keys(draft), 'village', 'role', 'precision', 'who', 'authorName', 'extra'),
      fc.jsonValue({ maxDepth: 6 }),
    )
    .map(([name, content]) => JSON.stringify({ ...draft, [name]: content, [name === 'title' ? 'description' : 'title']: 1 })),
  // Coordinates that are none.
  fc
    .array(number, { maxLength: 4 })
    .map((numbers) =>
      JSON.stringify({ ...draft, geometry: 0 }).replace(
        '"geometry":0',
        `"geometry":{"type":"Point","coordinates":[${numbers}],"x":1}`,
      ),
    ),
  // Names that mean something to JavaScript.
  fc
    .constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty')
    .map((name) => JSON.stringify(draft).replace('{', `{"${name}":{"kind":"idea","isAdmin":true},`)),
  // Lone surrogates and control characters.
  fc
    .constantFrom('\\ud800', '\\udc00\\ud800', '\\u0000', '\\u001b[2J')
    .map((text) => JSON.stringify({ ...draft, title: 'Een titel #' }).replace('#', text)),
  // Depth and repetition.
  fc
    .tuple(fc.constantFrom('[', '{"a":', '{"geometry":{"coordinates":['), fc.integer({ min: 1, max: 20_000 }))
    .map(([part, times]) => part.repeat(Math.min(times, Math.floor(200_000 / part.length)))),
  fc.constant(JSON.stringify(draft).replace('{', '{"kind":"idea",')),
  fc
    .nat(2000)
    .map((many) =>
      JSON.stringify({ ...draft, ...Object.fromEntries(Array.from({ length: many + 1 }, (_, index) => [`k${index}`, 1])) }),
    ),
  fc.nat(60).map((many) =>
    JSON.stringify({
      ...draft,
      geometry: {
        type: 'MultiPolygon',
        coordinates: Array(many + 1).fill([
          [
            [5.2, 52],
            [5.3, 52],
          ],
        ]),
      },
    }),
  ),
  // No JSON at all.
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `x${text.toWellFormed()}`),
  fc.constantFrom('', 'null', 'true', '0', '""', '[]', '{}', '\ufeff{}', '{"kind":"idea"}//', `"${'a'.repeat(300_000)}"`),
)
const contentType = fc.constantFrom(
  'application/json',
  'application/json;charset=utf-16',
  'text/plain',
  'multipart/form-data',
  'application/jsonx',
  '',
)
const headerText = fc.stringMatching(/^[!-~]([ -~]{0,60}[!-~])?$/)

/** Paths of an operation with hostile parameters; some keep a real one, so that what lies behind it is reached. */
function pathOf(id: OperationId, values: readonly string[]): string {
  const real: Readonly<Record<string, string>> = {
    consultation: 'proef',
    collection: 'proef',
    contribution: known.id,
    featureId: known.id,
  }
  let index = 0
  return operations[id].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const hostile = values[index++] ?? ''
    return index % 2 === 1 && real[name] !== undefined && hostile.length % 2 === 0 ? real[name] : hostile || 'x'
  })
}

const count = async () =>
  ((await app.ask('/api/v1/collections/proef/items?limit=10000')).json as ContributionCollection).numberReturned

test.each(operationIds)('%s', async (id) => {
  const { method } = operations[id]
  const names = 'query' in operations[id] ? Object.keys(operations[id].query.shape) : []
  const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names, 'x'), inAddress), inAddress), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(inAddress, { minLength: 4, maxLength: 4 }),
      query,
      json,
      contentType,
      headerText,
      headerText,
      async (values, pairs, body, type, key, authorization) => {
        // Beyond what node takes as a request line, the gateway is never reached.
        const path = `${pathOf(id, values)}${pairs.length > 0 ? `?${pairs.map((pair) => pair.join('=')).join('&')}` : ''}`
          .slice(0, 8000)
          .replace(/%[0-9A-F]?$/i, '')
        const answer = await app.ask(path, {
          method,
          headers: {
            authorization,
            'if-none-match': key,
            ...(method === 'GET' ? {} : { 'content-type': type, 'if-match': key, 'idempotency-key': key }),
          },
          ...(method === 'POST' || method === 'PUT' ? { body } : {}),
        })
        expect(answer.status, `${path}\n${body.slice(0, 500)}`).toBeLessThan(500)
        if (method !== 'GET') expect(answer.status, `${path}\n${body.slice(0, 500)}`).toBeGreaterThanOrEqual(400)
      },
    ),
    { numRuns: method === 'GET' ? 25 : 100 },
  )
  expect(await count()).toBe(1)
  expect((await app.ask(`/api/v1/contributions/${known.id}`)).headers.get('etag')).toBe('"1"')
})

test('hostile bodies behind a good key are refused as bodies, and nothing is stored', async () => {
  await fc.assert(
    fc.asyncProperty(json, async (body) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() }
      const answer = await app.ask('/api/v1/consultations/proef/contributions', { method: 'POST', headers, body })
      expect([400, 413], body.slice(0, 500)).toContain(answer.status)
      const own = { 'content-type': 'application/json', 'if-match': '"1"', authorization: `Bearer ${known.authorToken}` }
      const edit = await app.ask(`/api/v1/contributions/${known.id}`, { method: 'PUT', headers: own, body })
      expect([400, 413], body.slice(0, 500)).toContain(edit.status)
    }),
    { numRuns: 120 },
  )
  expect(await count()).toBe(1)
  expect((await app.ask(`/api/v1/contributions/${known.id}`)).headers.get('etag')).toBe('"1"')
})

test.each(operationIds.filter((id) => operations[id].method !== 'GET'))('%s is not sent ten megabytes', async (id) => {
  const path = operations[id].path.replace('{consultation}', 'proef').replace('{contribution}', known.id)
  const headers = { 'content-type': 'application/json', 'if-match': '"1"', 'idempotency-key': newKey() }
  const { status } = await app.ask(path, { method: operations[id].method, headers, body: 'x'.repeat(10 * 1024 * 1024) })
  // Withdrawing takes no body: nothing of it is read, and the token is missing.
  expect(status).toBe('body' in operations[id] ? 413 : 401)
  expect(await count()).toBe(1)
  expect((await app.ask(`/api/v1/contributions/${known.id}`)).headers.get('etag')).toBe('"1"')
})

test('nothing of it has reached a prototype', () => {
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
})
