/** Dutch words for searching: without accents and capitals, brought back to their stem, and found inside compounds. */
import { stemmer } from '@orama/stemmers/dutch'

/** A word, or a number with its points ("3.12"). */
const wordPattern = /[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu
/** What is looked for inside longer words has at least so many letters. */
const compoundFrom = 4

/** Each word of a text with its place in characters. */
export const wordsOf = (text: string): { readonly word: string; readonly from: number }[] =>
  Array.from(text.matchAll(wordPattern), (match) => ({ word: match[0], from: match.index }))

/** Lower case, without accents: "Café" → "cafe". */
export const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Stems that would fall together with another word: a zone is no sun. */
const apart: ReadonlyMap<string, string> = new Map([['zone', 'zone']])

const voiceless: ReadonlyMap<string, string> = new Map([
  ['z', 's'],
  ['v', 'f'],
])

/**
 * The stem of a plain word. Snowball's algorithm leaves three things apart that belong together: plurals in -es (routes), a voiced end
 * (huizen beside huis, bedrijven beside bedrijf) and a doubled one (zonne beside zon).
 */
export function stemOf(word: string): string {
  const singular = word.length > 4 && word.endsWith('es') ? word.slice(0, -1) : word
  const known = apart.get(singular)
  if (known !== undefined) return known
  const stem = stemmer(singular)
  const end = stem.at(-1) ?? ''
  const single = stem.length > 3 && end === stem.at(-2) ? stem.slice(0, -1) : stem
  return single.slice(0, -1) + (voiceless.get(end) ?? end)
}

/** A word to look for. */
export interface Wanted {
  readonly typed: string
  readonly stem: string
  /** What a compound may hold: what was typed, and its stem, also voiced ("huis" and "huiz"). */
  readonly parts: readonly string[]
  /** What a compound may begin with: "wonen" also finds "woonvisie". */
  readonly opened: string | undefined
}

const voiced: ReadonlyMap<string, string> = new Map([
  ['s', 'z'],
  ['f', 'v'],
])

/** "won" → "woon": the stem as it stands in front of a compound; undefined where nothing opens. */
function openedOf(stem: string): string | undefined {
  const opened = stem.replace(/([^aeiou]|^)([aeou])([^aeiouwxy])$/, '$1$2$2$3')
  return opened === stem || opened.length < compoundFrom ? undefined : opened
}

export function wanted(word: string): Wanted {
  const typed = plain(word)
  const stem = stemOf(typed)
  const end = stem.at(-1) ?? ''
  const parts = [...new Set([typed, stem, stem.slice(0, -1) + (voiced.get(end) ?? end)])]
  const number = /^\d/.test(typed)
  return {
    typed,
    stem,
    parts: number ? [] : parts.filter((part) => part.length >= compoundFrom),
    opened: number ? undefined : openedOf(stem),
  }
}

/** Whether a plain word of the text, with its stem, is what somebody looks for: the same word, another form of it, or a compound of it. */
export const means = (word: string, itsStem: string, { typed, stem, parts, opened }: Wanted): boolean =>
  word === typed ||
  itsStem === stem ||
  parts.some((part) => word.includes(part)) ||
  (opened !== undefined && word.startsWith(opened))
