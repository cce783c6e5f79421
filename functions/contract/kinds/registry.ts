/** The registry of kinds: a new kind is one file, one line here and its words in text/nl.ts and text/en.ts. */
import { challenge } from './challenge.ts'
import { concern } from './concern.ts'
import { idea } from './idea.ts'
import { initiative } from './initiative.ts'
import type { Kind } from './kind.ts'

/** The order is part of the data model: summaries count a kind by its number here. Append, never reorder. */
export const kinds = { idea, concern, initiative, challenge } as const satisfies Record<string, Kind>

export type KindId = keyof typeof kinds
export const kindIds = Object.keys(kinds) as [KindId, ...KindId[]]

/** Names of every kind's extra fields, e.g. `'who' | 'needs' | 'task'`. */
export type KindFieldName = { [K in KindId]: keyof (typeof kinds)[K]['fields'] }[KindId]
export const kindFieldNames = [...new Set(kindIds.flatMap((id) => Object.keys(kinds[id].fields)))] as KindFieldName[]
