/** Links from a text to the map: which layers are on there, and where it looks. */
import type { BBox } from '#contract/geometry.ts'
import type { LayerState, MapView } from '../map/port.ts'

/** The named layers on top, over those that were on already. */
export const layersOnTop = (now: readonly LayerState[], ids: readonly string[]): LayerState[] => [
  ...ids.map((id) => now.find((layer) => layer.id === id) ?? { id, opacity: 1 }),
  ...now.filter((layer) => !ids.includes(layer.id)),
]

/** The smallest box around all; undefined around nothing. */
export function around(boxes: readonly BBox[]): BBox | undefined {
  if (boxes.length === 0) return undefined
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ]
}

/** As much of a box as lies in another; all of it where they do not meet. */
export function within(box: BBox, [west, south, east, north]: BBox): BBox {
  const shared: BBox = [Math.max(box[0], west), Math.max(box[1], south), Math.min(box[2], east), Math.min(box[3], north)]
  return shared[0] < shared[2] && shared[1] < shared[3] ? shared : box
}

/** Side of the whole world at zoom 0, in pixels (MapLibre's tiles of 512). */
const world = 512
const closest = 17
const air = 24

const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
const latitude = (y: number): number => (Math.atan(Math.exp(y * 2 * Math.PI)) * 360) / Math.PI - 90

/** The view in which a box just fits a map of so many pixels (Web Mercator). */
export function viewOf([west, south, east, north]: BBox, width: number, height: number): MapView {
  const [bottom, top] = [mercator(south), mercator(north)]
  const across = Math.max(1, width - 2 * air) / Math.max(1e-9, (east - west) / 360) / world
  const down = Math.max(1, height - 2 * air) / Math.max(1e-9, top - bottom) / world
  const zoom = Math.min(closest, Math.max(0, Math.log2(Math.min(across, down))))
  return { lng: (west + east) / 2, lat: latitude((bottom + top) / 2), zoom }
}

/** What the map's page will leave for the map, in pixels: beside the panel on a wide window, above the sheet on a phone. */
export function roomOfMap(width: number, height: number): { width: number; height: number } {
  const header = 56
  return width >= 900 ? { width: width - 380, height: height - header } : { width, height: (height - header) / 2 }
}
