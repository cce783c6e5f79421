/** The COUNTED item of a contribution: as what the tallies count it now. */
import type { Database } from './client.ts'
import type { Item } from './items.ts'
import { nameOf, readItems } from './read.ts'
import type { Change } from './stream-record.ts'
import { keys } from './table.ts'
import type { Countable } from './tally.ts'
import type { Action } from './transact.ts'

export interface Counted {
  /** Version of the contribution up to which it is counted whole. */
  readonly version: number
  /** Raised by each write of this item: what was read is still so while it stands. 0: there is no item. */
  readonly revision: number
  /** Null: counted nowhere. */
  readonly as: Countable | null
}

export const notCounted: Counted = { version: 0, revision: 0, as: null }

/** Most zones that one step adds or takes away: with the contribution, its totals and two places' summaries, below 100 actions. */
const zonesAtOnce = 80

/**
 * Where the next transaction brings it: to the change itself, or, when that alone would be more than a transaction holds, to a point
 * on the way there, which is counted exactly as well. Its version then stays behind, so that the way is gone to its end.
 */
export function towards(from: Counted, { version, countable }: Change): Counted {
  const revision = from.revision + 1
  const [before, after] = [new Set(from.as?.zones), new Set(countable?.zones)]
  const gone = [...before].filter((zone) => !after.has(zone))
  const added = [...after].filter((zone) => !before.has(zone))
  const base = from.as ?? countable
  if (gone.length + added.length <= zonesAtOnce || !base) return { version, revision, as: countable }
  const going = new Set(gone.slice(0, zonesAtOnce))
  const coming = added.slice(0, zonesAtOnce - going.size)
  const zones = [...[...before].filter((zone) => !going.has(zone)), ...coming]
  return { version: from.version, revision, as: { ...base, zones } }
}

export async function readCounted(database: Database, changes: readonly Pick<Change, 'id'>[]): Promise<Map<string, Counted>> {
  const items = await readItems(
    database,
    changes.map(({ id }) => keys.counted(id)),
    true,
  )
  return new Map(
    changes.flatMap(({ id }) => {
      const item = items.get(nameOf(keys.counted(id)))
      return item ? [[id, countedOf(item)] as const] : []
    }),
  )
}

export function countedOf({ version, revision, as }: Item): Counted {
  return { version: Number(version), revision: Number(revision), as: (as ?? null) as Countable | null }
}

export function countedItem(id: string, { version, revision, as }: Counted): Item {
  return { ...keys.counted(id), version, revision, ...(as ? { as } : {}) }
}

/** On condition that the item is as it was read. */
export function writeCounted({ table }: Database, id: string, from: Counted, to: Counted): Action {
  const put = { TableName: table, Item: countedItem(id, to) }
  if (from.revision === 0) return { Put: { ...put, ConditionExpression: 'attribute_not_exists(pk)' } }
  return {
    Put: { ...put, ConditionExpression: 'revision = :read', ExpressionAttributeValues: { ':read': from.revision } },
  }
}
