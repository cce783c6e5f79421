/** Totals of a consultation: an item whose attributes are counters (`contributions`, `kind#idea`, `theme#housing` …), and one per village (those of zones: zone-totals.ts). */
import type { Totals } from '#contract/consultation.ts'
import type { Database } from './client.ts'
import type { Item } from './items.ts'
import { readRange } from './range.ts'
import { keys, totalsRange } from './table.ts'

export async function readTotals(database: Database, consultation: string): Promise<Totals> {
  const totals = keys.totals(consultation)
  const village = keys.villageTotal(consultation, '').sk
  let own: Item = {}
  const villages: [string, unknown][] = []
  for (const item of await readRange(database, { pk: totals.pk, ...totalsRange })) {
    if (item.sk === totals.sk) own = item
    else villages.push([String(item.sk).slice(village.length), item.contributions])
  }
  const group = (prefix: string): Record<string, number> =>
    counters(
      Object.entries(own).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
      ),
    )
  return {
    contributions: Number(own.contributions ?? 0),
    kinds: group('kind#'),
    themes: group('theme#'),
    roles: group('role#'),
    villages: counters(villages),
  }
}

/** Those that have come down to zero are left out. */
function counters(entries: readonly (readonly [string, unknown])[]): Record<string, number> {
  return Object.fromEntries(
    entries
      .map(([name, value]): [string, number] => [String(name), Number(value)])
      .filter(([, value]) => value !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
