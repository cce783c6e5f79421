/** From the filter of an address to the store's. */
import type { BBox, Position } from '#contract/geometry.ts'
import { areaOf, boxOf, type Filter } from '#contract/parameters.ts'
import type { Area } from '#domain/touches-area.ts'
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

/** Where to look: nowhere in particular, in a box, or in the part of an area that lies in its box. */
export interface Whereabouts {
  readonly box: BBox
  readonly area?: Area
}

/** Without a box, that of the area. */
export function whereabouts({ bbox, area: text }: Filter, bounds: BBox): Whereabouts | undefined {
  const area = text === undefined ? undefined : areaOf(text)
  const box = bbox && boxOf(bbox)
  if (box) return { box: onOneSide(box, bounds), ...(area && { area }) }
  return area && { box: boxAround(area.coordinates.flat()), area }
}

/**
 * A box over the date line is two boxes; what a consultation holds lies around its own area, so the one that touches its bounds is
 * meant.
 */
function onOneSide([west, south, east, north]: BBox, [left, , right]: BBox): BBox {
  if (west <= east) return [west, south, east, north]
  return left <= east && right >= -180 ? [-180, south, east, north] : [west, south, 180, north]
}

function boxAround(positions: readonly Position[]): BBox {
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
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
