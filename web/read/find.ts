/** Searching in the text that is open: the words stand in the address, the search itself is loaded when somebody searches. */
import { type Accessor, createMemo } from 'solid-js'
import type { DocumentText } from '#contract/document-text.ts'
import { createLoad, type Load } from '../session/load.ts'
import type { Found, TextSearch } from './search.ts'

export interface Finding {
  readonly search: Load<TextSearch>
  /** Undefined while nothing is looked for, or the search is still loading. */
  readonly found: Accessor<Found | undefined>
}

export function createFinding(text: Accessor<DocumentText | undefined>, words: Accessor<string>): Finding {
  const search = createLoad(
    createMemo(() => (words() === '' ? undefined : text())),
    async (now) => (await import('./search.ts')).searchIn(now),
  )
  const found = createMemo(() => (words() === '' ? undefined : search.data()?.find(words())))
  return { search, found }
}
