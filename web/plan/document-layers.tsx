import { createMemo, For, Show } from 'solid-js'
import type { Document, Layer } from '#contract/catalogue.ts'
import { themes } from '#contract/themes.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { formatDay } from '../text/dates.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { Fold } from './fold.tsx'
import type { Folds } from './folds.ts'
import { groupsOf, isSmall, type LayerGroup, layerMatches } from './layer-groups.ts'
import { isOn } from './layer-order.ts'
import { LayerRow } from './layer-row.tsx'
import type { useLayers } from './use-layers.ts'

interface DocumentProps {
  readonly document: Document
  readonly shown: ReturnType<typeof useLayers>
  /** Only layers that hold these words; while somebody searches, everything is unfolded. */
  readonly words: string
  readonly folds: Folds
}

/** One vision, by-law or plan: folds out into its main lines and themes, and says who made it, when, and under which licence. */
export function DocumentLayers(props: DocumentProps) {
  const t = useText(plan)
  const small = () => isSmall(props.document.layers)
  const found = createMemo(() =>
    props.words === ''
      ? props.document.layers
      : props.document.layers.filter((layer) => layerMatches({ layer, document: props.document }, props.words)),
  )
  const groups = createMemo(() => groupsOf(found()))
  // Keys, not groups: what stays in the list while somebody types stays on the page.
  const keys = createMemo(() => groups().map(({ key }) => key))
  const onOf = (layers: readonly Layer[]) => layers.filter((layer) => isOn(props.shown.layers(), layer.id)).length
  const on = () => onOf(props.document.layers)
  return (
    <Fold
      class="document"
      key={props.document.id}
      folds={props.folds}
      standard={(small() && props.document.category !== 'reference') || on() > 0}
      searching={props.words !== ''}
      on={on()}
      count={props.document.layers.length}
      title={
        <>
          <h4 class="document-title" lang="nl">
            {props.document.title}
          </h4>
          <Show when={props.document.example}>
            <Chip class="chip-example">{t().example}</Chip>
          </Show>
        </>
      }
      foot={
        <>
          <ReadIt document={props.document} />
          <Provenance document={props.document} />
        </>
      }
    >
      <For each={keys()}>
        {(key) => (
          <Show when={groups().find((group) => group.key === key)}>
            {(group) => (
              <Fold
                class="layer-group"
                key={`${props.document.id}/${key}`}
                folds={props.folds}
                standard={small() || onOf(group().layers) > 0}
                searching={props.words !== ''}
                on={onOf(group().layers)}
                count={group().layers.length}
                title={<GroupTitle group={group()} />}
              >
                <ul class="plain">
                  <For each={group().layers}>{(layer) => <LayerRow layer={layer} shown={props.shown} />}</For>
                </ul>
              </Fold>
            )}
          </Show>
        )}
      </For>
    </Fold>
  )
}

function GroupTitle(props: { readonly group: LayerGroup }) {
  const t = useText(plan)
  return (
    <h5 class="group-title">
      <Show
        when={props.group.theme}
        fallback={
          <>
            <span class="hidden-text">{t().mainLine}: </span>
            <span lang="nl">{props.group.line}</span>
          </>
        }
      >
        {(theme) => (
          <span class="group-theme" style={{ '--theme': themes[theme()].colour }}>
            <Icon name={themes[theme()].icon} /> {vocabulary().themes[theme()]}
          </span>
        )}
      </Show>
    </h5>
  )
}

/** The door to the document's text, where there is one. */
function ReadIt(props: { readonly document: Document }) {
  const t = useText(plan)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  return (
    <Show when={props.document.text !== undefined}>
      <a class="document-read" href={href(paths.document(consultation().id, props.document.id))}>
        <Icon name="book" />
        <span>
          {t().readDocument} <span class="hidden-text">{props.document.title}</span>
        </span>
      </a>
    </Show>
  )
}

function Provenance(props: { readonly document: Document }) {
  const t = useText(plan)
  const facts = () => [
    { name: t().authority, value: props.document.authority },
    { name: t().version, value: props.document.version },
    { name: t().date, value: formatDay(props.document.date, language()) },
    { name: t().source, value: props.document.source },
    { name: t().licence, value: props.document.licence },
  ]
  return (
    <dl class="facts small">
      <For each={facts()}>
        {(fact) => (
          <div>
            <dt>{fact.name}</dt>
            <dd>
              <Show when={/^https?:\/\//.test(fact.value)} fallback={fact.value}>
                <a href={fact.value}>{fact.value}</a>
              </Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}
