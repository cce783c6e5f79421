/**
 * The interface's words. Each part of the app keeps its own section in this folder: Dutch first, English of the very same shape,
 * which the compiler checks. The vocabulary (kinds, themes, roles …) comes from the contract.
 */
import { createSignal } from 'solid-js'
import { en } from '#contract/text/en.ts'
import { nl } from '#contract/text/nl.ts'
import type { Words } from '#contract/text/words.ts'

export const languageIds = ['nl', 'en'] as const
export type LanguageId = (typeof languageIds)[number]

const [language, setLanguage] = createSignal<LanguageId>('nl')

/** The language of the interface. The address bar decides it (address.ts); this signal lets every part read it. */
export { language, setLanguage }

export interface Section<T> {
  readonly nl: T
  readonly en: T
}

/** Declares a section: `en` must say exactly what `nl` says. */
export const section = <T>(words: { nl: T; en: NoInfer<T> }): Section<T> => words

/** The section's words in the current language: `const t = useText(shell)`, then `t().title`. */
export const useText =
  <T>(words: Section<T>): (() => T) =>
  () =>
    words[language()]

const vocabularies: Readonly<Record<LanguageId, Words>> = { nl, en }
/** Names of kinds, themes, roles, outcomes and the like in the current language. */
export const vocabulary = (): Words => vocabularies[language()]
