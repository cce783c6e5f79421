/** A cluster in words: how many, near which village, about what. */
import type { Village } from '#contract/consultation.ts'
import type { ThemeId } from '#contract/themes.ts'
import type { MapWords } from '../text/map.ts'
import { type Cluster, themeCounts } from './cluster.ts'
import { whereabouts } from './whereabouts.ts'

/** "23 bijdragen bij Cothen: 9 wonen, 6 bereikbaarheid." */
export function clusterWords(
  { at, count, mix }: Pick<Cluster, 'at' | 'count' | 'mix'>,
  villages: readonly Pick<Village, 'name' | 'position'>[],
  themeNames: Readonly<Record<ThemeId, string>>,
  words: MapWords,
): string {
  const about = themeCounts(mix).map(([theme, many]) => `${words.number(many)} ${themeNames[theme].toLowerCase()}`)
  return words.cluster(words.number(count), count === 1, whereabouts(at, villages)?.village ?? null, about.join(', '))
}
