/**
 * The map in a real browser among many contributions: what a first visit sends, whether pins come before the last layer, and, by the
 * browser's own trace, the longest task of the main thread over 200 pans, tiles that are given up, and what stays in memory.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../journeys/chromium.ts'
import { desktop, person } from '../journeys/person.ts'
import { filledWith, nameOf } from './filled.ts'
import { type Measurement, median } from './measure.ts'
import { type Task, traced } from './trace.ts'

/** Drags of the map: first to fill what is kept for good, then watched. */
const warming = 40
const pans = 200
/**
 * Milliseconds for all pans, after which those that were made count; for the map to stand; and for everything once the folder is
 * filled, after which the whole is given up.
 */
const longestPanning = 120_000
const longestWait = 90_000
const patience = 270_000

export interface BrowserBenchOptions {
  readonly size: number
  readonly folder: string
  /** Folders of built geodata and of the built web app. */
  readonly geodata: string
  readonly web: string
}

export async function benchBrowser({ size, folder, geodata, web }: BrowserBenchOptions): Promise<Measurement[]> {
  const local = await filledWith(folder, size)
  const server = await startServer(local.endpoint, geodata, web)
  const browser = await launchBrowser()
  const givingUp = new AbortController()
  try {
    const late = wait(patience, undefined, { signal: givingUp.signal }).then(() => {
      throw new Error(`the browser's bench took longer than ${patience / 1000} s`)
    })
    const { page, context } = await person(browser, server.origin, desktop)
    page.setDefaultTimeout(longestWait)
    return await Promise.race([late, measure(page, await context.newCDPSession(page), server.origin, nameOf(size))])
  } finally {
    givingUp.abort()
    await Promise.race([browser.close(), wait(10_000, undefined, { ref: false })])
    server.child.kill('SIGKILL')
    await local.close()
  }
}

async function startServer(endpoint: string, geodata: string, web: string): Promise<{ child: ChildProcess; origin: string }> {
  const script = fileURLToPath(new URL('map-server.ts', import.meta.url))
  const options = [script, endpoint, geodata, web]
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'], timeout: patience + 60_000 })
  const [origin] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, origin }
}

async function measure(page: Page, session: CDPSession, origin: string, consultation: string): Promise<Measurement[]> {
  const first = await firstVisit(page, session, `/consultations/${consultation}`)
  await page.goto(`/consultations/${consultation}?view=13/52.02/5.25`)
  await stands(page)
  const counts = async () => (await (await fetch(`${origin}/counts`)).json()) as { asked: number; givenUp: number }
  console.error('browser: first visit measured')
  await panAround(page, warming, performance.now() + longestPanning / 4)
  const [askedBefore, before] = [await counts(), await memory(session)]
  let made = 0
  console.error(`browser: panned ${warming} times`)
  const tasks = await traced(session, async () => {
    made = await panAround(page, pans, performance.now() + longestPanning)
  })
  await stands(page)
  const [asked, after] = [await counts(), await memory(session)]
  const [longest, busiest] = [of(tasks, ({ length }) => length), of(tasks, ({ busy }) => busy)]
  return [
    ...first,
    { what: 'pans', measured: made, unit: '' },
    { what: 'longest task of the main thread while panning', measured: longest.length, unit: 'ms', budget: 200 },
    { what: '  of that in scripts', measured: longest.script, unit: 'ms' },
    { what: '  of that in style, layout and painting', measured: longest.drawing, unit: 'ms' },
    { what: '  of that on the processor', measured: longest.busy, unit: 'ms' },
    { what: 'most that any task was on the processor', measured: busiest.busy, unit: 'ms', budget: 200 },
    { what: 'tasks above 200 ms', measured: tasks.filter(({ length }) => length > 200).length, unit: `of ${tasks.length}` },
    { what: 'tasks above 50 ms', measured: tasks.filter(({ length }) => length > 50).length, unit: `of ${tasks.length}` },
    {
      what: 'median of the tasks above 5 ms',
      measured: median(tasks.map(({ length }) => length).filter((ms) => ms > 5)),
      unit: 'ms',
    },
    { what: 'tiles of contributions asked for', measured: asked.asked - askedBefore.asked, unit: '' },
    { what: 'tiles left behind and given up', measured: asked.givenUp - askedBefore.givenUp, unit: '' },
    { what: `heap after ${warming} pans`, measured: before.heap, unit: 'MB' },
    { what: `heap after ${made} more, collected`, measured: after.heap / before.heap, unit: '×' },
    { what: 'elements of the page, likewise', measured: after.nodes / before.nodes, unit: '×' },
  ]
}

function of(tasks: readonly Task[], by: (task: Task) => number): Task {
  const [most] = tasks.toSorted((a, b) => by(b) - by(a))
  if (!most) throw new Error('the trace holds no task of the main thread')
  return most
}

/** What goes over the line until the map stands, and the order in which it does. */
async function firstVisit(page: Page, session: CDPSession, path: string): Promise<Measurement[]> {
  let bytes = 0
  const ends: { kind: 'tile' | 'layer'; at: number }[] = []
  const kinds = new Map<string, 'tile' | 'layer'>()
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  session.on('Network.responseReceived', ({ requestId, response: { url } }) => {
    if (url.includes('/tiles/WebMercatorQuad/')) kinds.set(requestId, 'tile')
    if (url.includes('.pmtiles')) kinds.set(requestId, 'layer')
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength
    const kind = kinds.get(requestId)
    if (kind) ends.push({ kind, at: performance.now() })
  })
  await page.goto(path)
  await page.locator('.map-cluster').first().waitFor({ timeout: longestWait })
  const pinsAt = performance.now()
  await stands(page)
  await session.send('Network.disable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: false })
  const layers = ends.filter(({ kind }) => kind === 'layer').map(({ at }) => at)
  return [
    { what: 'a first visit until the map stands, by the page itself', measured: bytes / 1000, unit: 'kB' },
    { what: 'first pins before the last tile of a layer', measured: Math.max(...layers) - pinsAt, unit: 'ms' },
  ]
}

/** Waits until the map has drawn what belongs on the screen, however busy the machine is. */
const stands = (page: Page): Promise<void> => page.locator('.maplibregl-map[aria-busy="false"]').waitFor({ timeout: longestWait })

/** Drags to and fro, far enough to leave tiles behind; now and then a zoom. Returns how many it made in time. */
async function panAround(page: Page, times: number, deadline: number): Promise<number> {
  const box = await page.locator('.maplibregl-canvas').boundingBox()
  if (!box) throw new Error('no map on the screen')
  const [x, y] = [box.x + box.width * 0.65, box.y + box.height * 0.5]
  const sides = [
    [-1, 0],
    [0, -1],
    [1, 0],
    [0, 1],
  ] as const
  for (let pan = 0; pan < times; pan++) {
    if (performance.now() > deadline) return pan
    const [dx, dy] = sides[Math.floor(pan / 5) % 4] ?? [1, 0]
    await page.mouse.move(x - dx * 150, y - dy * 150)
    await page.mouse.down()
    await page.mouse.move(x + dx * 150, y + dy * 150, { steps: 6 })
    await page.mouse.up()
    if (pan % 20 === 9) await page.mouse.wheel(0, -240)
    if (pan % 20 === 19) await page.mouse.wheel(0, 240)
  }
  return times
}

/** MB of JavaScript on the page after a full collection, and the elements it holds. */
async function memory(session: CDPSession): Promise<{ heap: number; nodes: number }> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { nodes } = await session.send('Memory.getDOMCounters')
  return { heap: usedSize / 1e6, nodes }
}
