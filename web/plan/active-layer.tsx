import { Show } from 'solid-js'
import { useDesk } from '../session/desk.ts'
import { useText } from '../text/index.ts'
import { plan } from '../text/plan.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icons.ts'
import type { FoundLayer } from './layer-order.ts'
import { setOpacity } from './layer-order.ts'
import { Opacity } from './opacity.tsx'
import { SideChoice } from './side-choice.tsx'
import { Swatch } from './swatch.tsx'
import type { useLayers } from './use-layers.ts'

/** One layer that is on: where it lies, how opaque, on which side of a comparison, and whether it is in view. */
export function ActiveLayer(props: {
  readonly one: FoundLayer
  readonly shown: ReturnType<typeof useLayers>
  /** Counted from 0, the top. */
  readonly place: number
  readonly dragged: boolean
  readonly onGrip: () => void
  readonly onDrag: (event: PointerEvent) => void
  readonly onDrop: () => void
  readonly onMove: (to: number, button: HTMLElement) => void
}) {
  const t = useText(plan)
  const desk = useDesk()
  const layer = () => props.one.layer
  const state = () => props.shown.layers()[props.place]
  const opacity = () => state()?.opacity ?? 1
  /** Known once the map has looked for it. */
  const outOfView = () => desk?.zones()?.get(layer().id) === null
  const zoomTo = () => {
    if (desk?.sheet() === 'full') desk.setSheet('half')
    desk?.commands()?.fit(layer().bounds)
  }
  return (
    <li class="active-layer" data-layer={layer().id} classList={{ 'active-layer-dragged': props.dragged }}>
      <span
        class="grip"
        title={t().drag}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          props.onGrip()
        }}
        onPointerMove={(event) => props.onDrag(event)}
        onPointerUp={() => props.onDrop()}
        onPointerCancel={() => props.onDrop()}
      >
        <Icon name="grip-vertical" />
      </span>
      <div class="active-layer-body">
        <p class="active-layer-title" lang="nl">
          <Swatch layer={layer()} texture={props.shown.textures().get(layer().id)} /> {layer().title}
        </p>
        <Show when={outOfView()}>
          <p class="small out-of-view">
            {t().outOfView}{' '}
            <Button look="quiet" onClick={zoomTo}>
              {t().showWhere} <span class="hidden-text">{layer().title}</span>
            </Button>
          </p>
        </Show>
        <SideChoice layer={layer()} />
        <Opacity
          title={layer().title}
          value={opacity()}
          onValue={(value) => props.shown.set(setOpacity(props.shown.layers(), layer().id, value))}
        />
        <div class="active-layer-tools">
          <MoveButton
            icon="arrow-up"
            label={t().up(layer().title)}
            possible={props.place > 0}
            onMove={(button) => props.onMove(props.place - 1, button)}
          />
          <MoveButton
            icon="arrow-down"
            label={t().down(layer().title)}
            possible={props.place < props.shown.layers().length - 1}
            onMove={(button) => props.onMove(props.place + 1, button)}
          />
          <IconButton
            icon="maximize"
            label={t().zoomTo(layer().title)}
            disabled={desk?.commands() === undefined}
            onClick={zoomTo}
          />
          <IconButton icon="close" label={t().remove(layer().title)} onClick={() => props.shown.toggle(layer().id)} />
        </div>
      </div>
    </li>
  )
}

/** Not disabled at the ends, but inert: a disabled button would drop the focus of somebody who keeps pressing. */
function MoveButton(props: {
  readonly icon: IconName
  readonly label: string
  readonly possible: boolean
  readonly onMove: (button: HTMLElement) => void
}) {
  return (
    <IconButton
      icon={props.icon}
      label={props.label}
      aria-disabled={props.possible ? undefined : 'true'}
      onClick={(event) => {
        if (props.possible) props.onMove(event.currentTarget)
      }}
    />
  )
}
