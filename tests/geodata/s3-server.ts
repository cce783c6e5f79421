/** A small S3 over HTTP, in memory, as far as publishing goes: objects, conditions, parts, lists; and a network that fails on demand. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

interface StoredObject {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  at: Date
  /** Of how many parts it was put together; 0 for one put whole. */
  readonly parts: number
}
export interface S3Server {
  readonly endpoint: string
  readonly objects: Map<string, StoredObject>
  /** `METHOD key` of every request that changed something, in order. */
  readonly changes: string[]
  /** Asked before each request: break it off before it is done, after it, or answer 503. */
  fault: (request: string) => 'before' | 'after' | 'busy' | undefined
  /** Waited for before a request is done. */
  gate: (request: string) => Promise<void>
  /** Called when a request has been done. */
  onDone: (request: string) => void
}

interface Parts {
  readonly key: string
  readonly headers: Record<string, string>
  readonly parts: Map<number, Buffer>
}

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export async function startS3(bucket = 'kaart'): Promise<S3Server> {
  const objects = new Map<string, StoredObject>()
  const uploads = new Map<string, Parts>()
  const s3: S3Server = {
    endpoint: '',
    objects,
    changes: [],
    fault: () => undefined,
    gate: async () => undefined,
    onDone: () => undefined,
  }
  let next = 0

  const put = (key: string, body: Buffer, headers: Record<string, string>, parts = 0) =>
    objects.set(key, { body, headers, etag: etagOf(body), at: new Date(), parts })

  /** Status, body and headers. */
  type Reply = [status: number, body?: string | Buffer, headers?: Record<string, string>]
  const failure = (status: number, code: string): Reply => [
    status,
    `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
  ]

  function refused(key: string, headers: IncomingMessage['headers']): Reply | undefined {
    const there = objects.get(key)
    if (headers['if-none-match'] === '*' && there) return failure(412, 'PreconditionFailed')
    if (headers['if-match'] === undefined) return undefined
    if (!there) return failure(404, 'NoSuchKey')
    return headers['if-match'] === there.etag ? undefined : failure(412, 'PreconditionFailed')
  }

  function kept(headers: IncomingMessage['headers']): Record<string, string> {
    return Object.fromEntries(['content-type', 'cache-control'].map((name) => [name, String(headers[name] ?? '')]))
  }

  function answer(request: IncomingMessage, url: URL, body: Buffer): Reply {
    const key = decodeURIComponent(url.pathname.slice(bucket.length + 2))
    const { headers, method } = request
    const query = url.searchParams
    if (!url.pathname.startsWith(`/${bucket}`)) return failure(404, 'NoSuchBucket')
    if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=sleutel/')) return failure(403, 'AccessDenied')
    if (method === 'GET' && query.has('list-type')) return listed(query)
    if (method === 'GET') {
      const there = objects.get(key)
      return there ? [200, there.body, { ...there.headers, etag: there.etag }] : failure(404, 'NoSuchKey')
    }
    if (method === 'POST' && query.has('uploads')) {
      const id = `upload-${++next}`
      uploads.set(id, { key, headers: kept(headers), parts: new Map() })
      return [200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`]
    }
    if (method === 'POST' && query.has('delete')) {
      for (const [, name = ''] of body.toString().matchAll(/<Key>(.*?)<\/Key>/g)) objects.delete(name)
      return [200, '<DeleteResult/>']
    }
    const upload = uploads.get(query.get('uploadId') ?? '')
    if (query.has('uploadId') && !upload) return failure(404, 'NoSuchUpload')
    if (upload && method === 'PUT') {
      upload.parts.set(Number(query.get('partNumber')), body)
      return [200, '', { etag: etagOf(body) }]
    }
    if (upload && method === 'DELETE') {
      uploads.delete(query.get('uploadId') ?? '')
      return [204]
    }
    if (upload && method === 'POST') {
      const named = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, number]) => Number(number))
      const parts = named.sort((a, b) => a - b).map((number) => upload.parts.get(number) ?? Buffer.alloc(0))
      put(upload.key, Buffer.concat(parts), upload.headers, parts.length)
      uploads.delete(query.get('uploadId') ?? '')
      return [200, '<CompleteMultipartUploadResult/>']
    }
    if (method === 'PUT') {
      const no = refused(key, headers)
      if (no) return no
      put(key, body, kept(headers))
      return [200, '', { etag: objects.get(key)?.etag ?? '' }]
    }
    return failure(405, 'MethodNotAllowed')
  }

  /** Three to a page, so that paging is met. */
  function listed(query: URLSearchParams): Reply {
    const names = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
    const from = Number(query.get('continuation-token') ?? 0)
    const entries = names.slice(from, from + 3).map((name) => {
      const { body, at, etag } = objects.get(name) as StoredObject
      const fields = `<Size>${body.length}</Size><LastModified>${at.toISOString()}</LastModified><ETag>${escaped(etag)}</ETag>`
      return `<Contents><Key>${escaped(name)}</Key>${fields}</Contents>`
    })
    const more = from + 3 < names.length
    const token = more ? `<NextContinuationToken>${from + 3}</NextContinuationToken>` : ''
    return [200, `<ListBucketResult><IsTruncated>${more}</IsTruncated>${token}${entries.join('')}</ListBucketResult>`]
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3')
    const name = `${request.method} ${decodeURIComponent(url.pathname.slice(bucket.length + 2))}`
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    await s3.gate(name)
    const fault = s3.fault(name)
    if (fault === 'before') return void request.socket.destroy()
    const [status, body = '', headers = {}] =
      fault === 'busy' ? failure(503, 'SlowDown') : answer(request, url, unchunked(Buffer.concat(chunks), request.headers))
    if (status < 300 && request.method !== 'GET') s3.changes.push(name)
    if (fault === 'after') return void request.socket.destroy()
    response.writeHead(status, { 'content-type': 'application/xml', ...headers })
    response.end(body)
    s3.onDone(name)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
  })
  return Object.assign(s3, { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

/** A body that was sent in signed pieces (`aws-chunked`) without what is around them. */
function unchunked(body: Buffer, headers: IncomingMessage['headers']): Buffer {
  if (!headers['content-encoding']?.includes('aws-chunked')) return body
  const pieces: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, end), 16)
    if (!(size > 0)) return Buffer.concat(pieces)
    pieces.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
