/** What a tap on a cluster or on several pins of one spot opens: a closer look, a fan of pins, or the list of the spot. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createEffect, createSignal } from 'solid-js'
import type { ContributionFeature } from '#contract/contribution.ts'
import type { Position } from '#contract/geometry.ts'
import { spotOf } from '#domain/anchor.ts'
import { quadkeyOf } from '#domain/quadkey.ts'
import type { MapWords } from '../text/map.ts'
import type { Camera } from './camera.ts'
import type { Cluster } from './cluster.ts'
import { extentOf, finestCells, finestLevel } from './cluster-extent.ts'
import type { OpenFan } from './fan.tsx'
import { type FanPin, fanPinOf, mostInFan } from './fan-places.ts'
import type { MapProps } from './port.ts'

/** Most that is asked of one cell: lines that only pass through it come along and are left out. */
const askedAtMost = 100

interface Context {
  readonly page: MapProps
  readonly camera: Camera
  readonly words: Accessor<MapWords>
  readonly clusterName: (cluster: Cluster) => string
  readonly say: (sentence: string) => void
  /** The map comes closer to a cluster: what it then shows is news. */
  readonly onApproach: () => void
}

export interface Spots {
  readonly fan: Accessor<OpenFan | null>
  openCluster(cluster: Cluster): void
  openSpot(at: Position, pins: readonly FanPin[]): void
  close(): void
}

export function createSpots(map: MapLibreMap, { page, camera, words, clusterName, say, onApproach }: Context): Spots {
  const [fan, setFan] = createSignal<OpenFan | null>(null)
  /** Counts what was asked, so that an answer that comes too late opens nothing. */
  let asked = 0

  const open = (at: Position, pins: readonly FanPin[]) => {
    setFan({ at, pins })
    say(words().fan(pins.length))
    camera.flyTo(at)
  }
  const close = () => {
    asked += 1
    setFan(null)
  }
  // Zooming takes a fan apart; so does a place that is being chosen.
  map.on('zoomstart', close)
  createEffect(() => {
    if (page.placing !== null) close()
  })

  const approach = (cluster: Cluster) => {
    say(`${clusterName(cluster)}. ${words().clusterOpens}`)
    onApproach()
    camera.approach(extentOf(cluster))
  }
  /** Those whose pin lies in the cells; null when they were too many to be told all. */
  const contentsOf = async (cells: readonly string[]): Promise<readonly ContributionFeature[] | null> => {
    const found = await Promise.all(cells.map((cell) => page.contentsOf(cell, askedAtMost)))
    if (found.some(({ length }) => length >= askedAtMost)) return null
    const unique = new Map(found.flat().map((feature) => [feature.id, feature]))
    return [...unique.values()].filter(({ geometry }) => {
      const spot = geometry && quadkeyOf(spotOf(geometry))
      return spot !== null && cells.some((cell) => spot.startsWith(cell))
    })
  }
  const openContents = (cluster: Cluster, cells: readonly string[], otherwise: () => void) => {
    asked += 1
    const mine = asked
    contentsOf(cells).then(
      (features) => {
        if (mine !== asked) return
        const pins = (features ?? []).flatMap(({ id, properties }) => fanPinOf({ ...properties, id }) ?? [])
        const [only] = pins
        if (pins.length === 1 && only) page.onSelect(only.id)
        else if (pins.length > 0 && pins.length <= mostInFan) open(cluster.at, pins)
        else otherwise()
      },
      () => {
        if (mine === asked) otherwise()
      },
    )
  }

  return {
    fan,
    close,
    openCluster: (cluster) => {
      close()
      const cells = finestCells(cluster, map.getZoom() > map.getMaxZoom() - 0.01)
      // The list of the spot also says what went wrong, and how to try again.
      if (cells !== null) {
        if (cluster.count > mostInFan) page.onCells(cells)
        else openContents(cluster, cells, () => page.onCells(cells))
      } else if (cluster.count === 1 && cluster.cells.length === 1) openContents(cluster, cluster.cells, () => approach(cluster))
      else approach(cluster)
    },
    openSpot: (at, pins) => {
      if (pins.length > mostInFan) page.onCells([quadkeyOf(at, finestLevel)])
      else open(at, pins)
    },
  }
}
