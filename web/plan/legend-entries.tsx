import { For } from 'solid-js'
import type { Layer, LegendEntry } from '#contract/catalogue.ts'
import type { Texture } from '../map/hatch.ts'
import { Swatch } from './swatch.tsx'

/** What each colour of a layer stands for. */
export function LegendEntries(props: {
  readonly layer: Layer
  readonly entries: readonly LegendEntry[]
  readonly texture: Texture | undefined
  readonly label: string
}) {
  return (
    <ul class="plain legend-entries" aria-label={props.label}>
      <For each={props.entries}>
        {(entry) => (
          <li lang="nl">
            <Swatch layer={props.layer} texture={props.texture} colour={entry.colour} /> {entry.label}
          </li>
        )}
      </For>
    </ul>
  )
}
