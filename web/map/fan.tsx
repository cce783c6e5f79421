/** Pins on one spot, fanned out around it: each a button of its own, for mouse, finger and keyboard. */
import { createEffect, createMemo, For, on, onMount } from 'solid-js'
import type { Position } from '#contract/geometry.ts'
import { type FanPin, fanPlaces } from './fan-places.ts'
import { pinSvg } from './pin.ts'

/** Pixels of ground beyond the middles of the outer pins: they stand on it whole. */
const edge = 30

export interface OpenFan {
  readonly at: Position
  readonly pins: readonly FanPin[]
}

export function Fan(props: {
  readonly fan: OpenFan
  /** Where its middle stands now, in pixels of the map. */
  readonly middle: { readonly x: number; readonly y: number }
  readonly label: string
  /** Id of the contribution that is open beside the map. */
  readonly selected: string | null
  /** Takes the focus when the fan is put away and what had it before is gone. */
  readonly back: HTMLElement
  readonly onSelect: (id: string) => void
  readonly onClose: () => void
}) {
  let group: HTMLElement | undefined
  const places = createMemo(() => fanPlaces(props.fan.pins.length))
  const reach = () => Math.max(...places().map(({ x, y }) => Math.hypot(x, y))) + edge
  const before = document.activeElement
  onMount(() => {
    const first = () => group?.querySelector('button')?.focus({ preventScroll: true })
    createEffect(on(() => props.fan, first))
  })
  return (
    <section
      ref={group}
      class="map-fan"
      aria-label={props.label}
      style={{ transform: `translate(${props.middle.x}px, ${props.middle.y}px)` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        props.onClose()
        const back = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : props.back
        back.focus({ preventScroll: true })
      }}
    >
      <svg class="map-fan-legs" aria-hidden="true">
        <circle class="map-fan-ground" r={reach()} />
        <For each={places()}>{({ x, y }) => <line x1="0" y1="0" x2={x} y2={y} />}</For>
        <circle class="map-fan-spot" r="5" />
      </svg>
      <For each={props.fan.pins}>
        {(pin, index) => (
          <button
            type="button"
            class="map-fan-pin"
            aria-label={pin.title}
            aria-current={pin.id === props.selected ? 'true' : undefined}
            title={pin.title}
            style={{ transform: `translate(${places()[index()]?.x ?? 0}px, ${places()[index()]?.y ?? 0}px)` }}
            innerHTML={pinSvg(pin.kind, pin.theme, pin.outcome)}
            onClick={() => props.onSelect(pin.id)}
          />
        )}
      </For>
    </section>
  )
}
