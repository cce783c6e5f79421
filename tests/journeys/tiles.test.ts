/** Areas are whole on the map: no crack where tiles meet, and none between neighbours, at every zoom. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDocument } from '#geodata/add.ts'
import { silent } from '#geodata/progress.ts'
import { launchBrowser } from './chromium.ts'
import { openOpaqueMap, size } from './opaque-map.ts'

const zooms = [6, 7, 8, 9, 10, 11, 12, 13, 14]
const colours = { west: '#207040', east: '#803090' }

/** Half the country each, with a jagged border between them that both run along, the one up and the other down. */
const border = Array.from({ length: 6001 }, (_, index): [number, number] => [
  5.2 + 0.004 * Math.sin(index / 3) + 0.01 * Math.sin(index / 97),
  50.6 + (index / 6000) * 3,
])
const zones = {
  west: [[3.3, 50.6], ...border, [3.3, 53.6], [3.3, 50.6]],
  east: [[7.1, 53.6], ...border.toReversed(), [7.1, 50.6], [7.1, 53.6]],
}

let browser: Browser
let folder: string
let target: string

beforeAll(async () => {
  browser = await launchBrowser()
  folder = await mkdtemp(join(tmpdir(), 'vliegwiel-tiles-'))
  target = join(folder, 'built')
  const input = join(folder, 'land')
  await mkdir(input)
  for (const [name, ring] of Object.entries(zones)) {
    const feature = { type: 'Feature', id: name, properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
    await writeFile(join(input, `${name}.geojson`), JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
    await writeFile(
      join(input, `${name}.layer.json`),
      JSON.stringify({ colour: colours[name as keyof typeof colours], theme: 'general' }),
    )
  }
  await addDocument({ input, target, id: 'land', today: '2026-01-01' }, silent)
})

afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

const layers = ['land.west', 'land.east']

/** Longitude and latitude of the corner of four tiles nearest to a place. */
function cornerNear(longitude: number, latitude: number, zoom: number): [number, number] {
  const tiles = 2 ** zoom
  const sine = Math.sin((latitude * Math.PI) / 180)
  const column = Math.round(((longitude + 180) / 360) * tiles)
  const row = Math.round((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * tiles)
  return [(column / tiles) * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / tiles))) * 180) / Math.PI]
}

function count(wanted: (x: number, y: number) => boolean): number {
  let found = 0
  for (let y = 0; y < size.height; y++) for (let x = 0; x < size.width; x++) if (wanted(x, y)) found++
  return found
}

test('no background shows where four tiles meet in an area, at a whole zoom and between two', async () => {
  const map = await openOpaqueMap(browser, target, layers)
  for (const zoom of zooms) {
    // At zoom 6 the view is over two degrees wide: the corner must lie well inside.
    const [longitude, latitude] = zoom < 8 ? cornerNear(5.6, 52, zoom) : cornerNear(6.2, 52.1, zoom)
    for (const more of [0, 0.5]) {
      const pixels = await map.look(longitude, latitude, zoom + more)
      const odd = count((x, y) => !Object.values(colours).includes(pixels.at(x, y)))
      expect(odd, `pixels of neither area at zoom ${zoom + more}`).toBe(0)
    }
  }
  await map.close()
})

test('neighbours leave no gap between them, and lie over one another nowhere wider than a pixel', async () => {
  const whole = await openOpaqueMap(browser, target, layers)
  const half = await openOpaqueMap(browser, target, layers, 0.5)
  for (const zoom of zooms) {
    const [longitude, latitude] = [5.2, cornerNear(5.2, 52.1, zoom)[1]]
    const solid = await whole.look(longitude, latitude, zoom)
    const seen = new Set<string>()
    const gaps = count((x, y) => {
      seen.add(solid.at(x, y))
      return !Object.values(colours).includes(solid.at(x, y))
    })
    expect(gaps, `pixels of neither area at zoom ${zoom}`).toBe(0)
    expect([...seen].sort(), `areas in view at zoom ${zoom}`).toEqual(Object.values(colours).sort())
    // Where both lie over one another they are darker than either.
    const mixed = await half.look(longitude, latitude, zoom)
    const [west, east] = [mixed.at(0, 0), mixed.at(size.width - 1, 0)]
    const both = (x: number, y: number) => ![west, east].includes(mixed.at(x, y))
    const wide = count((x, y) => x > 0 && y > 0 && both(x, y) && both(x - 1, y) && both(x, y - 1) && both(x - 1, y - 1))
    expect(wide, `squares of two pixels with both areas at zoom ${zoom}`).toBe(0)
  }
  // The check can fail: without the one neighbour, its half of the view is background.
  const lone = await openOpaqueMap(browser, target, layers.slice(0, 1))
  const pixels = await lone.look(5.2, 52.1, 12)
  expect(count((x, y) => pixels.at(x, y) !== colours.west)).toBeGreaterThan((size.width * size.height) / 4)
  await lone.close()
  await whole.close()
  await half.close()
})
