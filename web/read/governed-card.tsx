import { createMemo, createSignal, ErrorBoundary, For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { paths, useAddress } from '../address.ts'
import { Item } from '../explore/item.tsx'
import { useConsultation } from '../session/consultation.ts'
import { createLoad } from '../session/load.ts'
import { useText } from '../text/index.ts'
import { read } from '../text/read.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { GovernedLayer } from './governed.ts'
import { GovernedZones } from './governed-zones.tsx'
import { around, layersOnTop, roomOfMap, viewOf, within } from './on-map.ts'
import { headingTag } from './text-blocks.tsx'
import { WhenSeen } from './when-seen.tsx'
import { contributionsIn, type ZoneContributions } from './zone-contributions.ts'
import './governed.css'

const MiniMap = lazy(() => import('./mini-map.tsx'))

/** Contributions that are listed before one asks for the rest. */
const firstContributions = 10
/** Names in the map's description. */
const firstNames = 5

/** What lies beside a passage: the zones that it governs on a small map with the contributions in them, and the same as a list. */
export function GovernedCard(props: { readonly governed: readonly GovernedLayer[]; readonly level: number }) {
  const t = useText(read)
  const { consultation, catalogue } = useConsultation()
  const { address, href } = useAddress()
  const load = createLoad(
    () => props.governed,
    (governed, signal) => contributionsIn(consultation().id, governed, signal),
    { forget: true },
  )
  const features = () => load.data()?.features ?? []
  /** Zones of a province reach far beyond the villages that are talked about. */
  const bounds = createMemo(() =>
    within(around(props.governed.map(({ layer }) => layer.bounds)) ?? consultation().bounds, consultation().bounds),
  )
  const onBigMap = () => {
    const now = address().layers ?? consultation().layers.map((id) => ({ id, opacity: 1 }))
    const named = props.governed.map(({ layer }) => layer.id)
    const { width, height } = roomOfMap(window.innerWidth, window.innerHeight)
    return href(paths.map(consultation().id), {
      layers: layersOnTop(now, named),
      view: viewOf(bounds(), width, height),
    })
  }
  const names = () => {
    const rest = props.governed.length - firstNames
    const named = props.governed.slice(0, firstNames).map(({ layer }) => layer.title)
    return rest > 0 ? `${named.join(', ')} ${t().andMore(rest)}` : named.join(', ')
  }
  return (
    <div class="governed">
      <Dynamic component={headingTag(props.level)} class="governed-title">
        {t().onTheMap}
      </Dynamic>
      <ErrorBoundary fallback={<p class="small soft">{t().mapFailed}</p>}>
        <WhenSeen class="mini-map-place no-print">
          <Suspense fallback={<p class="mini-map-waiting small soft">{t().mapLoading}</p>}>
            <Show when={catalogue().data()}>
              {(known) => (
                <MiniMap
                  catalogue={known()}
                  governed={props.governed}
                  features={features()}
                  bounds={bounds()}
                  label={t().mapOf(names(), features().filter((feature) => feature.geometry !== null).length)}
                />
              )}
            </Show>
          </Suspense>
        </WhenSeen>
      </ErrorBoundary>
      <ButtonLink class="no-print" icon="map" href={onBigMap()}>
        {t().bigMap}
      </ButtonLink>
      <GovernedZones governed={props.governed} found={load.data()} />
      <Switch>
        <Match when={load.error() !== undefined}>
          <Failure error={load.error()} onRetry={load.retry} />
        </Match>
        <Match when={load.data()} keyed>
          {(found) => <Contributions found={found} level={props.level + 1} />}
        </Match>
        <Match when={true}>
          <Skeleton rows={2} label={t().loadingContributions} />
        </Match>
      </Switch>
    </div>
  )
}

function Contributions(props: { readonly found: ZoneContributions; readonly level: number }) {
  const t = useText(read)
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.found.features : props.found.features.slice(0, firstContributions))
  return (
    <section class="governed-contributions">
      <Dynamic component={headingTag(props.level)}>{t().contributionsHere}</Dynamic>
      <Show when={props.found.features.length > 0} fallback={<p class="small soft">{t().contributionsNone}</p>}>
        <ul class="plain items">
          <For each={shown()}>{(feature) => <Item feature={feature} />}</For>
        </ul>
        <Show when={shown().length < props.found.features.length}>
          <Button look="quiet" class="no-print" onClick={() => setAll(true)}>
            {t().allContributions(props.found.features.length)}
          </Button>
        </Show>
        <Show when={props.found.more}>
          <p class="small soft">{t().newestOnly}</p>
        </Show>
      </Show>
    </section>
  )
}
