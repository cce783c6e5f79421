/** What a cluster is and looks like: a ring of its themes around its number. Strings and numbers only, so that a test can read it. */
import type { Position } from '#contract/geometry.ts'
import { type KindId, kindIds } from '#contract/kinds/registry.ts'
import { type ThemeId, themeIds, themes } from '#contract/themes.ts'
import { type Mix, type MixName, mixName, readMixName, themeSet, themesOf } from '#domain/theme-set.ts'
import type { MapFilter } from './port.ts'

/** Several contributions drawn as one, as far as the filter lets them through. */
export interface Cluster {
  readonly at: Position
  readonly count: number
  readonly mix: Mix
  /** Quadkeys of the tile's cells it stands for. */
  readonly cells: readonly string[]
  /** Pins that it stands for, where the tile holds them. */
  readonly pins: readonly { readonly id: string; readonly at: Position }[]
}

type ThemesAndKinds = Pick<MapFilter, 'kinds' | 'themes'>

/** The part of a mix that the filter lets through; an empty list lets all through. */
export function filteredMix(mix: Mix, { kinds, themes: wanted }: ThemesAndKinds): Mix {
  const set = themeSet(wanted)
  const passes = (name: string): boolean => {
    const part = readMixName(name)
    return part !== undefined && (kinds.length === 0 || kinds.includes(part.kind)) && (set === 0 || (part.themes & set) !== 0)
  }
  return Object.fromEntries(Object.entries(mix).filter(([name]) => passes(name)))
}

export const sumOf = (mix: Mix): number => Object.values(mix).reduce((sum, count) => sum + count, 0)

export function addMixes(mixes: readonly Mix[]): Mix {
  const sum: Record<MixName, number> = {}
  for (const mix of mixes)
    for (const [name, count] of Object.entries(mix) as [MixName, number][]) sum[name] = (sum[name] ?? 0) + count
  return sum
}

/** The mix of one contribution, out of a feature's `kind` and comma text `themes`; empty where they are not ours. */
export function mixOfOne(kind: unknown, themeText: unknown): Mix {
  const known = kindIds.find((id: KindId) => id === kind)
  const names = String(themeText).split(',')
  return known ? { [mixName(known, themeSet(themeIds.filter((id) => names.includes(id))))]: 1 } : {}
}

/** A tile's properties as a mix: everything that counts a kind with a set of themes. */
export function mixOfProperties(properties: Readonly<Record<string, unknown>>): Mix {
  return Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => typeof value === 'number' && readMixName(name) !== undefined),
  ) as Mix
}

/** How many have each theme, most first; one with two themes counts for both. */
export function themeCounts(mix: Mix): readonly (readonly [ThemeId, number])[] {
  const counts = new Map<ThemeId, number>()
  for (const [name, count] of Object.entries(mix))
    for (const theme of themesOf(readMixName(name)?.themes ?? 0)) counts.set(theme, (counts.get(theme) ?? 0) + count)
  return [...counts].sort(([a, m], [b, n]) => n - m || themeIds.indexOf(a) - themeIds.indexOf(b))
}

/** Parts of the ring, in the order of themes, together 1; one with two themes gives half to each. */
export function ringShares(mix: Mix): readonly (readonly [ThemeId, number])[] {
  const total = sumOf(mix)
  const shares = themeIds.map((theme, bit) => {
    const share = Object.entries(mix).reduce((sum, [name, count]) => {
      const set = readMixName(name)?.themes ?? 0
      return set & (1 << bit) ? sum + count / themesOf(set).length : sum
    }, 0)
    return [theme, share / total] as const
  })
  return shares.filter(([, share]) => share > 0)
}

/** Least size of what a finger must hit, in pixels. */
const least = 44

/** Pixels across; the same step more for each ten times as many. */
export const diameterOf = (count: number): number => Math.round(least + 8 * Math.max(0, Math.log10(count / 4)))

/** Width of the ring and of the white edges around it, in pixels. */
const ringWidth = 7
const edge = 1.5

/** The ring and its number as an SVG document. `number` as the language writes it. */
export function clusterSvg(mix: Mix, number: string): string {
  const side = diameterOf(sumOf(mix))
  const [middle, radius] = [side / 2, side / 2 - edge - ringWidth / 2]
  let start = 0
  const parts = ringShares(mix).map(([theme, share]) => {
    // Lengths in hundredths of the circle, from the top clockwise.
    const dash = `stroke-dasharray="${(share * 100).toFixed(2)} 100" stroke-dashoffset="${(-start * 100).toFixed(2)}"`
    start += share
    return `<circle cx="${middle}" cy="${middle}" r="${radius}" pathLength="100" fill="none" stroke="${themes[theme].colour}" stroke-width="${ringWidth}" ${dash} transform="rotate(-90 ${middle} ${middle})"/>`
  })
  const size = number.length > 5 ? 11 : number.length > 3 ? 13 : 15
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}" aria-hidden="true" focusable="false">` +
    `<circle cx="${middle}" cy="${middle}" r="${middle}" fill="#fff"/>${parts.join('')}` +
    `<text x="${middle}" y="${middle}" dy="0.36em" text-anchor="middle" font-size="${size}">${number}</text></svg>`
  )
}
