/** Summaries of the cells of one level, in a range of keys or all. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { KeyRange } from '#domain/quadkey.ts'
import { type CellSummary, summaryOf } from './cell-summary.ts'
import type { Database } from './client.ts'
import type { Item } from './items.ts'
import { keys } from './table.ts'

/** Without cells that have become empty. */
export async function readSummaries(
  database: Database,
  consultation: string,
  level: number,
  { from, to }: KeyRange,
): Promise<CellSummary[]> {
  const { pk } = keys.cell(consultation, '0'.repeat(level))
  const summaries: CellSummary[] = []
  let start: Item | undefined
  do {
    const page = await database.client.send(
      new QueryCommand({
        TableName: database.table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    )
    summaries.push(...(page.Items ?? []).map(summaryOf).filter(({ count }) => count > 0))
    start = page.LastEvaluatedKey
  } while (start)
  return summaries
}
