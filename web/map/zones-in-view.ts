/** Which of the layers that are on have something in the part of the map that is in view. */
import type { Map as MapLibreMap, PointLike } from 'maplibre-gl'
import { type Accessor, createEffect, createSignal, type Setter } from 'solid-js'
import type { MapProps, ZonesInView } from './port.ts'
import type { Scene } from './scene.ts'
import { drawnAs, findLayer } from './zone-layers.ts'

/** @param box corners in pixels of the map: what no panel or other map covers */
export function zonesInView(map: MapLibreMap, scene: Scene, box: [PointLike, PointLike]): ZonesInView {
  const drawn = new Map(
    scene.layers.flatMap(({ id, opacity }) => {
      const found = opacity > 0 ? findLayer(scene.catalogue, id) : undefined
      return found && map.getLayer(drawnAs(found.layer)) ? [[drawnAs(found.layer), id] as const] : []
    }),
  )
  const inView = new Map<string, Set<string> | null>([...drawn.values()].map((id) => [id, null]))
  if (drawn.size === 0) return inView
  for (const { layer, properties } of map.queryRenderedFeatures(box, { layers: [...drawn.keys()] })) {
    const id = drawn.get(layer.id)
    if (id === undefined) continue
    const values = inView.get(id) ?? new Set()
    if (properties.value !== undefined) values.add(String(properties.value))
    inView.set(id, values)
  }
  return inView
}

/** Corners of the whole map. */
export const wholeView = (map: MapLibreMap): [PointLike, PointLike] => {
  const { clientWidth, clientHeight } = map.getContainer()
  return [
    [0, 0],
    [clientWidth, clientHeight],
  ]
}

/**
 * Tells the page at every rest of the map what of its layers is in view.
 * @returns by which a second map (compare.tsx) tells what it shows beside
 */
export function followZones(map: MapLibreMap, scene: Accessor<Scene>, page: Pick<MapProps, 'onZones'>): Setter<ZonesInView> {
  const [here, setHere] = createSignal<ZonesInView>(new Map(), { equals: sameZones })
  const [beside, setBeside] = createSignal<ZonesInView>(new Map(), { equals: sameZones })
  map.on('idle', () => setHere(zonesInView(map, scene(), wholeView(map))))
  createEffect(() => page.onZones?.(joined(here(), beside())))
  return setBeside
}

/** What two maps show together. */
export function joined(one: ZonesInView, other: ZonesInView): ZonesInView {
  const both = new Map(one)
  for (const [id, values] of other) {
    const its = both.get(id)
    both.set(id, its && values ? new Set([...its, ...values]) : (its ?? values))
  }
  return both
}

const sameZones = (one: ZonesInView, other: ZonesInView): boolean => said(one) === said(other)
const said = (zones: ZonesInView): string => JSON.stringify([...zones].map(([id, values]) => [id, values && [...values]]))
