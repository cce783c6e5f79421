import { Show } from 'solid-js'
import type { ContributionFeature } from '#contract/contribution.ts'
import { paths, useAddress } from '../address.ts'
import { ownToken } from '../contribute/own.ts'
import { pinSvg } from '../map/pin.ts'
import { useConsultation } from '../session/consultation.ts'
import { formatMoment } from '../text/dates.ts'
import { explore } from '../text/explore.ts'
import { language, useText, vocabulary } from '../text/index.ts'

/** The pin of a contribution as it stands on the map, for lists and headings. */
export function Pin(props: { readonly feature: Pick<ContributionFeature['properties'], 'kind' | 'theme' | 'outcome'> }) {
  return (
    <span class="pin" aria-hidden="true" innerHTML={pinSvg(props.feature.kind, props.feature.theme, props.feature.outcome)} />
  )
}

/** A contribution in the list: the whole block is the link to it. */
export function Item(props: { readonly feature: ContributionFeature }) {
  const t = useText(explore)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const it = () => props.feature.properties
  const village = () => consultation().villages.find((one) => one.id === it().village)?.name ?? it().villageName
  return (
    <li class="item" id={`item-${props.feature.id}`}>
      <a class="item-link" href={href(paths.contribution(consultation().id, props.feature.id))}>
        <Pin feature={it()} />
        <span class="item-text">
          <span class="item-title" lang="nl">
            {it().title}
          </span>
          <span class="item-meta">
            {vocabulary().kinds[it().kind].label} · {vocabulary().themes[it().theme]}
            <Show when={village()}>{(name) => ` · ${name()}`}</Show>
          </span>
          <span class="item-meta">
            {vocabulary().roles[it().role]} · <time datetime={it().createdAt}>{formatMoment(it().createdAt, language())}</time>
            <Show when={it().outcome !== 'open'}> · {vocabulary().outcomes[it().outcome]}</Show>
            <Show when={ownToken(props.feature.id)}> · {t().own}</Show>
          </span>
        </span>
      </a>
    </li>
  )
}
