/** The moderation queue: what waits for the operator in one consultation, newest first. */
import type { ContributionRecord } from '#domain/contribution-record.ts'
import type { Database } from './client.ts'
import type { FacetEntry } from './page.ts'
import { readContributions } from './read.ts'
import { timeKeys, type WaitingState } from './table.ts'
import { walk } from './walk.ts'

/** Entries of one Query. */
const chunkSize = 100

export async function* readWaiting(
  database: Database,
  consultation: string,
  state: WaitingState,
): AsyncGenerator<ContributionRecord> {
  const partition = timeKeys.waitingPartition(consultation, state)
  for await (const { entries } of walk<FacetEntry>(
    database,
    [{ index: 'byTime', partition, newestFirst: true }],
    () => chunkSize,
  )) {
    const records = await readContributions(
      database,
      entries.map(({ entry }) => entry.id),
    )
    // The index lags behind what was decided a moment ago.
    yield* records.filter((record) => record.state === state)
  }
}
