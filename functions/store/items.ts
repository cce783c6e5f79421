/** A contribution as items: siblings under its id. Nothing but PRIVATE holds what everybody may not see. */
import type { Counts } from '#contract/contribution.ts'
import type { AuditEvent, ContributionRecord, PrivatePart } from '#domain/contribution-record.ts'
import { decodeGeometry, encodeGeometry } from '#domain/encoded-geometry.ts'
import { keys, timeKeys } from './table.ts'

/** The row that the stream's filter knows a contribution by. */
const entity = 'contribution'
export type Item = Record<string, unknown>

/** @param places how many place entries lie beside it */
export function bodyItem(record: ContributionRecord, places: number): Item {
  const { counts: _, geometry, ...rest } = record
  const timePk = timePartition(record)
  return {
    ...keys.body(record.id),
    entity,
    ...rest,
    places,
    ...(geometry ? { position: encodeGeometry(geometry) } : {}),
    ...(timePk ? { timePk, timeSk: timeKeys.sort(record.createdAt, record.id) } : {}),
  }
}

/** Where byTime lists it: among what is public, among what waits for the operator, or nowhere. */
function timePartition({ consultation, state }: ContributionRecord): string | undefined {
  if (state === 'withdrawn') return undefined
  return state === 'published' ? timeKeys.partition(consultation) : timeKeys.waitingPartition(consultation, state)
}

const noCounts: Counts = { supports: 0, comments: 0, pledges: 0 }

/** Absent while there is nothing to count: the first support puts it there, and a submission is two write units cheaper. */
export function countersItem(id: string, counts: Counts): Item | undefined {
  return Object.values(counts).some((count) => count > 0) ? { ...keys.counters(id), ...counts } : undefined
}

export function recordOf(body: Item, counters: Item | undefined): ContributionRecord {
  const { pk: _, sk: _1, entity: _2, places: _3, timePk: _4, timeSk: _5, position, ...rest } = body
  return {
    ...(rest as unknown as Omit<ContributionRecord, 'geometry' | 'counts'>),
    geometry: position === undefined ? null : decodeGeometry(String(position)),
    counts: {
      supports: Number(counters?.supports ?? noCounts.supports),
      comments: Number(counters?.comments ?? noCounts.comments),
      pledges: Number(counters?.pledges ?? noCounts.pledges),
    },
  }
}

/** The exact position is written only where it differs from the published one: it would be paid for twice. */
export function privateItem(record: ContributionRecord, part: PrivatePart): Item {
  const exact = part.exactGeometry && encodeGeometry(part.exactGeometry)
  const published = record.geometry && encodeGeometry(record.geometry)
  return {
    ...keys.private(record.id),
    authorTokenHash: part.authorTokenHash,
    ...(exact && exact !== published ? { position: exact } : {}),
  }
}

export function privatePartOf(item: Item, record: ContributionRecord): PrivatePart {
  const position = item.position
  return {
    authorTokenHash: String(item.authorTokenHash),
    exactGeometry: position === undefined ? record.geometry : decodeGeometry(String(position)),
  }
}

export function eventItem(id: string, version: number, event: AuditEvent): Item {
  return { ...keys.event(id, version), ...event }
}

export function eventOf(item: Item): AuditEvent {
  const { pk: _, sk: _1, ...event } = item
  return event as unknown as AuditEvent
}
