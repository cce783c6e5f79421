/** What has been chosen: the place in words, what applies there, and, outside the area, where the area is. */
import { createMemo, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import type { MapCommands } from '../map/port.ts'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Form } from './form.ts'
import { modeOf, type ShapeMode } from './place.ts'
import { placeInWords } from './place-words.ts'
import { PlaceZones } from './place-zones.tsx'
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
  /** The whole area comes into view, and the next tap there moves the place. */
  const showArea = (mode: ShapeMode) => {
    props.placing.start(mode)
    props.map?.fit(props.consultation.bounds)
  }
  const outside = () => form.shown().some((fault) => fault.code === 'outsideArea')
  return (
    <>
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
      <Show when={!outside()}>
        <PlaceZones form={form} consultation={props.consultation} />
      </Show>
    </>
  )
}
