/** Asks the contributions' tiles again while somebody looks: what others add shows, and what is hidden goes, within a minute. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { onCleanup } from 'solid-js'
import { sources } from './scene.ts'

/** Milliseconds between two askings. With the 30 s that shared caches keep a tile, nothing shown is older than a minute. */
const interval = 25_000
/** Milliseconds without any touch of the page after which nobody is taken to look. */
const patience = 600_000

export function keepFresh(map: MapLibreMap): void {
  let touched = performance.now()
  let asked = performance.now()
  const ask = () => {
    if (document.visibilityState === 'hidden' || !navigator.onLine || performance.now() - touched > patience) return
    // Tiles that are on their way are as new as can be.
    if (!map.isSourceLoaded(sources.tiles)) return
    asked = performance.now()
    map.refreshTiles(sources.tiles)
  }
  const touch = () => {
    const back = performance.now() - Math.max(touched, asked) > interval
    touched = performance.now()
    if (back) ask()
  }
  const timer = setInterval(ask, interval)
  const events = ['pointerdown', 'keydown', 'visibilitychange'] as const
  for (const name of events) document.addEventListener(name, touch, { passive: true })
  onCleanup(() => {
    clearInterval(timer)
    for (const name of events) document.removeEventListener(name, touch)
  })
}
