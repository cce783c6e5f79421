/** A layer's zones in pieces, as features of `zones.fgb`, packed so that they pass to another thread as they are. */
import type { BBox } from '#contract/geometry.ts'
import { cutLine, cutPolygon } from './cut.ts'
import { type ColumnKind, type FeatureShape, featureOf, propertiesOf } from './feature-bytes.ts'
import { boxOfFlat, type FlatRing, flatRing } from './flat-ring.ts'
import { type FlatZone, partsOf } from './flat-zone.ts'
import type { FlatGeobufWriter } from './flatgeobuf-writer.ts'
import { around } from './packed-tree.ts'

/** Columns of `zones.fgb`. */
export const zoneColumns: ReadonlyMap<string, ColumnKind> = new Map(
  ['layer', 'id', 'title', 'value', 'link', 'passages'].map((name) => [name, 'string']),
)

const kinds = ['Point', 'LineString', 'Polygon'] as const

export interface PackedPieces {
  /** Features one behind another. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Bytes of each. */
  readonly lengths: Uint32Array<ArrayBuffer>
  /** West, south, east, north of each. */
  readonly boxes: Float64Array<ArrayBuffer>
  /** Which of point, line and area each is. */
  readonly kinds: Uint8Array<ArrayBuffer>
}

/** @param layer its id. @param usual passages of the layer */
export function piecesOf(layer: string, zones: readonly FlatZone[], usual: readonly string[]): PackedPieces {
  const features: Uint8Array[] = []
  const boxes: number[] = []
  const kindOf: number[] = []
  for (const zone of zones) {
    const { id, title, value, link } = zone
    const passages = (zone.passages ?? usual).join(' ')
    const own = passages === usual.join(' ') ? null : passages
    const row = { layer, id, title, value: value ?? null, link: link ?? null, passages: own }
    const properties = propertiesOf(zoneColumns, row)
    for (const piece of cutZone(zone)) {
      features.push(featureOf(piece, properties))
      boxes.push(...piece.box)
      kindOf.push(kinds.indexOf(piece.type))
    }
  }
  const lengths = Uint32Array.from(features, ({ length }) => length)
  return { bytes: joined(features), lengths, boxes: Float64Array.from(boxes), kinds: Uint8Array.from(kindOf) }
}

type Piece = FeatureShape & { readonly type: (typeof kinds)[number]; readonly box: BBox }

function cutZone(zone: FlatZone): Piece[] {
  const parts = partsOf(zone)
  switch (zone.type) {
    case 'Polygon':
    case 'MultiPolygon':
      return parts
        .flatMap((rings) => cutPolygon(rings.map(flatRing)))
        .map((rings) => ({ type: 'Polygon', parts: [rings.map(({ flat }) => flat)], box: boxOfRings(rings) }))
    case 'LineString':
    case 'MultiLineString':
      return parts
        .flat()
        .flatMap((line) => cutLine(line))
        .map((line) => ({ type: 'LineString', parts: [[line]], box: boxOfFlat(line) }))
    default:
      return pointsOf(parts.flat()).map((point) => ({ type: 'Point', parts: [[point]], box: boxOfFlat(point) }))
  }
}

function boxOfRings(rings: readonly FlatRing[]): BBox {
  return rings.map(({ box }) => box).reduce(around)
}

function pointsOf(lists: readonly Float64Array[]): Float64Array[] {
  return lists.flatMap((list) => Array.from({ length: list.length / 2 }, (_, index) => list.subarray(2 * index, 2 * index + 2)))
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Puts the pieces into the file's writer. */
export async function addPieces(writer: FlatGeobufWriter, { bytes, lengths, boxes, kinds: kindOf }: PackedPieces): Promise<void> {
  let at = 0
  for (let index = 0; index < lengths.length; index++) {
    const length = lengths[index] ?? 0
    const box = [...boxes.subarray(4 * index, 4 * index + 4)] as unknown as BBox
    await writer.addEncoded(bytes.subarray(at, at + length), box, kinds[kindOf[index] ?? 0] ?? 'Point')
    at += length
  }
}
