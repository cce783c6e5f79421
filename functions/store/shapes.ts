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

/** Milliseconds for which tiles go on without shapes after another process announced the first one; caches keep a tile six times as long. */
const recall = 5000

interface Memory {
  /** What this process has announced: one write per consultation and process, not per submission. */
  readonly announced: Set<string>
  readonly read: Map<string, { readonly shapes: Promise<Shapes>; readonly at: number }>
}
const memories = new WeakMap<Database, Memory>()
function memoryOf(database: Database): Memory {
  const memory = memories.get(database) ?? { announced: new Set(), read: new Map() }
  memories.set(database, memory)
  return memory
}

export async function announceShapes(database: Database, record: ContributionRecord): Promise<void> {
  if (record.state !== 'published' || record.geometry === null || record.geometry.type === 'Point') return
  const { type } = placementOf(record.geometry)
  const { announced, read } = memoryOf(database)
  const name = `${record.consultation}#${type}`
  if (announced.has(name)) return
  await database.client.send(
    new UpdateCommand({
      TableName: database.table,
      Key: keys.shapes(record.consultation),
      UpdateExpression: 'SET #type = :true',
      ExpressionAttributeNames: { '#type': type },
      ExpressionAttributeValues: { ':true': true },
    }),
  )
  announced.add(name)
  read.delete(record.consultation)
}

export async function readShapes(database: Database, consultation: string): Promise<Shapes> {
  const { Item } = await database.client.send(new GetCommand({ TableName: database.table, Key: keys.shapes(consultation) }))
  return { cells: Item?.cells === true, wide: Item?.wide === true }
}

/** What was read less than `recall` ago, so that the tiles of one view share one read. What there is stays: that is kept for good. */
export async function recallShapes(database: Database, consultation: string): Promise<Shapes> {
  const { read } = memoryOf(database)
  const known = read.get(consultation)
  if (known) {
    const { cells, wide } = await known.shapes
    if ((cells && wide) || performance.now() - known.at < recall) return { cells, wide }
  }
  const shapes = readShapes(database, consultation)
  read.set(consultation, { shapes, at: performance.now() })
  shapes.catch(() => read.delete(consultation))
  return shapes
}
