/** When the map is at rest, with everything on the screen drawn: told to screen readers, and to whoever waits for a finished picture. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { onCleanup } from 'solid-js'

/** Milliseconds between two looks at a map whose last picture was not whole. */
const patience = 500

export function followRest(map: MapLibreMap): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (busy: boolean) => () => map.getContainer().setAttribute('aria-busy', String(busy))
  // A tile that was asked again and has not changed ends without an event: MapLibre would never draw again, and never say `idle`.
  const lookAgain = () => {
    clearTimeout(timer)
    timer = setTimeout(() => (map.loaded() ? map.triggerRepaint() : lookAgain()), patience)
  }
  tell(true)()
  map.on('dataloading', tell(true))
  map.on('movestart', tell(true))
  map.on('render', lookAgain)
  map.on('idle', () => {
    clearTimeout(timer)
    tell(false)()
  })
  onCleanup(() => clearTimeout(timer))
}
