import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import { searchIn } from '#web/read/search.ts'
import { means, plain, stemOf, wanted } from '#web/read/words.ts'

const found = (word: string, typed: string) => means(plain(word), stemOf(plain(word)), wanted(typed))

describe('a word that somebody looks for', () => {
  test.each([
    ['woningen', 'woning'],
    ['woning', 'woningen'],
    ['woont', 'wonen'],
    ['Wonen', 'woon'],
    ['huizen', 'huis'],
    ['bedrijven', 'bedrijf'],
    ['bomen', 'boom'],
    ['routes', 'route'],
    ['zonne', 'zon'],
    ['Cafés', 'cafe'],
    ['coördinatie', 'coordinatie'],
    ['woningbouwopgave', 'woning'],
    ['woonvisie', 'wonen'],
    ['kernrandzones', 'kernrand'],
    ['melkveehouderij', 'melkvee'],
    ['3.12', '3.12'],
  ])('%s is found by %s', (word, typed) => expect(found(word, typed)).toBe(true))

  test.each([
    ['zone', 'zon'],
    ['wegen', 'eg'],
    ['3.12', '3.1'],
    ['natuur', 'cultuur'],
    ['dorp', 'dorst'],
  ])('%s is not found by %s', (word, typed) => expect(found(word, typed)).toBe(false))

  test('finds itself, however it is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(/^[a-zé]{1,12}$/), fc.constantFrom('constructor', 'valueof', 'tostring')),
        (word) => {
          expect(found(word, word)).toBe(true)
          expect(found(word.toUpperCase(), word)).toBe(true)
        },
      ),
    )
  })
})

const element = (id: string, heading: string, lines: string[], children: TextElement[] = [], kind = 'Divisie'): TextElement => ({
  id,
  kind,
  label: '',
  number: kind === 'Lid' ? '1.' : '',
  heading,
  blocks: lines.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
  children,
})
const long = 'Daar staat veel meer over wat wij willen met dit gebied en met de mensen die er leven. '.repeat(4)
const text: DocumentText = {
  title: 'Visie',
  elements: [
    element('een', 'Wonen', ['Wij bouwen huizen.', `${long}Bij het station van Bunnik komen woningen voor ouderen. ${long}`]),
    element(
      'twee',
      'Natuur',
      [],
      [element('art', 'Bomen', [], [element('lid', '', ['Een boom bij een woning blijft staan.'], [], 'Lid')], 'Artikel')],
    ),
  ],
}
const search = searchIn(text)

describe('searching a text', () => {
  test('finds what holds all words, in the order of the text, each with what is around them', () => {
    const { hits } = search.find('woning')
    expect(hits.map(({ id, title }) => [id, title])).toEqual([
      ['een', 'Wonen'],
      ['lid', 'Bomen'],
    ])
    const [first] = hits
    expect(first?.snippet).toMatch(/^… .*Bij het station van Bunnik komen woningen voor ouderen.* …$/)
    expect(first?.snippet.length).toBeLessThan(220)
    expect(first?.spans.map(([from, to]) => first.snippet.slice(from, to))).toEqual(['woningen'])
    expect(search.find('boom woningen').hits.map(({ id }) => id)).toEqual(['lid'])
  })

  test('says which words occur nowhere', () => {
    expect(search.find('woning vliegveld')).toMatchObject({ hits: [], missing: ['vliegveld'] })
    expect(search.find('boom ouderen')).toMatchObject({ hits: [], missing: [] })
    expect(search.find(' – ')).toMatchObject({ hits: [], missing: [] })
  })

  test('marks the words in any line', () => {
    const line = 'Woningbouw, een woning en Wonen.'
    expect(search.find('woningen').marked('Een wóning!')).toEqual([[4, 10]])
    expect(
      search
        .find('woning huis')
        .marked('Bij huizen en woningen')
        .map(([from, to]) => [from, to]),
    ).toEqual([
      [4, 10],
      [14, 22],
    ])
    for (const [from, to] of search.find('wonen').marked(line)) expect(line.slice(from, to)).toMatch(/^\p{L}+$/u)
  })

  test('never fails, and marks words in their place, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (typed, line) => {
          let before = 0
          for (const [from, to] of search.find(typed).marked(line)) {
            expect(from).toBeGreaterThanOrEqual(before)
            expect(to).toBeGreaterThan(from)
            before = to
          }
        },
      ),
    )
  })
})
