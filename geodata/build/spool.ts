/** Bytes put aside until their order is known: in memory as long as they are few, then in a temporary file. */
import { type FileHandle, open, rm } from 'node:fs/promises'

export interface Stored {
  readonly offset: number
  readonly length: number
}

/** Bytes held in memory: enough for most documents; beyond it they are written in portions of `batch`. */
const inMemory = 64 * 2 ** 20
const batch = 2 ** 20

export class Spool {
  readonly #path: string
  #file: FileHandle | undefined
  /** Not written yet, by offset. */
  #held = new Map<number, Uint8Array>()
  #heldSize = 0
  #size = 0

  /** @param path of the temporary file, should one be needed */
  constructor(path: string) {
    this.#path = path
  }

  async append(bytes: Uint8Array): Promise<Stored> {
    const stored = { offset: this.#size, length: bytes.byteLength }
    this.#held.set(stored.offset, bytes)
    this.#heldSize += bytes.byteLength
    this.#size += bytes.byteLength
    if (this.#heldSize > (this.#file ? batch : inMemory)) await this.#flush()
    return stored
  }

  /** @param stored as `append` gave it */
  async read({ offset, length }: Stored): Promise<Uint8Array> {
    const held = this.#held.get(offset)
    if (held) return held
    const bytes = new Uint8Array(length)
    for (let filled = 0; filled < length; ) {
      const bytesRead = (await this.#file?.read(bytes, filled, length - filled, offset + filled))?.bytesRead ?? 0
      if (bytesRead === 0) throw new Error(`${this.#path}: nothing at byte ${offset + filled}`)
      filled += bytesRead
    }
    return bytes
  }

  /** Forgets everything. */
  async discard(): Promise<void> {
    this.#held.clear()
    await this.#file?.close()
    await rm(this.#path, { force: true })
  }

  async #flush(): Promise<void> {
    this.#file ??= await open(this.#path, 'w+')
    const bytes = Buffer.concat([...this.#held.values()])
    const start = this.#size - bytes.byteLength
    for (let written = 0; written < bytes.byteLength; ) {
      written += (await this.#file.write(bytes, written, bytes.byteLength - written, start + written)).bytesWritten
    }
    this.#held = new Map()
    this.#heldSize = 0
  }
}
