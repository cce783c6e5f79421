/** Search in one document's text, on the device: which passages hold all the words, and where in them. Loaded when somebody searches. */
import type { DocumentText, TextElement } from '#contract/document-text.ts'
import type { Span } from './reading.ts'
import { hasHeading, nameOf, type Placed, placesOf, plainText, titleOf } from './text-tree.ts'
import { means, plain, stemOf, wanted, wordsOf } from './words.ts'

export interface Hit {
  /** The element in which the snippet stands. */
  readonly id: string
  readonly title: string
  readonly snippet: string
  /** Words found in the snippet. */
  readonly spans: readonly Span[]
}

export interface Found {
  /** In the text's own order. */
  readonly hits: readonly Hit[]
  /** Words that occur nowhere in the text. */
  readonly missing: readonly string[]
  /** Where the words looked for stand in any text. */
  readonly marked: (text: string) => readonly Span[]
}

export interface TextSearch {
  readonly find: (words: string) => Found
}

interface Line {
  readonly id: string
  readonly text: string
  readonly heading: boolean
}

/** What is found as one: an article with its clauses, or any other element by itself. */
interface Unit {
  readonly place: Placed
  readonly lines: readonly Line[]
}

/** Letters of a snippet before and after the first word found. */
const before = 60
const after = 120

const linesOf = (element: TextElement): Line[] =>
  plainText(element.blocks).map((text) => ({ id: element.id, text, heading: false }))

function unitOf(place: Placed): Unit {
  const { element } = place
  const heading = hasHeading(element) ? [{ id: element.id, text: nameOf(element), heading: true }] : []
  const clauses = element.children.filter((child) => child.kind === 'Lid')
  return { place, lines: [...heading, ...linesOf(element), ...clauses.flatMap(linesOf)] }
}

/** Reads the whole text once, so that looking for words needs its different words only. */
export function searchIn(text: DocumentText): TextSearch {
  const units = [...placesOf(text).values()].filter(({ element }) => element.kind !== 'Lid').map(unitOf)
  const known = new Map<string, { readonly stem: string; readonly units: Set<Unit> }>()
  for (const unit of units)
    for (const line of unit.lines)
      for (const { word } of wordsOf(line.text)) {
        const form = plain(word)
        const one = known.get(form)
        if (one) one.units.add(unit)
        else known.set(form, { stem: stemOf(form), units: new Set([unit]) })
      }

  return {
    find: (words) => {
      const asked = wordsOf(words).map(({ word }) => word)
      const forms = asked.map((word) => {
        const one = wanted(word)
        return new Set([...known].filter(([form, { stem }]) => means(form, stem, one)).map(([form]) => form))
      })
      const holders = forms.map((of) => new Set([...of].flatMap((form) => [...(known.get(form)?.units ?? [])])))
      const found = asked.length === 0 ? [] : units.filter((unit) => holders.every((set) => set.has(unit)))
      const all = new Set(forms.flatMap((of) => [...of]))
      const marked = (line: string): Span[] =>
        wordsOf(line)
          .filter(({ word }) => all.has(plain(word)))
          .map(({ word, from }) => [from, from + word.length])
      return {
        hits: found.flatMap((unit) => hitOf(unit, forms, marked)),
        missing: asked.filter((_, i) => forms[i]?.size === 0),
        marked,
      }
    },
  }
}

/** The line that holds most of the words (the heading only when nothing else does), cut to what is around the first of them. */
function hitOf({ place, lines }: Unit, forms: readonly ReadonlySet<string>[], marked: (line: string) => Span[]): Hit[] {
  const worth = ({ text, heading }: Line): number => {
    const words = new Set(wordsOf(text).map(({ word }) => plain(word)))
    return forms.filter((of) => [...of].some((form) => words.has(form))).length - (heading ? 0.5 : 0)
  }
  const best = lines.map((line) => ({ line, worth: worth(line) })).reduce((a, b) => (b.worth > a.worth ? b : a))
  const snippet = cut(best.line.text, marked(best.line.text)[0] ?? [0, 0])
  return [{ id: best.line.id, title: titleOf(place), snippet, spans: marked(snippet) }]
}

/** What is around a place in a text, in whole words. */
function cut(text: string, [start, end]: Span): string {
  const from = start > before ? text.indexOf(' ', start - before) + 1 : 0
  const to = end + after < text.length ? text.lastIndexOf(' ', end + after) : text.length
  const [first, last] = [from > start ? 0 : from, to < end ? text.length : to]
  return `${first > 0 ? '… ' : ''}${text.slice(first, last)}${last < text.length ? ' …' : ''}`
}
