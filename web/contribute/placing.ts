/** Pointing out a place on the map: which shape, by hand or with the arrow keys, and what the map has to show meanwhile. */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import type { MapCommands, Placing } from '../map/port.ts'
import type { SheetHeight } from '../session/desk.ts'
import type { Form } from './form.ts'
import { modeOf, type ShapeMode } from './place.ts'

export interface PlacingState {
  /** The shape that is being pointed out; null while the author is busy with the form. */
  readonly pointing: Accessor<ShapeMode | null>
  /** The arrow keys move the map under a crosshair. */
  readonly crosshair: Accessor<boolean>
  start(mode: ShapeMode, crosshair?: boolean): void
  done(): void
}

export interface PlacingPort {
  readonly commands: Accessor<MapCommands | undefined>
  readonly onPlacing: (placing: Placing | null) => void
  readonly onSheet: (height: SheetHeight) => void
  /** The author is back from the map: the focus must land somewhere sensible. */
  readonly onDone: () => void
}

export function createPlacing(form: Form, port: PlacingPort): PlacingState {
  const [pointing, setPointing] = createSignal<ShapeMode | null>(null)
  const [crosshair, setCrosshair] = createSignal(false)
  // Typing a title must not disturb the map: only another place does.
  const chosen = createMemo(() => {
    const { place } = form.draft()
    return place.at === 'geometry' ? place.geometry : null
  })
  /** The shape that the map takes: the one asked for, else that of the place there is, else a point. */
  const mode = createMemo((): ShapeMode => {
    const place = chosen()
    return pointing() ?? (place ? modeOf(place) : 'point')
  })

  // As long as the form is open the map shows the place and takes corrections; a tap there never leads away from the form.
  createEffect(() => {
    const place = chosen()
    const geometry = place && modeOf(place) === mode() ? place : null
    port.onPlacing({
      mode: mode(),
      geometry,
      onGeometry: (drawn) => {
        // A shape that is begun but not there yet leaves an earlier place of another shape alone.
        if (drawn === null && geometry === null) return
        form.change({ place: drawn === null ? { at: 'none' } : { at: 'geometry', geometry: drawn } })
        form.leave('geometry')
      },
    })
  })

  const stop = () => {
    if (pointing() === null) return false
    port.commands()?.finishPart()
    if (crosshair()) port.commands()?.crosshair(false)
    setCrosshair(false)
    setPointing(null)
    port.onSheet('full')
    return true
  }
  onCleanup(() => {
    stop()
    port.onPlacing(null)
  })

  return {
    pointing,
    crosshair,
    start(shape, byKeyboard = false) {
      setPointing(shape)
      // The map must be free: a phone's sheet steps aside for the bar.
      port.onSheet('peek')
      if (byKeyboard !== crosshair()) port.commands()?.crosshair(byKeyboard)
      setCrosshair(byKeyboard)
    },
    done() {
      if (stop()) port.onDone()
    },
  }
}
