/** From the filter of an address to the store's. */
import type { BBox } from '#contract/geometry.ts'
import { boxOf, type Filter } from '#contract/parameters.ts'
import type { ContributionFilter } from '#store/store.ts'

export function storeFilter(query: Filter): ContributionFilter {
  return {
    ...(query.kind && { kinds: query.kind }),
    ...(query.theme && { themes: query.theme }),
    ...(query.outcome && { outcomes: query.outcome }),
    ...(query.village !== undefined && { village: query.village }),
    ...(query.zone !== undefined && { zone: query.zone }),
    ...(query.q !== undefined && { text: query.q }),
    ...(query.datetime !== undefined && { sent: sentWithin(query.datetime) }),
  }
}

/**
 * The box to look in. One over the date line is two boxes; what a consultation holds lies around its own area, so the one that touches
 * its bounds is meant.
 */
export function searchBox({ bbox }: Filter, [left, , right]: BBox): BBox | undefined {
  const box = bbox && boxOf(bbox)
  if (!box) return undefined
  const [west, south, east, north] = box
  if (west <= east) return box
  const [toWest, toEast]: [BBox, BBox] = [
    [-180, south, east, north],
    [west, south, 180, north],
  ]
  return left <= east && right >= -180 ? toWest : toEast
}

/** First and last moment of a `datetime`; days are whole, in UTC. */
function sentWithin(datetime: string): { from?: string; to?: string } {
  const [first = '', last = first] = datetime.split('/')
  return {
    ...(isOpen(first) ? {} : { from: new Date(first).toISOString() }),
    ...(isOpen(last) ? {} : { to: new Date(last.includes('T') ? last : `${last}T23:59:59.999Z`).toISOString() }),
  }
}

const isOpen = (end: string) => end === '' || end === '..'
