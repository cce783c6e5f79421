import { For, Show } from 'solid-js'
import type { Contribution } from '#contract/contribution.ts'
import type { Geometry } from '#contract/geometry.ts'
import { kinds } from '#contract/kinds/registry.ts'
import { useAddress } from '../address.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { formatMoment } from '../text/dates.ts'
import { explore } from '../text/explore.ts'
import { language, useText, vocabulary } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Chip, ThemeChip } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { DetailTools } from './detail-tools.tsx'
import { Pin } from './item.tsx'
import { boundsOf, middle } from './query.ts'
import { ZonesOf } from './zones-of.tsx'

/** Zoom level at which a house can be told from its neighbours. */
const closeUp = 15

/** The contribution itself: what is said, by whom, about where, what governs that place and what became of it. */
export function Detail(props: { readonly contribution: Contribution; readonly back: { href: string; label: string } }) {
  const t = useText(explore)
  const it = () => props.contribution
  const theme = () => it().themes[0] ?? 'general'
  return (
    <Panel
      title={it().title}
      back={props.back}
      class="detail"
      heading={
        <span class="detail-heading">
          <Pin feature={{ kind: it().kind, theme: theme(), outcome: it().outcome }} />
          <span lang="nl">{it().title}</span>
        </span>
      }
    >
      <div class="row">
        <Chip icon={kinds[it().kind].icon}>{vocabulary().kinds[it().kind].label}</Chip>
        <For each={it().themes}>{(one) => <ThemeChip theme={one} />}</For>
      </div>
      <Facts contribution={it()} />
      <Show when={t().state[it().state]}>
        {(text) => (
          <Notice look="warm">
            <p>{text()}</p>
          </Notice>
        )}
      </Show>
      <p class="detail-text" lang="nl">
        {it().description}
      </p>
      <Answers contribution={it()} />
      <section class="stack-small">
        <h2>{t().outcome}</h2>
        <p>
          <Show when={it().outcome !== 'open'} fallback={t().outcomeNone}>
            <Chip icon={it().outcome === 'considered' ? 'info' : 'circle-check'}>{vocabulary().outcomes[it().outcome]}</Chip>
          </Show>
        </p>
      </section>
      <ZonesOf contribution={it()} />
      <DetailTools contribution={it()} />
    </Panel>
  )
}

/** Who, where and when. */
function Facts(props: { readonly contribution: Contribution }) {
  const t = useText(explore)
  const { consultation } = useConsultation()
  const it = () => props.contribution
  const village = () => consultation().villages.find((one) => one.id === it().village)?.name
  const changed = () => formatMoment(it().updatedAt, language()) !== formatMoment(it().createdAt, language())
  return (
    <div class="detail-facts">
      <p>
        <strong>{vocabulary().roles[it().role]}</strong>
        <Show when={it().authorName}>{(name) => <> · {name()}</>}</Show> · {village() ?? t().noVillage} ·{' '}
        <time datetime={it().createdAt}>{formatMoment(it().createdAt, language())}</time>
        <Show when={changed()}>
          {' '}
          ({t().changed.toLowerCase()} <time datetime={it().updatedAt}>{formatMoment(it().updatedAt, language())}</time>)
        </Show>
      </p>
      <Show when={it().geometry === null && it().precision !== 'village' && village()}>
        {(name) => <p>{t().whole(name())}</p>}
      </Show>
      <Show when={t().precise[it().precision]}>
        {(text) => (
          <p class="detail-precision">
            <Icon name="map-pin" /> {text()}
          </p>
        )}
      </Show>
      <ShowPlace contribution={it()} />
    </div>
  )
}

function ShowPlace(props: { readonly contribution: Contribution }) {
  const t = useText(explore)
  const desk = useDesk()
  const { address } = useAddress()
  const show = (geometry: Geometry) => {
    if (desk?.sheet() === 'full') desk.setSheet('half')
    const box = boundsOf(geometry)
    if (geometry.type === 'Point') desk?.commands()?.flyTo(middle(box), Math.max(address().view?.zoom ?? 0, closeUp))
    else desk?.commands()?.fit(box)
  }
  return (
    <Show when={desk?.commands() && props.contribution.geometry}>
      {(geometry) => (
        <Button class="detail-place no-print" icon="map-pin" look="quiet" onClick={() => show(geometry())}>
          {t().showPlace}
        </Button>
      )}
    </Show>
  )
}

/** The answers to the questions that only this kind asks. */
function Answers(props: { readonly contribution: Contribution }) {
  const answers = () => {
    const { kind } = props.contribution
    const words: Readonly<Record<string, { readonly label: string }>> = vocabulary().kinds[kind].fields
    return Object.keys(kinds[kind].fields).flatMap((name) => {
      const answer = props.contribution[name as keyof Contribution]
      const label = words[name]?.label
      return typeof answer === 'string' && answer !== '' && label !== undefined ? [{ label, answer }] : []
    })
  }
  return (
    <For each={answers()}>
      {(one) => (
        <section class="stack-small">
          <h2>{one.label}</h2>
          <p class="detail-text" lang="nl">
            {one.answer}
          </p>
        </section>
      )}
    </For>
  )
}
