/**
 * Writes PMTiles version 3: clustered (tiles in the order of their ids), equal tiles once, runs of equal neighbours as one entry, leaf directories where the
 * root would not fit, bounds in the header. https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzipSync, gzip as gzipWith } from 'node:zlib'
import type { BBox } from '#contract/geometry.ts'
import { Output } from './output.ts'
import { type Entry, packDirectories } from './pmtiles-directory.ts'
import { Spool, type Stored } from './spool.ts'

const headerBytes = 127
/** Codes of the specification, sections 3.2 and 3.3. */
const gzip = 2

/** Off the main thread, so that several can be packed at once. */
export const packTile: (tile: Uint8Array) => Promise<Uint8Array> = promisify(gzipWith)
const vectorTiles = 1

export interface ArchiveOptions {
  readonly bounds: BBox
  readonly minZoom: number
  readonly maxZoom: number
  /** TileJSON: name, attribution, vector_layers. */
  readonly metadata: object
}

export class PmtilesWriter {
  readonly #path: string
  readonly #spool: Spool
  readonly #entries: Entry[] = []
  readonly #contents = new Map<string, Stored>()
  readonly #order: Stored[] = []
  #addressed = 0

  /** @param path temporary name; the file gets its own in `publish` */
  constructor(path: string) {
    this.#path = path
    this.#spool = new Spool(`${path}.spool`)
  }

  /**
   * Adds a tile (MVT, not compressed) under an id above the last one's. @returns bytes as stored. @throws {RangeError} on disorder
   * @param bytes the same, packed ahead by `packTile`
   */
  async add(id: number, tile: Uint8Array, bytes?: Promise<Uint8Array>): Promise<number> {
    const last = this.#entries.at(-1)
    if (last && id < last.id + last.run) throw new RangeError(`tile id ${id}: expected one above ${last.id + last.run - 1}`)
    this.#addressed++
    const key = createHash('sha256').update(tile).digest('base64')
    const stored = this.#contents.get(key) ?? (await this.#store(key, await (bytes ?? packTile(tile))))
    if (last && last.offset === stored.offset && last.id + last.run === id) last.run++
    else this.#entries.push({ id, offset: stored.offset, length: stored.length, run: 1 })
    return stored.length
  }

  /** @returns the file's name in `folder` and its size in bytes */
  async publish(folder: string, prefix: string, options: ArchiveOptions): Promise<{ name: string; bytes: number }> {
    const output = await Output.create(this.#path)
    try {
      const { root, leaves } = packDirectories(this.#entries, 16_384 - headerBytes)
      const metadata = gzipSync(JSON.stringify(options.metadata))
      const tileBytes = this.#order.reduce((sum, { length }) => sum + length, 0)
      await output.write(this.#header(options, [root.byteLength, metadata.byteLength, leaves.byteLength, tileBytes]))
      for (const part of [root, metadata, leaves]) await output.write(part)
      for (const stored of this.#order) await output.write(await this.#spool.read(stored))
      return { name: await output.publish(folder, prefix, 'pmtiles'), bytes: output.size }
    } catch (error) {
      await output.discard()
      throw error
    } finally {
      await this.#spool.discard()
    }
  }

  /** Throws away what was added. */
  discard(): Promise<void> {
    return this.#spool.discard()
  }

  async #store(key: string, bytes: Uint8Array): Promise<Stored> {
    const stored = await this.#spool.append(bytes)
    this.#contents.set(key, stored)
    this.#order.push(stored)
    return stored
  }

  /** @param sections bytes of root, metadata, leaves and tiles, which follow the header in this order */
  #header({ bounds, minZoom, maxZoom }: ArchiveOptions, sections: readonly number[]): Uint8Array {
    const bytes = new Uint8Array(headerBytes)
    const view = new DataView(bytes.buffer)
    bytes.set(new TextEncoder().encode('PMTiles'))
    bytes[7] = 3
    let offset = headerBytes
    for (const [index, length] of sections.entries()) {
      view.setBigUint64(8 + index * 16, BigInt(offset), true)
      view.setBigUint64(16 + index * 16, BigInt(length), true)
      offset += length
    }
    const counts = [this.#addressed, this.#entries.length, this.#order.length]
    for (const [index, count] of counts.entries()) view.setBigUint64(72 + index * 8, BigInt(count), true)
    bytes.set([1, gzip, gzip, vectorTiles, minZoom, maxZoom], 96)
    const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true)
    for (const [index, value] of bounds.entries()) degrees(102 + index * 4, value)
    bytes[118] = minZoom
    degrees(119, (bounds[0] + bounds[2]) / 2)
    degrees(123, (bounds[1] + bounds[3]) / 2)
    return bytes
  }
}
