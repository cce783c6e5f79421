/**
 * Tallies: items of counters that follow from contributions, kept exact by the stream handler. What one contribution adds to each
 * is a pure function of what it counts as; counters of another sort are one more entry in `tallies` and one `npm run reconcile`.
 */
import type { KindId } from '#contract/kinds/registry.ts'
import type { RoleId } from '#contract/vocabulary.ts'
import { spotOf } from '#domain/anchor.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { decodeMapShape, encodeMapShape } from '#domain/map-shape.ts'
import { quadkeyOf } from '#domain/quadkey.ts'
import { themeSet, themesOf } from '#domain/theme-set.ts'
import { summaryCounters, summaryLevels } from './cell-summary.ts'
import { type Key, keys } from './table.ts'

/** Counters by name. */
export type Counters = Readonly<Record<string, number>>
/** What one contribution adds: counters by the name of the tally's item (`nameOfKey`). */
export type Tally = Readonly<Record<string, Counters>>

/** What one published contribution counts as: all that tallies are made from, kept in its COUNTED item. */
export interface Countable {
  readonly consultation: string
  readonly kind: KindId
  /** Set of themes, see #domain/theme-set.ts. */
  readonly themes: number
  readonly role: RoleId
  readonly village: string | null
  /** `{layer}/{id}` of each. */
  readonly zones: readonly string[]
  /** Quadkey of its spot, of the level of points; null for a whole village. */
  readonly spot: string | null
  /** Is it a line or an area? */
  readonly isShape: boolean
}

type Counted = Pick<ContributionRecord, 'consultation' | 'kind' | 'themes' | 'role' | 'village' | 'zones' | 'geometry' | 'state'>

/** Null for what nobody may see: it counts nowhere. */
export function countableOf({ state, geometry, themes, zones, ...rest }: Counted): Countable | null {
  if (state !== 'published') return null
  const { consultation, kind, role, village } = rest
  return {
    consultation,
    kind,
    role,
    village,
    themes: themeSet(themes),
    zones: [...new Set(zones.map(({ layer, id }) => `${layer}/${id}`))],
    // Of the shape as tiles hold it: a contribution is then counted in the very tile that would draw its pin.
    spot: geometry && quadkeyOf(spotOf(decodeMapShape(encodeMapShape(geometry)))),
    isShape: geometry !== null && geometry.type !== 'Point',
  }
}

const one = { contributions: 1 } as const

/** Each gives the items that it adds to and what it adds there. */
const tallies: readonly ((countable: Countable) => readonly (readonly [Key, Counters])[])[] = [
  ({ consultation, kind, themes, role }) => [
    [
      keys.totals(consultation),
      {
        ...one,
        [`kind#${kind}`]: 1,
        [`role#${role}`]: 1,
        ...Object.fromEntries(themesOf(themes).map((theme) => [`theme#${theme}`, 1])),
      },
    ],
  ],
  // Items of their own: there may be many, and every write pays for the whole item.
  ({ consultation, village }) => (village === null ? [] : [[keys.villageTotal(consultation, village), one]]),
  ({ consultation, zones }) => zones.map((zone) => [keys.zoneTotal(consultation, zone), one]),
  ({ spot, ...countable }) =>
    spot === null
      ? []
      : summaryLevels.map((level) => [
          keys.cell(countable.consultation, spot.slice(0, level)),
          summaryCounters({ ...countable, spot }, level),
        ]),
]

export function tallyOf(countable: Countable | null): Tally {
  if (!countable) return {}
  return Object.fromEntries(tallies.flatMap((tally) => tally(countable)).map(([key, counters]) => [nameOfKey(key), counters]))
}

/** Only what changes; counters that stay equal are left out. */
export function difference(before: Tally, after: Tally): Tally {
  return sumOf([after, scaled(before, -1)])
}

export function sumOf(list: readonly Tally[]): Tally {
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

/** Never in a partition key of tallies, though a zone's name may hold it. */
const separator = '|'
export const nameOfKey = ({ pk, sk }: Key): string => `${pk}${separator}${sk}`

export function keyOfName(name: string): Key {
  const at = name.indexOf(separator)
  return { pk: name.slice(0, at), sk: name.slice(at + 1) }
}
