/** Directories of a PMTiles archive: entries as columns of variable-length integers, gzipped. Specification, section 4. */
import { gzipSync } from 'node:zlib'

export interface Entry {
  readonly id: number
  readonly offset: number
  readonly length: number
  /** Tiles in a row with this content; 0 for an entry that points to a leaf directory. */
  run: number
}

/** Entries per leaf to begin with; doubled until the root fits. */
const firstLeafSize = 4096

/** One root where it fits in `limit` bytes, else a root of leaf directories. */
export function packDirectories(entries: readonly Entry[], limit: number): { root: Uint8Array; leaves: Uint8Array } {
  const root = packDirectory(entries)
  if (root.byteLength <= limit) return { root, leaves: new Uint8Array(0) }
  for (let size = firstLeafSize; ; size *= 2) {
    const packed = packLeaves(entries, size)
    if (packed.root.byteLength <= limit) return packed
  }
}

function packLeaves(entries: readonly Entry[], size: number): { root: Uint8Array; leaves: Uint8Array } {
  const leaves: Uint8Array[] = []
  const pointers: Entry[] = []
  let offset = 0
  for (let start = 0; start < entries.length; start += size) {
    const leaf = packDirectory(entries.slice(start, start + size))
    pointers.push({ id: entries[start]?.id ?? 0, offset, length: leaf.byteLength, run: 0 })
    leaves.push(leaf)
    offset += leaf.byteLength
  }
  return { root: packDirectory(pointers), leaves: Buffer.concat(leaves) }
}

function packDirectory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = []
  const push = (value: number) => {
    let rest = value
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80)
    bytes.push(rest)
  }
  push(entries.length)
  let last = 0
  for (const { id } of entries) {
    push(id - last)
    last = id
  }
  for (const { run } of entries) push(run)
  for (const { length } of entries) push(length)
  for (const [index, { offset }] of entries.entries()) {
    const before = entries[index - 1]
    // 0: right behind the one before; else the offset and one.
    push(before && offset === before.offset + before.length ? 0 : offset + 1)
  }
  return gzipSync(Uint8Array.from(bytes))
}
