/** One file over HTTP, with conditional and range requests (RFC 9110, sections 13 and 14). */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

export interface FileAnswer {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
}

/** False when there is no such file; else it has been answered. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, headers }: FileAnswer,
): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG') return undefined
    throw error
  })
  if (!found?.isFile()) return false
  const { size } = found
  const etag = etagOf(found)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('etag', etag)
  response.setHeader('accept-ranges', 'bytes')

  if (request.headers['if-match'] !== undefined && !listed(request.headers['if-match'], etag)) return end(response, 412)
  if (request.headers['if-none-match'] !== undefined && listed(request.headers['if-none-match'], etag)) return end(response, 304)
  const fresh = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
  const range = fresh ? rangeOf(request.headers.range, size) : undefined
  if (range === 'unsatisfiable') {
    response.setHeader('content-range', `bytes */${size}`)
    return end(response, 416)
  }
  const [start, last] = range ?? [0, size - 1]
  response.statusCode = range ? 206 : 200
  if (range) response.setHeader('content-range', `bytes ${start}-${last}/${size}`)
  response.setHeader('content-length', last - start + 1)
  if (request.method === 'HEAD' || size === 0) response.end()
  else await sent(path, start, last, response)
  return true
}

/** Another version of the file, or another coding of it, has another tag. */
export const etagOf = ({ size, mtimeMs }: { size: number; mtimeMs: number }, coding?: string): string =>
  `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}${coding ? `-${coding}` : ''}"`

async function sent(path: string, start: number, last: number, response: ServerResponse): Promise<void> {
  // The visitor may leave before the first byte or between any two: maps cancel requests all the time.
  if (response.destroyed) return
  try {
    await pipeline(createReadStream(path, { start, end: last }), response)
  } catch (error) {
    if (!response.destroyed) throw error
  }
}

function end(response: ServerResponse, status: number): true {
  response.statusCode = status
  if (status !== 304) response.setHeader('content-length', 0)
  response.end()
  return true
}

export function listed(condition: string, etag: string): boolean {
  return condition.trim() === '*' || condition.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** First and last byte of a single range; undefined where the whole file is to be sent (also for several ranges at once). */
export function rangeOf(header: string | undefined, size: number): readonly [number, number] | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [, first = '', last = ''] = match
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : [size - length, size - 1]
  }
  const start = Number(first)
  const stop = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return undefined
  return start >= size ? 'unsatisfiable' : [start, stop]
}
