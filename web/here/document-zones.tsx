import { createMemo, For, type JSX, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CategoryId } from '#contract/vocabulary.ts'
import { paths, useAddress } from '../address.ts'
import { useDocumentText } from '../read/document-text.ts'
import { useConsultation } from '../session/consultation.ts'
import { formatDay } from '../text/dates.ts'
import { here } from '../text/here.ts'
import { language, useText } from '../text/index.ts'
import type { Door } from './opened.ts'
import { ZoneCard } from './zone-card.tsx'
import type { ZoneCounts } from './zone-counts.ts'
import { type DocumentGroup, isSuperseded } from './zone-groups.ts'
import type { ZoneView } from './zone-view.ts'

/** Zones in view before the rest is folded: of a vision, in which a resident looks first, more than of rules. */
const inView = { vision: 5, rules: 3, zoning: 5, reference: 3 } as const satisfies Record<CategoryId, number>

/** The zones of one document: what is only here first; what lies nearly everywhere, and what is too much to survey, folded. */
export function DocumentZones(props: {
  readonly group: DocumentGroup
  readonly category: CategoryId | undefined
  readonly door: Door
  readonly counts: ZoneCounts | undefined
  /** Level of the heading above; the document's own is one below. */
  readonly level: 2 | 3
  readonly joined: boolean
  readonly bare: boolean
  /** Somebody searches: nothing is folded. */
  readonly unfolded: boolean
}) {
  const t = useText(here)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const document = () => props.group.document
  /** What a vision wants should be seen at once; of rules only what is opened is fetched. */
  const text = useDocumentText(() => (props.category === 'vision' ? document() : undefined))
  const near = () => (props.group.near.length > 0 ? props.group.near : props.group.wide)
  const wide = () => (props.group.near.length > 0 ? props.group.wide : [])
  const most = () => (props.unfolded ? Number.POSITIVE_INFINITY : inView[props.category ?? 'reference'])
  /** One zone that is folded takes as much room as its fold. */
  const first = () => near().slice(0, near().length <= most() + 1 ? near().length : most())
  const rest = () => near().slice(first().length)
  const holdsOpened = (zones: readonly ZoneView[]) => zones.some(({ name }) => name === props.door.opened()?.zone)
  const cards = (zones: readonly ZoneView[]) => (
    <ul class="plain">
      <For each={zones}>
        {(zone) => (
          <ZoneCard
            zone={zone}
            text={text.data()}
            door={props.door}
            counts={props.counts}
            level={props.level + 2}
            bare={props.bare}
          />
        )}
      </For>
    </ul>
  )
  return (
    <section class="here-document">
      <Dynamic component={`h${props.level + 1}`} class="here-document-title">
        <Show
          when={!props.bare && document()?.text !== undefined && document()}
          fallback={<span lang="nl">{props.group.title}</span>}
        >
          {(there) => (
            <a href={href(paths.document(consultation().id, there().id))} lang="nl">
              {props.group.title}
            </a>
          )}
        </Show>
      </Dynamic>
      <Version group={props.group} joined={props.joined} />
      {cards(first())}
      <Show when={rest().length > 0}>
        <Fold title={t().more(rest().length)} open={holdsOpened(rest())}>
          {cards(rest())}
        </Fold>
      </Show>
      <Show when={wide().length > 0}>
        <Fold title={t().wide(wide().length)} open={props.unfolded || holdsOpened(wide())}>
          {cards(wide())}
        </Fold>
      </Show>
    </section>
  )
}

/** Opens by itself for what must be seen; it closes by hand only, so that closing a text in it takes nothing away. */
function Fold(props: { readonly title: string; readonly open: boolean; readonly children: JSX.Element }) {
  const open = createMemo((was: boolean) => was || props.open, false)
  return (
    <details class="here-fold" open={open()}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  )
}

/** Which version this is, and what has become of it since. */
function Version(props: { readonly group: DocumentGroup; readonly joined: boolean }) {
  const t = useText(here)
  const day = () => props.group.date && formatDay(props.group.date, language())
  const words = () => {
    const { version } = props.group
    const date = day()
    if (props.joined) return date ? t().joined(date, version) : t().joinedOnly(version)
    return date ? t().version(date, version) : t().versionOnly(version)
  }
  const newer = () => {
    const now = props.group.document
    return now && now.version !== props.group.version ? now.date : undefined
  }
  return (
    <>
      <p class="small soft here-version">{words()}</p>
      <Switch>
        <Match when={props.joined && props.group.document === undefined}>
          <p class="small here-warn">{t().documentGone}</p>
        </Match>
        <Match when={props.joined && newer()}>
          {(date) => <p class="small here-warn">{t().newer(formatDay(date(), language()))}</p>}
        </Match>
      </Switch>
      <Show when={isSuperseded(props.group.title)}>
        <p class="small here-warn">{t().superseded}</p>
      </Show>
    </>
  )
}
