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

/** Which of the two a contribution is; undefined for a point, and for what nobody may see. */
export function shapeOf({ state, geometry }: Pick<ContributionRecord, 'state' | 'geometry'>): keyof Shapes | undefined {
  return state !== 'published' || geometry === null || geometry.type === 'Point' ? undefined : placementOf(geometry).type
}

export async function announceShapes(database: Database, record: ContributionRecord): Promise<void> {
  const shape = shapeOf(record)
  if (shape && !memoryOf(database).announced.has(`${record.consultation}#${shape}`))
    await announce(database, record.consultation, shape)
}

export async function announce(database: Database, consultation: string, shape: keyof Shapes): Promise<void> {
  const { announced, read } = memoryOf(database)
  await database.client.send(
    new UpdateCommand({
      TableName: database.table,
      Key: keys.shapes(consultation),
      UpdateExpression: 'SET #shape = :true',
      ExpressionAttributeNames: { '#shape': shape },
      ExpressionAttributeValues: { ':true': true },
    }),
  )
  announced.add(`${consultation}#${shape}`)
  read.delete(consultation)
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
