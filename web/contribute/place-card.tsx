/** What has been chosen: the place in words, what the vision says there, and, outside the area, where the area is. */
import { createMemo, For, Show } from 'solid-js'
import type { Zone } from '#contract/catalogue.ts'
import type { Consultation } from '#contract/consultation.ts'
import type { Geometry } from '#contract/geometry.ts'
import { publishedPosition } from '#domain/published-position.ts'
import { api } from '../api.ts'
import type { MapCommands } from '../map/port.ts'
import { createLoad } from '../session/load.ts'
import { contribute } from '../text/contribute.ts'
import { useText, vocabulary } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Form } from './form.ts'
import { modeOf, type ShapeMode, spotOf } from './place.ts'
import { placeInWords } from './place-words.ts'
import type { PlacingState } from './placing.ts'

/** So many villages are named when somebody points outside the area. */
const villagesNamed = 4

/** Where the focus goes when the author comes back from the map. */
export const placeCardId = 'contribute-place'

export function PlaceCard(props: {
  readonly form: Form
  readonly consultation: Consultation
  readonly map: MapCommands | undefined
  readonly placing: PlacingState
}) {
  const t = useText(contribute)
  const { form } = props
  const words = () => placeInWords(form.draft(), props.consultation)
  const geometry = createMemo(() => {
    const { place } = form.draft()
    return place.at === 'geometry' ? place.geometry : undefined
  })
  /** As others will see it: an exact place that stays private is not asked about either. */
  const shown = () => {
    const there = geometry()
    return there && (publishedPosition(there, form.draft().precision) ?? undefined)
  }
  /** The whole area comes into view, and the next tap there moves the place. */
  const showArea = (mode: ShapeMode) => {
    props.placing.start(mode)
    props.map?.fit(props.consultation.bounds)
  }
  const outside = () => form.shown().some((fault) => fault.code === 'outsideArea')
  return (
    <div class="contribute-place" id={placeCardId} tabindex="-1" role="status">
      <Show when={words()} fallback={<p class="soft">{props.map ? t().place.none : t().place.noMap}</p>}>
        {(text) => (
          <div class="contribute-place-card">
            <p class="contribute-place-name">
              <Icon name="map-pin" />
              <span>
                <span class="hidden-text">{t().place.chosen}: </span>
                {text()}
              </span>
            </p>
            <Show when={geometry() && !outside()}>
              <Vision geometry={shown} />
            </Show>
            <Show when={outside()}>
              <p>
                {t().place.outsideWhere(
                  props.consultation.villages
                    .slice(0, villagesNamed)
                    .map(({ name }) => name)
                    .join(', '),
                )}
              </p>
            </Show>
            <div class="row">
              <Show when={props.map && outside() && geometry()}>
                {(there) => (
                  <Button icon="map" onClick={() => showArea(modeOf(there()))}>
                    {t().place.showArea}
                  </Button>
                )}
              </Show>
              <Show when={props.map && geometry()}>
                {(there) => (
                  <Button look="quiet" icon="pencil" onClick={() => props.placing.start(modeOf(there()))}>
                    {modeOf(there()) === 'point' ? t().place.move : t().place.drawOn}
                  </Button>
                )}
              </Show>
              <Button
                look="quiet"
                icon="trash"
                onClick={() => {
                  props.map?.clear()
                  form.change({ place: { at: 'none' } })
                }}
              >
                {t().place.clear}
              </Button>
            </div>
          </div>
        )}
      </Show>
    </div>
  )
}

/** Names once each, in the order given. */
const titlesOf = (zones: readonly Zone[]) => [...new Set(zones.map((zone) => zone.title))]

/** What the omgevingsvisie says at the place; nothing when that cannot be asked now, for the form does not depend on it. */
function Vision(props: { readonly geometry: () => Geometry | undefined }) {
  const t = useText(contribute)
  // Compared as text: a shape that grows by a point asks again only when its middle moves.
  const spot = createMemo(
    () => {
      const geometry = props.geometry()
      return geometry && spotOf(geometry)
    },
    undefined,
    { equals: (a, b) => a?.join() === b?.join() },
  )
  const zones = createLoad(spot, (at, signal) => api.zones(at, signal), { forget: true })
  const of = (category: Zone['category']) => titlesOf(zones.data()?.zones.filter((zone) => zone.category === category) ?? [])
  const others = () =>
    (['rules', 'zoning'] as const).flatMap((category) =>
      of(category).map((title) => `${vocabulary().categories[category]}: ${title}`),
    )
  const exact = () => {
    const geometry = props.geometry()
    return geometry === undefined || modeOf(geometry) === 'point'
  }
  return (
    <Show when={zones.data()}>
      <p>
        <Show when={of('vision').length > 0} fallback={t().place.visionNone}>
          {exact() ? t().place.vision(of('vision').join(', ')) : t().place.visionMiddle(of('vision').join(', '))}
        </Show>
      </p>
      <details class="contribute-more">
        <summary>{t().place.visionWhat}</summary>
        <p>{t().place.visionIs}</p>
        <Show when={others().length > 0}>
          <p>{t().place.alsoHere}:</p>
          <ul>
            <For each={others()}>{(text) => <li>{text}</li>}</For>
          </ul>
        </Show>
      </details>
    </Show>
  )
}
