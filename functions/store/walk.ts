/** Walking index entries: a question is a list of segments (key ranges), read one after the other in one stable order. */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { KeyRange } from '#domain/quadkey.ts'
import type { Database } from './client.ts'
import { InvalidPageToken } from './errors.ts'
import type { Position } from './page-token.ts'
import { tableSchema } from './schema.ts'
import { keys, placeKeys } from './table.ts'

export interface Segment {
  readonly index: keyof typeof tableSchema.indexes
  readonly partition: string
  /** Absent: the whole partition. */
  readonly range?: KeyRange
  readonly newestFirst?: boolean
  /** Known to hold nothing, so not read; it keeps its number, by which page tokens name segments. */
  readonly empty?: boolean
}

/** What every index entry has. */
export interface IndexEntry {
  readonly id: string
  readonly sk: string
}
export interface Chunk<Entry> {
  readonly entries: readonly { readonly entry: Entry; readonly position: Position }[]
  /** False when nothing comes after this chunk. */
  readonly more: boolean
}

/** One Query's worth of a segment. */
export async function querySegment<Entry extends IndexEntry>(
  database: Database,
  segment: Segment,
  limit: number,
  after?: Position,
): Promise<{ entries: Entry[]; more: boolean }> {
  const { partitionKey, sortKey } = tableSchema.indexes[segment.index]
  const { range } = segment
  const input: QueryCommandInput = {
    TableName: database.table,
    IndexName: segment.index,
    KeyConditionExpression: `${partitionKey} = :partition${range ? ` AND ${sortKey} BETWEEN :from AND :to` : ''}`,
    ExpressionAttributeValues: {
      ':partition': segment.partition,
      ...(range ? { ':from': range.from, ':to': range.to } : {}),
    },
    ScanIndexForward: !segment.newestFirst,
    Limit: limit,
  }
  if (after) {
    const { pk } = keys.body(placeKeys.idOf(after.sortKey))
    input.ExclusiveStartKey = { pk, sk: after.sk, [partitionKey]: segment.partition, [sortKey]: after.sortKey }
  }
  const page = await database.client.send(new QueryCommand(input))
  return { entries: (page.Items ?? []) as unknown as Entry[], more: page.LastEvaluatedKey !== undefined }
}

/** Segments that are begun while the one before them is still read: a box is answered in a third of the round trips. */
const ahead = 3

/** @param chunkSize asked before each Query: how many entries to read at once */
export async function* walk<Entry extends IndexEntry>(
  database: Database,
  segments: readonly Segment[],
  chunkSize: () => number,
  after?: Position,
): AsyncGenerator<Chunk<Entry>> {
  if (after && !segments[after.segment]) throw new InvalidPageToken()
  const wanted = segments.flatMap((segment, number) =>
    segment.empty || number < (after?.segment ?? 0) ? [] : [{ segment, number }],
  )
  const begun = new Map<number, ReturnType<typeof querySegment<Entry>>>()
  const begin = (index: number): void => {
    const next = wanted[index]
    if (!next || begun.has(index)) return
    const page = querySegment<Entry>(database, next.segment, chunkSize(), next.number === after?.segment ? after : undefined)
    // A reader that stops early never hears of it; one that goes on does, below.
    page.catch(() => undefined)
    begun.set(index, page)
  }
  for (const [index, { segment, number }] of wanted.entries()) {
    for (let next = index; next <= index + ahead; next++) begin(next)
    const { sortKey } = tableSchema.indexes[segment.index]
    let page = await begun.get(index)
    begun.delete(index)
    while (page) {
      const entries = page.entries.map((entry) => ({
        entry,
        position: { segment: number, sortKey: String((entry as unknown as Record<string, unknown>)[sortKey]), sk: entry.sk },
      }))
      yield { entries, more: page.more || index + 1 < wanted.length }
      const last = entries.at(-1)?.position
      page = page.more && last ? await querySegment<Entry>(database, segment, chunkSize(), last) : undefined
    }
  }
}
