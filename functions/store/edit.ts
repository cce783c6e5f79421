/** Changing a contribution: body, place entries, private part and event change together, only from the version that the caller saw. */
import type { StateId } from '#contract/vocabulary.ts'
import type { AuditEvent, ContributionRecord, PrivatePart } from '#domain/contribution-record.ts'
import { redacted } from '#domain/redaction.ts'
import type { Database } from './client.ts'
import { NotFound, VersionConflict } from './errors.ts'
import { bodyItem, eventItem, type Item, privateItem } from './items.ts'
import { placeEntries } from './place-entry.ts'
import { readBody, readPrivate } from './read.ts'
import { announceShapes } from './shapes.ts'
import { keys } from './table.ts'
import { type Action, transact } from './transact.ts'

/** Replaces the record; its version becomes `expectedVersion + 1`. Counters are left as they are. Throws `VersionConflict`, `NotFound`. */
export async function edit(
  database: Database,
  record: ContributionRecord,
  privatePart: PrivatePart,
  expectedVersion: number,
  event: AuditEvent,
): Promise<ContributionRecord> {
  const before = await readBody(database, record.id)
  if (!before) throw new NotFound(`contribution ${record.id}`)
  const after = { ...record, counts: before.record.counts, version: expectedVersion + 1, updatedAt: event.at }
  await replace(database, after, before.places, privatePart, event)
  return after
}

/**
 * Moves to another state; into the state that it has already, nothing happens. Withdrawing erases texts and positions for good.
 * Throws `VersionConflict`, `NotFound`.
 */
export async function changeState(
  database: Database,
  id: string,
  to: StateId,
  expectedVersion: number,
  event: AuditEvent,
): Promise<ContributionRecord> {
  const before = await readBody(database, id)
  const privatePart = before && (await readPrivate(database, id))
  if (!before || !privatePart) throw new NotFound(`contribution ${id}`)
  if (before.record.state === to) return before.record
  const moved = { ...before.record, state: to, version: expectedVersion + 1, updatedAt: event.at }
  const withdrawn = to === 'withdrawn'
  const after = withdrawn ? redacted(moved) : moved
  await replace(database, after, before.places, withdrawn ? { ...privatePart, exactGeometry: null } : privatePart, event)
  return after
}

async function replace(
  database: Database,
  after: ContributionRecord,
  placesBefore: number,
  privatePart: PrivatePart,
  event: AuditEvent,
): Promise<void> {
  const { table } = database
  const expectedVersion = after.version - 1
  const places = placeEntries(after)
  const put = (item: Item): Action => ({ Put: { TableName: table, Item: item } })
  const stale = Array.from({ length: Math.max(0, placesBefore - places.length) }, (_, index) => places.length + index + 1)
  await announceShapes(database, after)
  const refusal = await transact(database, [
    {
      Put: {
        TableName: table,
        Item: bodyItem(after, places.length),
        // `places` too: it says which old entries must go.
        ConditionExpression: '#version = :expected AND places = :places',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':expected': expectedVersion, ':places': placesBefore },
      },
    },
    put(privateItem(after, privatePart)),
    put(eventItem(after.id, after.version, event)),
    ...places.map(put),
    ...stale.map((number): Action => ({ Delete: { TableName: table, Key: keys.place(after.id, number) } })),
  ])
  if (refusal) throw new VersionConflict(after.id, expectedVersion)
}
