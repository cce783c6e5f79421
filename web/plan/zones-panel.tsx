import { createEffect, createMemo, For, Match, onCleanup, Show, Switch } from 'solid-js'
import type { Zone } from '#contract/catalogue.ts'
import type { BBox, Position } from '#contract/geometry.ts'
import { categoryIds } from '#contract/vocabulary.ts'
import { paths, useAddress } from '../address.ts'
import { api } from '../api.ts'
import { Item } from '../explore/item.tsx'
import { itemsQuery, noFilter } from '../explore/query.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { createLoad } from '../session/load.ts'
import { useEscape } from '../session/page.ts'
import { formatDay } from '../text/dates.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Failure } from '../ui/failure.tsx'
import { Icon } from '../ui/icon.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { isOn, toggleLayer } from './layer-order.ts'
import './plan.css'

/** Contributions within so many degrees (some 300 m) count as nearby. */
const near = { lng: 0.0044, lat: 0.0027 }
const nearAtMost = 5

/** "Wat geldt hier?": what vision, rules and zoning say of one place, and who has said something about it. */
export function ZonesPanel() {
  const t = useText(plan)
  const { consultation } = useConsultation()
  const { address, href, go } = useAddress()
  const desk = useDesk()
  const at = createMemo(() => address().at, undefined, { equals: (a, b) => a?.join() === b?.join() })
  const load = createLoad(
    () => at() ?? undefined,
    (place: Position, signal) => api.zones(place, signal),
    { forget: true },
  )
  const groups = () =>
    categoryIds
      .map((category) => ({ category, zones: (load.data()?.zones ?? []).filter((zone) => zone.category === category) }))
      .filter((group) => group.zones.length > 0)
  if (desk?.sheet() === 'peek') desk.setSheet('half')
  createEffect(() => desk?.setSpot(at()))
  onCleanup(() => {
    desk?.setSpot(null)
    desk?.setZone(null)
  })
  useEscape(() => go(paths.map(consultation().id)))
  return (
    <Panel title={t().here} back={{ href: href(paths.map(consultation().id)), label: t().back }}>
      <Show when={at()} fallback={<p>{t().hereNoPlace}</p>}>
        {(place) => (
          <>
            <Switch>
              <Match when={load.error() !== undefined}>
                <Failure error={load.error()} onRetry={load.retry} />
              </Match>
              <Match when={load.data() === undefined}>
                <Skeleton rows={3} label={t().hereLoading} />
              </Match>
              <Match when={groups().length === 0}>
                <p>{t().hereNone}</p>
              </Match>
              <Match when={true}>
                <p class="soft">{t().hereIntro}</p>
                <For each={groups()}>
                  {(group) => (
                    <section class="zone-group">
                      <h2>{vocabulary().categories[group.category]}</h2>
                      <ul class="plain zones">
                        <For each={group.zones}>{(zone) => <ZoneRow zone={zone} />}</For>
                      </ul>
                    </section>
                  )}
                </For>
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

function ZoneRow(props: { readonly zone: Zone }) {
  const t = useText(plan)
  const { consultation } = useConsultation()
  const { address, change } = useAddress()
  const desk = useDesk()
  const layers = () => address().layers ?? consultation().layers.map((id) => ({ id, opacity: 1 }))
  const point = () => desk?.setZone({ layer: props.zone.layer, id: props.zone.id })
  return (
    <li
      class="zone"
      style={{ 'border-left-color': props.zone.colour }}
      onPointerEnter={point}
      onPointerLeave={() => desk?.setZone(null)}
    >
      <p class="zone-title" lang="nl">
        {props.zone.title}
      </p>
      <p class="small soft">
        <Show when={props.zone.layerTitle !== props.zone.title}>{props.zone.layerTitle} · </Show>
        {props.zone.documentTitle} · {t().versionOf(formatDay(props.zone.date, language()))}
      </p>
      <Show when={props.zone.link}>
        {(link) => (
          <p class="small">
            <a href={link()} rel="noopener noreferrer">
              {t().readText} <span class="hidden-text">{props.zone.title}</span>
            </a>
          </p>
        )}
      </Show>
      <Show
        when={!isOn(layers(), props.zone.layer)}
        fallback={
          <p class="small zone-shown">
            <Icon name="check" /> {t().shown}
          </p>
        }
      >
        <Button
          look="quiet"
          icon="layers"
          onFocus={point}
          onClick={() => change({ layers: toggleLayer(layers(), props.zone.layer) })}
        >
          {t().showLayer} <span class="hidden-text">{props.zone.layerTitle}</span>
        </Button>
      </Show>
    </li>
  )
}

function Nearby(props: { readonly at: Position }) {
  const t = useText(plan)
  const { consultation } = useConsultation()
  const box = createMemo((): BBox => {
    const [lng, lat] = props.at
    return [lng - near.lng, lat - near.lat, lng + near.lng, lat + near.lat]
  })
  const load = createLoad(
    () => itemsQuery(noFilter, box(), nearAtMost).toString(),
    (query, signal) => api.items(consultation().id, new URLSearchParams(query), signal),
    { forget: true },
  )
  return (
    <section class="zone-group">
      <h2>{t().hereNear}</h2>
      <Switch>
        <Match when={load.error() !== undefined}>
          <Failure error={load.error()} onRetry={load.retry} />
        </Match>
        <Match when={load.data() === undefined}>
          <Skeleton rows={2} label={t().hereLoading} />
        </Match>
        <Match when={load.data()?.features.length === 0}>
          <p class="soft">{t().hereNearNone}</p>
        </Match>
        <Match when={true}>
          <ul class="plain items">
            <For each={load.data()?.features}>{(feature) => <Item feature={feature} />}</For>
          </ul>
        </Match>
      </Switch>
    </section>
  )
}
