import { createMemo, For, Show } from 'solid-js'
import type { ContributionFeature } from '#contract/contribution.ts'
import { type Address, useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { explore } from '../text/explore.ts'
import { useText, vocabulary } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'

interface Active {
  readonly label: string
  /** What the address becomes without it. */
  readonly without: Partial<Address>
}

/** The filters that are on, each with a cross to take it away; in view also when the filters themselves are folded. */
export function ActiveFilters(props: {
  /** What the list holds: it knows what a zone is called. */
  readonly features: readonly ContributionFeature[]
}) {
  const t = useText(explore)
  const { consultation, catalogue } = useConsultation()
  const { address, change } = useAddress()
  const active = createMemo((): Active[] => {
    const { themes, kinds, outcomes, words, village, zone } = address()
    const names = vocabulary()
    const villageName = consultation().villages.find((one) => one.id === village)?.name ?? village
    return [
      ...(words === '' ? [] : [{ label: `‘${words}’`, without: { words: '' } }]),
      ...themes.map((id) => ({ label: names.themes[id], without: { themes: themes.filter((one) => one !== id) } })),
      ...kinds.map((id) => ({ label: names.kinds[id].plural, without: { kinds: kinds.filter((one) => one !== id) } })),
      ...outcomes.map((id) => ({ label: names.outcomes[id], without: { outcomes: outcomes.filter((one) => one !== id) } })),
      ...(villageName === null ? [] : [{ label: villageName, without: { village: null } }]),
      ...(zone === null ? [] : [{ label: t().inZone(titleOfZone(zone)), without: { zone: null } }]),
    ]
  })
  /** By a contribution that lies in it; in an empty list its layer must do. */
  function titleOfZone(name: string): string {
    for (const { properties } of props.features) {
      const index = properties.zoneLayers.findIndex((layer, place) => `${layer}/${properties.zoneIds[place]}` === name)
      if (index >= 0) return properties.zoneTitles[index] ?? name
    }
    const layers = catalogue()
      .data()
      ?.documents.flatMap((document) => document.layers)
    return layers?.find((layer) => name.startsWith(`${layer.id}/`))?.title ?? name.slice(name.indexOf('/') + 1)
  }
  return (
    <Show when={active().length > 0}>
      <ul class="plain row active-filters">
        <For each={active()}>
          {(one) => (
            <li>
              <button
                type="button"
                class="chip chip-toggle"
                aria-label={t().remove(one.label)}
                onClick={() => change(one.without)}
              >
                {one.label} <Icon name="close" />
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
