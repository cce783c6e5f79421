/** A page of contributions: index entries walked in order, bodies fetched, what meets the filter kept until the page is full. */
import type { ContributionRecord } from '#domain/contribution-record.ts'
import { type ContributionFilter, type Facets, facetsMeet, meets } from '#domain/filter.ts'
import type { Database } from './client.ts'
import { type Position, readPageToken, writePageToken } from './page-token.ts'
import { readContributions } from './read.ts'
import type { Page, PageRequest } from './store.ts'
import { type IndexEntry, type Segment, walk } from './walk.ts'

export interface Question<Entry> {
  /** Says in a token what the question was. */
  readonly name: readonly unknown[]
  readonly segments: readonly Segment[]
  /** Is this entry the one by which its contribution is given? */
  readonly gives: (entry: Entry, position: Position) => boolean
  /** Is the contribution itself wanted, beside the filter? */
  readonly wants: (record: ContributionRecord) => boolean
}
export type FacetEntry = IndexEntry & Facets

/** Most entries of one Query. */
const largestChunk = 500
/** Most entries that one page looks at: a filter that few meet gives short pages with a next link instead of a slow one. */
const mostLookedAt = 5000

export async function readPage<Entry extends FacetEntry>(
  database: Database,
  question: Question<Entry>,
  { filter, limit, next }: PageRequest,
): Promise<Page<ContributionRecord>> {
  const name = [...question.name, canonical(filter)]
  const after = next === undefined ? undefined : readPageToken(name, next)
  const items: ContributionRecord[] = []
  let lookedAt = 0
  // One more than is wanted, so that a full page knows whether anything follows.
  const chunkSize = () => Math.min(largestChunk, Math.max(limit - items.length, 25) + 1)
  for await (const chunk of walk<Entry>(database, question.segments, chunkSize, after)) {
    const found = await readWanted(database, question, filter, chunk.entries)
    for (const [index, { position }] of chunk.entries.entries()) {
      const record = found.get(index)
      if (record) items.push(record)
      lookedAt++
      const rest = chunk.more || index + 1 < chunk.entries.length
      if (rest && (items.length === limit || lookedAt >= mostLookedAt)) return { items, next: writePageToken(name, position) }
    }
  }
  return { items }
}

/** Everything that answers the question; holds one chunk at a time. */
export async function* readEverything<Entry extends FacetEntry>(
  database: Database,
  question: Question<Entry>,
  filter: ContributionFilter,
): AsyncGenerator<ContributionRecord> {
  for await (const chunk of walk<Entry>(database, question.segments, () => largestChunk)) {
    yield* (await readWanted(database, question, filter, chunk.entries)).values()
  }
}

/** Records of the entries that are given and wanted, by the entry's number in the chunk. */
async function readWanted<Entry extends FacetEntry>(
  database: Database,
  question: Question<Entry>,
  filter: ContributionFilter,
  entries: readonly { entry: Entry; position: Position }[],
): Promise<Map<number, ContributionRecord>> {
  const given = entries
    .map(({ entry, position }, index) => ({ entry, position, index }))
    .filter(({ entry, position }) => question.gives(entry, position) && facetsMeet(entry, filter))
  const records = await readContributions(
    database,
    given.map(({ entry }) => entry.id),
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  const wanted = new Map<number, ContributionRecord>()
  for (const { entry, index } of given) {
    const record = byId.get(entry.id)
    // The index lags: what has been hidden since does not leave by this door.
    if (record?.state === 'published' && question.wants(record) && meets(record, filter)) wanted.set(index, record)
  }
  return wanted
}

/** A filter as a value that is equal for equal filters. */
function canonical(filter: ContributionFilter): unknown {
  const sorted = (list: readonly string[] | undefined): readonly string[] | null => (list ? [...list].sort() : null)
  const { kinds, themes, outcomes, village, zone, text, sent } = filter
  const place = [village ?? null, zone ?? null]
  return [sorted(kinds), sorted(themes), sorted(outcomes), ...place, text ?? null, sent?.from ?? null, sent?.to ?? null]
}
