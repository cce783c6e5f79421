import { createSignal, For, Show } from 'solid-js'
import { Swatch } from '../plan/swatch.tsx'
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
  /** Undefined while it is being asked. A contribution on a border lies in two zones: several zones have no sum. */
  const only = () => (zones() === 1 && props.found ? countOf(props.found, layer().id) : undefined)
  const number = (count: number) => t().contributions(formatNumber(count, language()), count === 1)
  return (
    <li>
      <Swatch layer={layer()} />
      <div>
        <span lang="nl">{layer().title}</span>
        <span class="small soft">
          <Show when={zones() > 1}> · {t().zones(formatNumber(zones(), language()))}</Show>
          <Show when={only() !== undefined}> · {number(only() ?? 0)}</Show>
        </span>
        <Show when={countedZones(props.governed, props.found).length > 0}>
          <ul class="plain small">
            <For each={countedZones(props.governed, props.found)}>
              {(zone) => (
                <li>
                  <span lang="nl">{zone.title}</span> <span class="soft">· {number(zone.contributions)}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </li>
  )
}

const countOf = (found: ZoneContributions, layer: string): number =>
  found.counts.filter((zone) => zone.layer === layer).reduce((sum, zone) => sum + zone.contributions, 0)
