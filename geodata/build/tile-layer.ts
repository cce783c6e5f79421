/** Cuts one layer into vector tiles. Simplification belongs to a zoom, not to a tile, so neighbours fit. */
import type { BBox } from '#contract/geometry.ts'
import { divide, scatter } from './tile-clip.ts'
import { Commands, LayerTile } from './tile-encode.ts'
import { simplified, type TileShape, tileShapesOf } from './tile-shape.ts'

/** Units along a tile's side. */
export const extent = 4096
/** Zoom beyond which the map enlarges the last tiles. */
export const highestZoom = 14
/** Tile units by which outlines may be off: 3 of 4096 are 0.4 px of a 512 px tile. */
export const tolerance = 3
/** Units that a tile reaches over its border: 8 px of 512, more than half the widest outline, so that neighbours show no seam. */
const buffer = 64

export interface TileFeature {
  readonly geometry: Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection>
  readonly properties: Readonly<Record<string, string | number | boolean | null>>
}

export interface TileOptions {
  /** Name of the source layer. */
  readonly layer: string
  readonly minZoom: number
  readonly maxZoom: number
  /** Units by which an outline may be off at each zoom; areas below its square are dropped. */
  readonly tolerance: number
  /** Leave the highest zoom as it is: the map enlarges it, so what is off there shows most. */
  readonly exactTop: boolean
  readonly buffer?: number
}

export interface EncodedTile {
  readonly z: number
  readonly x: number
  readonly y: number
  /** MVT with this one layer. MVTs are joined by putting one behind another. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A zone as it is drawn. */
export interface DrawnZone {
  readonly shapes: readonly TileShape[]
  readonly properties: TileFeature['properties']
}

/** A unit of the zoom below the highest: closer than that no outline is simplified. */
const finest = 1 / (extent * 2 ** (highestZoom - 1))

export function drawnZones(features: readonly TileFeature[]): DrawnZone[] {
  return features.map(({ geometry, properties }) => ({ shapes: tileShapesOf(geometry, finest), properties }))
}

/** The layer's tiles, from the highest zoom down: what falls away at one is gone at all below. */
export function* tilesOf(zones: readonly DrawnZone[], options: TileOptions): Generator<EncodedTile> {
  let left = zones
  for (let z = options.maxZoom; z >= options.minZoom; z--) {
    const allowed = options.exactTop && z === options.maxZoom ? 0 : options.tolerance
    const least = allowed / (extent * 2 ** z)
    if (least > 0)
      left = left.map(({ shapes, properties }) => ({ shapes: shapes.map((shape) => simplified(shape, least)), properties }))
    const zoom: Zoom = { z, buffer: options.buffer ?? buffer, tiles: new Map() }
    for (const { shapes, properties } of left) for (const shape of shapes) addShape(zoom, shape, properties)
    for (const { x, y, tile } of zoom.tiles.values()) yield { z, x, y, bytes: tile.encode(options.layer, extent) }
  }
}

interface Zoom {
  readonly z: number
  readonly buffer: number
  readonly tiles: Map<number, { readonly x: number; readonly y: number; readonly tile: LayerTile }>
}

function addShape(zoom: Zoom, { type, parts }: TileShape, properties: TileFeature['properties']): void {
  const side = 2 ** zoom.z
  const grid = { extent, buffer: zoom.buffer, side }
  const drawn = new Map<number, Commands>()
  const at = (column: number, row: number): Commands => {
    const found = drawn.get(column * side + row) ?? new Commands()
    drawn.set(column * side + row, found)
    return found
  }
  for (const part of parts) {
    if (type === 1) {
      scatter(part.flat, grid, (column, row, list, from, to) => {
        wholeOf(list, from, to, column, row)
        at(column, row).point(whole)
      })
      continue
    }
    divide(part.flat, type === 3, grid, (column, row, list, from, to) => {
      const count = wholeOf(list, from, to, column, row)
      if (type === 2 && count > 1) at(column, row).path(whole, count, false)
      else if (type === 3 && count > 3 && wound(whole, count, part.outer)) at(column, row).path(whole, count - 1, true)
    })
  }
  for (const [key, commands] of drawn) {
    if (commands.empty) continue
    const found = zoom.tiles.get(key) ?? { x: Math.floor(key / side), y: key % side, tile: new LayerTile() }
    zoom.tiles.set(key, found)
    found.tile.add(type, properties, commands)
  }
}

/** Room for the positions of one part in one tile, used again and again. */
let whole = new Int32Array(4096)

/** Puts positions into `whole` in whole units of a tile; those that fall together are one. @returns how many */
function wholeOf(list: Float64Array, from: number, to: number, column: number, row: number): number {
  if (whole.length < to - from) whole = new Int32Array(2 * (to - from))
  const into = whole
  const [west, north] = [column * extent, row * extent]
  let size = 0
  let lastX = 0
  let lastY = 0
  for (let at = from; at < to; at += 2) {
    const x = Math.round((list[at] ?? 0) - west)
    const y = Math.round((list[at + 1] ?? 0) - north)
    if (size > 0 && lastX === x && lastY === y) continue
    into[size++] = x
    into[size++] = y
    lastX = x
    lastY = y
  }
  return size / 2
}

/** Turns a ring the way it has to run: outer rings with a positive area in the tile's axes, holes with a negative. @returns whether it has any */
function wound(whole: Int32Array, count: number, outer: boolean): boolean {
  let area = 0
  for (let at = 2; at < 2 * count; at += 2)
    area += (whole[at - 2] ?? 0) * (whole[at + 1] ?? 0) - (whole[at] ?? 0) * (whole[at - 1] ?? 0)
  if (area > 0 !== outer) {
    for (let low = 0, high = 2 * count - 2; low < high; low += 2, high -= 2) {
      const [x, y] = [whole[low] ?? 0, whole[low + 1] ?? 0]
      whole[low] = whole[high] ?? 0
      whole[low + 1] = whole[high + 1] ?? 0
      whole[high] = x
      whole[high + 1] = y
    }
  }
  return area !== 0
}

interface Range {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

/** Web-mercator tiles that a box touches. */
export function tileRange([west, south, east, north]: BBox, z: number): Range {
  const side = 2 ** z
  const column = (longitude: number) => clamp(Math.floor(((longitude + 180) / 360) * side), side)
  const row = (latitude: number) => {
    const radians = (Math.min(85.05, Math.max(-85.05, latitude)) * Math.PI) / 180
    return clamp(Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * side), side)
  }
  return { west: column(west), east: column(east), north: row(north), south: row(south) }
}

function clamp(cell: number, side: number): number {
  return Math.min(side - 1, Math.max(0, cell))
}
