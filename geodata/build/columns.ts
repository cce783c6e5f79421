/** Columns of a layer's download: id, title, value, then what the source has, each of one kind. */
import type { SourceZone } from '../importer.ts'
import type { ColumnKind } from './feature-bytes.ts'

const own = ['id', 'title', 'value'] as const

/** A column that mixes kinds, or is empty throughout, is text; the source's own id, title and value stand for ours. */
export function columnsOf(zones: readonly Pick<SourceZone, 'properties'>[]): ReadonlyMap<string, ColumnKind> {
  const columns = new Map<string, ColumnKind>(own.map((name) => [name, 'string']))
  for (const { properties } of zones) {
    for (const [name, value] of Object.entries(properties)) {
      if (own.some((mine) => mine === name)) continue
      const kind = value === null ? undefined : (typeof value as ColumnKind)
      const known = columns.get(name)
      if (kind !== undefined && known !== undefined && known !== kind) columns.set(name, 'string')
      else if (kind !== undefined && known === undefined) columns.set(name, kind)
    }
  }
  return columns
}
