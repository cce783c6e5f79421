import { createMemo, For, Show } from 'solid-js'
import type { Document, Layer } from '#contract/catalogue.ts'
import type { Contribution, ZoneRef } from '#contract/contribution.ts'
import { type CategoryId, categoryIds } from '#contract/vocabulary.ts'
import { paths, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { formatDay } from '../text/dates.ts'
import { explore } from '../text/explore.ts'
import { language, useText, vocabulary } from '../text/index.ts'

interface Placed {
  readonly zone: ZoneRef
  readonly layer: Layer | undefined
  readonly document: Document | undefined
}

/** "Wat geldt hier?": the zones that were joined to the contribution when it was sent, grouped as vision, rules, zoning, reference. */
export function ZonesOf(props: { readonly contribution: Contribution }) {
  const t = useText(explore)
  const { catalogue, consultation } = useConsultation()
  const { href } = useAddress()
  const groups = createMemo(() => {
    const documents = catalogue().data()?.documents ?? []
    const placed = props.contribution.zones.map((zone): Placed => {
      const document = documents.find((one) => one.layers.some((layer) => layer.id === zone.layer))
      return { zone, document, layer: document?.layers.find((layer) => layer.id === zone.layer) }
    })
    const group = (category: CategoryId | undefined) => ({
      category,
      zones: placed.filter((one) => one.document?.category === category),
    })
    return [...categoryIds.map(group), group(undefined)].filter((one) => one.zones.length > 0)
  })
  return (
    <section class="stack-small">
      <h2>{t().zones}</h2>
      <Show when={groups().length > 0} fallback={<p class="soft">{t().zonesNone}</p>}>
        <For each={groups()}>
          {(group) => (
            <div>
              <Show when={group.category}>
                {(category) => <h3 class="zone-category">{vocabulary().categories[category()]}</h3>}
              </Show>
              <ul class="plain zones">
                <For each={group.zones}>{(one) => <PlacedZone placed={one} />}</For>
              </ul>
            </div>
          )}
        </For>
      </Show>
      <Show when={props.contribution.geometry?.type === 'Point' && props.contribution.geometry.coordinates}>
        {(at) => (
          <a class="text-link no-print" href={href(paths.zones(consultation().id), { at: at() })}>
            {t().zoneMore}
          </a>
        )}
      </Show>
    </section>
  )
}

function PlacedZone(props: { readonly placed: Placed }) {
  const t = useText(explore)
  const desk = useDesk()
  const { zone, layer, document } = props.placed
  const share = zone.share === undefined || zone.share > 0.995 ? undefined : Math.max(1, Math.round(zone.share * 100))
  return (
    <li
      class="zone"
      style={{ 'border-left-color': layer?.colour }}
      onPointerEnter={() => desk?.setZone({ layer: zone.layer, id: zone.id })}
      onPointerLeave={() => desk?.setZone(null)}
    >
      <p class="zone-title" lang="nl">
        {zone.title}
      </p>
      <p class="small soft">
        {[
          layer && layer.title !== zone.title ? layer.title : undefined,
          document?.title,
          t().zoneVersion(document?.version === zone.version ? formatDay(document.date, language()) : zone.version),
          share === undefined ? undefined : t().zoneShare(share),
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
    </li>
  )
}
