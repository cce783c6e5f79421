import { afterEach, describe, expect, test, vi } from 'vitest'
import { lookUp, readPoint, readSuggestion, suggest } from '#web/contribute/locatieserver.ts'

afterEach(() => vi.unstubAllGlobals())
const bounds: [number, number, number, number] = [5, 51.9, 5.4, 52.1]
const answer = (docs: unknown) => Response.json({ response: { docs } })
const never = new AbortController().signal

describe('the national address search', () => {
  test('suggests places with where they lie, asked near the consultation', async () => {
    const fetching = vi.fn<(url: string) => Promise<Response>>(() =>
      Promise.resolve(answer([{ id: 'adr-1', weergavenaam: 'Dorpsstraat 1, Cothen', centroide_ll: 'POINT(5.309 51.993)' }])),
    )
    vi.stubGlobal('fetch', fetching)
    expect(await suggest('dorpsstr', bounds, never)).toEqual([
      { id: 'adr-1', name: 'Dorpsstraat 1, Cothen', at: [5.309, 51.993] },
    ])
    const query = new URL(fetching.mock.calls[0]?.[0] ?? '').searchParams
    expect(query.get('q')).toBe('dorpsstr')
    expect([query.get('lat'), query.get('lon')]).toEqual(['52.00000', '5.20000'])
  })

  test.each([
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['answers with an error', () => Promise.resolve(new Response('', { status: 500 }))],
    ['answers with something else', () => Promise.resolve(new Response('<html>'))],
    ['answers with another shape', () => Promise.resolve(Response.json({ docs: [] }))],
  ])('is silently absent where it %s', async (_, fetching) => {
    vi.stubGlobal('fetch', fetching)
    expect(await suggest('dorpsstr', bounds, never)).toBeUndefined()
    expect(await lookUp('adr-1', never)).toBeUndefined()
  })

  test('leaves out what it cannot read', () => {
    expect([null, 3, {}, { id: 1, weergavenaam: 'x' }].flatMap(readSuggestion)).toEqual([])
    expect(readSuggestion({ id: 'a', weergavenaam: 'Cothen' })).toEqual([{ id: 'a', name: 'Cothen', at: undefined }])
  })

  test.each(['POINT(5.2)', 'POINT(a b)', '', undefined, 'LINESTRING(5 52, 6 52)'])('%s is no point', (text) => {
    expect(readPoint(text)).toBeUndefined()
  })
})
