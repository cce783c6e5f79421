/** From what an implementation answers to the response: media type, caching, conditional requests and headers, alike for every operation. */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Answer as DocumentedAnswer, Operation } from '#contract/operation.ts'
import { acceptsGzip, gzipped, gzippedStream } from './encoding.ts'
import { openToAll, preflightHeaders, privateCache, publicCache, securityHeaders } from './headers.ts'

export interface Answer {
  /** Default 200. */
  readonly status?: number
  /** JSON, or bytes, or a stream where the answer may grow large. */
  readonly body?: { readonly json: unknown } | { readonly bytes: Uint8Array } | { readonly stream: Readable }
  readonly headers?: Readonly<Record<string, string>>
  /** May shared caches keep it? Only what everybody may see. */
  readonly cache: 'public' | 'private'
  /** Strong validator without quotes; `body` makes it the hash of the body. */
  readonly etag?: string | 'body'
}

/** A response whose body may be a stream: what middy's streaming mode takes and API Gateway's type lacks. */
export type ApiResponse = Omit<APIGatewayProxyStructuredResultV2, 'body'> & { body?: string | Readable }

/** @param header of the request, by its lower-case name */
export function respond(
  operation: Operation,
  answer: Answer,
  method: string,
  header: (name: string) => string | undefined,
): ApiResponse {
  const status = answer.status ?? 200
  const documented: DocumentedAnswer | undefined = operation.answers[status]
  if (!documented) throw new Error(`${operation.method} ${operation.path} answers ${status}, which it does not document`)
  const body = payload(answer.body)
  const etag = answer.etag === 'body' ? hashOf(body) : answer.etag
  const headers: Record<string, string> = {
    ...securityHeaders,
    ...(answer.cache === 'public' ? openToAll : {}),
    'cache-control': answer.cache === 'public' ? publicCache : privateCache,
    ...(documented.media && { 'content-type': documented.media }),
    ...(etag !== undefined && { etag: `"${etag}"` }),
    ...answer.headers,
  }
  const reads = method === 'GET' || method === 'HEAD'
  if (reads && etag !== undefined && matches(header('if-none-match'), etag)) {
    const { 'content-type': _, ...rest } = headers
    return { statusCode: 304, headers: rest, body: '' }
  }
  if (method === 'HEAD') {
    if (isStream(body)) body.destroy()
    return { statusCode: status, headers, body: '' }
  }
  return { statusCode: status, ...encoded(body, headers, compresses(answer), acceptsGzip(header('accept-encoding'))) }
}

/** What everybody may see, and files; not what carries a version as its tag, which must stay as it is for If-Match. */
function compresses({ cache, etag, body }: Answer): boolean {
  return (body !== undefined && 'stream' in body) || (cache === 'public' && (etag === undefined || etag === 'body'))
}

function encoded(
  body: string | Uint8Array | Readable,
  headers: Record<string, string>,
  may: boolean,
  accepted: boolean,
): Omit<ApiResponse, 'statusCode'> {
  const varying = may ? { ...headers, vary: 'Accept-Encoding' } : headers
  const compressed = { ...varying, 'content-encoding': 'gzip', ...(headers.etag && { etag: `W/${headers.etag}` }) }
  if (isStream(body)) return may && accepted ? { headers: compressed, body: gzippedStream(body) } : { headers: varying, body }
  const smaller = may && accepted ? gzipped(body) : undefined
  if (smaller) return { headers: compressed, ...inBase64(smaller) }
  return { headers: varying, ...(typeof body === 'string' ? { body } : inBase64(body)) }
}

const inBase64 = (bytes: Uint8Array) => ({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true })
const isStream = (body: string | Uint8Array | Readable): body is Readable => typeof body === 'object' && 'pipe' in body

/** Answer to OPTIONS: what this path knows, and that other origins may read. */
export function preflight(methods: readonly string[]): ApiResponse {
  return {
    statusCode: 204,
    headers: { ...securityHeaders, ...openToAll, ...preflightHeaders, allow: methods.join(', ') },
    body: '',
  }
}

function payload(body: Answer['body']): string | Uint8Array | Readable {
  if (!body) return ''
  if ('json' in body) return JSON.stringify(body.json)
  return 'bytes' in body ? body.bytes : body.stream
}

function hashOf(body: string | Uint8Array | Readable): string {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) throw new TypeError('a stream has no hash before it is sent')
  return createHash('sha256').update(body).digest('base64url').slice(0, 22)
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2): caches that compress make a tag weak. */
function matches(condition: string | undefined, etag: string): boolean {
  if (condition === undefined) return false
  return condition.trim() === '*' || condition.split(',').some((tag) => tag.trim().replace(/^W\//, '') === `"${etag}"`)
}
