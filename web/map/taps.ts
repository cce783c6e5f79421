/** Pointer on the map: what a tap means, and the name under a hovering mouse. */
import type { Map as MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl'
import type { Position } from '#contract/geometry.ts'
import type { Cluster } from './cluster.ts'
import { lineLayerIds, pinLayerIds, pinRadius } from './contribution-layers.ts'
import { type FanPin, fanPinOf } from './fan-places.ts'
import type { ClustersOnMap } from './follow-clusters.ts'
import { type Candidate, pick, reach } from './pick.ts'

/** How close to a line, in pixels, a tap means that line. */
const lineReach = 9

export interface TapHandlers {
  /** False while a place is being chosen: taps are then the drawing's. */
  readonly listening: () => boolean
  readonly onSelect: (id: string) => void
  readonly onPlace: (at: Position) => void
  /** Several on one spot: which of how many was chosen. */
  readonly onTurn: (index: number, count: number) => void
  readonly onCrowd: (count: number) => void
  /** A cluster: the map comes closer, or shows what lies there. */
  readonly onCluster: (cluster: Cluster) => void
  /** A cluster in words, as its name beside the mouse. */
  readonly clusterName: (cluster: Cluster) => string
  /** Several pins on one spot, on a map that is near. */
  readonly onSpot: (at: Position, pins: readonly FanPin[]) => void
  /** A tap that means none of these. */
  readonly onElsewhere: () => void
  readonly onHover: (name: { title: string; x: number; y: number } | null) => void
}

const present = (map: MapLibreMap, ids: readonly string[]) => ids.filter((id) => map.getLayer(id) !== undefined)

const box = (x: number, y: number, r: number): [PointLike, PointLike] => [
  [x - r, y - r],
  [x + r, y + r],
]

/** From this zoom on, pins on one spot fan out; farther off they take turns. */
const fanZoom = 16

interface Named extends Candidate {
  readonly title: string
  readonly pin: FanPin | null
}

/** Pins around a pixel; a pin counts from its middle. */
function pinsAround(map: MapLibreMap, clusters: ClustersOnMap, x: number, y: number): Named[] {
  const found = map.queryRenderedFeatures(box(x, y, reach), { layers: present(map, pinLayerIds) })
  return found.flatMap(({ geometry, properties }) => {
    // Pins under a cluster are there, but unseen.
    if (geometry.type !== 'Point' || clusters.holds(String(properties.id))) return []
    const at = map.project(geometry.coordinates as [number, number])
    return [{ id: String(properties.id), title: String(properties.title), x: at.x, y: at.y, pin: fanPinOf(properties) }]
  })
}

function lineUnder(map: MapLibreMap, x: number, y: number): { id: string; title: string } | null {
  const [found] = map.queryRenderedFeatures(box(x, y, lineReach), { layers: present(map, lineLayerIds) })
  return found ? { id: String(found.properties.id), title: String(found.properties.title) } : null
}

export interface Taps {
  /** A tap at a pixel of the map, as the crosshair makes it. */
  tap(x: number, y: number): void
  /** Title of the contribution that a tap there would choose; null: none. */
  titleAt(x: number, y: number): string | null
}

export function handleTaps(map: MapLibreMap, clusters: ClustersOnMap, handlers: TapHandlers): Taps {
  let last: string | null = null

  const tap = (x: number, y: number) => {
    handlers.onElsewhere()
    const cluster = clusters.at(x, y)
    if (cluster) return handlers.onCluster(cluster)
    const around = pinsAround(map, clusters, x, y)
    const choice = pick({ x, y }, around, pinRadius(map.getZoom()), last)
    if (choice === null) {
      last = null
      const line = lineUnder(map, x, y)
      if (line) return handlers.onSelect(line.id)
      const { lng, lat } = map.unproject([x, y])
      return handlers.onPlace([Number(lng.toFixed(6)), Number(lat.toFixed(6))])
    }
    if ('zoomTo' in choice) {
      handlers.onCrowd(choice.zoomTo.length)
      const middle = choice.zoomTo.reduce((sum, pin) => ({ x: sum.x + pin.x, y: sum.y + pin.y }), { x: 0, y: 0 })
      const centre = map.unproject([middle.x / choice.zoomTo.length, middle.y / choice.zoomTo.length])
      map.easeTo({ zoom: map.getZoom() + 2, around: centre })
      return
    }
    if (choice.count > 1 && map.getZoom() >= fanZoom) {
      const pins = new Map(around.flatMap(({ id, pin }) => (pin && choice.spot.includes(id) ? [[id, pin] as const] : [])))
      const first = around.find(({ id }) => id === choice.choose)
      const { lng, lat } = map.unproject([first?.x ?? x, first?.y ?? y])
      return handlers.onSpot([lng, lat], [...pins.values()])
    }
    last = choice.choose
    if (choice.count > 1) handlers.onTurn(choice.index + 1, choice.count)
    handlers.onSelect(choice.choose)
  }

  const titleAt = (x: number, y: number, within: number): string | null => {
    const cluster = clusters.at(x, y)
    if (cluster) return handlers.clusterName(cluster)
    const near = pinsAround(map, clusters, x, y)
      .map((pin) => ({ ...pin, far: Math.hypot(pin.x - x, pin.y - y) }))
      .filter((pin) => pin.far <= within)
      .toSorted((a, b) => a.far - b.far)
    return near[0]?.title ?? lineUnder(map, x, y)?.title ?? null
  }

  map.on('click', (event: MapMouseEvent) => {
    if (handlers.listening()) tap(event.point.x, event.point.y)
  })

  // A name beside the mouse where there is one; fingers do not hover.
  if (matchMedia('(hover: hover)').matches) {
    let frame = 0
    map.on('mousemove', (event: MapMouseEvent) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (!handlers.listening()) return handlers.onHover(null)
        const { x, y } = event.point
        const title = titleAt(x, y, pinRadius(map.getZoom()) + 4)
        map.getCanvas().classList.toggle('map-over-pin', title !== null)
        handlers.onHover(title === null ? null : { title, x, y })
      })
    })
    map.on('mouseout', () => handlers.onHover(null))
  }
  return { tap, titleAt: (x, y) => titleAt(x, y, reach) }
}
