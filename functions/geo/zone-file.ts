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
import { joined, type Range, spanOf } from './ranges.ts'
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

/** Bytes read at first: the header and the upper levels of the tree, of a province's vision all but the lowest two. */
const headBytes = 16 * 1024
/**
 * Requests at most for a level of the tree below the head, for its leaves, and for the pieces of a point. With the head and two levels below it that is 20; measured
 * on the densest places of a province's vision, fewer would read more bytes than they save.
 */
const requests = { nodes: 2, leaves: 4, pieces: 11 } as const
/** Bytes in which the last piece of the file surely lies, unless it could not be cut. */
const lastPiece = 8 * 1024
/** No header of ours comes near; more means that this is not a FlatGeobuf. */
const maxHeader = 1 << 20

/** Pieces whose box meets `box`, in file order. @throws {GeodataError} */
export async function piecesIn(source: Source, box: BBox): Promise<Piece[]> {
  const file = await openFile(source)
  const { header, treeStart } = await readHeader(file)
  if (header.featuresCount === 0) return []
  const featuresStart = treeStart + calcTreeSize(header.featuresCount, header.indexNodeSize)
  const found = await searchTree(header.featuresCount, header.indexNodeSize, box, async (ranges, leaves) => {
    const wanted = ranges.map(({ first, end }) => ({ start: treeStart + first * nodeBytes, end: treeStart + end * nodeBytes }))
    return (await file.read(wanted, leaves ? requests.leaves : requests.nodes)).map(viewOf)
  })
  const features = await readFeatures(file, featuresStart, found)
  return features.map((feature) => pieceOf(source, feature, header))
}

/** A file of which the head has been read. */
interface OpenFile {
  readonly source: Source
  /** The bytes of each range, in the same order; near ranges together, in at most so many requests unless they lie far apart. */
  read(ranges: readonly Range[], most: number): Promise<Uint8Array<ArrayBuffer>[]>
}

async function openFile(source: Source): Promise<OpenFile> {
  const head = new Uint8Array((await source.getBytes(0, headBytes)).data)
  const read: OpenFile['read'] = async (ranges, most) => {
    const bytes = new Map<Range, Uint8Array<ArrayBuffer>>()
    const [inHead, beyond] = [ranges.filter(({ end }) => end <= head.length), ranges.filter(({ end }) => end > head.length)]
    for (const range of inHead) bytes.set(range, head.slice(range.start, range.end))
    await Promise.all(
      joined(beyond, most).map(async (group) => {
        const { start, end } = spanOf(group)
        const all = await exactly(source, start, end - start)
        for (const range of group) bytes.set(range, all.slice(range.start - start, range.end - start))
      }),
    )
    return ranges.map((range) => bytes.get(range) ?? new Uint8Array(0))
  }
  return { source, read }
}

async function readHeader({ source, read }: OpenFile): Promise<{ header: HeaderMeta; treeStart: number }> {
  const [start = new Uint8Array(0)] = await read([{ start: 0, end: magicbytes.length + 4 }], 1)
  if (!magicbytes.subarray(0, 3).every((byte, index) => start[index] === byte)) {
    throw new GeodataError('damaged', source.getKey(), 'not a FlatGeobuf file')
  }
  const length = viewOf(start).getUint32(magicbytes.length, true)
  if (length > maxHeader) throw new GeodataError('damaged', source.getKey(), `a header of ${length} bytes`)
  const treeStart = magicbytes.length + 4 + length
  const [bytes = new Uint8Array(0)] = await read([{ start: magicbytes.length, end: treeStart }], 1)
  const header = fromByteBuffer(new ByteBuffer(bytes))
  if (header.featuresCount > 0 && header.indexNodeSize < 2) throw new GeodataError('damaged', source.getKey(), 'has no index')
  return { header, treeStart }
}

async function exactly(source: Source, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const { data } = await source.getBytes(offset, length)
  if (data.byteLength < length) throw new GeodataError('damaged', source.getKey(), `ends at byte ${offset + data.byteLength}`)
  return new Uint8Array(data)
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

async function readFeatures(
  { source, read }: OpenFile,
  featuresStart: number,
  found: readonly Found[],
): Promise<Uint8Array<ArrayBuffer>[]> {
  const sized = found.flatMap(({ offset, length }) =>
    length === undefined ? [] : { start: featuresStart + offset, end: featuresStart + offset + length },
  )
  const last = found.find(({ length }) => length === undefined)
  const [features, end] = await Promise.all([
    read(sized, requests.pieces),
    last ? readLast(source, featuresStart + last.offset) : undefined,
  ])
  return end ? [...features, end] : features
}

/** Reads on to the end of the file. */
async function readLast(source: Source, offset: number): Promise<Uint8Array<ArrayBuffer>> {
  const start = new Uint8Array((await source.getBytes(offset, lastPiece)).data)
  const length = start.length < 4 ? 4 : 4 + viewOf(start).getUint32(0, true)
  return length <= start.length ? start.slice(0, length) : exactly(source, offset, length)
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
