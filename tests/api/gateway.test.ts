/** The gateway against API Gateway's v2 event: whatever is sent arrives, in the shape that AWS documents. */
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RawRequest, toEvent } from '#local/gateway.ts'

const time = new Date('2026-11-24T12:00:00Z')
const request = (change: Partial<RawRequest>): RawRequest => ({
  method: 'GET',
  target: '/',
  rawHeaders: ['Host', 'example.nl'],
  body: new Uint8Array(),
  sourceIp: '127.0.0.1',
  time,
  ...change,
})

const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
const value = fc.stringMatching(/^[!-+\--~][ -~]{0,30}$/).map((text) => text.trim())
/** Any text but lone surrogates, which no URL can carry. */
const text = fc.string({ unit: 'grapheme', maxLength: 20 })

describe('an event', () => {
  test('carries the query undiminished, also repeated keys', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (pairs) => {
        const query = new URLSearchParams(pairs).toString()
        const event = toEvent(request({ target: query === '' ? '/x' : `/x?${query}` }), 'httpApi')
        expect([...new URLSearchParams(event.rawQueryString)]).toEqual(pairs.map(([name, content]) => [name, content]))
        const joined = Map.groupBy(pairs, ([name]) => name)
        const expected = Object.fromEntries([...joined].map(([name, all]) => [name, all.map(([, content]) => content).join(',')]))
        if (query === '') expect(event.queryStringParameters).toBeUndefined()
        else expect(Object.entries(event.queryStringParameters ?? {}).toSorted()).toEqual(Object.entries(expected).toSorted())
      }),
    )
  })

  test('has the path decoded behind an HTTP API and encoded behind a function URL', () => {
    const segment = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((part) => !/[?]/.test(part))
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const encoded = `/${segments.map(encodeURIComponent).join('/')}`
        const [httpApi, functionUrl] = [
          toEvent(request({ target: encoded }), 'httpApi'),
          toEvent(request({ target: encoded }), 'functionUrl'),
        ]
        expect(httpApi.rawPath).toBe(`/${segments.join('/')}`)
        expect(functionUrl.rawPath).toBe(encoded)
        for (const event of [httpApi, functionUrl]) expect(event.requestContext.http.path).toBe(event.rawPath)
      }),
    )
  })

  test('cuts the path at a decoded question mark behind an HTTP API, as AWS does, and keeps what cannot be decoded', () => {
    expect(toEvent(request({ target: '/a%3Fb/c?d=1' }), 'httpApi')).toMatchObject({ rawPath: '/a', rawQueryString: 'd=1' })
    expect(toEvent(request({ target: '/a%3Fb?d=1' }), 'functionUrl').rawPath).toBe('/a%3Fb')
    expect(toEvent(request({ target: '/%C0%AF' }), 'httpApi').rawPath).toBe('/%C0%AF')
  })

  test('carries any bytes: text as text, the rest as base64', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('application/json', 'text/plain', 'image/png', ''),
        (body, type) => {
          const event = toEvent(request({ method: 'POST', body, rawHeaders: ['Host', 'x', 'Content-Type', type] }), 'httpApi')
          if (body.length === 0) expect(event.body).toBeUndefined()
          else expect(Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')).toEqual(Buffer.from(body))
          if (type === 'image/png' || type === '') expect(event.isBase64Encoded).toBe(body.length > 0)
        },
      ),
    )
    const event = toEvent(
      request({ body: Buffer.from('{"a":"é"}'), rawHeaders: ['Content-Type', 'application/problem+json'] }),
      'httpApi',
    )
    expect([event.body, event.isBase64Encoded]).toEqual(['{"a":"é"}', false])
  })

  test('has lower-case headers, repeated ones joined, and cookies apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(token, value), { maxLength: 6 }),
        fc.array(fc.tuple(token, token), { maxLength: 3 }),
        (headers, cookies) => {
          const plain = headers.filter(([name]) => name !== 'cookie')
          const rawHeaders = [
            ...plain.flatMap(([name, content]) => [name.toUpperCase(), content]),
            ...cookies.flatMap(([name, content]) => ['Cookie', `${name}=${content}`]),
          ]
          const event = toEvent(request({ rawHeaders }), 'functionUrl')
          const joined = [...Map.groupBy(plain, ([name]) => name)].map(([name, all]) => [
            name,
            all.map(([, content]) => content).join(','),
          ])
          expect(Object.entries(event.headers).toSorted()).toEqual(joined.toSorted())
          expect(event.cookies ?? []).toEqual(cookies.map(([name, content]) => `${name}=${content}`))
        },
      ),
    )
    const event = toEvent(request({ rawHeaders: ['Cookie', 'a=1; b=2', 'Cookie', 'c=3'] }), 'httpApi')
    expect(event.cookies).toEqual(['a=1', 'b=2', 'c=3'])
  })

  test('has the shape of version 2.0', () => {
    const event = toEvent(
      request({ method: 'HEAD', target: '/api/v1?x=1', rawHeaders: ['Host', 'kaart.example', 'User-Agent', 'proef'] }),
      'httpApi',
    )
    expect(event).toEqual({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/api/v1',
      rawQueryString: 'x=1',
      headers: { host: 'kaart.example', 'user-agent': 'proef' },
      queryStringParameters: { x: '1' },
      requestContext: {
        accountId: 'local',
        apiId: 'local',
        domainName: 'kaart.example',
        domainPrefix: 'kaart',
        http: { method: 'HEAD', path: '/api/v1', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'proef' },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        routeKey: '$default',
        stage: '$default',
        time: '2026-11-24T12:00:00.000Z',
        timeEpoch: time.getTime(),
      },
      isBase64Encoded: false,
    })
  })
})
