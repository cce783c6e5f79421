/**
 * Changing a contribution: body, place entries, private part and event change together, only from the version that the caller saw.
 * Where its zones were joined anew in between (`joins`), the change is made once more upon that: a person gets no conflict from it.
 */
import type { StateId } from '#contract/vocabulary.ts'
import type { AuditEvent, ContributionRecord, PrivatePart } from '#domain/contribution-record.ts'
import { redacted } from '#domain/redaction.ts'
import type { Database } from './client.ts'
import { NotFound, VersionConflict } from './errors.ts'
import { bodyItem, eventItem, type Item, privateItem } from './items.ts'
import { placeEntries } from './place-entry.ts'
import { type Body, readBody, readPrivate } from './read.ts'
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
  return upon(database, record.id, expectedVersion, async ({ record: before, places }) => {
    const { counts, joins } = before
    const after = { ...record, counts, ...(joins ? { joins } : {}), version: expectedVersion + 1, updatedAt: event.at }
    return (await replace(database, after, places, privatePart, event)) && after
  })
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
  const privatePart = await readPrivate(database, id)
  if (!privatePart) throw new NotFound(`contribution ${id}`)
  return upon(database, id, expectedVersion, async ({ record: before, places }) => {
    if (before.state === to) return before
    const moved = { ...before, state: to, version: expectedVersion + 1, updatedAt: event.at }
    const withdrawn = to === 'withdrawn'
    const after = withdrawn ? redacted(moved) : moved
    const own = withdrawn ? { ...privatePart, exactGeometry: null } : privatePart
    return (await replace(database, after, places, own, event)) && after
  })
}

/** How often a change is made once more: zones are joined anew once per new version of the documents. */
const attempts = 5

/** @param change gives what it made of the contribution, or false where that was no longer as it was read */
async function upon(
  database: Database,
  id: string,
  expectedVersion: number,
  change: (before: Body) => Promise<ContributionRecord | false>,
): Promise<ContributionRecord> {
  for (let attempt = 1; ; attempt++) {
    const before = await readBody(database, id)
    if (!before) throw new NotFound(`contribution ${id}`)
    const changedByAnother = attempt > 1 && before.record.version !== expectedVersion
    if (changedByAnother || attempt > attempts) throw new VersionConflict(id, expectedVersion)
    const after = await change(before)
    if (after) return after
  }
}

/** False where the contribution is no longer as it was read. */
async function replace(
  database: Database,
  after: ContributionRecord,
  placesBefore: number,
  privatePart: PrivatePart,
  event: AuditEvent,
): Promise<boolean> {
  const { table } = database
  const { joins } = after
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
        ConditionExpression: `#version = :expected AND places = :places AND ${joins ? 'joins = :joins' : 'attribute_not_exists(joins)'}`,
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: {
          ':expected': after.version - 1,
          ':places': placesBefore,
          ...(joins ? { ':joins': joins } : {}),
        },
      },
    },
    put(privateItem(after, privatePart)),
    put(eventItem(after.id, after.version, event)),
    ...places.map(put),
    ...stale.map((number): Action => ({ Delete: { TableName: table, Key: keys.place(after.id, number) } })),
  ])
  return !refusal
}
