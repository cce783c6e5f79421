import { afterEach, describe, expect, test, vi } from 'vitest'
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { loadText } from '#web/read/document-text.ts'
import { around, layersOnTop, viewOf } from '#web/read/on-map.ts'
import { findElement, nameOf, placesOf, plainText, sizeOf, titleOf } from '#web/read/text-tree.ts'

const element = (id: string, parts: Partial<TextElement> = {}): TextElement => ({
  id,
  kind: 'Divisie',
  label: '',
  number: '',
  heading: '',
  blocks: [],
  children: [],
  ...parts,
})

const clause = element('lid', { kind: 'Lid', number: '2.' })
const article = element('art', { kind: 'Artikel', label: 'Artikel', number: '3.1', heading: 'Wonen', children: [clause] })
const nameless = element('zonder', { kind: 'Divisietekst' })
const chapter = element('hst', {
  kind: 'Hoofdstuk',
  label: 'Hoofdstuk',
  number: '3.',
  heading: 'Dorpen',
  children: [nameless, article],
})
const text: DocumentText = { title: 'Verordening', elements: [element('voor', { heading: 'Voorwoord' }), chapter] }

describe('a text as a tree', () => {
  test('knows the place of every element, in reading order', () => {
    expect([...placesOf(text).keys()]).toEqual(['voor', 'hst', 'zonder', 'art', 'lid'])
    expect(findElement(text, 'lid')?.above.map((one) => one.id)).toEqual(['hst', 'art'])
    expect(findElement(text, 'nergens')).toBeUndefined()
    expect(sizeOf(chapter)).toBe(4)
  })

  test('names an element as the text does, and one without a name by what holds it', () => {
    expect(nameOf(article)).toBe('Artikel 3.1 Wonen')
    expect(nameOf(clause)).toBe('lid 2')
    const title = (id: string) => {
      const found = findElement(text, id)
      return found && titleOf(found)
    }
    expect(title('lid')).toBe('Artikel 3.1 Wonen, lid 2')
    expect(title('zonder')).toBe('Hoofdstuk 3. Dorpen')
    expect(title('voor')).toBe('Voorwoord')
  })

  test('says all that its blocks say, and no empty lines', () => {
    const runs = (words: string) => [{ text: words }]
    const paragraph = (words: string) => ({ kind: 'paragraph' as const, runs: runs(words) })
    expect(
      plainText([
        paragraph('een'),
        paragraph('  '),
        { kind: 'list', lead: runs('twee'), items: [{ number: 'a.', blocks: [paragraph('drie')] }] },
        { kind: 'terms', terms: [{ term: runs('vier'), blocks: [paragraph('vijf')] }] },
        {
          kind: 'table',
          title: runs('zes'),
          rows: [{ head: true, cells: [{ blocks: [paragraph('zeven')], columns: 1, rows: 1 }] }],
        },
        { kind: 'figure', name: '1.png', caption: runs('acht'), alternative: 'negen' },
        { kind: 'box', title: runs('tien'), blocks: [paragraph('elf')] },
      ]),
    ).toEqual(['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf'])
  })
})

describe('from a text to the map', () => {
  test('what is named comes on top and keeps its opacity; the rest stays', () => {
    const now = [
      { id: 'a', opacity: 1 },
      { id: 'b', opacity: 0.5 },
    ]
    expect(layersOnTop(now, ['b', 'c'])).toEqual([
      { id: 'b', opacity: 0.5 },
      { id: 'c', opacity: 1 },
      { id: 'a', opacity: 1 },
    ])
  })

  test('one box goes around all', () => {
    expect(around([])).toBeUndefined()
    expect(
      around([
        [5, 52, 5.1, 52.1],
        [4.9, 52.05, 5.05, 52.3],
      ]),
    ).toEqual([4.9, 52, 5.1, 52.3])
  })

  test('the whole world fits 512 pixels at zoom 0; half of it at zoom 1', () => {
    expect(viewOf([-180, -85, 180, 85], 512 + 48, 1000).zoom).toBeCloseTo(0)
    expect(viewOf([-90, -10, 90, 10], 512 + 48, 1000)).toMatchObject({ lng: 0, lat: expect.closeTo(0), zoom: expect.closeTo(1) })
  })
})

describe('loading a text', () => {
  afterEach(() => vi.unstubAllGlobals())
  const answer = () => new Response(JSON.stringify({ title: 'Visie', elements: [] }))

  test('is one request for all who ask, and none afterwards', async () => {
    const fetching = vi.fn(async () => answer())
    vi.stubGlobal('fetch', fetching)
    const { signal } = new AbortController()
    const [one, two] = await Promise.all([loadText('een.json', signal), loadText('een.json', signal)])
    expect(one).toBe(two)
    expect(await loadText('een.json', signal)).toBe(one)
    expect(fetching).toHaveBeenCalledTimes(1)
  })

  test('goes on while somebody waits, and is broken off with the last', async () => {
    let asked: AbortSignal | undefined
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      asked = init.signal ?? undefined
      return new Promise(() => undefined)
    })
    const [first, last] = [new AbortController(), new AbortController()]
    const both = [loadText('twee.json', first.signal), loadText('twee.json', last.signal)]
    first.abort()
    await expect(both[0]).rejects.toThrow()
    expect(asked?.aborted).toBe(false)
    last.abort()
    await expect(both[1]).rejects.toThrow()
    expect(asked?.aborted).toBe(true)
  })

  test('that failed is tried again', async () => {
    const fetching = vi.fn(async () => new Response(null, { status: 500 }))
    vi.stubGlobal('fetch', fetching)
    const { signal } = new AbortController()
    await expect(loadText('drie.json', signal)).rejects.toThrow()
    fetching.mockImplementation(async () => answer())
    expect((await loadText('drie.json', signal)).title).toBe('Visie')
  })
})
