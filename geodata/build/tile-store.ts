/** Gathers the layers of tiles until all are there, then writes them in order; keeps every tile below the largest size. */
import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'
import { type PmtilesWriter, packTile } from './pmtiles-writer.ts'
import { Spool, type Stored } from './spool.ts'
import type { EncodedTile } from './tile-layer.ts'

/** Bytes of a tile as it is sent (gzipped). */
export const largestTile = 500_000

/** Tiles being packed while others are written. */
const packedAhead = 8

interface Parts {
  readonly z: number
  readonly parts: Stored[]
}

export class TileStore {
  readonly #spool: Spool
  readonly #tiles = new Map<number, Parts>()

  /** @param path temporary name */
  constructor(path: string) {
    this.#spool = new Spool(path)
  }

  async add({ z, x, y, bytes }: EncodedTile): Promise<void> {
    const id = zxyToTileId(z, x, y)
    const tile = this.#tiles.get(id) ?? { z, parts: [] }
    tile.parts.push(await this.#spool.append(bytes))
    this.#tiles.set(id, tile)
  }

  /** Zooms that hold a tile too large to send. */
  async zoomsTooLarge(limit = largestTile): Promise<number[]> {
    const zooms = new Set<number>()
    for (const { z, parts } of this.#tiles.values()) {
      const size = parts.reduce((sum, part) => sum + part.length, 0)
      // gzip never enlarges by more than a few bytes: what is small enough before it need not be packed to know.
      if (size > limit && !zooms.has(z) && gzipSync(await this.#read(parts)).byteLength > limit) zooms.add(z)
    }
    return [...zooms]
  }

  /** Forgets the tiles of a zoom, to be made again. */
  forget(zoom: number): void {
    for (const [id, { z }] of this.#tiles) if (z === zoom) this.#tiles.delete(id)
  }

  /** @returns bytes of the largest tile as sent, and how many tiles there are */
  async writeTo(writer: PmtilesWriter): Promise<{ largest: number; count: number }> {
    let largest = 0
    const ahead: { id: number; tile: Uint8Array; packed: Promise<Uint8Array> }[] = []
    const write = async () => {
      const first = ahead.shift()
      if (first) largest = Math.max(largest, await writer.add(first.id, first.tile, first.packed))
    }
    for (const [id, { parts }] of [...this.#tiles].sort(([a], [b]) => a - b)) {
      const tile = await this.#read(parts)
      ahead.push({ id, tile, packed: packTile(tile) })
      if (ahead.length >= packedAhead) await write()
    }
    while (ahead.length > 0) await write()
    return { largest, count: this.#tiles.size }
  }

  discard(): Promise<void> {
    return this.#spool.discard()
  }

  async #read(parts: readonly Stored[]): Promise<Uint8Array> {
    const bytes: Uint8Array[] = []
    for (const part of parts) bytes.push(await this.#spool.read(part))
    return Buffer.concat(bytes)
  }
}
