/** Summaries of the cells of one level, in a range of keys or all. */
import type { KeyRange } from '#domain/quadkey.ts'
import { type CellSummary, summaryOf } from './cell-summary.ts'
import type { Database } from './client.ts'
import { readRange } from './range.ts'
import { keys } from './table.ts'

/** Without cells that have become empty. */
export async function readSummaries(
  database: Database,
  consultation: string,
  level: number,
  { from, to }: KeyRange,
): Promise<CellSummary[]> {
  const { pk } = keys.cell(consultation, '0'.repeat(level))
  const items = await readRange(database, { pk, from, to })
  return items.map(summaryOf).filter(({ count }) => count > 0)
}
