/** Keeps the clusters on the map in step with tiles, view and filter: a ring chart for each, and no pin under it. */
import { type Map as MapLibreMap, Marker } from 'maplibre-gl'
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { type Cluster, clusterSvg, diameterOf } from './cluster.ts'
import { clustersInView } from './clusters-in-view.ts'
import { hideGroupedPins } from './grouped-pins.ts'
import { reach } from './pick.ts'
import type { MapProps } from './port.ts'
import { sources } from './scene.ts'

export interface ClustersOnMap {
  readonly all: Accessor<readonly Cluster[]>
  /** The cluster at a pixel of the map, or null. */
  at(x: number, y: number): Cluster | null
  /** Is this pin drawn as part of a cluster? */
  holds(id: string): boolean
  /** What tiles and view hold has changed in another way than they tell themselves. */
  refresh(): void
}

interface Words {
  /** "23 bijdragen bij Cothen: 9 wonen, 6 bereikbaarheid." */
  readonly sentence: (cluster: Cluster) => string
  readonly number: (value: number) => string
}

export function followClusters(map: MapLibreMap, page: MapProps, words: Accessor<Words>): ClustersOnMap {
  const [all, setAll] = createSignal<readonly Cluster[]>([], { equals: sameClusters })
  let markers = new Map<string, Marker>()

  const refresh = () => {
    setAll(clustersInView(map, { filter: page.filter, tiled: page.features === null, selected: page.selected?.id ?? null }))
  }
  let frame = 0
  const soon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(refresh)
  }
  onCleanup(() => cancelAnimationFrame(frame))
  // As soon as the contributions' own tiles are there: other layers may take longer.
  map.on('sourcedata', ({ sourceId }) => {
    if ((sourceId === sources.tiles || sourceId === sources.local) && map.isSourceLoaded(sourceId)) soon()
  })
  map.on('moveend', () => {
    if (map.isSourceLoaded(sources.tiles)) soon()
  })
  createEffect(on(() => [page.filter, page.selected?.id, page.features], soon))

  createEffect(() => {
    const { sentence, number } = words()
    const kept = new Map<string, Marker>()
    for (const cluster of all()) {
      const key = JSON.stringify([cluster.at, cluster.mix])
      const label = sentence(cluster)
      const marker =
        markers.get(key) ?? new Marker({ element: document.createElement('div') }).setLngLat([cluster.at[0], cluster.at[1]])
      const element = marker.getElement()
      if (element.getAttribute('aria-label') !== label) {
        element.className = `${element.className} map-cluster`
        element.setAttribute('role', 'img')
        element.setAttribute('aria-label', label)
        element.innerHTML = clusterSvg(cluster.mix, number(cluster.count))
      }
      if (!markers.has(key)) marker.addTo(map)
      markers.delete(key)
      kept.set(key, marker)
    }
    for (const marker of markers.values()) marker.remove()
    markers = kept
  })
  onCleanup(() => {
    for (const marker of markers.values()) marker.remove()
  })

  return {
    all,
    refresh: soon,
    holds: hideGroupedPins(map, all),
    at: (x, y) => {
      const near = all()
        .map((cluster) => {
          const pixel = map.project([cluster.at[0], cluster.at[1]])
          return { cluster, far: Math.hypot(pixel.x - x, pixel.y - y) }
        })
        .filter(({ cluster, far }) => far <= Math.max(reach, diameterOf(cluster.count) / 2))
        .toSorted((a, b) => a.far - b.far)
      return near[0]?.cluster ?? null
    },
  }
}

const sameClusters = (a: readonly Cluster[], b: readonly Cluster[]): boolean => JSON.stringify(a) === JSON.stringify(b)
