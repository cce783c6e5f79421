import { createSignal, For, Show } from 'solid-js'
import type { Layer } from '#contract/catalogue.ts'
import { paths, useAddress } from '../address.ts'
import { noFilter } from '../explore/query.ts'
import { Swatch } from '../plan/swatch.tsx'
import { useConsultation } from '../session/consultation.ts'
import { formatNumber } from '../text/dates.ts'
import { language, useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Button } from '../ui/button.tsx'
import type { GovernedLayer } from './governed.ts'
import { countedZones, type ZoneContributions } from './zone-contributions.ts'

/** Layers that are listed before one asks for the rest. */
const first = 8

/** Each layer and zone by its name, with how many contributions lie in it; it needs no map. */
export function GovernedZones(props: {
  readonly governed: readonly GovernedLayer[]
  readonly found: ZoneContributions | undefined
}) {
  const t = useText(read)
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.governed : props.governed.slice(0, first))
  return (
    <>
      <ul class="plain governed-zones">
        <For each={shown()}>{(one) => <GovernedZone governed={one} found={props.found} />}</For>
      </ul>
      <Show when={!all() && props.governed.length > first}>
        <Button look="quiet" class="no-print" onClick={() => setAll(true)}>
          {t().moreZones(props.governed.length - first)}
        </Button>
      </Show>
    </>
  )
}

function GovernedZone(props: { readonly governed: GovernedLayer; readonly found: ZoneContributions | undefined }) {
  const t = useText(read)
  const layer = () => props.governed.layer
  const zones = () => props.governed.zones?.length ?? layer().zones
  /** A contribution on a border lies in two zones: several zones have no sum. */
  const only = () => zones() === 1 && props.found
  const held = () => props.found?.counts.find((zone) => zone.layer === layer().id)
  return (
    <li>
      <Swatch layer={layer()} />
      <div>
        <span lang="nl">{layer().title}</span>
        <span class="small soft">
          <Show when={zones() > 1}> · {t().zones(formatNumber(zones(), language()))}</Show>
          <Show when={only()}>
            {' '}
            · <Count layer={layer()} zone={held()?.id} title={layer().title} contributions={held()?.contributions ?? 0} />
          </Show>
        </span>
        <Show when={countedZones(props.governed, props.found).length > 0}>
          <ul class="plain small">
            <For each={countedZones(props.governed, props.found)}>
              {(zone) => (
                <li>
                  <span lang="nl">{zone.title}</span> ·{' '}
                  <Count layer={layer()} zone={zone.id} title={zone.title} contributions={zone.contributions} />
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </li>
  )
}

/** How many lie there; any lead to all of them, whatever was filtered before. */
function Count(props: {
  readonly layer: Layer
  readonly zone: string | undefined
  readonly title: string
  readonly contributions: number
}) {
  const t = useText(read)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const words = () => t().contributions(formatNumber(props.contributions, language()), props.contributions === 1)
  return (
    <Show when={props.contributions > 0 && props.zone} fallback={<span class="soft">{words()}</span>}>
      {(zone) => (
        <a href={href(paths.map(consultation().id), { ...noFilter, zone: `${props.layer.id}/${zone()}` })}>
          {words()}
          <span class="hidden-text">: {props.title}</span>
        </a>
      )}
    </Show>
  )
}
