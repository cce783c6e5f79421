/**
 * Joining anew, as far as the table goes: every contribution that has a place, in whatever state, page by page, and its zones written
 * where nobody changed it meanwhile.
 *
 * Reads the table itself rather than an index: an item keeps its place there whatever becomes of it, so that what is hidden or shown
 * while the pages go by is met all the same, and an index lags. It is no dearer: what an index finds is read from the table after all,
 * at a read unit each.
 */
import { GetCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { ZoneRef } from '#contract/contribution.ts'
import type { Geometry } from '#contract/geometry.ts'
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { type Database, type DatabaseOptions, openDatabase } from './client.ts'
import { type DeadLetters, tableDeadLetters } from './dead-letters.ts'
import { type Item, recordOf } from './items.ts'
import { type Key, keys, scanFrom } from './table.ts'
import { isRefusedForGood } from './transact.ts'

/** What joining sees of a contribution: where it is published, nothing that somebody wrote. */
export interface Placed extends Pick<ContributionRecord, 'id' | 'zones' | 'version' | 'joins'> {
  readonly geometry: Geometry
}
interface PlacedPage {
  readonly contributions: readonly Placed[]
  /** Where to go on; absent at the end of the table. */
  readonly next?: string
}
/** How far joining anew has come: all before `next`; everything where that is absent. */
interface RunNote {
  /** Edition of the catalogue that is joined with. */
  readonly catalogue: string
  readonly next?: string
  readonly looked: number
  readonly joined: number
}

export interface Rejoining {
  /** @param from the `next` of an earlier page, or `after` a contribution; absent: the start of the table */
  page(from?: string): Promise<PlacedPage>
  /** Where to go on after this contribution. */
  after(id: string): string
  /** As it is after every write that was acknowledged; undefined where it has no place (any more). */
  get(id: string): Promise<Placed | undefined>
  /** False where it is no longer as it was read. */
  join(contribution: Placed, zones: readonly ZoneRef[]): Promise<boolean>
  /** Does the error lie in this one contribution, so that trying again cannot help? */
  isRefusedForGood(error: unknown): boolean
  /** Sets aside a contribution that cannot be joined: key and reason. */
  setAside(id: string, reason: string): Promise<void>
  /** @param run its name */
  note(run: string): Promise<RunNote | undefined>
  putNote(run: string, note: RunNote): Promise<void>
}

/** Items that one page looks at; some seven lie beside each contribution. */
const pageSize = 500
const fields = { '#position': 'position', '#zones': 'zones', '#version': 'version', '#joins': 'joins' } as const
const projection = 'pk, sk, id, #position, #zones, #version, #joins'

/** @param deadLetters where to leave what cannot be joined; in the table unless given */
export function openRejoining(options: DatabaseOptions & { readonly deadLetters?: DeadLetters }): Rejoining {
  const database = openDatabase(options)
  const { client, table } = database
  const deadLetters = options.deadLetters ?? tableDeadLetters(database)
  return {
    page: (from) => readPage(database, from),
    after: (id) => JSON.stringify(keys.body(id)),
    join: (contribution, zones) => join(database, contribution, zones),
    isRefusedForGood,
    async get(id) {
      const { Item } = await client.send(
        new GetCommand({
          TableName: table,
          Key: keys.body(id),
          ConsistentRead: true,
          ProjectionExpression: projection,
          ExpressionAttributeNames: fields,
        }),
      )
      return Item?.position === undefined ? undefined : placedOf(Item)
    },
    // By number first, as the numbers of stream records: one letter for a contribution, however often it fails.
    setAside: (id, reason) => deadLetters.put({ ...keys.body(id), sequenceNumber: `0-rejoin-${id}`, reason }),
    async note(run) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keys.marker(run), ConsistentRead: true }))
      return Item?.note as RunNote | undefined
    },
    async putNote(run, note) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keys.marker(run),
          UpdateExpression: 'SET note = :note',
          ExpressionAttributeValues: { ':note': note },
        }),
      )
    },
  }
}

async function readPage({ client, table }: Database, from: string | undefined): Promise<PlacedPage> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new ScanCommand({
      TableName: table,
      FilterExpression: 'sk = :body AND attribute_exists(#position)',
      ProjectionExpression: projection,
      ExpressionAttributeNames: fields,
      ExpressionAttributeValues: { ':body': keys.body('').sk },
      ConsistentRead: true,
      Limit: pageSize,
      ...(from === undefined ? {} : { ExclusiveStartKey: JSON.parse(from) }),
    }),
  )
  const contributions = Items.map(placedOf)
  return { contributions, ...(LastEvaluatedKey ? { next: JSON.stringify(scanFrom(LastEvaluatedKey as unknown as Key)) } : {}) }
}

function placedOf(item: Item): Placed {
  const { id, geometry, zones, version, joins } = recordOf(item, undefined)
  if (!geometry) throw new Error(`contribution ${id} has no place`)
  return { id, geometry, zones, version, ...(joins ? { joins } : {}) }
}

/**
 * The body alone, outside of a transaction: place entries and counters of an index do not hold zones. Its stream record has the next
 * number (`writesOf`), by which the zones' counters follow.
 */
async function join({ client, table }: Database, { id, version, joins }: Placed, zones: readonly ZoneRef[]): Promise<boolean> {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keys.body(id),
        UpdateExpression: 'SET #zones = :zones, #joins = :next',
        ConditionExpression: `#version = :version AND ${joins ? '#joins = :joins' : 'attribute_not_exists(#joins)'}`,
        ExpressionAttributeNames: { '#zones': 'zones', '#version': 'version', '#joins': 'joins' },
        ExpressionAttributeValues: {
          ':zones': zones,
          ':next': (joins ?? 0) + 1,
          ':version': version,
          ...(joins ? { ':joins': joins } : {}),
        },
      }),
    )
    return true
  } catch (error) {
    if (error instanceof Error && lost.has(error.name)) return false
    throw error
  }
}

/** Somebody else changed it, or is about to. */
const lost = new Set(['ConditionalCheckFailedException', 'TransactionConflictException'])
