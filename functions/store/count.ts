/**
 * Counting exactly once. Streams deliver at least once, in any order across shards; one permanent COUNTED item per contribution
 * holds as what it is counted now and from which version. It changes in one transaction with the tallies, on condition that it
 * still is as it was read: replays, duplicates and disorder change nothing. Many contributions share a transaction, so that the
 * counters that all of them raise are written once.
 */

import type { Database } from './client.ts'
import { type Counted, notCounted, readCounted, towards, writeCounted } from './counted.ts'
import { counterUpdate } from './counter-update.ts'
import type { DeadLetters } from './dead-letters.ts'
import { batchSize } from './read.ts'
import { type Change, changeOf, type StreamRecord, UnreadableRecord } from './stream-record.ts'
import { difference, sumOf, type Tally, tallyOf } from './tally.ts'
import { type Action, isRefusedForGood, maxActions, transact } from './transact.ts'

/** How often a contribution is tried again when another counter was ahead of it. */
const attempts = 5

interface Pending extends Change {
  readonly sequenceNumber: string
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
    const reason = reasonOf(error)
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
      if ((newest.get(change.id)?.version ?? 0) < change.version)
        newest.set(change.id, { ...change, record, sequenceNumber: record.dynamodb?.SequenceNumber ?? '' })
    } catch (error) {
      await giveUp(record, error)
    }
  }
  const pending = [...newest.values()]
  for (let start = 0; start < pending.length; start += batchSize) {
    await count(database, pending.slice(start, start + batchSize), async ({ record, sequenceNumber }, error) => {
      if (isRefusedForGood(error)) await giveUp(record, error)
      else again.push(sequenceNumber)
    })
  }
  return again
}

/** Never what an error of the database's or of a codec's says in full: it may quote the value that it stumbled over. */
function reasonOf(error: unknown): string {
  if (error instanceof UnreadableRecord) return `${error.name}: ${error.message}`
  return error instanceof Error ? error.name : typeof error
}

/**
 * Counts at most `batchSize` changes of as many contributions; tells of each that could not be counted.
 * @param again also what is counted from this very version (to mend what is counted wrongly)
 */
export async function count<One extends Change>(
  database: Database,
  changes: readonly One[],
  failed: (one: One, error: unknown) => Promise<void>,
  again = false,
): Promise<void> {
  let open = changes
  const lost = new Map<string, number>()
  while (open.length > 0) {
    const next: One[] = []
    const counted = await readCounted(database, open).catch((error: unknown) => ({ error }))
    if ('error' in counted) {
      for (const change of open) await failed(change, counted.error)
      return
    }
    for (const pack of packed(stepsOf(counted, open, again))) {
      for (const { change, won } of await write(database, pack, failed)) {
        const losses = (lost.get(change.id) ?? 0) + (won ? 0 : 1)
        lost.set(change.id, losses)
        if (losses === attempts) await failed(change, new Error('another counter was ahead every time'))
        else next.push(change)
      }
    }
    open = next
  }
}

/** One contribution's way from what is counted to what is, or the first part of it. */
interface Step<One> {
  readonly change: One
  readonly from: Counted
  readonly to: Counted
  readonly tally: Tally
}

function stepsOf<One extends Change>(
  counted: ReadonlyMap<string, Counted>,
  changes: readonly One[],
  again: boolean,
): Step<One>[] {
  return changes.flatMap((change) => {
    const from = counted.get(change.id) ?? notCounted
    if (from.version > change.version || (from.version === change.version && !again)) return []
    const to = towards(from, change)
    return [{ change, from, to, tally: difference(tallyOf(from.as), tallyOf(to.as)) }]
  })
}

/** Steps joined into transactions of at most `maxActions`: one per contribution, and one per counter item that any of them touches. */
function packed<One>(steps: readonly Step<One>[]): Step<One>[][] {
  const packs: Step<One>[][] = []
  let touched = new Set<string>()
  for (const step of steps) {
    const pack = packs.at(-1)
    const together = new Set([...touched, ...Object.keys(step.tally)])
    if (pack && pack.length + 1 + together.size <= maxActions) {
      pack.push(step)
      touched = together
    } else {
      packs.push([step])
      touched = new Set(Object.keys(step.tally))
    }
  }
  return packs
}

/**
 * Writes a pack; gives the changes that are not done: those of which only a part was counted, and those whose race was lost. What the
 * database refuses for good is looked for by halves, so that the rest goes on.
 */
async function write<One extends Change>(
  database: Database,
  pack: readonly Step<One>[],
  failed: (one: One, error: unknown) => Promise<void>,
): Promise<{ change: One; won: boolean }[]> {
  const changed = Object.entries(sumOf(pack.map(({ tally }) => tally)))
  const actions: Action[] = [
    ...pack.map(({ change, from, to }) => writeCounted(database, change.id, from, to)),
    ...changed.map(([item, counters]) => counterUpdate(database, item, counters)),
  ]
  try {
    const refusal = await transact(database, actions)
    const undone = refusal ? pack : pack.filter(({ change, to }) => to.version < change.version)
    return undone.map(({ change }) => ({ change, won: !refusal }))
  } catch (error) {
    if (pack.length > 1 && isRefusedForGood(error)) {
      const half = Math.ceil(pack.length / 2)
      const first = await write(database, pack.slice(0, half), failed)
      return [...first, ...(await write(database, pack.slice(half), failed))]
    }
    for (const { change } of pack) await failed(change, error)
    return []
  }
}
