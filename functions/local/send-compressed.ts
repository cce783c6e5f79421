/** Built texts as CloudFront sends them: compressed on the way, once for each version of a file. */
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { etagOf, type FileAnswer, listed } from './send-file.ts'

export const codings = ['br', 'gzip'] as const
export type Coding = (typeof codings)[number]

/** The best coding that the client takes; undefined where it wants the bytes as they are (RFC 9110, section 12.5.3). */
export function codingFor(request: IncomingMessage, offered: readonly Coding[] = codings): Coding | undefined {
  const accepted = String(request.headers['accept-encoding'] ?? '').split(',')
  return offered.find((coding) =>
    accepted.some((part) => part.trim().split(';')[0] === coding && !/;\s*q=0(\.0*)?\s*$/.test(part)),
  )
}

const compress: Readonly<Record<Coding, (bytes: Buffer) => Promise<Buffer>>> = {
  // As good as can be had while somebody waits: a by-law of 1.2 MB in some 40 ms.
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
}

/** So many compressed files are kept, the newest ones. */
const keptAtMost = 32
const kept = new Map<string, Promise<Buffer>>()

function compressed(path: string, coding: Coding, version: string): Promise<Buffer> {
  const key = `${coding} ${version} ${path}`
  const known = kept.get(key)
  if (known) return known
  const making = readFile(path).then(compress[coding])
  // What failed is tried again by the next who asks.
  making.catch(() => kept.delete(key))
  kept.set(key, making)
  const [oldest] = kept.keys()
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
  return making
}

/** False when there is no such file, the client takes no coding, or asks for a part of the file; else it has been answered. */
export async function sendCompressed(
  request: IncomingMessage,
  response: ServerResponse,
  { path, headers }: FileAnswer,
): Promise<boolean> {
  response.setHeader('vary', 'Accept-Encoding')
  const coding = codingFor(request)
  if (coding === undefined || request.headers.range !== undefined) return false
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return false
  const etag = etagOf(found, coding)
  const body = await compressed(path, coding, etag)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('etag', etag)
  const condition = request.headers['if-none-match']
  if (condition !== undefined && listed(condition, etag)) {
    response.statusCode = 304
    response.end()
    return true
  }
  response.setHeader('content-encoding', coding)
  response.setHeader('content-length', body.length)
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}
