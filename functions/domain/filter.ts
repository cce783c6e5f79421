/** Does a contribution meet a filter? The same rule for list, box and download. */
import type { KindId } from '#contract/kinds/registry.ts'
import type { ThemeId } from '#contract/themes.ts'
import type { OutcomeId } from '#contract/vocabulary.ts'
import type { ContributionRecord } from './contribution-record.ts'

/** A contribution must meet every one that is present. */
export interface ContributionFilter {
  readonly kinds?: readonly KindId[]
  /** At least one of these. */
  readonly themes?: readonly ThemeId[]
  readonly outcomes?: readonly OutcomeId[]
  readonly village?: string
  /** Zone as `{layer}/{id}`. */
  readonly zone?: string
  /** Words that must all occur in title or description, case- and accent-insensitive. */
  readonly text?: string
  /** When it was sent: ISO moments in UTC with milliseconds, both included; a missing end is open. */
  readonly sent?: { readonly from?: string; readonly to?: string }
}

/** The part of a contribution that the indexes carry, so that most misses are known before the text is read. */
export type Facets = Pick<ContributionRecord, 'kind' | 'themes' | 'outcome' | 'village'>

export function facetsMeet(facets: Facets, filter: ContributionFilter): boolean {
  return (
    (filter.kinds?.includes(facets.kind) ?? true) &&
    (filter.outcomes?.includes(facets.outcome) ?? true) &&
    (filter.themes === undefined || facets.themes.some((theme) => filter.themes?.includes(theme))) &&
    (filter.village === undefined || filter.village === facets.village)
  )
}

export function meets(record: ContributionRecord, filter: ContributionFilter): boolean {
  if (!facetsMeet(record, filter)) return false
  if (filter.zone !== undefined && !record.zones.some((zone) => `${zone.layer}/${zone.id}` === filter.zone)) return false
  const { from, to } = filter.sent ?? {}
  if ((from !== undefined && record.createdAt < from) || (to !== undefined && record.createdAt > to)) return false
  if (filter.text === undefined) return true
  const text = folded(`${record.title} ${record.description}`)
  return folded(filter.text)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** Lower case without accents: "Één" and "een" are the same word. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}
