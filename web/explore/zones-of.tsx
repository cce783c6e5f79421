import { createMemo, Show } from 'solid-js'
import type { Contribution } from '#contract/contribution.ts'
import { spotOf } from '#domain/anchor.ts'
import { paths, useAddress } from '../address.ts'
import { useAddressDoor } from '../here/opened.ts'
import { useZoneCounts } from '../here/zone-counts.ts'
import { ZoneList } from '../here/zone-list.tsx'
import { viewOfRef } from '../here/zone-view.ts'
import { useConsultation } from '../session/consultation.ts'
import { explore } from '../text/explore.ts'
import { useText } from '../text/index.ts'
import { Skeleton } from '../ui/skeleton.tsx'

/** "Wat geldt hier?": the zones that the contribution was joined to, in the version of then, with their texts. */
export function ZonesOf(props: { readonly contribution: Contribution }) {
  const t = useText(explore)
  const { catalogue, consultation } = useConsultation()
  const { href } = useAddress()
  const door = useAddressDoor()
  const zones = createMemo(() => props.contribution.zones.map((zone) => viewOfRef(zone, catalogue().data())))
  const counts = useZoneCounts(() => props.contribution.zones.map(({ layer, id }) => `${layer}/${id}`))
  const spot = () => props.contribution.geometry && spotOf(props.contribution.geometry)
  return (
    <section class="stack-small">
      <h2>{t().zones}</h2>
      <Show when={zones().length > 0} fallback={<p class="soft">{t().zonesNone}</p>}>
        <Show when={!catalogue().loading() || catalogue().data()} fallback={<Skeleton rows={2} label={t().detailLoading} />}>
          <ZoneList zones={zones()} door={door} counts={counts} level={3} joined />
        </Show>
      </Show>
      <Show when={spot()}>
        {(at) => (
          <a class="text-link no-print" href={href(paths.zones(consultation().id), { at: at() })}>
            {t().zoneMore}
          </a>
        )}
      </Show>
    </section>
  )
}
