import { createUniqueId, onMount, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { DocumentText } from '#contract/document-text.ts'
import { paths, useAddress } from '../address.ts'
import { noFilter } from '../explore/query.ts'
import { Swatch } from '../plan/swatch.tsx'
import { roomOfMap, viewOf } from '../read/on-map.ts'
import { useConsultation } from '../session/consultation.ts'
import { useDesk } from '../session/desk.ts'
import { formatNumber } from '../text/dates.ts'
import { here } from '../text/here.ts'
import { language, useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { keepInPlace } from './keep-in-place.ts'
import type { Door } from './opened.ts'
import { leadOf, passagesOf } from './passages.ts'
import { ShowZone } from './show-zone.tsx'
import type { ZoneCounts } from './zone-counts.ts'
import { ZonePassages } from './zone-passages.tsx'
import type { ZoneView } from './zone-view.ts'

/** One zone: its colour and name, what is wanted there in one line, who wrote about it, and its text to read in place. */
export function ZoneCard(props: {
  readonly zone: ZoneView
  /** The document's text, once it is there. */
  readonly text: DocumentText | undefined
  readonly door: Door
  readonly counts: ZoneCounts | undefined
  readonly level: number
  readonly bare: boolean
}) {
  const t = useText(here)
  const desk = useDesk()
  const id = createUniqueId()
  const readable = () => props.zone.document?.text !== undefined && props.zone.passages.length > 0
  const opened = () => props.door.opened()?.zone === props.zone.name
  const lead = () => props.text && leadOf(props.text, passagesOf(props.zone, props.text)[0])
  const point = () => desk?.setZone({ layer: props.zone.layer, id: props.zone.id })
  const leave = () => desk?.setZone(null)
  let card: HTMLLIElement | undefined
  // A link to a text leads to it; what is opened by hand is in view already.
  onMount(() => {
    if (opened() && !props.bare) queueMicrotask(() => card?.scrollIntoView({ block: 'start' }))
  })
  const facts = () => {
    const { layerTitle, type, group, share } = props.zone
    const part = share === undefined || share > 0.995 ? undefined : t().share(Math.max(1, Math.round(share * 100)))
    return [part, layerTitle, type, group && t().group(group)].filter((fact) => fact !== undefined).join(' · ')
  }
  return (
    <li
      ref={card}
      class="here-zone"
      classList={{ 'here-zone-open': opened() }}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocusIn={point}
      onFocusOut={leave}
    >
      <Dynamic component={`h${props.level}`} class="here-zone-title">
        <Swatch layer={props.zone.looks} colour={props.zone.looks.colour} />
        <span class="zone-title" lang="nl">
          {props.zone.title}
        </span>
      </Dynamic>
      <Show when={facts()}>
        {(text) => (
          <p class="small soft" lang="nl">
            {text()}
          </p>
        )}
      </Show>
      <Show when={!opened() && lead()}>
        {(text) => (
          <p class="here-lead" lang="nl">
            {text()}
          </p>
        )}
      </Show>
      <div class="here-tools no-print">
        <Show when={readable()}>
          <Button
            look="quiet"
            icon={opened() ? 'chevron-up' : 'book'}
            aria-expanded={opened()}
            aria-controls={id}
            onClick={(event) =>
              keepInPlace(event.currentTarget, () => props.door.open(opened() ? null : { zone: props.zone.name, passage: null }))
            }
          >
            {opened() ? t().close : t().read} <span class="hidden-text">{t().about(props.zone.title)}</span>
          </Button>
        </Show>
        <Show when={props.zone.link}>
          {(link) => (
            <a class="text-link" href={link()} rel="external noopener noreferrer">
              <Icon name="external-link" />
              {t().elsewhere} <span class="hidden-text">{t().about(props.zone.title)}</span>
            </a>
          )}
        </Show>
        <Show when={!props.bare}>
          <ShowZone zone={props.zone} />
        </Show>
        <Show when={!props.bare}>
          <Count zone={props.zone} counts={props.counts} />
        </Show>
      </div>
      <div id={id} class="here-text">
        <Show when={opened() && readable()}>
          <ZonePassages zone={props.zone} door={props.door} level={props.level + 1} />
        </Show>
      </div>
    </li>
  )
}

/** "12 bijdragen in dit gebied": leads to all of them, whatever was filtered before. Its line is kept free until the number is known. */
function Count(props: { readonly zone: ZoneView; readonly counts: ZoneCounts | undefined }) {
  const t = useText(here)
  const { consultation } = useConsultation()
  const { href } = useAddress()
  const count = () => props.counts?.(props.zone.name)
  /** The list shows what the map shows: so the map shows all of the area. */
  const whole = () => {
    const { width, height } = roomOfMap(window.innerWidth, window.innerHeight)
    return viewOf(consultation().bounds, width, height)
  }
  const words = (value: number) => t().contributions(formatNumber(value, language()), value === 1)
  return (
    <Show when={props.counts}>
      <p class="small here-count no-print">
        <Show when={count()} fallback={<span class="soft">{count() === 0 ? t().noContributions : '\u00a0'}</span>}>
          {(value) => (
            <a class="text-link" href={href(paths.map(consultation().id), { ...noFilter, zone: props.zone.name, view: whole() })}>
              {words(value())} <span class="hidden-text">: {props.zone.title}</span>
            </a>
          )}
        </Show>
      </p>
    </Show>
  )
}
