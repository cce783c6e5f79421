/**
 * HTTP to API Gateway v2 events and back, so that the Lambda handlers themselves answer on one machine. Two modes, as AWS has two
 * doors: an HTTP API hands the path over decoded, a function URL hands it over as it was sent and takes streams.
 */
import { Buffer, isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { ApiResponse } from '#api/respond.ts'

export type GatewayMode = 'httpApi' | 'functionUrl'

/** Bytes of a body that are handed on; the handlers refuse far less (256 kB) with a problem document. */
const bodyLimit = 1024 * 1024
/** Bytes that are read and thrown away, so that a client that sends too much still hears why; beyond it is cut off. */
const patience = 16 * 1024 * 1024

/** What an event is made from: an HTTP/1.1 request as node parses it. */
export interface RawRequest {
  readonly method: string
  /** Request target: path and query as they were sent. */
  readonly target: string
  /** Names and values in turn, as node's `rawHeaders`. */
  readonly rawHeaders: readonly string[]
  readonly body: Uint8Array
  readonly sourceIp: string
  readonly time: Date
}

export function toEvent(request: RawRequest, mode: GatewayMode): APIGatewayProxyEventV2 {
  const cut = request.target.indexOf('?')
  const encodedPath = cut < 0 ? request.target : request.target.slice(0, cut)
  const rawQueryString = cut < 0 ? '' : request.target.slice(cut + 1)
  const path = mode === 'httpApi' ? decodedPath(encodedPath) : encodedPath
  const { headers, cookies } = readHeaders(request.rawHeaders)
  const query = combinedQuery(rawQueryString)
  const host = headers.host ?? 'localhost'
  const text = isText(headers['content-type']) && isUtf8(request.body)
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: host,
      domainPrefix: host.split('.')[0] ?? host,
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: request.time.toISOString(),
      timeEpoch: request.time.getTime(),
    },
    ...(request.body.length > 0 && { body: Buffer.from(request.body).toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: request.body.length > 0 && !text,
  }
}

/** HTTP APIs decode the path, and cut it where a decoded question mark appears. What cannot be decoded stays as it is. */
function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path).split('?')[0] ?? ''
  } catch {
    return path
  }
}

/** Lower-case names; repeated ones joined by a comma; cookies apart. */
function readHeaders(rawHeaders: readonly string[]): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = Object.create(null)
  const cookies: string[] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = String(rawHeaders[index]).toLowerCase()
    const value = String(rawHeaders[index + 1])
    if (name === 'cookie') cookies.push(...value.split(/;\s*/).filter((cookie) => cookie !== ''))
    else headers[name] = name in headers ? `${headers[name]},${value}` : value
  }
  return { headers: { ...headers }, cookies }
}

/** Decoded; values of a repeated key are joined by commas; absent without a query. */
function combinedQuery(query: string): Record<string, string> | undefined {
  if (query === '') return undefined
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(query)) values[name] = name in values ? `${values[name]},${value}` : value
  return { ...values }
}

/** Bodies of these types come as text; every other as base64, and what is no UTF-8 after all. */
function isText(contentType: string | undefined): boolean {
  return /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))/i.test(contentType ?? '')
}

/** A Lambda handler behind one of the two doors: a function URL's writes to the response itself. */
export interface Door {
  readonly mode: GatewayMode
  readonly handler: (event: APIGatewayProxyEventV2, context: Context) => Promise<ApiResponse>
}
/** How Lambda calls a streaming handler; middy's type knows the buffered call only. */
type StreamingHandler = (event: APIGatewayProxyEventV2, stream: ServerResponse, context: Context) => Promise<void>

/** Nothing of Lambda's context is used. */
const context = {} as Context

/** Serves one HTTP request by a Lambda handler. A handler that fails half-way through its answer leaves the connection broken, as AWS does. */
export async function serve({ mode, handler }: Door, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const body = await readBody(incoming)
  if (!body) return
  const raw: RawRequest = {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    rawHeaders: incoming.rawHeaders,
    body,
    sourceIp: incoming.socket.remoteAddress ?? '',
    time: new Date(),
  }
  const event = toEvent(raw, mode)
  try {
    if (mode === 'functionUrl') await (handler as unknown as StreamingHandler)(event, outgoing, context)
    else writeResult(buffered(await handler(event, context)), raw.method, outgoing)
  } catch (error) {
    const left = outgoing.destroyed || incoming.socket.destroyed
    if (outgoing.headersSent || left) outgoing.destroy()
    else outgoing.writeHead(500, { 'content-type': 'application/json' }).end('{"message":"Internal Server Error"}')
    if (!left) console.error(error)
  }
}

/** An HTTP API takes whole answers only. */
function buffered({ body = '', ...rest }: ApiResponse): APIGatewayProxyStructuredResultV2 {
  if (typeof body !== 'string') throw new TypeError('a stream was answered behind an HTTP API')
  return { ...rest, body }
}

function writeResult(result: APIGatewayProxyStructuredResultV2, method: string, response: ServerResponse): void {
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8')
  response.statusCode = result.statusCode ?? 200
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value))
  if (result.cookies) response.setHeader('set-cookie', result.cookies)
  const bodiless = method === 'HEAD' || response.statusCode === 204 || response.statusCode === 304
  if (!bodiless) response.setHeader('content-length', body.length)
  response.end(bodiless ? undefined : body)
}

/** At most `bodyLimit` and a byte; undefined when the client went away or would not stop. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let kept = 0
  let size = 0
  try {
    for await (const chunk of incoming) {
      size += chunk.length
      if (kept <= bodyLimit) {
        chunks.push(chunk)
        kept += chunk.length
      }
      if (size > patience) {
        incoming.destroy()
        return undefined
      }
    }
  } catch (error) {
    if (incoming.destroyed) return undefined
    throw error
  }
  return Buffer.concat(chunks)
}
