/** A bare map of built zones for tests that read its pixels: the app's own sources and layers, their fills opaque or half so, over white. */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser } from 'playwright-core'
import type { Catalogue } from '#contract/catalogue.ts'
import { zoneLayers, zoneSources } from '#web/map/zone-layers.ts'
import { scene } from '../web/map-scene.ts'

/** Pixels of the map: odd, so that one lies in the very middle. */
export const size = { width: 255, height: 191 }

interface Pixels {
  /** Red, green and blue, as `#rrggbb`. */
  at(x: number, y: number): string
}

export interface OpaqueMap {
  /** What the map draws once it has come to rest. @param zoom as the address has it: at `z` a tile of zoom z is 512 pixels wide */
  look(longitude: number, latitude: number, zoom: number): Promise<Pixels>
  close(): Promise<void>
}

const script = `
import { addProtocol, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import { Protocol } from 'pmtiles'
setWorkerUrl('/maplibre/maplibre-gl-worker.mjs')
addProtocol('pmtiles', new Protocol({ errorOnMissingTile: false }).tile)
let map
const still = () => new Promise((resolve) => map.once('idle', resolve))
window.open = async (style, center) => {
  map = new MapLibreMap({ container: 'map', style, center, zoom: 6, fadeDuration: 0, attributionControl: false, canvasContextAttributes: { preserveDrawingBuffer: true } })
  await still()
}
window.look = async (center, zoom) => {
  const rest = still()
  map.jumpTo({ center, zoom })
  await rest
  const { width, height } = map.getCanvas()
  const copy = new OffscreenCanvas(width, height).getContext('2d')
  copy.drawImage(map.getCanvas(), 0, 0)
  return [...copy.getImageData(0, 0, width, height).data].map((byte) => String.fromCharCode(byte)).join('')
}
`

const html = `<!doctype html><meta charset="utf-8"><title>Zones</title><body style="margin:0">
<div id="map" style="width:${size.width}px;height:${size.height}px"></div><script type="module" src="/page.js"></script>`

/** @param target folder of a catalogue. @param opacity of the fills; borders are not drawn */
export async function openOpaqueMap(
  browser: Browser,
  target: string,
  layers: readonly string[],
  opacity = 1,
): Promise<OpaqueMap> {
  const server = await serve(target)
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1 })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await page.goto(origin)
  await page.waitForFunction('window.look !== undefined')
  const catalogue = JSON.parse(await readFile(join(target, 'catalogue.json'), 'utf8')) as Catalogue
  const [west = 0, south = 0, east = 0, north = 0] = catalogue.documents[0]?.bounds ?? []
  const style = styleOf(origin, catalogue, layers, opacity)
  await page.evaluate(`window.open(${JSON.stringify(style)}, [${(west + east) / 2}, ${(south + north) / 2}])`)
  return {
    async look(longitude, latitude, zoom) {
      const bytes = Buffer.from(await page.evaluate<string>(`window.look([${longitude}, ${latitude}], ${zoom})`), 'latin1')
      const at = (x: number, y: number) =>
        `#${bytes.subarray((y * size.width + x) * 4, (y * size.width + x) * 4 + 3).toString('hex')}`
      return { at }
    },
    async close() {
      await page.close()
      server.close()
    },
  }
}

function styleOf(origin: string, catalogue: Catalogue, layers: readonly string[], opacity: number) {
  const shown = { ...scene, origin, catalogue, layers: layers.map((id) => ({ id, opacity: 1 })), zone: null }
  const fills = zoneLayers(shown).filter((layer) => layer.type === 'fill')
  const drawn = fills.map((layer) => ({ ...layer, paint: { ...layer.paint, 'fill-opacity': opacity } }))
  const background = { id: 'white', type: 'background', paint: { 'background-color': '#ffffff' } }
  return { version: 8, sources: zoneSources(shown), layers: [background, ...drawn] }
}

/** The page, MapLibre's own files, and the built geodata by ranges. */
async function serve(target: string) {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const bundle = await build({
    stdin: { contents: script, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  })
  const body = async (path: string): Promise<[type: string, bytes: string | Uint8Array]> => {
    if (path === '/') return ['text/html', html]
    if (path === '/page.js') return ['text/javascript', bundle.outputFiles[0]?.contents ?? '']
    if (path.startsWith('/maplibre/'))
      return ['text/javascript', await readFile(join(root, 'node_modules/maplibre-gl/dist', basename(path)))]
    return ['application/octet-stream', await readFile(join(target, basename(path)))]
  }
  const server = createServer((request, response) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? []
    body(new URL(request.url ?? '/', 'http://map').pathname).then(
      ([type, bytes]) => {
        response.setHeader('content-type', type)
        if (from === undefined) response.end(bytes)
        else response.writeHead(206).end(Buffer.from(bytes).subarray(Number(from), Number(to) + 1))
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
