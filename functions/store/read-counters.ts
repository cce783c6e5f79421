/** Every counter that is kept for a consultation: totals, villages, zones and the summaries of all levels. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { summaryLevels } from './cell-summary.ts'
import type { Database } from './client.ts'
import type { Item } from './items.ts'
import { type Key, keys, tallyRange } from './table.ts'
import { type Counters, nameOfKey, type Tally } from './tally.ts'

export async function readAllCounters(database: Database, consultation: string): Promise<Tally> {
  const kept: Record<string, Counters> = {}
  const ranges = [
    { pk: keys.totals(consultation).pk, ...tallyRange },
    ...summaryLevels.map((level) => ({ pk: keys.cell(consultation, '0'.repeat(level)).pk, from: '0', to: '4' })),
  ]
  for (const { pk, from, to } of ranges) {
    let start: Item | undefined
    do {
      const page = await database.client.send(
        new QueryCommand({
          TableName: database.table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
          ConsistentRead: true,
          // Without a limit the embedded database reads the whole partition for each page.
          Limit: 1000,
          ...(start ? { ExclusiveStartKey: start } : {}),
        }),
      )
      for (const item of page.Items ?? []) {
        const { pk: _, sk: _1, ...counters } = item
        kept[nameOfKey(item as unknown as Key)] = counters as Counters
      }
      start = page.LastEvaluatedKey
    } while (start)
  }
  return kept
}
