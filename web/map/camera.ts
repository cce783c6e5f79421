/** Moving the map's eye with regard to the panels that cover part of it. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { BBox, Position } from '#contract/geometry.ts'
import { roomy } from './open-map.ts'
import type { MapView, Padding } from './port.ts'
import { roundView, type Size, usablePadding, visibleMiddle } from './view.ts'

/** From farther off than this a pin says little: moving to one then also comes closer. */
const nearEnough = 12
/** No closer than this when fitting, however small what is fitted is. */
const closest = 16

export interface Camera {
  size(): Size
  middle(): { x: number; y: number }
  /** A pixel moved sideways so far that something this wide, centred on it, stays in the visible part. */
  within(x: number, width: number): number
  view(): MapView
  /** Lies it in what panels leave visible? */
  shows(at: Position): boolean
  /** Bounds of what panels leave visible. */
  bounds(): BBox
  flyTo(at: Position, zoom?: number): void
  fit(bounds: BBox): void
  /** Comes so much closer to bounds that what was one there comes apart: at least one zoom level. */
  approach(bounds: BBox): void
  /** Brings bounds into view when any of them lies under a panel or outside; leaves the map alone otherwise. */
  reveal(bounds: BBox): void
  zoomBy(steps: number): void
}

export function createCamera(map: MapLibreMap, padding: () => Padding): Camera {
  const size = (): Size => ({ width: map.getContainer().clientWidth, height: map.getContainer().clientHeight })
  const usable = () => usablePadding(padding(), size())
  const middle = () => visibleMiddle(padding(), size())
  /** How far the visible middle lies from the map's own, in pixels. */
  const offset = (): [number, number] => {
    const { x, y } = middle()
    const { width, height } = size()
    return [x - width / 2, y - height / 2]
  }
  const fitTo = (bounds: BBox) => {
    map.fitBounds([bounds[0], bounds[1], bounds[2], bounds[3]], {
      padding: roomy(usable(), size().width),
      maxZoom: closest,
      duration: 600,
    })
  }
  const flyTo = (at: Position, zoom = map.getZoom()) => {
    map.easeTo({ center: at, zoom, offset: offset(), duration: 600 })
  }
  return {
    size,
    middle,
    shows: (at) => {
      const { x, y } = map.project(at)
      const { top, right, bottom, left } = usable()
      const { width, height } = size()
      return x >= left && y >= top && x <= width - right && y <= height - bottom
    },
    fit: fitTo,
    flyTo,
    approach: ([west, south, east, north]) => {
      const fitted = map.cameraForBounds([west, south, east, north], { padding: roomy(usable(), size().width) })?.zoom ?? 0
      const zoom = Math.min(map.getMaxZoom(), Math.max(fitted, map.getZoom() + 1))
      flyTo([(west + east) / 2, (south + north) / 2], zoom)
    },
    within: (x, width) => {
      const { left, right } = usable()
      const [least, most] = [left + width / 2 + 4, size().width - right - width / 2 - 4]
      return Math.round(Math.max(least, Math.min(most, x)))
    },
    view: () => {
      const { lng, lat } = map.getCenter()
      return roundView({ lng, lat, zoom: map.getZoom() })
    },
    bounds: () => {
      const { top, right, bottom, left } = usable()
      const { width, height } = size()
      const northWest = map.unproject([left, top])
      const southEast = map.unproject([width - right, height - bottom])
      return [northWest.lng, southEast.lat, southEast.lng, northWest.lat]
    },
    reveal: (bounds) => {
      const { top, right, bottom, left } = roomy(usable(), size().width)
      const { width, height } = size()
      const northWest = map.project([bounds[0], bounds[3]])
      const southEast = map.project([bounds[2], bounds[1]])
      const inView = northWest.x >= left && northWest.y >= top && southEast.x <= width - right && southEast.y <= height - bottom
      if (inView) return
      const fits = southEast.x - northWest.x <= width - left - right && southEast.y - northWest.y <= height - top - bottom
      // Fits at this zoom: move only, and closer when the map looks from so far that a pin says nothing.
      if (fits) flyTo([(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2], Math.max(map.getZoom(), nearEnough))
      else fitTo(bounds)
    },
    zoomBy: (steps) => {
      const { x, y } = middle()
      map.easeTo({ zoom: Math.round(map.getZoom() + steps), around: map.unproject([x, y]), duration: 250 })
    },
  }
}
