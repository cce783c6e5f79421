/** Gzip, done by the API itself: caches in front of it compress few media types, and not GeoJSON or tiles. */
import { pipeline, type Readable } from 'node:stream'
import { createGzip, gzipSync } from 'node:zlib'

/** Bytes below which compressing saves no network packet. */
const smallest = 1400

/** Does an Accept-Encoding header take gzip (RFC 9110, 12.5.3)? */
export function acceptsGzip(header: string | undefined): boolean {
  return (header ?? '').split(',').some((coding) => /^\s*(gzip|\*)\s*(;|$)/i.test(coding) && !/;\s*q=0(\.0*)?\s*$/i.test(coding))
}

/** The bytes compressed, or undefined where that gains nothing. */
export function gzipped(body: string | Uint8Array): Uint8Array | undefined {
  return body.length < smallest ? undefined : gzipSync(body)
}

/** Compressed on the way; an error in the stream breaks the compressed one too, so that the reader notices. */
export function gzippedStream(stream: Readable): Readable {
  return pipeline(stream, createGzip(), () => undefined)
}
