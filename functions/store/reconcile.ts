/**
 * Recounts one consultation from its contributions and says where what is kept differs; that must be nowhere. Reads the whole table
 * page by page, since what was withdrawn is in no index; a caller may keep each `Progress` and go on from it.
 *
 * Two faults are told apart, so that both can be mended while people go on: a contribution that is not counted as it is (its change
 * was lost, or still is on its way), and a counter that differs from the sum of what is counted.
 */
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { type ContributionRecord, writesOf } from '#domain/contribution-record.ts'
import type { Database } from './client.ts'
import { count } from './count.ts'
import { countedOf } from './counted.ts'
import { counterUpdate } from './counter-update.ts'
import { type Item, recordOf } from './items.ts'
import { batchSize, readItems } from './read.ts'
import { readAllCounters } from './read-counters.ts'
import { announce, readShapes, type Shapes, shapeOf } from './shapes.ts'
import { type Key, keys, scanFrom } from './table.ts'
import { type Countable, type Counters, countableOf, difference, type Tally, tallyOf } from './tally.ts'
import { transact } from './transact.ts'

/** Items looked at per call: below the MB that ends a page anyway, and without a limit the embedded database reads on to the table's end. */
const pageSize = 1000

/** Up to where the table has been read; plain data. */
export interface Progress {
  /** Counters as they stood when the recount began. */
  readonly before: Tally
  /** Sum of what is counted, so far. */
  readonly recounted: Record<string, Record<string, number>>
  readonly uncounted: string[]
  contributions: number
  /** Which shapes there are. */
  readonly shapes: { -readonly [Shape in keyof Shapes]: boolean }
  /** Key to go on after; absent at the end. */
  next?: Item
}
export interface Reconciliation {
  readonly contributions: number
  /** Contributions that are not counted as they are. */
  readonly uncounted: readonly string[]
  /** Sorts of shapes that there are but that no tile would look for. */
  readonly unannounced: readonly (keyof Shapes)[]
  /** By tally item and counter: how much more is kept than is counted (below zero: less). */
  readonly drift: Tally
  /** Of these, items that changed while all was read: to be judged by a recount at a quieter moment, and never mended. */
  readonly unsettled: readonly string[]
}

export async function reconcile(
  database: Database,
  consultation: string,
  resume?: Progress,
  onPage: (progress: Progress) => Promise<void> = async () => undefined,
): Promise<Reconciliation> {
  const progress = resume ?? {
    before: await readAllCounters(database, consultation),
    recounted: {},
    uncounted: [],
    contributions: 0,
    shapes: { cells: false, wide: false },
  }
  do {
    const page = await database.client.send(
      new ScanCommand({
        TableName: database.table,
        FilterExpression: 'sk = :body AND consultation = :consultation',
        ExpressionAttributeValues: { ':body': keys.body('').sk, ':consultation': consultation },
        ConsistentRead: true,
        Limit: pageSize,
        ...(progress.next ? { ExclusiveStartKey: progress.next } : {}),
      }),
    )
    await recount(database, progress, page.Items ?? [])
    if (page.LastEvaluatedKey) progress.next = { ...scanFrom(page.LastEvaluatedKey as unknown as Key) }
    else delete progress.next
    await onPage(progress)
  } while (progress.next)
  const after = await readAllCounters(database, consultation)
  const drift = difference(progress.recounted, after)
  const moving = difference(progress.before, after)
  const { contributions, uncounted, shapes } = progress
  const announced = await readShapes(database, consultation)
  const unannounced = (['cells', 'wide'] as const).filter((shape) => shapes[shape] && !announced[shape])
  return { contributions, uncounted, unannounced, drift, unsettled: Object.keys(drift).filter((item) => item in moving) }
}

async function recount(database: Database, progress: Progress, bodies: readonly Item[]): Promise<void> {
  const records = bodies.map((body) => recordOf(body, undefined))
  for (let start = 0; start < records.length; start += batchSize) {
    const some = records.slice(start, start + batchSize)
    const wanted = some.map(({ id }) => keys.counted(id))
    const items = await readItems(database, wanted, true)
    for (const record of some) {
      const { pk, sk } = keys.counted(record.id)
      const item = items.get(`${pk}|${sk}`)
      const as = item ? countedOf(item).as : null
      progress.contributions++
      if (!same(as, countableOf(record))) progress.uncounted.push(record.id)
      const shape = shapeOf(record)
      if (shape) progress.shapes[shape] = true
      for (const [name, counters] of Object.entries(tallyOf(as))) {
        const sums = progress.recounted[name] ?? {}
        progress.recounted[name] = sums
        for (const [counter, value] of Object.entries(counters)) sums[counter] = (sums[counter] ?? 0) + value
      }
    }
  }
}

const same = (a: Countable | null, b: Countable | null): boolean => Object.keys(difference(tallyOf(a), tallyOf(b))).length === 0

/** Is everything as it must be? */
export const isRight = ({ uncounted, unannounced, drift }: Reconciliation): boolean =>
  uncounted.length === 0 && unannounced.length === 0 && Object.keys(drift).length === 0

/**
 * Announces the shapes, counts what was not counted, then takes the drift away wherever the counter still is as it was read. Returns how
 * many counters it mended.
 */
export async function repair(database: Database, consultation: string, found: Reconciliation): Promise<number> {
  const { uncounted, unannounced, drift, unsettled } = found
  for (const shape of unannounced) await announce(database, consultation, shape)
  for (let start = 0; start < uncounted.length; start += batchSize) {
    const ids = uncounted.slice(start, start + batchSize)
    const bodies = await readItems(
      database,
      ids.map((id) => keys.body(id)),
      true,
    )
    const records = [...bodies.values()].map((body): ContributionRecord => recordOf(body, undefined))
    // By the stream's own way, so that a change that arrives meanwhile is counted once.
    const changes = records.map((record) => ({ id: record.id, version: writesOf(record), countable: countableOf(record) }))
    await count(
      database,
      changes,
      async ({ id }, error) => {
        throw new Error(`contribution ${id} cannot be counted`, { cause: error })
      },
      true,
    )
  }
  let mended = 0
  for (const [item, counters] of Object.entries(drift)) {
    if (unsettled.includes(item)) continue
    const back: Counters = Object.fromEntries(Object.entries(counters).map(([name, value]) => [name, -value]))
    if (!(await transact(database, [counterUpdate(database, item, back)]))) mended++
  }
  return mended
}
