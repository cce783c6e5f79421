/**
 * Summaries of cells: one small item per occupied cell and level. Its attributes are counters: one per kind and set of themes
 * (a digit for the kind, then the set in base 36, so that 164 of them fit in a kB), the summed spots (`x`, `y`: in cells of
 * level 24 from the cell's own corner, so whole numbers, which add up exactly in any order), and how many are lines and areas (`s`).
 */
import { type KindId, kindIds } from '#contract/kinds/registry.ts'
import { columnAndRow, pointLevel } from '#domain/quadkey.ts'
import { type Mix, mixName } from '#domain/theme-set.ts'

/**
 * Every second level: a summary costs two write units per contribution and level, and four cells join into one of the level above.
 * From 8 (98 km at 52° N), since a consultation that is 16 such cells wide is wider than the country; to 20 (24 m), below
 * which a list serves better than a map.
 */
export const summaryLevels = [8, 10, 12, 14, 16, 18, 20] as const

/** The finest level at which a tile reads at most 16 × 16 cells. */
export function levelForZoom(zoom: number): number {
  return summaryLevels.findLast((level) => level <= zoom + 4) ?? summaryLevels[0]
}

/** What one contribution adds to the summary of a cell above its spot. */
export function summaryCounters(
  { kind, themes, spot, isShape }: { kind: KindId; themes: number; spot: string; isShape: boolean },
  level: number,
): Record<string, number> {
  const { x, y } = columnAndRow(spot.slice(level))
  return { [`${kindIds.indexOf(kind)}${themes.toString(36)}`]: 1, x, y, s: isShape ? 1 : 0 }
}

export interface CellSummary {
  /** Quadkey. */
  readonly cell: string
  readonly count: number
  readonly mix: Mix
  readonly shapes: number
  /** Sum of the spots, as fractions of the world's mercator square. */
  readonly sum: readonly [x: number, y: number]
}

/** @param item as it lies in the table; one that has come down to zero gives a count of 0 */
export function summaryOf(item: Readonly<Record<string, unknown>>): CellSummary {
  const cell = String(item.sk)
  const mix: Record<string, number> = {}
  let count = 0
  for (const [name, value] of Object.entries(item)) {
    const kind = /^\d/.test(name) ? kindIds[Number(name[0])] : undefined
    if (kind === undefined || value === 0) continue
    mix[mixName(kind, Number.parseInt(name.slice(1), 36))] = Number(value)
    count += Number(value)
  }
  const corner = columnAndRow(cell)
  const [size, fine] = [2 ** cell.length, 2 ** pointLevel]
  // Half a fine cell: a spot stands for the middle of its cell, not for its corner.
  const along = (start: number, offsets: unknown): number => (count * start) / size + (Number(offsets ?? 0) + count / 2) / fine
  return { cell, count, mix, shapes: Number(item.s ?? 0), sum: [along(corner.x, item.x), along(corner.y, item.y)] }
}

/** Summaries joined into those of the cells of `level` above them. */
export function joinedAt(level: number, summaries: readonly CellSummary[]): CellSummary[] {
  const joined = new Map<string, CellSummary>()
  for (const summary of summaries) {
    const cell = summary.cell.slice(0, level)
    const other = joined.get(cell)
    joined.set(cell, other ? join(cell, other, summary) : { ...summary, cell })
  }
  return [...joined.values()]
}

function join(cell: string, a: CellSummary, b: CellSummary): CellSummary {
  const mix: Record<string, number> = { ...a.mix }
  for (const [name, count] of Object.entries(b.mix)) mix[name] = (mix[name] ?? 0) + count
  return {
    cell,
    count: a.count + b.count,
    mix,
    shapes: a.shapes + b.shapes,
    sum: [a.sum[0] + b.sum[0], a.sum[1] + b.sum[1]],
  }
}
