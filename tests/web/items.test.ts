import { createRoot, createSignal } from 'solid-js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createItems, type ItemsSource } from '#web/explore/items.ts'
import { noFilter } from '#web/explore/query.ts'

const feature = (id: string) => ({ type: 'Feature', id, geometry: null, properties: {} })
const page = (ids: string[], next?: string) => ({
  type: 'FeatureCollection',
  features: ids.map(feature),
  links: next ? [{ rel: 'next', href: next }] : [],
})
const answer = (body: object) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/geo+json' } })

const start: ItemsSource = { consultation: 'kromme-rijn', filter: noFilter, bounds: null, published: 3 }

afterEach(() => vi.unstubAllGlobals())

/** Opens the list on a server that answers each address once it is asked. */
function open(fetching: (path: string) => Promise<Response>) {
  const asked: string[] = []
  vi.stubGlobal('location', { origin: 'http://localhost' })
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return fetching(path)
  })
  return createRoot((dispose) => {
    const [source, setSource] = createSignal(start)
    return { asked, setSource, items: createItems(source), dispose }
  })
}
const ids = (items: ReturnType<typeof createItems>) => items.features().map((one) => one.id)

describe('the list', () => {
  test('takes page after page, and knows the total from the consultation while there are more', async () => {
    const { items, asked, dispose } = open(async (path) =>
      answer(
        path.includes('next=2') ? page(['c']) : page(['a', 'b'], 'http://localhost/api/v1/collections/kromme-rijn/items?next=2'),
      ),
    )
    await vi.waitFor(() => expect(ids(items)).toEqual(['a', 'b']))
    expect(items.total()).toBe(3)
    expect(items.hasMore()).toBe(true)
    items.more()
    await vi.waitFor(() => expect(ids(items)).toEqual(['a', 'b', 'c']))
    expect(items.hasMore()).toBe(false)
    expect(asked).toEqual(['/api/v1/collections/kromme-rijn/items?limit=50', '/api/v1/collections/kromme-rijn/items?next=2'])
    dispose()
  })

  test('does not guess a total when a filter leaves more than one page', async () => {
    const { items, setSource, dispose } = open(async () => answer(page(['a', 'b'], '/next')))
    setSource({ ...start, filter: { ...noFilter, themes: ['energy'] } })
    await vi.waitFor(() => expect(ids(items)).toEqual(['a', 'b']))
    expect(items.total()).toBeNull()
    dispose()
  })

  test('keeps the older page in view while a newer one is on its way, and drops an answer that comes too late', async () => {
    const answers: ((response: Response) => void)[] = []
    const { items, setSource, dispose } = open(() => new Promise((resolve) => answers.push(resolve)))
    answers[0]?.(answer(page(['a'])))
    await vi.waitFor(() => expect(ids(items)).toEqual(['a']))
    setSource({ ...start, filter: { ...noFilter, words: 'bus' } })
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    setSource({ ...start, filter: { ...noFilter, words: 'busje' } })
    await vi.waitFor(() => expect(answers).toHaveLength(3))
    expect(ids(items)).toEqual(['a'])
    expect(items.first.loading()).toBe(true)
    answers[2]?.(answer(page(['new'])))
    answers[1]?.(answer(page(['late'])))
    await vi.waitFor(() => expect(ids(items)).toEqual(['new']))
    expect(items.first.loading()).toBe(false)
    dispose()
  })

  test('says that it failed and tries again when asked', async () => {
    let broken = true
    const { items, dispose } = open(async () => {
      if (broken) throw new TypeError('Failed to fetch')
      return answer(page(['a']))
    })
    await vi.waitFor(() => expect(items.first.error()).toMatchObject({ name: 'Offline' }))
    broken = false
    items.first.retry()
    await vi.waitFor(() => expect(ids(items)).toEqual(['a']))
    expect(items.first.error()).toBeUndefined()
    dispose()
  })
})
