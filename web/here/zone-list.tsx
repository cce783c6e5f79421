import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show } from 'solid-js'
import { here } from '../text/here.ts'
import { useText, vocabulary } from '../text/index.ts'
import { DocumentZones } from './document-zones.tsx'
import type { Door } from './opened.ts'
import type { ZoneCounts } from './zone-counts.ts'
import { type DocumentGroup, zoneGroups, zoneMatches } from './zone-groups.ts'
import type { ZoneView } from './zone-view.ts'
import './here.css'

/** From so many zones on, they can be searched. */
const searchedFrom = 12

/** Every zone of a place, vision before rules before zoning, with its text to read in place. Headings begin at `level`. */
export function ZoneList(props: {
  readonly zones: readonly ZoneView[]
  readonly door: Door
  readonly counts?: ZoneCounts
  readonly level: 2 | 3
  /** They were joined to a contribution: versions are said as of then. */
  readonly joined?: boolean
  /** In a form nothing leads away from it. */
  readonly bare?: boolean
}) {
  const t = useText(here)
  const id = createUniqueId()
  const [words, setWords] = createSignal('')
  const searched = () => props.zones.length > searchedFrom
  const wanted = () => (searched() ? words().trim() : '')
  const shown = createMemo(() => (wanted() === '' ? props.zones : props.zones.filter((zone) => zoneMatches(zone, wanted()))))
  const groups = createMemo(() => zoneGroups(shown()))
  // Another place is another question.
  createEffect(
    on(
      () => props.zones,
      () => setWords(''),
      { defer: true },
    ),
  )
  return (
    <div class="here">
      <Show when={searched()}>
        <div class="field here-search">
          <label class="field-label" for={id}>
            {t().filter}
          </label>
          <input
            id={id}
            class="input"
            type="search"
            autocomplete="off"
            value={words()}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
          <p class="small soft" role="status">
            <Show when={wanted() !== ''}>{shown().length === 0 ? t().filterNone : t().found(shown().length)}</Show>
          </p>
        </div>
      </Show>
      <For each={groups()}>
        {(group) => (
          <section class="here-category">
            <Heading level={props.level}>{group.category ? vocabulary().categories[group.category] : t().gone}</Heading>
            <Show when={group.category}>{(category) => <p class="small soft">{t().means[category()]}</p>}</Show>
            <For each={group.documents}>
              {(document: DocumentGroup) => (
                <DocumentZones
                  group={document}
                  category={group.category}
                  door={props.door}
                  counts={props.counts}
                  level={props.level}
                  joined={props.joined ?? false}
                  bare={props.bare ?? false}
                  unfolded={wanted() !== ''}
                />
              )}
            </For>
          </section>
        )}
      </For>
    </div>
  )
}

function Heading(props: { readonly level: 2 | 3; readonly children: string }) {
  return (
    <Show when={props.level === 2} fallback={<h3 class="here-category-title">{props.children}</h3>}>
      <h2>{props.children}</h2>
    </Show>
  )
}
