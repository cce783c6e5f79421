/** What a first visit to the web app sends over the line: the page before the map, and with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Measurement } from './measure.ts'

/** @param dist the built app. Throws when it is not there, or when no chunk holds the map. */
export function benchWeb(dist: string): Measurement[] {
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`${dist} holds no built web app: npm run build`)
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, name]) => name as string)
  const first = withImports(dist, named)
  const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`)
  const map = assets.filter((name) => /\/(map-view|maplibre-gl-worker)[^/]*\.(js|mjs|css)$/.test(name))
  if (!map.some((name) => name.endsWith('.js')) || !map.some((name) => name.endsWith('.mjs')))
    throw new Error('no chunk of the map found')
  const all = withImports(dist, [...named, ...map])
  const size = (names: Iterable<string>, compress: (bytes: Uint8Array) => Uint8Array): number =>
    ['index.html', ...names].reduce((sum, name) => sum + compress(readFileSync(join(dist, name))).length, 0) / 1000
  return [
    { what: 'before the map, gzip', measured: size(first, gzipSync), unit: 'kB', budget: 60 },
    { what: 'before the map, brotli', measured: size(first, brotliCompressSync), unit: 'kB' },
    { what: 'with the map, gzip', measured: size(all, gzipSync), unit: 'kB', budget: 530 },
    { what: 'with the map, brotli', measured: size(all, brotliCompressSync), unit: 'kB', budget: 440 },
  ]
}

/** The files, and all that their scripts import at once. */
function withImports(dist: string, names: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const queue = [...names]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    if (!name.endsWith('js')) continue
    const code = readFileSync(join(dist, name), 'utf8')
    for (const [, imported] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) queue.push(`assets/${imported}`)
  }
  return seen
}
