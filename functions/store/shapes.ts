/**
 * Does a consultation hold lines and areas at all, and wide ones? While it holds none, a tile is read in two calls instead of five.
 * Written before the first shape of a consultation is; never taken back, since an idle extra read harms nobody.
 */
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { placementOf } from '#domain/cells.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import type { Database } from './client.ts'
import { keys } from './table.ts'

/** `cells`: shapes entered under cells at levels 12 and 16; `wide`: shapes in the wide partition. */
export interface Shapes {
  readonly cells: boolean
  readonly wide: boolean
}

/** What this process has announced before, per database: one write per consultation and process, not per submission. */
const announced = new WeakMap<Database, Set<string>>()

export async function announceShapes(database: Database, record: ContributionRecord): Promise<void> {
  if (record.state !== 'published' || record.geometry === null || record.geometry.type === 'Point') return
  const { type } = placementOf(record.geometry)
  const done = announced.get(database) ?? new Set()
  announced.set(database, done)
  const name = `${record.consultation}#${type}`
  if (done.has(name)) return
  await database.client.send(
    new UpdateCommand({
      TableName: database.table,
      Key: keys.shapes(record.consultation),
      UpdateExpression: 'SET #type = :true',
      ExpressionAttributeNames: { '#type': type },
      ExpressionAttributeValues: { ':true': true },
    }),
  )
  done.add(name)
}

export async function readShapes(database: Database, consultation: string): Promise<Shapes> {
  const { Item } = await database.client.send(new GetCommand({ TableName: database.table, Key: keys.shapes(consultation) }))
  return { cells: Item?.cells === true, wide: Item?.wide === true }
}
