/** Totals of a consultation: one item whose attributes are counters named `contributions`, `kind#idea`, `theme#housing`, `village#odijk`. */
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Totals } from '#contract/consultation.ts'
import type { Database } from './client.ts'
import type { Item } from './items.ts'
import { keys } from './table.ts'

export async function readTotals(database: Database, consultation: string): Promise<Totals> {
  const { Item } = await database.client.send(new GetCommand({ TableName: database.table, Key: keys.totals(consultation) }))
  return totalsOf(Item ?? {})
}

/** Counters that have come down to zero are left out. */
function totalsOf(item: Item): Totals {
  const group = (prefix: string): Record<string, number> =>
    Object.fromEntries(
      Object.entries(item)
        .filter(([name, value]) => name.startsWith(prefix) && value !== 0)
        .map(([name, value]): [string, number] => [name.slice(prefix.length), Number(value)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return {
    contributions: Number(item.contributions ?? 0),
    kinds: group('kind#'),
    themes: group('theme#'),
    villages: group('village#'),
  }
}
