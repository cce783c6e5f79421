/** The bar over the map while a place is being pointed out: what to do now, and the buttons for it. Everything works by button too. */
import { createEffect, createMemo, on, onCleanup, onMount, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import type { MapCommands } from '../map/port.ts'
import { contribute } from '../text/contribute.ts'
import { useText } from '../text/index.ts'
import { Button } from '../ui/button.tsx'
import type { Form } from './form.ts'
import { modeOf, type ShapeMode } from './place.ts'
import type { PlacingState } from './placing.ts'

export function PlaceBar(props: {
  readonly form: Form
  readonly map: MapCommands
  readonly mode: ShapeMode
  readonly placing: PlacingState
}) {
  const t = useText(contribute)
  const { form, placing } = props
  let bar!: HTMLElement
  let line!: HTMLParagraphElement

  /** The shape asked for is there, whole. */
  const placed = createMemo(() => {
    const { place } = form.draft()
    return place.at === 'geometry' && modeOf(place.geometry) === props.mode
  })
  const words = () => {
    if (placing.crosshair()) return t().bar.crosshair
    return props.mode === 'point' && placed() ? t().bar.pointAgain : t().bar[props.mode]
  }

  onMount(() => {
    line.focus({ preventScroll: true })
    // On a phone the map ends where the bar begins (place-bar.css), so that its buttons and credits stay in view.
    const root = document.documentElement.style
    const observer = new ResizeObserver(() => root.setProperty('--place-bar', `${bar.offsetHeight}px`))
    observer.observe(bar)
    onCleanup(() => {
      observer.disconnect()
      root.removeProperty('--place-bar')
    })
  })
  createEffect(
    on(
      () => placing.crosshair(),
      (crosshair) => {
        // The map itself takes the arrow keys.
        if (crosshair) document.querySelector<HTMLElement>('.maplibregl-canvas')?.focus()
      },
    ),
  )
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Before the panel hears it: there Escape would close the form.
    event.preventDefault()
    placing.done()
  }
  document.addEventListener('keydown', onEscape, { capture: true })
  onCleanup(() => document.removeEventListener('keydown', onEscape, { capture: true }))

  return (
    <Portal>
      <section ref={bar} class="place-bar" aria-label={t().bar.label}>
        <p ref={line} class="place-bar-words" tabindex="-1" role="status">
          {words()}
        </p>
        <div class="place-bar-buttons">
          <Show when={placing.crosshair()}>
            <Button icon="crosshair" onClick={() => props.map.mark()}>
              {t().bar.mark}
            </Button>
          </Show>
          <Show when={props.mode !== 'point'}>
            <Button icon="undo" onClick={() => props.map.undoPoint()}>
              {t().bar.undo}
            </Button>
            <Button icon="check" onClick={() => props.map.finishPart()}>
              {t().bar.finishPart}
            </Button>
          </Show>
          <Button icon="plus" disabled={!placed()} onClick={() => props.map.addPart()}>
            {props.mode === 'point' ? t().bar.anotherPoint : t().bar.another}
          </Button>
          <Button
            icon="trash"
            disabled={!placed()}
            onClick={() => {
              props.map.clear()
              form.change({ place: { at: 'none' } })
            }}
          >
            {t().bar.clear}
          </Button>
          <Button look="primary" icon="check" onClick={() => placing.done()}>
            {t().bar.done}
          </Button>
        </div>
        <Show when={placed() && form.faultAt('geometry')}>{(text) => <p class="field-error">{text()}</p>}</Show>
      </section>
    </Portal>
  )
}
