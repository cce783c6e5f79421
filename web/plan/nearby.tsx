import { createMemo, For, Match, Switch } from 'solid-js'
import type { BBox, Position } from '#contract/geometry.ts'
import { api } from '../api.ts'
import { Item } from '../explore/item.tsx'
import { itemsQuery, noFilter } from '../explore/query.ts'
import { useConsultation } from '../session/consultation.ts'
import { createLoad } from '../session/load.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Failure } from '../ui/failure.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

/** Contributions within so many degrees (some 300 m) count as nearby. */
const near = { lng: 0.0044, lat: 0.0027 }
const nearAtMost = 5

/** Who has said something about a place or close to it. */
export function Nearby(props: { readonly at: Position }) {
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
