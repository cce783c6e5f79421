import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Document, Layer } from '#contract/catalogue.ts'
import { themeIds, themes } from '#contract/themes.ts'
import type { LayerState } from '../map/port.ts'
import { formatDay, formatNumber } from '../text/dates.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Chip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { isOn, layerMatches, toggleLayer } from './layer-order.ts'
import { Swatch } from './swatch.tsx'

interface DocumentProps {
  readonly document: Document
  readonly layers: readonly LayerState[]
  /** Only layers that hold these words; while somebody searches, every document is unfolded. */
  readonly words: string
  readonly onLayers: (layers: readonly LayerState[]) => void
}

/** One vision, by-law or plan: folds out into its layers by theme, and says who made it, when, and under which licence. */
export function DocumentLayers(props: DocumentProps) {
  const t = useText(plan)
  const [open, setOpen] = createSignal(props.document.layers.length <= 12 && props.document.category !== 'reference')
  const shown = createMemo(() =>
    props.document.layers.filter((layer) => layerMatches({ layer, document: props.document }, props.words)),
  )
  const on = () => props.document.layers.filter((layer) => isOn(props.layers, layer.id)).length
  const byTheme = createMemo(() =>
    themeIds
      .map((theme) => ({ theme, layers: shown().filter((layer) => layer.theme === theme) }))
      .filter((group) => group.layers.length > 0),
  )
  return (
    <details
      class="document"
      open={open() || props.words !== ''}
      onToggle={(event) => {
        if (props.words === '') setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <span class="document-title">{props.document.title}</span>
        <span class="small soft">{t().countOf(on(), props.document.layers.length)}</span>
        <Show when={props.document.example}>
          <Chip class="chip-example">{t().example}</Chip>
        </Show>
      </summary>
      <For each={byTheme()}>
        {(group) => (
          <fieldset class="layer-theme" style={{ '--theme': themes[group.theme].colour }}>
            <legend>
              <Icon name={themes[group.theme].icon} /> {vocabulary().themes[group.theme]}
            </legend>
            <For each={group.layers}>
              {(layer) => (
                <LayerRow
                  layer={layer}
                  on={isOn(props.layers, layer.id)}
                  onToggle={() => props.onLayers(toggleLayer(props.layers, layer.id))}
                />
              )}
            </For>
          </fieldset>
        )}
      </For>
      <Provenance document={props.document} />
    </details>
  )
}

function LayerRow(props: { readonly layer: Layer; readonly on: boolean; readonly onToggle: () => void }) {
  const t = useText(plan)
  return (
    <div class="layer">
      <label class="check">
        <input type="checkbox" checked={props.on} onChange={() => props.onToggle()} />
        <Swatch layer={props.layer} />
        <span>{props.layer.title}</span>
      </label>
      <Show when={props.on}>
        <div class="layer-more small">
          <Show when={props.layer.description}>{(text) => <p>{text()}</p>}</Show>
          <Show when={props.layer.legend.length > 0}>
            <ul class="plain legend-entries" aria-label={t().legendOf(props.layer.title)}>
              <For each={props.layer.legend}>
                {(entry) => (
                  <li>
                    <Swatch layer={props.layer} colour={entry.colour} /> {entry.label}
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <p class="soft">
            {t().zones(formatNumber(props.layer.zones, language()), props.layer.zones === 1)} ·{' '}
            <a
              href={`/geodata/${props.layer.download}`}
              download=""
              rel="external"
              aria-label={t().downloadLayer(props.layer.title)}
            >
              {t().downloadWord}
            </a>
          </p>
        </div>
      </Show>
    </div>
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
