/** What applies at the chosen place, shown before sending: the vision's zones by name, everything else to unfold. The form does not wait for it. */
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  lazy,
  Match,
  on,
  onCleanup,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import { ApiProblem, api } from '../api.ts'
import { createDoor } from '../here/opened.ts'
import { viewOfZone, type ZoneView } from '../here/zone-view.ts'
import { useConsultation } from '../session/consultation.ts'
import { createLoad } from '../session/load.ts'
import { contribute } from '../text/contribute.ts'
import { here } from '../text/here.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type AskedPlace, askedPlace } from './asked-place.ts'
import type { Form } from './form.ts'

const ZoneList = lazy(async () => ({ default: (await import('../here/zone-list.tsx')).ZoneList }))

/** Milliseconds that a shape must rest before it is asked about: somebody is drawing. */
const rest = 400
/** Zones named in the sentence. */
const named = 3

export function PlaceZones(props: { readonly form: Form; readonly consultation: Consultation }) {
  const t = useText(here)
  const c = useText(contribute)
  const { catalogue } = useConsultation()
  const id = createUniqueId()
  const door = createDoor()
  const [unfolded, setUnfolded] = createSignal(false)
  // As text, so that only another place asks again.
  const place = createMemo(() => JSON.stringify(askedPlace(props.form.draft(), props.consultation) ?? null))
  const [asked, setAsked] = createSignal<string>()
  createEffect(
    on(place, (now) => {
      const timer = setTimeout(() => setAsked(now === 'null' ? undefined : now), rest)
      onCleanup(() => clearTimeout(timer))
    }),
  )
  createEffect(on(asked, () => door.open(null), { defer: true }))
  const load = createLoad(
    asked,
    (text, signal) => {
      const it = JSON.parse(text) as AskedPlace
      return 'shape' in it ? api.zonesAlong(it.shape, signal) : api.zones(it.at, signal)
    },
    { forget: true },
  )
  const zones = createMemo(() => load.data()?.zones.map((zone) => viewOfZone(zone, catalogue().data())))
  const sentence = (list: readonly ZoneView[]) => {
    const titles = namesOf(list)
    if (titles.length === 0) return t().form.none
    const more = titles.length - named
    const text = titles.slice(0, named).join(', ') + (more > 0 ? ` ${t().form.and(more)}` : '')
    const it = JSON.parse(asked() ?? 'null') as AskedPlace | null
    if (it && 'at' in it && it.middleOf === 'village') return t().form.village(it.village ?? '', text)
    return it && 'at' in it && it.middleOf === 'shape' ? c().place.visionMiddle(text) : t().form.vision(text)
  }
  /** A shape that is not right yet has its own fault at its own place. */
  const refused = () => load.error() instanceof ApiProblem && (load.error() as ApiProblem).status === 400
  return (
    <Show when={place() !== 'null' && !refused()}>
      <div class="contribute-place-card">
        <div role="status">
          <Switch>
            <Match when={load.error() !== undefined}>
              <p class="soft">{t().form.failed}</p>
            </Match>
            <Match when={zones()}>{(list) => <p>{sentence(list())}</p>}</Match>
            <Match when={true}>
              <p class="soft">{t().form.loading}</p>
            </Match>
          </Switch>
        </div>
        <Show when={(zones() ?? []).length > 0 && zones()}>
          {(list) => (
            <>
              <Button
                look="quiet"
                class="contribute-unfold"
                icon={unfolded() ? 'chevron-up' : 'chevron-down'}
                aria-expanded={unfolded()}
                aria-controls={id}
                onClick={() => setUnfolded(!unfolded())}
              >
                {unfolded() ? t().form.fold : t().form.unfold}
              </Button>
              <div id={id}>
                <Show when={unfolded()}>
                  <p class="small soft">{t().form.visionIs}</p>
                  <Suspense fallback={<Skeleton rows={2} label={t().form.loading} />}>
                    <ZoneList zones={list()} door={door} level={3} bare />
                  </Suspense>
                </Show>
              </div>
            </>
          )}
        </Show>
      </div>
    </Show>
  )
}

/** Names of the vision's zones, once each: what is only here first, the smallest first; else what lies nearly everywhere. */
function namesOf(zones: readonly ZoneView[]): string[] {
  const vision = zones.filter((zone) => zone.category === 'vision')
  const near = vision.filter((zone) => !zone.wide).toSorted((a, b) => (a.size === b.size ? 0 : a.size - b.size))
  return [...new Set((near.length > 0 ? near : vision).map((zone) => zone.title))]
}
