/** Starts MapLibre the way this app wants it: north up, no rotation, own keys, local letters, PMTiles from our own files. */
import './maplibre.css'
import { addProtocol, type LngLatBoundsLike, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import { drawImagesOnDemand } from './images.ts'
import type { MapView, Padding } from './port.ts'
import type { Scene } from './scene.ts'
import { buildStyle } from './style.ts'

setWorkerUrl(workerUrl)
addProtocol('pmtiles', new Protocol({ errorOnMissingTile: false }).tile)

export interface Start {
  readonly scene: Scene
  readonly view: MapView | null
  readonly padding: Padding
  /** Name of the map for screen readers. */
  readonly title: string
  /** Only draws: takes no fingers, mouse or keys. */
  readonly still?: boolean
}

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Throws when the browser has no WebGL 2. */
export function openMap(container: HTMLElement, { scene, view, padding, title, still = false }: Start): MapLibreMap {
  const map = new MapLibreMap({
    container,
    interactive: !still,
    style: buildStyle(scene),
    ...(view
      ? { center: [view.lng, view.lat], zoom: view.zoom }
      : {
          bounds: scene.consultation.bounds as LngLatBoundsLike,
          fitBoundsOptions: { padding: roomy(padding, container.clientWidth) },
        }),
    minZoom: 6,
    maxZoom: 19,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    // Keys are the crosshair's (crosshair.ts).
    keyboard: false,
    // Attribution and scale are this app's own, always in view (map-footer.tsx).
    attributionControl: false,
    // Also makes MapLibre fetch the national map's pictures rather than load them as <img>, which the CSP refuses. Contribution
    // tiles (max-age=0) are not polled: MapLibre reads a zero as no expiry.
    refreshExpiredTiles: true,
    fadeDuration: reducedMotion() ? 0 : 150,
    locale: { 'Map.Title': title },
    clickTolerance: 5,
  })
  map.touchZoomRotate.disableRotation()
  drawImagesOnDemand(map)
  return map
}

/** Some air between what is fitted and the panels' edges, in pixels: at the sides enough for names that stand beside their village. */
export function roomy({ top, right, bottom, left }: Padding, width: number): Padding {
  const side = Math.min(72, Math.max(24, width * 0.06))
  return { top: top + 24, right: right + side, bottom: bottom + 24, left: left + side }
}
