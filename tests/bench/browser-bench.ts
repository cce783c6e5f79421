/**
 * The map in a real browser, by the browser's own trace: longest task of the page's main thread while panning, tiles that were
 * given up, and what 200 pans leave in memory. Contributions come from memory by the API's own tiles: this measures the browser.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { startServer } from '#local/server.ts'
import { launchBrowser } from '../journeys/chromium.ts'
import { mapDrawn } from '../journeys/map.ts'
import { desktop, person } from '../journeys/person.ts'
import { madeUpTiles } from './made-up-tiles.ts'
import { type Measurement, median } from './measure.ts'

const pans = 200
const consultation = '/consultations/kromme-rijn'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

/** @param count contributions on the map */
export async function benchBrowser(count: number): Promise<Measurement[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vliegwiel-bench-'))
  const server = await startServer({ port: 0, dataDir, seed: 'example' })
  const browser = await launchBrowser()
  try {
    const tile = await madeUpTiles(count)
    const { page, context } = await person(browser, server.origin, desktop)
    let [asked, aborted] = [0, 0]
    await context.route('**/tiles/WebMercatorQuad/**', async (route) => {
      asked += 1
      const [z = 0, y = 0, x = 0] = new URL(route.request().url()).pathname.split('/').slice(-3).map(Number)
      const body = Buffer.from(await tile(z, x, y))
      const contentType = 'application/vnd.mapbox-vector-tile'
      // Its asker may have gone meanwhile.
      await route.fulfill({ body, contentType }).catch(() => undefined)
    })
    page.on('requestfailed', (request) => {
      if (request.url().includes('/tiles/WebMercatorQuad/')) aborted += 1
    })
    await page.goto(`${consultation}?view=13/52.02/5.25`)
    await mapDrawn(page)
    const session = await context.newCDPSession(page)
    await panAround(page, 20)
    const before = await heap(session)
    const tasks = await traced(session, () => panAround(page, pans))
    await mapDrawn(page)
    const after = await heap(session)
    const long = tasks.toSorted((a, b) => b - a)
    return [
      { what: 'longest task while panning', measured: long[0] ?? 0, unit: 'ms', budget: 200 },
      { what: 'tasks above 50 ms, of all', measured: long.filter((ms) => ms > 50).length, unit: `of ${long.length}` },
      { what: 'median of tasks above 1 ms', measured: median(long.filter((ms) => ms > 1)), unit: 'ms' },
      { what: 'tiles asked for', measured: asked, unit: 'requests' },
      { what: 'tiles left behind and given up', measured: aborted, unit: 'requests' },
      { what: 'heap before', measured: before, unit: 'MB' },
      { what: `heap after ${pans} pans`, measured: after / before, unit: '× before' },
      { what: 'elements of clusters', measured: await page.locator('.map-cluster').count(), unit: 'elements' },
    ]
  } finally {
    await browser.close()
    await server.close()
    rmSync(dataDir, { recursive: true })
  }
}

/** Drags to and fro, some drags far enough to leave tiles behind; now and then a zoom. */
async function panAround(page: Page, times: number): Promise<void> {
  const canvas = page.locator('.maplibregl-canvas')
  await canvas.focus()
  for (let pan = 0; pan < times; pan++) {
    const key = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][Math.floor(pan / 10) % 4] as string
    await page.keyboard.press(`Shift+${key}`)
    if (pan % 40 === 20) await page.keyboard.press('+')
    if (pan % 40 === 39) await page.keyboard.press('-')
    await page.waitForTimeout(60)
  }
}

/** Megabytes of JavaScript on the page after a full collection. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** Milliseconds of each task on the main thread of the page's renderer while `work` runs. */
async function traced(session: CDPSession, work: () => Promise<void>): Promise<number[]> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
  })
  await work()
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  const key = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`
  const mains = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(key))
  return events
    .filter((event) => event.ph === 'X' && /RunTask$/.test(event.name) && mains.has(key(event)))
    .map(({ dur = 0 }) => dur / 1000)
}
