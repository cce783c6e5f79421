import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js'
import type { Layer } from '#contract/catalogue.ts'
import { paths, useAddress } from '../address.ts'
import type { LayerState, Sides } from '../map/port.ts'
import { type Textures, texturesOf } from '../map/textures.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { findLayer } from './layer-order.ts'
import { LegendEntries } from './legend-entries.tsx'
import { Swatch } from './swatch.tsx'
import './legend.css'

/** What the colours on the map mean: only what is in view now, also of a layer's values. Folded on a phone; one per side when two are compared. */
export function Legend(props: { readonly layers: readonly LayerState[]; readonly compare: Sides | null }) {
  const t = useText(plan)
  const { consultation, catalogue } = useConsultation()
  const { href } = useAddress()
  const textures = createMemo(() => texturesOf(props.layers, catalogue().data()))
  const more = () => (
    <a class="small legend-more" href={href(paths.layers(consultation().id))}>
      {t().legendMore}
    </a>
  )
  return (
    <Show
      when={props.compare}
      fallback={<Part title={t().legend} layers={props.layers} textures={textures()} place="corner" more={more()} />}
    >
      {(sides) => (
        <>
          <Part title={t().sides.left} layers={sides().left} textures={textures()} place="left" empty={t().sideEmpty} />
          <Part title={t().sides.right} layers={sides().right} textures={textures()} place="right" empty={t().sideEmpty} />
        </>
      )}
    </Show>
  )
}

function Part(props: {
  readonly title: string
  readonly layers: readonly LayerState[]
  readonly textures: Textures
  readonly place: 'corner' | 'left' | 'right'
  /** Said where no layer is on; without it nothing is shown then. */
  readonly empty?: string
  readonly more?: JSX.Element
}) {
  const { catalogue } = useConsultation()
  const desk = useDesk()
  const [open, setOpen] = createSignal(false)
  onMount(() => setOpen(matchMedia('(min-width: 900px) and (min-height: 600px)').matches))
  const shown = createMemo(() =>
    props.layers.flatMap((state) => {
      const found = state.opacity > 0 ? findLayer(catalogue().data(), state.id) : undefined
      return found && desk?.zones()?.get(state.id) !== null ? [found.layer] : []
    }),
  )
  const entries = (layer: Layer) => {
    const values = desk?.zones()?.get(layer.id)
    return values ? layer.legend.filter(({ value }) => values.has(value)) : layer.legend
  }
  return (
    <Show when={shown().length > 0 || props.empty !== undefined}>
      <details class={`legend legend-${props.place}`} open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {props.title} <span class="legend-count">{shown().length}</span>
        </summary>
        <Show when={shown().length > 0} fallback={<p class="small soft legend-empty">{props.empty}</p>}>
          <ul class="plain">
            <For each={shown()}>
              {(layer) => (
                <li>
                  <p class="legend-layer" lang="nl">
                    <Show when={entries(layer).length === 0}>
                      <Swatch layer={layer} texture={props.textures.get(layer.id)} />
                    </Show>
                    {layer.title}
                  </p>
                  <Show when={entries(layer).length > 0}>
                    <LegendEntries
                      layer={layer}
                      entries={entries(layer)}
                      texture={props.textures.get(layer.id)}
                      label={layer.title}
                    />
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
        {props.more}
      </details>
    </Show>
  )
}
