import { createEffect, createMemo, Match, onCleanup, Show, Switch, untrack } from 'solid-js'
import type { Position } from '#contract/geometry.ts'
import { paths, useAddress } from '../address.ts'
import { api } from '../api.ts'
import { contains } from '../explore/query.ts'
import { useAddressDoor } from '../here/opened.ts'
import { useZoneCounts } from '../here/zone-counts.ts'
import { ZoneList } from '../here/zone-list.tsx'
import { viewOfZone } from '../here/zone-view.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { createLoad } from '../session/load.ts'
import { useEscape } from '../session/page.ts'
import { here } from '../text/here.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { Panel } from '../ui/panel.tsx'
import { share } from '../ui/share.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Nearby } from './nearby.tsx'
import './plan.css'

/** "Wat geldt hier?": what vision, rules and zoning say of one place, and who has said something about it. */
export function ZonesPanel() {
  const t = useText(plan)
  const h = useText(here)
  const { consultation, catalogue } = useConsultation()
  const { address, href, go } = useAddress()
  const desk = useDesk()
  const door = useAddressDoor()
  const at = createMemo(() => address().at, undefined, { equals: (a, b) => a?.join() === b?.join() })
  const load = createLoad(
    () => at() ?? undefined,
    (place: Position, signal) => api.zones(place, signal),
    { forget: true },
  )
  /** Titles come with the zones; how wide they lie, and their texts, with the catalogue. */
  const zones = createMemo(() => load.data()?.zones.map((zone) => viewOfZone(zone, catalogue().data())))
  const counts = useZoneCounts(() => load.data()?.zones.map(({ layer, id }) => `${layer}/${id}`) ?? [])
  const documents = () => new Set(zones()?.map((zone) => zone.documentTitle)).size
  const url = () => new URL(href(paths.zones(consultation().id), { at: at(), opened: door.opened() }), location.origin).href
  if (desk?.sheet() === 'peek') desk.setSheet('half')
  createEffect(() => desk?.setSpot(at()))
  // A link may lead to a place that the map does not show; what somebody pointed at is in view already.
  const drawn = createMemo(() => desk?.bounds() !== undefined)
  createEffect(() => {
    const place = at()
    const commands = desk?.commands()
    const shown = drawn() ? untrack(() => desk?.bounds()) : undefined
    if (place && commands && shown && !contains(shown, [...place, ...place])) commands.flyTo(place)
  })
  onCleanup(() => {
    desk?.setSpot(null)
    desk?.setZone(null)
  })
  useEscape(() => go(paths.map(consultation().id)))
  return (
    <Panel
      title={t().here}
      back={{ href: href(paths.map(consultation().id)), label: t().back }}
      tools={
        <Show when={at()}>
          <Button look="quiet" icon="share" class="filter-button" onClick={() => share(t().here, url(), h())}>
            {h().sharePanel}
          </Button>
        </Show>
      }
    >
      <Show when={at()} fallback={<p>{t().hereNoPlace}</p>}>
        {(place) => (
          <>
            <Switch>
              <Match when={load.error() !== undefined}>
                <Failure error={load.error()} onRetry={load.retry} />
              </Match>
              <Match when={zones() === undefined || (catalogue().loading() && catalogue().data() === undefined)}>
                <Skeleton rows={3} label={t().hereLoading} />
              </Match>
              <Match when={zones()?.length === 0}>
                <p>{t().hereNone}</p>
              </Match>
              <Match when={zones()}>
                {(list) => (
                  <>
                    <p class="soft" role="status">
                      {t().hereIntro} {h().count(list().length, documents())}
                    </p>
                    <ZoneList zones={list()} door={door} counts={counts} level={2} />
                  </>
                )}
              </Match>
            </Switch>
            <ButtonLink class="zones-add" icon="plus" href={href(paths.contribute(consultation().id), { at: place() })}>
              {t().hereAdd}
            </ButtonLink>
            <Nearby at={place()} />
          </>
        )}
      </Show>
    </Panel>
  )
}
