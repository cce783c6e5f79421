/** Cuts one layer into vector tiles. Simplification belongs to a zoom, not to a tile, so neighbours fit. */
import type { BBox } from '#contract/geometry.ts'
import { divide, scatter } from './tile-clip.ts'
import { Commands, LayerTile } from './tile-encode.ts'
import { type TilePart, type TileShape, tileShapesOf } from './tile-shape.ts'

/** Units along a tile's side. */
export const extent = 4096
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
  readonly bytes: Uint8Array
}

/** The layer's tiles, zoom by zoom. */
export function* tilesOf(features: readonly TileFeature[], options: TileOptions): Generator<EncodedTile> {
  const finest = options.tolerance / (extent * 2 ** (options.exactTop ? options.maxZoom - 1 : options.maxZoom))
  const shapes = features.map(({ geometry, properties }) => ({ shapes: tileShapesOf(geometry, finest), properties }))
  for (let z = options.minZoom; z <= options.maxZoom; z++) {
    const tolerance = options.exactTop && z === options.maxZoom ? 0 : options.tolerance
    const zoom: Zoom = { z, tolerance, buffer: options.buffer ?? buffer, tiles: new Map() }
    for (const { shapes: parts, properties } of shapes) for (const shape of parts) addShape(zoom, shape, properties)
    for (const { x, y, tile } of zoom.tiles.values()) yield { z, x, y, bytes: tile.encode(options.layer, extent) }
  }
}

interface Zoom {
  readonly z: number
  readonly tolerance: number
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
      const units = part.flat.map((unit) => unit * side * extent)
      scatter(units, grid, (column, row, flat) => at(column, row).point(wholeOf(flat, column, row).whole))
      continue
    }
    divide(simplified(part, zoom, type === 3), type === 3, grid, (column, row, flat) => {
      const { whole, count } = wholeOf(flat, column, row)
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

/** Positions that outlast the zoom's tolerance, in its units; none of a part that is too small to see. */
function simplified({ flat, weights, size }: TilePart, { z, tolerance }: Zoom, ring: boolean): Float64Array {
  const scale = extent * 2 ** z
  const least = tolerance / scale
  if (tolerance > 0 && size < (ring ? least * least : least)) return new Float64Array(0)
  const kept = new Float64Array(flat.length)
  let count = 0
  for (let index = 0; index < weights.length; index++) {
    if (tolerance > 0 && (weights[index] ?? 0) <= least * least) continue
    kept[count++] = (flat[2 * index] ?? 0) * scale
    kept[count++] = (flat[2 * index + 1] ?? 0) * scale
  }
  return kept.subarray(0, count)
}

/** In whole units of a tile; positions that fall together are one. */
function wholeOf(flat: Float64Array, column: number, row: number): { whole: Int32Array; count: number } {
  const whole = new Int32Array(flat.length)
  let size = 0
  for (let at = 0; at < flat.length; at += 2) {
    const [x, y] = [Math.round((flat[at] ?? 0) - column * extent), Math.round((flat[at + 1] ?? 0) - row * extent)]
    if (size > 0 && whole[size - 2] === x && whole[size - 1] === y) continue
    whole[size++] = x
    whole[size++] = y
  }
  return { whole, count: size / 2 }
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
