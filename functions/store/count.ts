/**
 * Counting exactly once. Streams deliver at least once, in any order across shards; one permanent COUNTED item per contribution
 * holds what is counted for it now and from which version. It changes in one transaction with the tallies, on condition that it
 * still is as it was read: replays, duplicates and disorder change nothing.
 */
import type { Database } from './client.ts'
import type { DeadLetters } from './dead-letters.ts'
import type { Item } from './items.ts'
import { nameOf, readItems } from './read.ts'
import { type Change, changeOf, type StreamRecord } from './stream-record.ts'
import { keys } from './table.ts'
import { difference, keyOfName, sum, type Tally, tallyOf } from './tally.ts'
import { type Action, maxActions, transact } from './transact.ts'

/** Most contributions that are counted in one transaction. */
const groupSize = 40
/** How often a group is tried again when another counter was ahead of it. */
const attempts = 5
/** Errors that lie in the record itself: trying again cannot help. */
const hopeless = new Set(['ValidationException', 'ItemCollectionSizeLimitExceededException'])

interface Pending extends Change {
  readonly record: StreamRecord
}

/** Returns the sequence numbers of records that must come again; what can never be counted has become a dead letter. */
export async function countChanges(
  database: Database,
  deadLetters: DeadLetters,
  records: readonly StreamRecord[],
): Promise<string[]> {
  const again: string[] = []
  const giveUp = async (record: StreamRecord, error: unknown): Promise<void> => {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const { Keys, SequenceNumber = '' } = record.dynamodb ?? {}
    try {
      await deadLetters.put({ pk: Keys?.pk?.S ?? '', sk: Keys?.sk?.S ?? '', sequenceNumber: SequenceNumber, reason })
      console.error(
        JSON.stringify({ message: 'stream record set aside', key: Keys?.pk?.S, sequenceNumber: SequenceNumber, reason }),
      )
    } catch {
      again.push(SequenceNumber)
    }
  }
  const newest = new Map<string, Pending>()
  for (const record of records) {
    try {
      const change = changeOf(record)
      if ((newest.get(change.id)?.version ?? 0) < change.version) newest.set(change.id, { ...change, record })
    } catch (error) {
      await giveUp(record, error)
    }
  }
  const pending = [...newest.values()]
  for (let start = 0; start < pending.length; start += groupSize) {
    await countGroup(database, pending.slice(start, start + groupSize), async (one, error) => {
      if (error instanceof Error && hopeless.has(error.name)) await giveUp(one.record, error)
      else again.push(one.record.dynamodb?.SequenceNumber ?? '')
    })
  }
  return again
}

/** A group in one transaction; when that fails, each half on its own, until what fails stands alone. */
async function countGroup(
  database: Database,
  group: readonly Pending[],
  failed: (one: Pending, error: unknown) => Promise<void>,
): Promise<void> {
  try {
    await countTogether(database, group)
  } catch (error) {
    const [only] = group
    if (group.length === 1 && only) return failed(only, error)
    const half = Math.ceil(group.length / 2)
    await countGroup(database, group.slice(0, half), failed)
    await countGroup(database, group.slice(half), failed)
  }
}

async function countTogether(database: Database, group: readonly Change[]): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const counted = await readCounted(database, group)
    const open = group.filter(({ id, version }) => (counted.get(id)?.version ?? 0) < version)
    if (open.length === 0) return
    const changes = open.map(({ id, contribution }) => difference(counted.get(id)?.tally ?? {}, tallyOf(contribution)))
    const actions = [
      ...open.map((change) => putCounted(database, change, counted.get(change.id)?.version)),
      ...Object.entries(sum(changes)).map(([name, counters]) => addCounters(database, name, counters)),
    ]
    if (actions.length > maxActions) throw new RangeError(`${actions.length} actions in one transaction`)
    if (!(await transact(database, actions))) return
  }
  throw new Error('another counter was ahead every time')
}

interface Counted {
  readonly version: number
  readonly tally: Tally
}

async function readCounted(database: Database, group: readonly Change[]): Promise<Map<string, Counted>> {
  const items = await readItems(
    database,
    group.map(({ id }) => keys.counted(id)),
    true,
  )
  return new Map(
    group.flatMap(({ id }) => {
      const item = items.get(nameOf(keys.counted(id)))
      return item ? [[id, countedOf(item)] as const] : []
    }),
  )
}

const countedOf = (item: Item): Counted => ({ version: Number(item.version), tally: item.tally as Tally })

function putCounted({ table }: Database, { id, version, contribution }: Change, versionRead: number | undefined): Action {
  const item = { ...keys.counted(id), version, tally: tallyOf(contribution) }
  if (versionRead === undefined) {
    return { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } }
  }
  return {
    Put: {
      TableName: table,
      Item: item,
      // Equality, which is stricter than `version <`: the difference was taken from what was read.
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': versionRead },
    },
  }
}

function addCounters({ table }: Database, item: string, counters: Readonly<Record<string, number>>): Action {
  const entries = Object.entries(counters)
  return {
    Update: {
      TableName: table,
      Key: keyOfName(item),
      UpdateExpression: `ADD ${entries.map((_, index) => `#c${index} :c${index}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#c${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, count], index) => [`:c${index}`, count])),
    },
  }
}
