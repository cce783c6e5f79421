/** Villages near the map's left or right edge: their names must stand on the side where the map goes on, or they are cut. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Accessor, createSignal, onMount } from 'solid-js'
import type { Consultation } from '#contract/consultation.ts'

/** `…-near`: not even centred on its village does the name fit. */
export const edges = ['west', 'west-near', 'east', 'east-near'] as const
export type Edge = (typeof edges)[number]
/** By a village's id; most have none. */
export type VillageEdges = Readonly<Record<string, Edge>>

/** Width of a name, in pixels: wide letters at the size of close zooms, on lines of 8 em (village-names.ts). */
const letter = 8.5
const longestLine = 118
/** From the village to where its name begins when it stands beside a pin. */
const beside = 28

/** @param x from the left of the map, in pixels */
export function edgeAt(name: string, x: number, width: number): Edge | undefined {
  const long = Math.min(longestLine, Math.max(...name.split(' ').map((word) => word.length * letter), name.length * letter))
  if (x < 0 || x > width || width < 2 * long) return undefined
  if (x < long / 2) return 'west-near'
  if (width - x < long / 2) return 'east-near'
  if (x < long + beside) return 'west'
  return width - x < long + beside ? 'east' : undefined
}

/** In step with the map whenever it has come to rest. */
export function followVillageEdges(map: MapLibreMap, villages: Accessor<Consultation['villages']>): Accessor<VillageEdges> {
  const look = (): VillageEdges => {
    const width = map.getContainer().clientWidth
    return Object.fromEntries(
      villages().flatMap(({ id, name, position: [lng, lat] }) => {
        const edge = edgeAt(name, map.project([lng, lat]).x, width)
        return edge ? [[id, edge]] : []
      }),
    )
  }
  const [found, setFound] = createSignal<VillageEdges>({}, { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) })
  const refresh = () => setFound(look)
  map.on('moveend', refresh)
  map.on('resize', refresh)
  onMount(refresh)
  return found
}
