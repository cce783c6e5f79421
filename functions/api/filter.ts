/** From the filter of an address to the store's. */
import type { Filter } from '#contract/parameters.ts'
import type { ContributionFilter } from '#store/store.ts'

export function storeFilter(query: Filter): ContributionFilter {
  return {
    ...(query.kind && { kinds: query.kind }),
    ...(query.theme && { themes: query.theme }),
    ...(query.outcome && { outcomes: query.outcome }),
    ...(query.village !== undefined && { village: query.village }),
    ...(query.zone !== undefined && { zone: query.zone }),
    ...(query.q !== undefined && { text: query.q }),
  }
}
