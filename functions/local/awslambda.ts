/**
 * The global that Lambda's runtime gives streaming handlers, for one machine. Import it before any handler: middy asks for it when a
 * handler is made. The stream that a handler gets here is the HTTP response itself.
 */
import type { ServerResponse } from 'node:http'

interface Metadata {
  readonly statusCode?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
}

const HttpResponseStream = {
  /** Sends status and headers; the body follows on the same stream. */
  from(response: ServerResponse, { statusCode = 200, headers = {}, cookies = [] }: Metadata): ServerResponse {
    response.writeHead(statusCode, { ...headers, ...(cookies.length > 0 && { 'set-cookie': [...cookies] }) })
    return response
  },
}

Object.assign(globalThis, { awslambda: { HttpResponseStream, streamifyResponse: <H>(handler: H): H => handler } })
