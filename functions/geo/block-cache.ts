/** A small cache of byte blocks over any source: index and hot pieces of immutable files are fetched once. */
import type { Source } from './source.ts'

/** Bytes per block: larger ones would read more along than the pieces at a place hold. */
const blockSize = 4 * 1024

export interface BlockCache {
  /** The same file, read through the cache. Only for files whose name says their content (immutable). */
  over(source: Source): Source
}

/** Least recently used blocks go first; `blocks` × 4 kB is the most memory it takes (default 16 MB). */
export function blockCache(blocks = 4096): BlockCache {
  const kept = new Map<string, Promise<ArrayBuffer>>()

  function recall(key: string): Promise<ArrayBuffer> | undefined {
    const found = kept.get(key)
    if (!found) return undefined
    kept.delete(key)
    kept.set(key, found)
    return found
  }

  function keep(key: string, block: Promise<ArrayBuffer>): void {
    kept.set(key, block)
    // A failed read is not an answer: the next one tries again. The reader itself still sees the error.
    block.catch(() => {
      if (kept.get(key) === block) kept.delete(key)
    })
    for (const oldest of kept.keys()) {
      if (kept.size <= blocks) break
      kept.delete(oldest)
    }
  }

  /** Reads the run of blocks `first..last` (all absent) in one request. */
  function fetchRun(source: Source, first: number, last: number): Promise<ArrayBuffer>[] {
    const run = source.getBytes(first * blockSize, (last - first + 1) * blockSize).then((response) => response.data)
    return Array.from({ length: last - first + 1 }, (_, index) => {
      const block = run.then((data) => data.slice(index * blockSize, (index + 1) * blockSize))
      keep(`${source.getKey()}#${first + index}`, block)
      return block
    })
  }

  return {
    over: (source) => ({
      getKey: () => source.getKey(),
      async getBytes(offset, length) {
        const first = Math.floor(offset / blockSize)
        const last = Math.floor((offset + Math.max(length, 1) - 1) / blockSize)
        const wanted: Promise<ArrayBuffer>[] = []
        for (let block = first; block <= last; block++) {
          const found = recall(`${source.getKey()}#${block}`)
          if (found) {
            wanted.push(found)
            continue
          }
          let end = block
          while (end < last && !kept.has(`${source.getKey()}#${end + 1}`)) end++
          wanted.push(...fetchRun(source, block, end))
          block = end
        }
        const parts = await Promise.all(wanted)
        return { data: cut(parts, offset - first * blockSize, length) }
      },
    }),
  }
}

function cut(parts: readonly ArrayBuffer[], skip: number, length: number): ArrayBuffer {
  const [only] = parts
  if (only && parts.length === 1) return only.slice(skip, skip + length)
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    joined.set(new Uint8Array(part), at)
    at += part.byteLength
  }
  return joined.buffer.slice(skip, skip + length)
}
