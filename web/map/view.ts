/** Where the map looks: rounding for the address bar, and what panels leave visible. */
import type { BBox, Position } from '#contract/geometry.ts'
import type { MapView, Padding } from './port.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Zoom in 2 decimals, degrees in 5 (1 m): as much as an address needs. */
export const roundView = ({ zoom, lat, lng }: MapView): MapView => ({
  zoom: Number(zoom.toFixed(2)),
  lat: Number(lat.toFixed(5)),
  lng: Number(lng.toFixed(5)),
})

export const viewKey = (view: MapView): string => Object.values(roundView(view)).join('/')

/** Least room, in pixels, that must stay for the map beside the panels; below it a panel covers the map and is not counted. */
const leastRoom = 120

/** The padding as far as it leaves room: a full sheet over the map must not make fitting impossible. */
export function usablePadding(padding: Padding, { width, height }: Size): Padding {
  const across = width - padding.left - padding.right >= leastRoom
  const down = height - padding.top - padding.bottom >= leastRoom
  return {
    top: down ? padding.top : 0,
    bottom: down ? padding.bottom : 0,
    left: across ? padding.left : 0,
    right: across ? padding.right : 0,
  }
}

/** Middle of what panels leave visible, in pixels of the map. */
export function visibleMiddle(padding: Padding, size: Size): { x: number; y: number } {
  const { top, right, bottom, left } = usablePadding(padding, size)
  return { x: (left + size.width - right) / 2, y: (top + size.height - bottom) / 2 }
}

/** Bounds of any geometry's positions; null without one. */
export function boundsOf(positions: Iterable<Position>): BBox | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of positions) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return west === Infinity ? null : [west, south, east, north]
}
