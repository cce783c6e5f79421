/** What S3 and CloudFront serve in the cloud: the web app, the built geodata and the operator's configuration. */
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { securityHeaders } from '../security-headers.ts'
import { mediaTypeOf } from './media-types.ts'
import { type Coding, codingFor, codings, sendCompressed } from './send-compressed.ts'
import { sendFile } from './send-file.ts'

/** `/config.json`: who runs this site, and where the footer's links lead (null: not shown). */
export interface SiteConfig {
  readonly operator: string
  readonly accessibility: string | null
  readonly privacy: string | null
  readonly contact: string | null
}

export interface StaticFiles {
  /** Folder of the built web app. */
  readonly web: string
  /** Folder of the built geodata. */
  readonly geodata: string
  readonly site: SiteConfig
}

/** Names that hold a hash of their contents never change. */
const forever = 'public, max-age=31536000, immutable'
const askFirst = 'no-cache'

export async function serveStatic(files: StaticFiles, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return refuse(response, 405, 'Dit kan hier niet.')
  }
  const segments = safeSegments(request.url ?? '/')
  if (!segments) return refuse(response, 404, 'Niet gevonden.')
  const [first] = segments
  if (first === 'config.json' && segments.length === 1) return sendConfig(files.site, request, response)
  if (first === 'geodata') {
    const name = segments.slice(1)
    const cache = name.join('/') === 'catalogue.json' ? askFirst : forever
    const headers = { 'content-type': mediaTypeOf(name.at(-1) ?? ''), 'cache-control': cache, 'access-control-allow-origin': '*' }
    const file = { path: join(files.geodata, ...name), headers }
    // Texts and the catalogue; tiles and zones are compressed inside, and read in ranges.
    if (file.path.endsWith('.json') && (await sendCompressed(request, response, file))) return
    if (await sendFile(request, response, file)) return
    return refuse(response, 404, 'Niet gevonden.')
  }
  const path = join(files.web, ...(segments.length === 0 ? ['index.html'] : segments))
  const cache = first === 'assets' ? forever : askFirst
  if (await sendFile(request, response, compressed(path, cache, request))) return
  // The app has its own addresses, whoever asks (link previews accept anything); a missing script or image is missing. So does CloudFront.
  // Below a consultation there are no files, and the ids of passages hold dots.
  const navigates = first === 'consultations' || !segments.at(-1)?.includes('.')
  if (navigates && (await sendFile(request, response, compressed(join(files.web, 'index.html'), askFirst, request)))) return
  refuse(response, 404, 'Niet gevonden.')
}

const suffixes: Readonly<Record<Coding, string>> = { br: '.br', gzip: '.gz' }

/** The file, or its compressed sister where the build made one and the browser takes it. */
function compressed(path: string, cache: string, request: IncomingMessage): { path: string; headers: Record<string, string> } {
  const headers = { 'content-type': mediaTypeOf(path), 'cache-control': cache, vary: 'Accept-Encoding' }
  const coding = codingFor(
    request,
    codings.filter((one) => existsSync(path + suffixes[one])),
  )
  return coding ? { path: path + suffixes[coding], headers: { ...headers, 'content-encoding': coding } } : { path, headers }
}

/** Decoded parts of a path, or undefined where one could lead outside its folder or to a hidden file. */
export function safeSegments(target: string): string[] | undefined {
  let path: string
  try {
    path = decodeURIComponent(target.split('?')[0] ?? '')
  } catch {
    return undefined
  }
  const segments = path.split('/').slice(1)
  if (segments.at(-1) === '') segments.pop()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  const unsafe = segments.some((segment) => segment === '' || segment.startsWith('.') || /[\\\u0000-\u001f]/.test(segment))
  return unsafe ? undefined : segments
}

function sendConfig(site: SiteConfig, request: IncomingMessage, response: ServerResponse): void {
  const body = JSON.stringify(site)
  response.setHeader('content-type', 'application/json')
  response.setHeader('cache-control', askFirst)
  response.end(request.method === 'HEAD' ? undefined : body)
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.removeHeader('content-encoding')
  response.end(text)
}
