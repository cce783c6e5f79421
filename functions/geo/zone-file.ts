/** Reads the pieces of zones in a box from a `zones.fgb` by byte ranges. */
import { ByteBuffer } from 'flatbuffers'
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js'
import { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js'
import { fromGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js'
import { fromByteBuffer, type HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js'
import { calcTreeSize } from 'flatgeobuf/lib/mjs/packedrtree.js'
import type { BBox } from '#contract/geometry.ts'
import { type Found, nodeBytes, searchTree } from './packed-tree.ts'
import { GeodataError, type Source } from './source.ts'

/** A part of a zone: whole, or cut off on the grid. */
export interface Piece {
  readonly layer: string
  readonly id: string
  readonly title: string
  readonly value: string | undefined
  readonly link: string | undefined
  /** `wId`s, parted by spaces. */
  readonly passages: string | undefined
  readonly geometry: GeoJSON.Geometry
}

/** Bytes between two wanted features that are cheaper to read along than to ask for apart. */
const gap = 64 * 1024
/** No header of ours comes near; more means that this is not a FlatGeobuf. */
const maxHeader = 1 << 20

/** Pieces whose box meets `box`, in file order. @throws {GeodataError} */
export async function piecesIn(source: Source, box: BBox): Promise<Piece[]> {
  const { header, treeStart } = await readHeader(source)
  if (header.featuresCount === 0) return []
  const featuresStart = treeStart + calcTreeSize(header.featuresCount, header.indexNodeSize)
  const found = await searchTree(header.featuresCount, header.indexNodeSize, box, async (first, end) =>
    viewOf(await exactly(source, treeStart + first * nodeBytes, (end - first) * nodeBytes)),
  )
  const batches = await Promise.all(batchesOf(found).map((batch) => readBatch(source, featuresStart, batch)))
  return batches.flat().map((feature) => pieceOf(source, feature, header))
}

async function readHeader(source: Source): Promise<{ header: HeaderMeta; treeStart: number }> {
  const start = await exactly(source, 0, magicbytes.length + 4)
  if (!magicbytes.subarray(0, 3).every((byte, index) => start[index] === byte)) {
    throw new GeodataError('damaged', source.getKey(), 'not a FlatGeobuf file')
  }
  const length = viewOf(start).getUint32(magicbytes.length, true)
  if (length > maxHeader) throw new GeodataError('damaged', source.getKey(), `a header of ${length} bytes`)
  const header = fromByteBuffer(new ByteBuffer(await exactly(source, magicbytes.length, 4 + length)))
  if (header.featuresCount > 0 && header.indexNodeSize < 2) throw new GeodataError('damaged', source.getKey(), 'has no index')
  return { header, treeStart: magicbytes.length + 4 + length }
}

async function exactly(source: Source, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const { data } = await source.getBytes(offset, length)
  if (data.byteLength < length) throw new GeodataError('damaged', source.getKey(), `ends at byte ${offset + data.byteLength}`)
  return new Uint8Array(data)
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Neighbours in the file are read together. */
function batchesOf(found: readonly Found[]): Found[][] {
  const batches: Found[][] = []
  for (const one of [...found].sort((a, b) => a.offset - b.offset)) {
    const batch = batches.at(-1)
    const last = batch?.at(-1)
    if (batch && last?.length !== undefined && one.offset - (last.offset + last.length) <= gap) batch.push(one)
    else batches.push([one])
  }
  return batches
}

async function readBatch(source: Source, featuresStart: number, batch: readonly Found[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const first = batch[0]?.offset ?? 0
  const last = batch.at(-1)
  const sized = batch.filter((one) => one.length !== undefined)
  const end = Math.max(first, ...sized.map((one) => one.offset + (one.length ?? 0)))
  const bytes = await exactly(source, featuresStart + first, end - first)
  const features = sized.map((one) => bytes.slice(one.offset - first, one.offset - first + (one.length ?? 0)))
  if (last && last.length === undefined) features.push(await readLast(source, featuresStart + last.offset))
  return features
}

async function readLast(source: Source, offset: number): Promise<Uint8Array<ArrayBuffer>> {
  const length = viewOf(await exactly(source, offset, 4)).getUint32(0, true)
  return exactly(source, offset, 4 + length)
}

function pieceOf(source: Source, bytes: Uint8Array<ArrayBuffer>, header: HeaderMeta): Piece {
  const feature = Feature.getSizePrefixedRootAsFeature(new ByteBuffer(bytes))
  const geometry = feature.geometry()
  const { layer, id, title, value, link, passages } = parseProperties(feature, header.columns)
  if (!geometry || typeof layer !== 'string' || typeof id !== 'string' || typeof title !== 'string') {
    throw new GeodataError('damaged', source.getKey(), 'a piece without geometry, layer, id or title')
  }
  const shape = fromGeometry(geometry, header.geometryType) as GeoJSON.Geometry
  return { layer, id, title, value: textOf(value), link: textOf(link), passages: textOf(passages), geometry: shape }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
