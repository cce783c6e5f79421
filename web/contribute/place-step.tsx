/** Question 2: where it is about. Every way to say so works without the map, save the three that point on it. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'
import type { Position } from '#contract/geometry.ts'
import type { MapCommands } from '../map/port.ts'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { Notice } from '../ui/notice.tsx'
import { findPosition, type NoPosition } from './device-position.ts'
import type { Form } from './form.ts'
import { Group, Step } from './group.tsx'
import { modeOf } from './place.ts'
import { PlaceCard } from './place-card.tsx'
import { PlaceSearch } from './place-search.tsx'
import type { PlacingState } from './placing.ts'
import { Precision } from './precision.tsx'
import { VillageSelect } from './village-select.tsx'

/** Zoom at which a street and its houses can be told apart. */
const streetZoom = 16
/** Zoom at which a whole village is in view. */
const villageZoom = 14

export function PlaceStep(props: {
  readonly form: Form
  readonly consultation: Consultation
  readonly map: MapCommands | undefined
  readonly placing: PlacingState
}) {
  const t = useText(contribute)
  const { form, placing } = props
  const [finding, setFinding] = createSignal(false)
  const [noPosition, setNoPosition] = createSignal<NoPosition>()

  const putPoint = (at: Position) => {
    form.change({ place: { at: 'geometry', geometry: { type: 'Point', coordinates: at } } })
    form.leave('geometry')
    props.map?.flyTo(at, streetZoom)
  }
  const putVillage = (id: string) => {
    form.change({ place: { at: 'village', village: id } })
    if (id !== '') form.leave('geometry')
    const village = props.consultation.villages.find((one) => one.id === id)
    if (village) props.map?.flyTo(village.position, villageZoom)
  }
  const locate = async () => {
    setNoPosition(undefined)
    setFinding(true)
    const found = await findPosition()
    setFinding(false)
    if (typeof found === 'string') setNoPosition(found)
    else putPoint(found)
  }
  const point = (mode: 'point' | 'line' | 'area', byKeyboard = false) => {
    setNoPosition(undefined)
    placing.start(mode, byKeyboard)
  }
  const shape = () => {
    const { place } = form.draft()
    return place.at === 'geometry' ? modeOf(place.geometry) : undefined
  }
  const wholeVillage = () => {
    const { place } = form.draft()
    return place.at === 'village' ? place : undefined
  }

  return (
    <Step number={2} title={t().steps.place}>
      <Group
        field="geometry"
        legend={t().steps.place}
        legendHidden
        error={form.faultAt('geometry') ?? (wholeVillage() ? undefined : form.faultAt('village'))}
      >
        <PlaceCard form={form} consultation={props.consultation} map={props.map} placing={placing} />
        <div class="contribute-ways">
          <Way icon="map-pin" off={!props.map} on={shape() === 'point'} onChoose={() => point('point')}>
            {t().place.tap}
          </Way>
          <Way icon="locate-fixed" busy={finding()} onChoose={() => void locate()}>
            {finding() ? t().place.finding : t().place.here}
          </Way>
          <Way icon="route" off={!props.map} on={shape() === 'line'} onChoose={() => point('line')}>
            {t().place.drawLine}
          </Way>
          <Way icon="hexagon" off={!props.map} on={shape() === 'area'} onChoose={() => point('area')}>
            {t().place.drawArea}
          </Way>
          <Way icon="house" on={wholeVillage() !== undefined} onChoose={() => putVillage(wholeVillage()?.village ?? '')}>
            {t().place.whole}
          </Way>
          <Way icon="crosshair" off={!props.map} onChoose={() => point(shape() ?? 'point', true)}>
            {t().place.keyboard}
          </Way>
        </div>
        <Show when={noPosition()}>
          {(reason) => (
            <Notice look="warm" live>
              <p>{t().place[reason()]}</p>
            </Notice>
          )}
        </Show>
        <Show when={wholeVillage()}>
          {(place) => (
            <VillageSelect
              label={t().place.village}
              villages={props.consultation.villages}
              value={place().village}
              error={form.faultAt('village')}
              onChoose={putVillage}
            />
          )}
        </Show>
        <PlaceSearch consultation={props.consultation} onVillage={putVillage} onPoint={putPoint} />
        <Precision form={form} consultation={props.consultation} />
      </Group>
    </Step>
  )
}

/** One way to say where: a button that stays marked while its kind of place is chosen. */
function Way(props: {
  readonly icon: IconName
  readonly on?: boolean
  readonly busy?: boolean
  /** Its place stays, so that nothing moves when the map arrives. */
  readonly off?: boolean
  readonly onChoose: () => void
  readonly children: JSX.Element
}) {
  return (
    <button
      type="button"
      class="contribute-way"
      aria-pressed={props.on ?? undefined}
      aria-busy={props.busy ?? undefined}
      disabled={props.busy === true || props.off === true}
      onClick={() => props.onChoose()}
    >
      <Icon name={props.icon} />
      <span>{props.children}</span>
    </button>
  )
}
