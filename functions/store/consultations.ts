/** Consultations: a short list, read whole. */
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { Database } from './client.ts'
import type { Item } from './items.ts'
import { consultationsPartition, keys } from './table.ts'

export async function listConsultations(database: Database): Promise<ConsultationRecord[]> {
  const records: ConsultationRecord[] = []
  let start: Item | undefined
  do {
    const page = await database.client.send(
      new QueryCommand({
        TableName: database.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': consultationsPartition },
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    )
    records.push(...(page.Items ?? []).map(recordOf))
    start = page.LastEvaluatedKey
  } while (start)
  return records
}

export async function getConsultation(database: Database, id: string): Promise<ConsultationRecord | undefined> {
  const { Item } = await database.client.send(new GetCommand({ TableName: database.table, Key: keys.consultation(id) }))
  return Item && recordOf(Item)
}

export async function putConsultation(database: Database, record: ConsultationRecord): Promise<void> {
  await database.client.send(new PutCommand({ TableName: database.table, Item: { ...keys.consultation(record.id), ...record } }))
}

function recordOf(item: Item): ConsultationRecord {
  const { pk: _, sk: _1, ...record } = item
  return record as ConsultationRecord
}
