/** Cuts one layer into vector tiles. */
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { BBox } from '#contract/geometry.ts'

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

/** A tile as geojson-vt gives it, in whole units; its own types do not resolve under `nodenext`. */
interface VtTile {
  readonly numFeatures: number
  readonly features: readonly VtFeature[]
}
type VtFeature =
  | { readonly type: 1; readonly geometry: readonly VtPosition[] }
  | { readonly type: 2 | 3; readonly geometry: readonly (readonly VtPosition[])[] }
type VtPosition = readonly [number, number]

interface VtIndex {
  getTile(z: number, x: number, y: number): VtTile | null
}

/** Simplification belongs to a zoom, not to a tile, so neighbours fit. */
export function* tilesOf(features: readonly TileFeature[], bounds: BBox, options: TileOptions): Generator<EncodedTile> {
  const index: VtIndex = new GeoJSONVT(
    { type: 'FeatureCollection', features: features.map((feature) => ({ type: 'Feature', ...feature })) },
    {
      // geojson-vt never simplifies at its own highest zoom.
      maxZoom: options.exactTop ? options.maxZoom : options.maxZoom + 1,
      indexMaxZoom: options.minZoom,
      tolerance: options.tolerance,
      extent,
      buffer: options.buffer ?? buffer,
    },
  )
  yield* descend(index, options, options.minZoom, tileRange(bounds, options.minZoom))
}

interface Range {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

function* descend(index: VtIndex, options: TileOptions, z: number, range: Range): Generator<EncodedTile> {
  for (let x = range.west; x <= range.east; x++) {
    for (let y = range.north; y <= range.south; y++) {
      const tile = index.getTile(z, x, y)
      // Features before simplification: below a tile where all have become too small, they may show again.
      if (!tile || tile.numFeatures === 0) continue
      const bytes = encode(tile, options.layer)
      if (bytes) yield { z, x, y, bytes }
      if (z < options.maxZoom)
        yield* descend(index, options, z + 1, { west: 2 * x, east: 2 * x + 1, north: 2 * y, south: 2 * y + 1 })
    }
  }
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

function encode(tile: VtTile, layer: string): Uint8Array | undefined {
  const features = tile.features.flatMap((feature): VtFeature[] => {
    if (feature.type === 1) return [feature]
    const parts = feature.geometry
      .map((part) => withoutRepeats(part))
      .filter((part) => part.length >= (feature.type === 3 ? 4 : 2))
    return parts.length > 0 ? [{ ...feature, geometry: parts }] : []
  })
  if (features.length === 0) return undefined
  return fromGeojsonVt({ [layer]: { ...tile, features } }, { version: 2, extent })
}

/** Positions that fall together on the tile's units are drawn once. */
function withoutRepeats(part: readonly VtPosition[]): VtPosition[] {
  return part.filter(([x, y], index) => {
    const before = part[index - 1]
    return !before || before[0] !== x || before[1] !== y
  })
}
