import { createMemo, createSignal, For, onMount, Show } from 'solid-js'
import { paths, useAddress } from '../address.ts'
import type { LayerState } from '../map/port.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { findLayer } from './layer-order.ts'
import { Swatch } from './swatch.tsx'
import './legend.css'

const intersects = (a: readonly number[], b: readonly number[]): boolean =>
  (a[0] ?? 0) <= (b[2] ?? 0) && (a[2] ?? 0) >= (b[0] ?? 0) && (a[1] ?? 0) <= (b[3] ?? 0) && (a[3] ?? 0) >= (b[1] ?? 0)

/** What the colours on the map mean: only the layers that are on and reach into the part in view. Folded on a phone. */
export function Legend(props: { readonly layers: readonly LayerState[] }) {
  const t = useText(plan)
  const { consultation, catalogue } = useConsultation()
  const { href } = useAddress()
  const desk = useDesk()
  const [open, setOpen] = createSignal(false)
  onMount(() => setOpen(matchMedia('(min-width: 900px) and (min-height: 600px)').matches))
  const shown = createMemo(() => {
    const bounds = desk?.bounds()
    return props.layers
      .flatMap((state) => (state.opacity > 0 ? (findLayer(catalogue().data(), state.id) ?? []) : []))
      .filter(({ layer }) => bounds === undefined || intersects(layer.bounds, bounds))
  })
  return (
    <Show when={shown().length > 0}>
      <details class="legend" open={open()} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {t().legend} <span class="legend-count">{shown().length}</span>
        </summary>
        <ul class="plain">
          <For each={shown()}>
            {({ layer }) => (
              <li>
                <p class="legend-layer">
                  <Show when={layer.legend.length === 0}>
                    <Swatch layer={layer} />
                  </Show>
                  {layer.title}
                </p>
                <Show when={layer.legend.length > 0}>
                  <ul class="plain legend-entries">
                    <For each={layer.legend}>
                      {(entry) => (
                        <li>
                          <Swatch layer={layer} colour={entry.colour} /> {entry.label}
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
              </li>
            )}
          </For>
        </ul>
        <a class="small" href={href(paths.layers(consultation().id))}>
          {t().legendMore}
        </a>
      </details>
    </Show>
  )
}
