/** Bytes put aside in a temporary file, so that memory holds only where they lie. */
import { type FileHandle, open, rm } from 'node:fs/promises'

export interface Stored {
  readonly offset: number
  readonly length: number
}

/** Bytes gathered before they are written at once. */
const batch = 1 << 20

export class Spool {
  readonly #path: string
  readonly #file: FileHandle
  #pending: Uint8Array[] = []
  #pendingSize = 0
  #size = 0

  private constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  static async create(path: string): Promise<Spool> {
    return new Spool(path, await open(path, 'w+'))
  }

  async append(bytes: Uint8Array): Promise<Stored> {
    const stored = { offset: this.#size, length: bytes.byteLength }
    this.#size += bytes.byteLength
    this.#pending.push(bytes)
    this.#pendingSize += bytes.byteLength
    if (this.#pendingSize > batch) await this.#flush()
    return stored
  }

  async read({ offset, length }: Stored): Promise<Uint8Array> {
    await this.#flush()
    const bytes = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await this.#file.read(bytes, filled, length - filled, offset + filled)
      if (bytesRead === 0) throw new Error(`${this.#path}: ended at byte ${offset + filled}`)
      filled += bytesRead
    }
    return bytes
  }

  /** Closes and removes the file. */
  async discard(): Promise<void> {
    await this.#file.close()
    await rm(this.#path, { force: true })
  }

  async #flush(): Promise<void> {
    if (this.#pendingSize === 0) return
    const bytes = Buffer.concat(this.#pending)
    this.#pending = []
    this.#pendingSize = 0
    for (let written = 0; written < bytes.byteLength; ) {
      written += (await this.#file.write(bytes, written, bytes.byteLength - written)).bytesWritten
    }
  }
}
