/** How the layers of a document stand in the panel: by main line, the others by theme; and which of them a search finds. */
import type { Layer } from '#contract/catalogue.ts'
import { type ThemeId, themeIds } from '#contract/themes.ts'
import { folded } from '#domain/filter.ts'
import type { FoundLayer } from './layer-order.ts'

export interface LayerGroup {
  /** Unique in the document. */
  readonly key: string
  /** Exactly one of these: the main line of the vision, or the theme of layers that belong to none. */
  readonly line?: string
  readonly theme?: ThemeId
  readonly layers: readonly Layer[]
}

const byTitle = (one: Layer, other: Layer): number => one.title.localeCompare(other.title, 'nl')

/** Main lines in the order in which the document names them, then themes; layers by title. No group is empty. */
export function groupsOf(layers: readonly Layer[]): LayerGroup[] {
  const lines = new Set(layers.flatMap(({ group }) => group ?? []))
  const groups: LayerGroup[] = [
    ...[...lines].map((line) => ({ key: `line/${line}`, line, layers: layers.filter(({ group }) => group === line) })),
    ...themeIds.map((theme) => ({
      key: `theme/${theme}`,
      theme,
      layers: layers.filter((layer) => layer.group === undefined && layer.theme === theme),
    })),
  ]
  return groups.filter((group) => group.layers.length > 0).map((group) => ({ ...group, layers: group.layers.toSorted(byTitle) }))
}

/** Up to so many layers a document shows them without unfolding first. */
const fewLayers = 16
export const isSmall = (layers: readonly Layer[]): boolean => layers.length <= fewLayers

/** Whether all words occur in what is said of the layer and where it stands; case and accents do not matter. */
export function layerMatches({ layer, document }: FoundLayer, words: string): boolean {
  const said = [layer.title, layer.description, layer.type, layer.group, document.title, document.authority]
  const text = folded([...said, ...layer.legend.map(({ label }) => label)].filter((one) => one !== undefined).join(' '))
  return folded(words)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
