/** Place entries: the items by which the map finds a contribution, one per cell that it is entered under. */
import { placementOf } from '#domain/cells.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import type { Facets } from '#domain/filter.ts'
import { encodeMapShape } from '#domain/map-shape.ts'
import type { Item } from './items.ts'
import { keys, placeKeys } from './table.ts'

/** An entry as the index byPlace returns it. */
export interface PlaceEntry extends Facets {
  readonly id: string
  readonly title: string
  /** Encoded; lines and areas may be simplified. */
  readonly shape: string
  /** Every cell of the contribution, joined by spaces, so that a reader can tell which of its entries comes first. */
  readonly cells?: string
  readonly pk: string
  readonly sk: string
  readonly placePk: string
  readonly placeSk: string
}

/** None unless published with a position. */
export function placeEntries(record: ContributionRecord): Item[] {
  if (record.state !== 'published' || record.geometry === null) return []
  const placement = placementOf(record.geometry)
  const wide = placement.type === 'wide'
  const cells = wide ? [placeKeys.wideCell] : placement.cells
  const shape = encodeMapShape(record.geometry)
  return cells.map((cell, index) => ({
    ...keys.place(record.id, index + 1),
    placePk: wide ? placeKeys.widePartition(record.consultation) : placeKeys.partition(record.consultation),
    placeSk: placeKeys.sort(cell, record.id),
    id: record.id,
    kind: record.kind,
    themes: record.themes,
    title: record.title,
    village: record.village,
    outcome: record.outcome,
    shape,
    ...(cells.length > 1 ? { cells: cells.join(' ') } : {}),
  }))
}

/** Sort keys of all entries of the contribution that an entry belongs to. */
export function siblingKeys(entry: Pick<PlaceEntry, 'id' | 'cells' | 'placeSk'>): string[] {
  return entry.cells === undefined ? [entry.placeSk] : entry.cells.split(' ').map((cell) => placeKeys.sort(cell, entry.id))
}
