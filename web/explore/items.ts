/** The contributions that a list shows: page after page, in step with filter and map, with this device's newest ones on top. */
import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { ContributionCollection, ContributionFeature } from '#contract/contribution.ts'
import type { BBox } from '#contract/geometry.ts'
import { api } from '../api.ts'
import { ownContributions } from '../contribute/own.ts'
import { createLoad, type Load } from '../session/load.ts'
import { countFilters, type Filter, itemsQuery, matches } from './query.ts'

/** Contributions per page: two screens of a phone, some tens of kB. */
const pageSize = 50

export interface Items {
  readonly features: Accessor<readonly ContributionFeature[]>
  readonly first: Load<ContributionCollection>
  /** Exact where the API or the totals say it or all pages are there; else null: there are more than the list holds. */
  readonly total: Accessor<number | null>
  readonly hasMore: Accessor<boolean>
  readonly more: () => void
  readonly moreLoading: Accessor<boolean>
  readonly moreError: Accessor<unknown>
}

export interface ItemsSource {
  readonly consultation: string
  readonly filter: Filter
  /** Null: the whole area, also what has no place on the map. */
  readonly bounds: BBox | null
  /** All published contributions, when nothing is filtered away. */
  readonly published: number
}

const nextOf = (page: ContributionCollection | undefined) => page?.links.find((link) => link.rel === 'next')?.href

export function createItems(source: Accessor<ItemsSource>): Items {
  const key = createMemo(() => {
    const { consultation, filter, bounds } = source()
    // A contribution sent, changed or withdrawn on this device makes the page old.
    const own = ownContributions(consultation).map((one) => one.id + one.contribution.updatedAt)
    return JSON.stringify([consultation, itemsQuery(filter, bounds, pageSize).toString(), own])
  })
  const first = createLoad(key, (text, signal) => {
    const [consultation, query] = JSON.parse(text) as [string, string]
    return api.items(consultation, new URLSearchParams(query), signal)
  })
  const [pages, setPages] = createSignal<readonly ContributionCollection[]>([])
  const [wanted, setWanted] = createSignal<string>()
  createEffect(
    on(first.data, (page) => {
      setPages(page ? [page] : [])
      setWanted(undefined)
    }),
  )
  const next = createLoad(wanted, (href, signal) => api.nextItems(href, signal))
  createEffect(
    on(next.data, (page) => {
      if (page && wanted() !== undefined) setPages([...pages(), page])
      setWanted(undefined)
    }),
  )
  const href = () => nextOf(pages().at(-1))
  const features = createMemo(() => {
    const { consultation, filter, bounds } = source()
    const fetched = pages().flatMap((page) => page.features)
    const known = new Set(fetched.map((feature) => feature.id))
    const fresh = ownContributions(consultation).filter(
      (one) => one.contribution.state !== 'withdrawn' && !known.has(one.id) && matches(one.feature, filter, bounds),
    )
    // The newest of this device may lack in the first page; older ones are on a later page.
    return href() === undefined
      ? [...fresh.map((one) => one.feature), ...fetched]
      : [...fresh.map((one) => one.feature).slice(0, 3), ...fetched]
  })
  const total = createMemo(() => {
    const { filter, bounds, published } = source()
    if (href() === undefined) return features().length
    const matched = pages()[0]?.numberMatched
    if (matched !== undefined) return matched
    return bounds === null && countFilters(filter) === 0 ? published : null
  })
  return {
    features,
    first,
    total,
    hasMore: () => href() !== undefined,
    more: () => {
      if (next.error() !== undefined && wanted() !== undefined) next.retry()
      else setWanted(href())
    },
    moreLoading: next.loading,
    moreError: next.error,
  }
}
