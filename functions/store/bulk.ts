/**
 * Many new contributions at once: the items that a submission writes, in batches instead of transactions, and counted already. For
 * filling a table, not for people: nothing is looked up, so ids must be new or come from the same run.
 *
 * May be broken off anywhere and run again with the same submissions: the items are the same, and each addition to the counters
 * carries a marker in its own transaction.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { type Database, type DatabaseOptions, openDatabase } from './client.ts'
import { countedItem } from './counted.ts'
import { counterUpdate } from './counter-update.ts'
import { Throttled } from './errors.ts'
import type { Item } from './items.ts'
import { announceShapes } from './shapes.ts'
import type { Submission } from './store.ts'
import { submissionItems } from './submit.ts'
import { keys } from './table.ts'
import { type Countable, countableOf, sumOf, tallyOf } from './tally.ts'
import { maxActions, transact } from './transact.ts'

/** Most items of one BatchWriteItem (DynamoDB's limit). */
const batchSize = 25
/** Calls under way at once. */
const atOnce = 6
const attempts = 10

export interface Bulk {
  /** @param name of this lot, the same in every run */
  put(name: string, submissions: readonly Submission[]): Promise<void>
}

export function openBulk(options: DatabaseOptions): Bulk {
  const database = openDatabase(options)
  return { put: (name, submissions) => putAll(database, name, submissions) }
}

async function putAll(database: Database, name: string, submissions: readonly Submission[]): Promise<void> {
  for (const { record } of submissions) await announceShapes(database, record)
  const counted = submissions.map(({ record }) => ({ record, as: countableOf(record) }))
  // First, so that the stream finds each body counted when it brings it.
  const countedItems = counted.map(({ record: { id, version }, as }) => countedItem(id, { version, revision: 1, as }))
  await atMost(slices(countedItems, batchSize), (items) => write(database, items))
  await atMost(slices(submissions.flatMap(submissionItems), batchSize), (items) => write(database, items))
  await addCounters(
    database,
    name,
    counted.map(({ as }) => as),
  )
}

async function addCounters(database: Database, name: string, counted: readonly (Countable | null)[]): Promise<void> {
  const changed = Object.entries(sumOf(counted.map(tallyOf))).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = slices(changed, maxActions - 1).map((counters, number) => ({ counters, number }))
  await atMost(parts, async ({ counters, number }) => {
    const marker = { ...keys.marker(`${name} ${number}`), counters: counters.length }
    // Refused: this part was added by the run that was broken off.
    await transact(database, [
      { Put: { TableName: database.table, Item: marker, ConditionExpression: 'attribute_not_exists(pk)' } },
      ...counters.map(([item, added]) => counterUpdate(database, item, added)),
    ])
  })
}

async function write(database: Database, items: readonly Item[]): Promise<void> {
  let open: { PutRequest: { Item: Item } }[] = items.map((Item) => ({ PutRequest: { Item } }))
  for (let attempt = 1; open.length > 0; attempt++) {
    if (attempt > attempts) throw new Throttled(`${open.length} items left unwritten`)
    if (attempt > 1) await wait(50 * 2 ** (attempt - 2) * (0.5 + Math.random()))
    const answer = await database.client.send(new BatchWriteCommand({ RequestItems: { [database.table]: open } }))
    open = (answer.UnprocessedItems?.[database.table] ?? []) as typeof open
  }
}

function slices<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
}

async function atMost<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = list.values()
  const worker = async () => {
    for (const one of queue) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
