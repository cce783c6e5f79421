/** One partition of the table, between two sort keys, read to its end. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from './client.ts'
import type { Item } from './items.ts'

export interface Range {
  readonly pk: string
  /** Both included. */
  readonly from: string
  readonly to: string
}

/** Every item in the range, in the order of their sort keys. */
export async function readRange(
  database: Database,
  { pk, from, to }: Range,
  { consistent = false, pageSize }: { readonly consistent?: boolean; readonly pageSize?: number } = {},
): Promise<Item[]> {
  const items: Item[] = []
  let start: Item | undefined
  do {
    const page = await database.client.send(
      new QueryCommand({
        TableName: database.table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        ...(consistent ? { ConsistentRead: true } : {}),
        ...(pageSize ? { Limit: pageSize } : {}),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    )
    items.push(...(page.Items ?? []))
    start = page.LastEvaluatedKey
  } while (start)
  return items
}
