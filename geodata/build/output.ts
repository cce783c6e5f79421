/** A file that is written under a temporary name and gets its own only when it is complete. */
import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Hexadecimal digits of the content's hash in a file name: 40 bits, of a few hundred files. */
const hashDigits = 10
/** Bytes gathered before they are written at once. */
const batch = 2 ** 20

export class Output {
  readonly #path: string
  readonly #file: FileHandle
  readonly #hash: Hash = createHash('sha256')
  #pending: Uint8Array[] = []
  #pendingSize = 0
  size = 0

  private constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  static async create(path: string): Promise<Output> {
    return new Output(path, await open(path, 'w'))
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes)
    this.size += bytes.byteLength
    this.#pending.push(bytes)
    this.#pendingSize += bytes.byteLength
    if (this.#pendingSize > batch) await this.#flush()
  }

  /** Moves the file into `folder` as `{prefix}.{hash of its content}.{extension}`; gives that name. */
  async publish(folder: string, prefix: string, extension: string): Promise<string> {
    const name = `${prefix}.${this.#hash.digest('hex').slice(0, hashDigits)}.${extension}`
    await this.#flush()
    await this.#file.sync()
    await this.#file.close()
    await rename(this.#path, join(folder, name))
    return name
  }

  async discard(): Promise<void> {
    await this.#file.close()
    await rm(this.#path, { force: true })
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#pending)
    this.#pending = []
    this.#pendingSize = 0
    for (let written = 0; written < bytes.byteLength; ) {
      written += (await this.#file.write(bytes, written, bytes.byteLength - written)).bytesWritten
    }
  }
}
