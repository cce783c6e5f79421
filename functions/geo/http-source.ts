/** Geodata behind HTTP range requests: the cloud's delivery address (CloudFront in front of S3). */
import { GeodataError, type RangeResponse, type Source, type Sources } from './source.ts'

/** Files of a built catalogue below `base`, e.g. `https://vliegwiel.example/geodata`. */
export function httpSources(base: string, request: typeof fetch = fetch): Sources {
  const folder = base.endsWith('/') ? base : `${base}/`
  return (name) => httpSource(new URL(encodeURIComponent(name), folder).href, request)
}

/** One file at an address. Every answer must carry the etag of the first; a replaced file is `changed`. */
function httpSource(url: string, request: typeof fetch = fetch): Source {
  let version: string | undefined
  return {
    getKey: () => url,
    async getBytes(offset, length, signal): Promise<RangeResponse> {
      if (length <= 0) return { data: new ArrayBuffer(0) }
      // With a range, fetch itself asks for `accept-encoding: identity`: a range of a compressed file would be of no use.
      const headers = new Headers({ range: `bytes=${offset}-${offset + length - 1}` })
      if (version !== undefined) headers.set('if-match', version)
      const response = await reach(request, url, headers, signal)
      const etag = response.headers.get('etag') ?? undefined
      if (response.status === 412 || (version !== undefined && etag !== undefined && etag !== version)) {
        throw new GeodataError('changed', url, 'was replaced while it was being read')
      }
      if (response.status === 416) return { data: new ArrayBuffer(0) }
      // S3 answers 403 for what does not exist when listing is not allowed.
      if (response.status === 404 || response.status === 403) throw new GeodataError('missing', url, `HTTP ${response.status}`)
      if (!response.ok) throw new GeodataError('unreachable', url, `HTTP ${response.status}`)
      // A weak etag can never satisfy If-Match (RFC 9110, section 13.1.1).
      if (etag !== undefined && !etag.startsWith('W/')) version = etag
      const body = await bodyOf(response, url, signal)
      // A server that knows no ranges sends the whole file with 200.
      const data = response.status === 206 ? body : body.slice(offset, offset + length)
      return etag === undefined ? { data } : { data, etag }
    },
  }
}

async function reach(request: typeof fetch, url: string, headers: Headers, signal?: AbortSignal): Promise<Response> {
  try {
    return await request(url, signal ? { headers, signal } : { headers })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new GeodataError('unreachable', url, 'no answer', { cause })
  }
}

async function bodyOf(response: Response, url: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer()
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new GeodataError('unreachable', url, 'the answer broke off', { cause })
  }
}
