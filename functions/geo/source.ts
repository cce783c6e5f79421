/** Where geodata bytes come from: the two-method port, alike for a local folder and for the cloud. */

export interface RangeResponse {
  readonly data: ArrayBuffer
  /** Names the version of the file that the bytes belong to. */
  readonly etag?: string
}

/**
 * One version of one file, read by byte ranges (structurally PMTiles' own `Source`). A range beyond the end gives the bytes that
 * there are, if any.
 */
export interface Source {
  /** Unique name, for caches and messages. */
  getKey(): string
  /** @throws {GeodataError} `missing`, `changed` or `unreachable` */
  getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse>
}

/** Opens a file of the built geodata by its name in the catalogue; nothing is read yet. */
export type Sources = (name: string) => Source

export type GeodataErrorCode = 'missing' | 'changed' | 'unreachable' | 'damaged'

/** Geodata could not be read. `missing`: no such file; `changed`: it was replaced while being read; `damaged`: not what it should be. */
export class GeodataError extends Error {
  override readonly name = 'GeodataError'
  readonly code: GeodataErrorCode
  /** Name of the file. */
  readonly file: string

  constructor(code: GeodataErrorCode, file: string, message: string, options?: ErrorOptions) {
    super(`${file}: ${message}`, options)
    this.code = code
    this.file = file
  }
}
