/** What a tap on a cluster or on several pins of one spot opens: a closer look, a fan of pins, or the list of the spot. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createEffect, createSignal } from 'solid-js'
import type { Position } from '#contract/geometry.ts'
import { quadkeyOf } from '#domain/quadkey.ts'
import type { MapWords } from '../text/map.ts'
import type { Camera } from './camera.ts'
import type { Cluster } from './cluster.ts'
import { extentOf, finestCell, finestLevel } from './cluster-extent.ts'
import type { OpenFan } from './fan.tsx'
import { type FanPin, fanPinOf, mostInFan } from './fan-places.ts'
import type { MapProps } from './port.ts'

interface Context {
  readonly page: MapProps
  readonly camera: Camera
  readonly words: Accessor<MapWords>
  readonly clusterName: (cluster: Cluster) => string
  readonly say: (sentence: string) => void
}

export interface Spots {
  readonly fan: Accessor<OpenFan | null>
  openCluster(cluster: Cluster): void
  openSpot(at: Position, pins: readonly FanPin[]): void
  close(): void
}

export function createSpots(map: MapLibreMap, { page, camera, words, clusterName, say }: Context): Spots {
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

  return {
    fan,
    close,
    openCluster: (cluster) => {
      const cell = finestCell(cluster)
      if (cell === null) {
        say(`${clusterName(cluster)}. ${words().clusterOpens}`)
        return camera.approach(extentOf(cluster))
      }
      if (cluster.count > mostInFan) return page.onCell(cell)
      asked += 1
      const mine = asked
      page.contentsOf(cell, mostInFan + 1).then(
        (features) => {
          if (mine !== asked) return
          const pins = features.flatMap(({ id, properties }) => fanPinOf({ ...properties, id }) ?? [])
          if (pins.length > mostInFan) page.onCell(cell)
          else open(cluster.at, pins)
        },
        // The list of the spot says what went wrong, and how to try again.
        () => {
          if (mine === asked) page.onCell(cell)
        },
      )
    },
    openSpot: (at, pins) => {
      if (pins.length > mostInFan) page.onCell(quadkeyOf(at, finestLevel))
      else open(at, pins)
    },
  }
}
