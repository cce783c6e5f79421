/** Consultations: a short list, read whole. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { ConsultationRecord } from '#contract/consultation.ts'
import type { Database } from './client.ts'
import type { Item } from './items.ts'
import { readRange } from './range.ts'
import { consultationsRange, keys } from './table.ts'

export async function listConsultations(database: Database): Promise<ConsultationRecord[]> {
  return (await readRange(database, consultationsRange)).map(recordOf)
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
