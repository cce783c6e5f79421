/** Tells the page where the map looks, and goes where the address says when somebody else changed it. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { createEffect, on, onCleanup, onMount } from 'solid-js'
import type { Camera } from './camera.ts'
import type { MapProps } from './port.ts'
import { viewKey } from './view.ts'

/** Rest after a movement before the page hears of it, in milliseconds: keys move in many small steps. */
const rest = 120

export function followView(map: MapLibreMap, camera: Camera, page: MapProps): void {
  /** Views that the map itself told: the address repeats them, late, and they must not pull the map back. */
  const told = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    const view = camera.view()
    told.add(viewKey(view))
    page.onView(view, camera.bounds())
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(tell, rest)
  }
  map.on('moveend', soon)
  map.on('resize', soon)
  onMount(tell)
  onCleanup(() => clearTimeout(timer))

  createEffect(
    on(
      () => page.view,
      (view) => {
        if (view === null || told.has(viewKey(view))) return
        map.jumpTo({ center: [view.lng, view.lat], zoom: view.zoom })
      },
      { defer: true },
    ),
  )
  // Panels that open or close change what is visible, though the map stands still.
  createEffect(on(() => Object.values(page.padding).join(), soon, { defer: true }))
}
