/** The map by keys: a crosshair in the middle of what is visible, and the map that moves under it. */
import type { Map as MapLibreMap } from 'maplibre-gl'

/** Pixels per press of an arrow; with Shift. */
const step = 24
const stride = 120

export interface CrosshairHandlers {
  /** Where the crosshair stands, in pixels of the map. */
  readonly middle: () => { x: number; y: number }
  /** First key on the map: the crosshair shows. */
  readonly onShow: () => void
  readonly onMark: () => void
  /** Backspace: takes the last point back; false when there is nothing to take. */
  readonly onUndo: () => boolean
  /** Delete: takes away the point under the crosshair. */
  readonly onDelete: () => boolean
  /** The map has come to rest after keys moved it. */
  readonly onRest: () => void
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const zooms: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 }

/** Rest after the last key before the place is told, in milliseconds: not at every step. */
const quiet = 600

export function handleKeys(map: MapLibreMap, handlers: CrosshairHandlers): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const arrow = arrows[event.key]
    const zoom = zooms[event.key]
    if (arrow) {
      const pixels = event.shiftKey ? stride : step
      map.panBy([arrow[0] * pixels, arrow[1] * pixels], { animate: false })
    } else if (zoom !== undefined) {
      const { x, y } = handlers.middle()
      map.easeTo({ zoom: Math.round(map.getZoom() + zoom), around: map.unproject([x, y]), duration: 200 })
    } else if (event.key === 'Enter' || event.key === ' ') handlers.onMark()
    else if (event.key === 'Backspace') {
      if (!handlers.onUndo()) return
    } else if (event.key === 'Delete') {
      if (!handlers.onDelete()) return
    } else return
    event.preventDefault()
    handlers.onShow()
    clearTimeout(timer)
    if (arrow || zoom !== undefined) timer = setTimeout(handlers.onRest, quiet)
  })
}
