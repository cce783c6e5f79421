/** Adding to counters: the one way in which tallies change, so that whoever else adds meanwhile loses nothing. */
import type { Database } from './client.ts'
import { type Counters, keyOfName } from './tally.ts'
import type { Action } from './transact.ts'

/** @param item by the name of its key (`nameOfKey`) */
export function counterUpdate({ table }: Database, item: string, counters: Counters): Action {
  const entries = Object.entries(counters)
  return {
    Update: {
      TableName: table,
      Key: keyOfName(item),
      UpdateExpression: `ADD ${entries.map((_, index) => `#c${index} :c${index}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name], index) => [`#c${index}`, name])),
      ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], index) => [`:c${index}`, value])),
    },
  }
}
