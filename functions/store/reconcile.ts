/** Recounts a consultation's tallies from its contributions and says where what is kept differs; it must be nowhere. */
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './client.ts'
import { newestQuestion } from './newest.ts'
import { readEverything } from './page.ts'
import { keys } from './table.ts'
import { type Counters, difference, nameOfKey, sum, type Tally, tallyOf } from './tally.ts'

/** By tally item and counter: how much more is kept than there is (below zero: less). Empty when all is right. */
export async function reconcile(database: Database, consultation: string): Promise<Tally> {
  let recounted: Tally = {}
  for await (const record of readEverything(database, newestQuestion(consultation), {})) {
    recounted = sum([recounted, tallyOf(record)])
  }
  const key = keys.totals(consultation)
  const { Item } = await database.client.send(new GetCommand({ TableName: database.table, Key: key, ConsistentRead: true }))
  const { pk: _, sk: _1, ...kept } = Item ?? {}
  return difference(recounted, { [nameOfKey(key)]: kept as Counters })
}
