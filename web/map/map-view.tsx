/** The map: the one component that owns MapLibre. What pages may ask of it stands in port.ts; it fills its container. */
import './map.css'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { mapText } from '../text/map.ts'
import { LiveMap } from './live-map.tsx'
import { openMap } from './open-map.ts'
import type { MapProps } from './port.ts'
import { nothingFound, sceneOf } from './scene-of.ts'

export default function MapView(props: MapProps) {
  let container: HTMLDivElement | undefined
  const [map, setMap] = createSignal<MapLibreMap>()
  const [failed, setFailed] = createSignal(false)
  const words = () => mapText[props.language]

  onMount(() => {
    if (!container) return
    try {
      const opened = openMap(container, {
        scene: sceneOf(props, nothingFound),
        view: props.view,
        padding: props.padding,
        title: words().map,
      })
      opened.once('style.load', () => setMap(opened))
      onCleanup(() => opened.remove())
    } catch (error) {
      // No WebGL: the page says so and goes on with the list.
      console.warn('map:', error)
      setFailed(true)
    }
  })

  return (
    <div
      class="map-view"
      style={{
        '--map-top': `${props.padding.top}px`,
        '--map-right': `${props.padding.right}px`,
        '--map-bottom': `${props.padding.bottom}px`,
        '--map-left': `${props.padding.left}px`,
      }}
    >
      <div class="map-canvas" ref={container} />
      <Show when={failed()}>
        <p class="map-message" role="status">
          {words().failed}
        </p>
      </Show>
      <Show when={map()}>{(opened) => <LiveMap map={opened()} page={props} words={words()} />}</Show>
    </div>
  )
}
