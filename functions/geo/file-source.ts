/** Geodata in a local folder. */
import { type FileHandle, open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { GeodataError, type RangeResponse, type Source, type Sources } from './source.ts'

/** Files of a built catalogue in `folder`. */
export function fileSources(folder: string): Sources {
  return (name) => {
    if (basename(name) !== name) throw new GeodataError('missing', name, 'a file name was expected, found a path')
    return fileSource(join(folder, name))
  }
}

/** One local file. The etag is made of its size and time of change; a file replaced between two reads is `changed`. */
export function fileSource(path: string): Source {
  let version: string | undefined
  return {
    getKey: () => path,
    async getBytes(offset, length, signal): Promise<RangeResponse> {
      signal?.throwIfAborted()
      const handle = await openFile(path)
      try {
        const { size, mtimeMs, ino } = await handle.stat()
        const etag = `"${size}-${mtimeMs}-${ino}"`
        version ??= etag
        if (etag !== version) throw new GeodataError('changed', path, 'was replaced while it was being read')
        return { data: await read(handle, offset, Math.max(0, Math.min(length, size - offset))), etag }
      } finally {
        await handle.close()
      }
    },
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    throw code === 'ENOENT'
      ? new GeodataError('missing', path, 'no such file', { cause })
      : new GeodataError('unreachable', path, 'cannot be opened', { cause })
  }
}

async function read(handle: FileHandle, offset: number, length: number): Promise<ArrayBuffer> {
  const buffer = new ArrayBuffer(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(new Uint8Array(buffer), filled, length - filled, offset + filled)
    if (bytesRead === 0) return buffer.slice(0, filled)
    filled += bytesRead
  }
  return buffer
}
