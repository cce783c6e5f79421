/** A set of themes as a number: bit n stands for the n-th of `themeIds`. Summaries count per kind and set, so that any filter is an exact sum. */
import { type KindId, kindIds } from '#contract/kinds/registry.ts'
import { type ThemeId, themeIds } from '#contract/themes.ts'

export const themeSet = (themes: readonly ThemeId[]): number =>
  themes.reduce((set, theme) => set | (1 << themeIds.indexOf(theme)), 0)

export const themesOf = (set: number): ThemeId[] => themeIds.filter((_, index) => (set & (1 << index)) !== 0)

/** Counts by `{kind}/{set of themes}`, as a cluster of a tile carries them. */
export type MixName = `${KindId}/${number}`
export type Mix = Readonly<Record<MixName, number>>

export const mixName = (kind: KindId, themes: number): MixName => `${kind}/${themes}`

/** Undefined for a name that counts nothing, such as a cluster's `cell`. */
export function readMixName(name: string): { kind: KindId; themes: number } | undefined {
  const [first, second] = name.split('/')
  const kind = kindIds.find((id) => id === first)
  const themes = Number(second)
  return kind !== undefined && Number.isInteger(themes) ? { kind, themes } : undefined
}

/** How many are of one of the kinds and have one of the themes; an empty list lets all through. */
export function countInMix(mix: Mix, kinds: readonly KindId[], themes: readonly ThemeId[]): number {
  const wanted = themeSet(themes)
  return Object.entries(mix).reduce((sum, [name, count]) => {
    const part = readMixName(name)
    const passes = part && (kinds.length === 0 || kinds.includes(part.kind)) && (wanted === 0 || (part.themes & wanted) !== 0)
    return passes ? sum + count : sum
  }, 0)
}
