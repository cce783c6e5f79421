/** Keeps the clusters on the map in step with tiles, view and filter: a ring chart for each, and no pin under it. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Mix } from '#domain/theme-set.ts'
import { type Cluster, diameterOf } from './cluster.ts'
import { type ButtonHandlers, type ButtonWords, clusterButtons } from './cluster-buttons.ts'
import { clustersInView, type InView } from './clusters-in-view.ts'
import type { OwnInStep } from './follow-own.ts'
import { hideGroupedPins } from './grouped-pins.ts'
import { reach } from './pick.ts'
import type { MapProps } from './port.ts'
import { sources } from './scene.ts'

export interface ClustersOnMap {
  readonly all: Accessor<readonly Cluster[]>
  /** Pins that are drawn one by one. */
  readonly loose: Accessor<InView['loose']>
  /** The cluster at a pixel of the map, or null. */
  at(x: number, y: number): Cluster | null
  /** Is this pin drawn as part of a cluster? */
  holds(id: string): boolean
}

interface Parts extends ButtonHandlers {
  readonly page: MapProps
  readonly own: OwnInStep
  readonly words: Accessor<ButtonWords>
  readonly helpId: string
}

/** Most cells whose counts are remembered: some hundred tiles of clusters. */
const remembered = 6000

export function followClusters(map: MapLibreMap, { page, own, words, helpId, ...handlers }: Parts): ClustersOnMap {
  const [all, setAll] = createSignal<readonly Cluster[]>([], { equals: sameClusters })
  const [loose, setLoose] = createSignal<InView['loose']>([])

  const refresh = () => {
    const {
      clusters,
      loose: single,
      cells,
    } = clustersInView(map, {
      filter: page.filter,
      tiled: page.features === null,
      selected: page.selected?.id ?? null,
      apart: own.apart(),
      replaced: own.replaced(),
      now: performance.now(),
    })
    setLoose(single)
    setAll(clusters)
    remember(own.seen, cells)
  }
  let frame = 0
  const soon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(refresh)
  }
  onCleanup(() => cancelAnimationFrame(frame))
  // As soon as the contributions' own tiles are there: other layers may take longer. Of several asked again, the last may have no news
  // and come without an event: then at rest.
  let due = false
  const look = () => {
    due = !map.isSourceLoaded(sources.tiles)
    if (!due) soon()
  }
  map.on('sourcedata', ({ sourceId }) => {
    if (sourceId === sources.tiles) look()
    else if (sourceId === sources.local && map.isSourceLoaded(sources.local)) soon()
  })
  map.on('moveend', look)
  map.on('idle', () => {
    if (due) look()
  })
  createEffect(on(() => [page.filter, page.selected?.id, page.features, own.apart()], soon))

  const buttons = clusterButtons(map, helpId, handlers)
  createEffect(() => buttons.show(all(), words(), page.placing !== null))
  onCleanup(buttons.remove)

  return {
    all,
    loose,
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

/** What cells counted last; those not seen for longest are forgotten first. */
function remember(seen: Map<string, Mix>, cells: ReadonlyMap<string, Mix>): void {
  for (const [cell, mix] of cells) {
    seen.delete(cell)
    seen.set(cell, mix)
  }
  for (const cell of seen.keys()) {
    if (seen.size <= remembered) break
    seen.delete(cell)
  }
}
