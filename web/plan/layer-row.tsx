import { Show } from 'solid-js'
import type { Layer } from '#contract/catalogue.ts'
import { formatNumber } from '../text/dates.ts'
import { language, useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { isOn } from './layer-order.ts'
import { LegendEntries } from './legend-entries.tsx'
import { Swatch } from './swatch.tsx'
import type { useLayers } from './use-layers.ts'

/** One layer to switch on or off; on, it says more of itself. */
export function LayerRow(props: { readonly layer: Layer; readonly shown: ReturnType<typeof useLayers> }) {
  const t = useText(plan)
  const on = () => isOn(props.shown.layers(), props.layer.id)
  return (
    <li class="layer">
      <label class="check">
        <input
          type="checkbox"
          checked={on()}
          onChange={(event) => {
            props.shown.toggle(props.layer.id)
            event.currentTarget.checked = on()
          }}
        />
        <Swatch layer={props.layer} texture={props.shown.textures().get(props.layer.id)} />
        <span lang="nl">
          {props.layer.title}
          <Show when={props.layer.type}>{(type) => <span class="layer-type small soft">{type()}</span>}</Show>
        </span>
      </label>
      <Show when={on()}>
        <div class="layer-more small">
          <Show when={props.layer.description}>{(text) => <p lang="nl">{text()}</p>}</Show>
          <Show when={props.layer.legend.length > 0}>
            <LegendEntries
              layer={props.layer}
              entries={props.layer.legend}
              texture={props.shown.textures().get(props.layer.id)}
              label={t().legendOf(props.layer.title)}
            />
          </Show>
          <p class="soft">
            {t().zones(formatNumber(props.layer.zones, language()), props.layer.zones === 1)} ·{' '}
            <a
              class="layer-download"
              href={`/geodata/${props.layer.download}`}
              download=""
              rel="external"
              aria-label={t().downloadLayer(props.layer.title)}
            >
              {t().downloadWord}
            </a>{' '}
            ({t().flatGeobuf})
          </p>
        </div>
      </Show>
    </li>
  )
}
