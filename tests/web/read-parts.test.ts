import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document, Layer } from '#contract/catalogue.ts'
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { lastAbove } from '#web/read/current.ts'
import { governing, governsOf } from '#web/read/governed.ts'
import { within } from '#web/read/on-map.ts'
import { onlyZones } from '#web/read/only-zones.ts'
import { type Part, partsOf } from '#web/read/parts.ts'
import { findElement, placesOf } from '#web/read/text-tree.ts'
import { countedZones, countQueries } from '#web/read/zone-contributions.ts'

const element = (id: string, letters: number, children: TextElement[] = []): TextElement => ({
  id,
  kind: 'Divisie',
  label: '',
  number: '',
  heading: id,
  blocks: [{ kind: 'paragraph', runs: [{ text: 'x'.repeat(letters) }] }],
  children,
})
const textOf = (elements: TextElement[]): DocumentText => ({ title: 'Tekst', elements })
const most = { letters: 100, elements: 5 }
const shown = (part: Part): string[] => {
  const all = (one: TextElement): string[] => [one.id, ...one.children.flatMap(all)]
  return [...(part.head ? [part.head.id] : []), ...part.elements.flatMap(all)]
}

describe('parts of a text', () => {
  test('a short chapter is one; of a long one the first pieces stay with its heading, and what has pieces of its own is a part', () => {
    const sections = [element('3.1', 10, [element('a', 60)]), element('3.2', 40, [element('b', 40)])]
    const text = textOf([element('1', 50), element('3', 20, [element('kort', 10), element('nog', 10), ...sections])])
    const { list, of } = partsOf(text, most)
    expect(list.map(shown)).toEqual([['1'], ['3', 'kort', 'nog'], ['3.1', 'a'], ['3.2', 'b']])
    expect(list.map(({ above }) => above.map(({ id }) => id))).toEqual([[], [], ['3'], ['3']])
    expect([of.get('3'), of.get('b')]).toEqual([1, 3])
  })

  interface Shape {
    readonly letters: number
    readonly children: readonly Shape[]
  }
  const shape: (depth?: number) => fc.Arbitrary<Shape> = fc.memo((depth) =>
    fc.record({
      letters: fc.nat(80),
      children: depth <= 1 ? fc.constant<Shape[]>([]) : fc.array(shape(), { maxLength: 4 }),
    }),
  )
  /** Texts of any shape, with ids of their own. */
  const texts = fc.array(shape(4), { maxLength: 4 }).map((roots) => {
    let count = 0
    const make = ({ letters, children }: Shape): TextElement => {
      count += 1
      return element(`e${count}`, letters, children.map(make))
    }
    return textOf(roots.map(make))
  })

  test('hold every element once, in reading order, and say where it is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { list, of } = partsOf(text, most)
        const ids = [...placesOf(text).keys()]
        expect(list.flatMap(shown)).toEqual(ids)
        for (const id of ids) expect(shown(list[of.get(id) ?? -1] as Part)).toContain(id)
        for (const part of list) if (part.elements.length > 1) expect(shown(part).length).toBeLessThanOrEqual(most.elements + 1)
      }),
    )
  })
})

const layer = (id: string, passages?: string[]): Layer => ({ id, title: id, ...(passages ? { passages } : {}) }) as Layer
const chapter = element('h', 1, [element('p', 1), element('q', 1)])

describe('what a passage governs', () => {
  const document = { layers: [layer('d.a', ['p', 'h']), layer('d.b', ['p'])] } as Document

  test('is said by the text', () => {
    const governs = governsOf(document, {
      ...textOf([chapter]),
      governs: { q: [{ layer: 'd.b', zones: ['1'] }, { layer: 'd.weg' }] },
    })
    expect([...governs]).toEqual([['q', [{ layer: document.layers[1], zones: ['1'] }]]])
  })

  test('or, in an older build, by the layers', () => {
    const text = textOf([chapter])
    const governs = governsOf(document, text)
    expect([...governs].map(([id, all]) => [id, all.map((one) => one.layer.id)])).toEqual([
      ['p', ['d.a', 'd.b']],
      ['h', ['d.a']],
    ])
    const near = (id: string) => governing(governs, findElement(text, id) as NonNullable<ReturnType<typeof findElement>>)?.id
    expect([near('p'), near('q'), near('h')]).toEqual(['p', 'h', 'h'])
    const article = element('art', 1, [{ ...element('p', 1), kind: 'Lid' }])
    expect(governing(governs, { element: article, above: [chapter] })).toEqual({ id: 'art', governed: governs.get('p') })
  })

  test('is counted by whole layers and by single zones, each name escaped once', () => {
    const queries = countQueries([
      { layer: layer('d.a'), zones: undefined },
      { layer: layer('d.b'), zones: ['1', 'a,b 10%'] },
    ])
    expect(queries.map((query) => Object.fromEntries(query))).toEqual([{ layer: 'd.a' }, { zone: 'd.b/1,d.b/a%2Cb 10%25' }])
    expect(countQueries(Array.from({ length: 23 }, (_, i) => ({ layer: layer(`d.l${i}`), zones: undefined })))).toHaveLength(3)
  })

  test('is listed zone by zone where a layer has several, by the names that are known', () => {
    const many = { ...layer('d.a'), zones: 3 }
    const count = (id: string, contributions: number) => ({ layer: 'd.a', id, contributions })
    const properties = { zoneIds: ['1', '9'], zoneTitles: ['Rand van Odijk', 'Elders'] }
    const found = { counts: [count('1', 4), count('2', 1)], features: [{ properties }] as never, more: false }
    const list = (zones: string[] | undefined, titles?: string[]) =>
      countedZones({ layer: many, zones, titles }, found).map(({ title, contributions }) => [title, contributions])
    expect(list(undefined)).toEqual([['Rand van Odijk', 4]])
    expect(list(['2', '3'], ['Rand van Cothen', 'Rand van Houten'])).toEqual([
      ['Rand van Cothen', 1],
      ['Rand van Houten', 0],
    ])
    expect(countedZones({ layer: { ...many, zones: 1 }, zones: undefined }, found)).toEqual([])
  })

  test('is all that the small map draws of a layer', () => {
    const line = { id: 'd.b/outline', type: 'line', source: 's', filter: ['has', 'x'] } as const
    const style = onlyZones({ version: 8, sources: {}, layers: [line, { ...line, id: 'd.a/outline' }] } as never, [
      { layer: layer('d.b'), zones: ['1'] },
      { layer: layer('d.a'), zones: undefined },
    ])
    expect(style.layers.map((one) => ('filter' in one ? one.filter : undefined))).toEqual([
      ['all', ['has', 'x'], ['in', ['get', 'id'], ['literal', ['1']]]],
      ['has', 'x'],
    ])
  })

  test('is looked at where the villages are', () => {
    expect(within([4, 51, 6, 53], [5, 52, 5.3, 52.1])).toEqual([5, 52, 5.3, 52.1])
    expect(within([4, 51, 5.1, 52.05], [5, 52, 5.3, 52.1])).toEqual([5, 52, 5.1, 52.05])
    expect(within([6, 53, 7, 54], [5, 52, 5.3, 52.1])).toEqual([6, 53, 7, 54])
  })
})

test('the element at the reading line is the last that has passed it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 1500 }), { minLength: 1, maxLength: 40 }), fc.nat(900), (tops, line) => {
      const sorted = tops.toSorted((a, b) => a - b)
      const last = sorted.findLastIndex((top) => top <= line)
      expect(lastAbove((i) => sorted[i] ?? 0, sorted.length, line)).toBe(Math.max(0, last))
    }),
  )
})
