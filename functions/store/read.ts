/** Reading contributions by id, one or many. */
import { setTimeout as wait } from 'node:timers/promises'
import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditEvent, ContributionRecord, PrivatePart } from '#domain/contribution-record.ts'
import type { Database } from './client.ts'
import { Throttled } from './errors.ts'
import { eventOf, type Item, privatePartOf, recordOf } from './items.ts'
import { readRange } from './range.ts'
import { eventRange, type Key, keys } from './table.ts'

/** Most keys of one BatchGetItem (DynamoDB's limit). */
export const batchSize = 100
const attempts = 8

/** The record in whatever state; undefined when there is none. Sees every write that was acknowledged before. */
export async function readContribution(database: Database, id: string): Promise<ContributionRecord | undefined> {
  return (await readBody(database, id))?.record
}

/** Many records in the order asked for, without those that do not exist. May lag behind the latest writes. */
export async function readContributions(database: Database, ids: readonly string[]): Promise<ContributionRecord[]> {
  const slices: (readonly string[])[] = []
  for (let start = 0; start < ids.length; start += batchSize / 2) slices.push(ids.slice(start, start + batchSize / 2))
  return (await Promise.all(slices.map((slice) => readBatch(database, slice)))).flat()
}

async function readBatch(database: Database, ids: readonly string[]): Promise<ContributionRecord[]> {
  const wanted = ids.flatMap((id) => [keys.body(id), keys.counters(id)])
  const items = await readItems(database, wanted, false)
  return ids.flatMap((id) => {
    const body = items.get(nameOf(keys.body(id)))
    return body ? [recordOf(body, items.get(nameOf(keys.counters(id))))] : []
  })
}

export async function readPrivate(database: Database, id: string): Promise<PrivatePart | undefined> {
  const items = await readItems(database, [keys.body(id), keys.private(id)], true)
  const body = items.get(nameOf(keys.body(id)))
  const part = items.get(nameOf(keys.private(id)))
  return body && part && privatePartOf(part, recordOf(body, undefined))
}

/** The record, and how many place entries lie beside it. */
export interface Body {
  readonly record: ContributionRecord
  readonly places: number
}

export async function readBody(database: Database, id: string): Promise<Body | undefined> {
  const items = await readItems(database, [keys.body(id), keys.counters(id)], true)
  const body = items.get(nameOf(keys.body(id)))
  return body && { record: recordOf(body, items.get(nameOf(keys.counters(id)))), places: Number(body.places) }
}

/** Oldest first. */
export async function readEvents(database: Database, id: string): Promise<AuditEvent[]> {
  const items = await readRange(database, { pk: keys.body(id).pk, ...eventRange }, { consistent: true })
  return items.map(eventOf)
}

export const nameOf = ({ pk, sk }: Key): string => `${pk}|${sk}`

/** At most `batchSize` items by key, asked again while the database leaves some out. */
export async function readItems(database: Database, wanted: readonly Key[], consistent: boolean): Promise<Map<string, Item>> {
  const items = new Map<string, Item>()
  let open: Item[] = wanted.map((key) => ({ ...key }))
  for (let attempt = 1; open.length > 0; attempt++) {
    if (attempt > attempts) throw new Throttled(`${open.length} keys left unread`)
    if (attempt > 1) await wait(25 * 2 ** (attempt - 2) * (0.5 + Math.random()))
    const answer = await database.client.send(
      new BatchGetCommand({ RequestItems: { [database.table]: { Keys: open, ConsistentRead: consistent } } }),
    )
    for (const item of answer.Responses?.[database.table] ?? []) items.set(nameOf(item as unknown as Key), item)
    open = answer.UnprocessedKeys?.[database.table]?.Keys ?? []
  }
  return items
}
