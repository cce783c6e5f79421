/**
 * Tallies: items of counters that follow from contributions, kept exact by the stream handler. What one contribution adds to each
 * is a pure function of its body; summaries of another sort are one more entry in `tallies`.
 */
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { type Key, keys } from './table.ts'

/** Counters by name. */
export type Counters = Readonly<Record<string, number>>
/** What one contribution adds: counters by the name of the tally's item (`nameOfKey`). */
export type Tally = Readonly<Record<string, Counters>>

/** What tallies are made from. */
export type Countable = Pick<ContributionRecord, 'consultation' | 'kind' | 'themes' | 'village' | 'state'>

/** Each gives the item that it adds to and what it adds there. */
const tallies: readonly ((contribution: Countable) => readonly (readonly [Key, Counters])[])[] = [
  ({ consultation, kind, themes, village }) => [
    [
      keys.totals(consultation),
      {
        contributions: 1,
        [`kind#${kind}`]: 1,
        ...Object.fromEntries(themes.map((theme) => [`theme#${theme}`, 1])),
        ...(village === null ? {} : { [`village#${village}`]: 1 }),
      },
    ],
  ],
]

/** Nothing unless published. */
export function tallyOf(contribution: Countable): Tally {
  if (contribution.state !== 'published') return {}
  return Object.fromEntries(tallies.flatMap((tally) => tally(contribution)).map(([key, counters]) => [nameOfKey(key), counters]))
}

/** Only what changes; counters that stay equal are left out. */
export function difference(before: Tally, after: Tally): Tally {
  return sum([after, scaled(before, -1)])
}

export function sum(list: readonly Tally[]): Tally {
  const total: Record<string, Record<string, number>> = {}
  for (const tally of list) {
    for (const [item, counters] of Object.entries(tally)) {
      const own = total[item] ?? {}
      total[item] = own
      for (const [name, count] of Object.entries(counters)) own[name] = (own[name] ?? 0) + count
    }
  }
  return withoutZeros(total)
}

function scaled(tally: Tally, factor: number): Tally {
  return mapped(tally, (counters) => Object.entries(counters).map(([name, count]) => [name, count * factor]))
}

function withoutZeros(tally: Tally): Tally {
  const left = mapped(tally, (counters) => Object.entries(counters).filter(([, count]) => count !== 0))
  return Object.fromEntries(Object.entries(left).filter(([, counters]) => Object.keys(counters).length > 0))
}

function mapped(tally: Tally, change: (counters: Counters) => [string, number][]): Tally {
  return Object.fromEntries(Object.entries(tally).map(([item, counters]) => [item, Object.fromEntries(change(counters))]))
}

const separator = '|'
export const nameOfKey = ({ pk, sk }: Key): string => `${pk}${separator}${sk}`

export function keyOfName(name: string): Key {
  const at = name.lastIndexOf(separator)
  return { pk: name.slice(0, at), sk: name.slice(at + 1) }
}
