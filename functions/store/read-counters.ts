/** Every counter that is kept for a consultation: totals, villages, zones and the summaries of all levels. */
import { summaryLevels } from './cell-summary.ts'
import type { Database } from './client.ts'
import { readRange } from './range.ts'
import { type Key, keys, tallyRange } from './table.ts'
import { type Counters, nameOfKey, type Tally } from './tally.ts'

export async function readAllCounters(database: Database, consultation: string): Promise<Tally> {
  const kept: Record<string, Counters> = {}
  const ranges = [
    { pk: keys.totals(consultation).pk, ...tallyRange },
    ...summaryLevels.map((level) => ({ pk: keys.cell(consultation, '0'.repeat(level)).pk, from: '0', to: '4' })),
  ]
  for (const range of ranges) {
    // Without a page size the embedded database reads the whole partition for each page.
    for (const item of await readRange(database, range, { consistent: true, pageSize: 1000 })) {
      const { pk: _, sk: _1, ...counters } = item
      kept[nameOfKey(item as unknown as Key)] = counters as Counters
    }
  }
  return kept
}
