/** What happens while the map stands open: one's own contributions, those of others, slow roads. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { SubmittedContribution } from '#contract/contribution.ts'
import { localTable } from '#local/database.ts'
import { openStore } from '#store/open.ts'
import { launchBrowser } from './chromium.ts'
import { type CrowdedApp, startCrowdedApp } from './crowded.ts'
import { drawn, keepMapAtHand, lookAt, totalOf } from './drawn.ts'
import { mapDrawn } from './map.ts'
import { desktop, person } from './person.ts'
import { openSlowLane } from './slow-lane.ts'

const consultation = '/consultations/kromme-rijn'
/** So far off that one tile of clusters holds all. */
const farOff = `${consultation}?view=9/52.0/5.25`
/** A place without others, beside Overlangbroek. */
const alone: [number, number] = [5.372, 52.006]

let app: CrowdedApp
let browser: Browser
beforeAll(async () => {
  app = await startCrowdedApp()
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const draft = (title: string, coordinates: [number, number]) => ({
  kind: 'idea',
  themes: ['general'],
  title,
  description: 'Hier zit je mooi en zie je wie er langskomt.',
  geometry: { type: 'Point', coordinates },
})
const submit = async (page: Page, title: string, at: [number, number]): Promise<SubmittedContribution> => {
  const headers = { 'Idempotency-Key': crypto.randomUUID() }
  const answer = await page.request.post('/api/v1/consultations/kromme-rijn/contributions', { data: draft(title, at), headers })
  expect(answer.status()).toBe(201)
  return answer.json()
}
const total = async (page: Page) => totalOf(await drawn(page))
/** The total that the map shows, once it is drawn, and that it never differs from it for a while. */
const staysAt = async (page: Page, wanted: number) => {
  await expect.poll(() => total(page)).toBe(wanted)
  for (let look = 0; look < 4; look++) {
    expect(await total(page)).toBe(wanted)
    await page.waitForTimeout(250)
  }
}
const askAgain = (page: Page) => page.evaluate(() => window.openMap.refreshTiles('contributions'))

/** Another tab of the same person, in which a contribution was sent, changed or withdrawn: all tabs share what the device keeps. */
async function otherTab(context: BrowserContext, origin: string) {
  const page = await context.newPage()
  await page.goto(`${origin}${consultation}/about`)
  return {
    page,
    keep: ({ authorToken: token, ...contribution }: SubmittedContribution) =>
      page.evaluate(
        ([key, value]) => localStorage.setItem(key as string, value as string),
        [`vliegwiel:own:${contribution.id}`, JSON.stringify({ token, contribution })],
      ),
    forget: (id: string) => page.evaluate((key) => localStorage.removeItem(key), `vliegwiel:own:${id}`),
  }
}

test('an own contribution shows at once in every tab and never twice: sent, moved, withdrawn; in a cluster and as a pin', async () => {
  const visitor = await person(browser, app.server.origin, desktop)
  const { page, context } = visitor
  await keepMapAtHand(page)
  await page.goto(farOff)
  await mapDrawn(page)
  const before = await total(page)
  const tab = await otherTab(context, app.server.origin)

  const sent = await submit(tab.page, 'Een bankje aan het water', alone)
  await tab.keep(sent)
  await staysAt(page, before + 1)
  await askAgain(page)
  await staysAt(page, before + 1)
  await lookAt(page, 16, alone)
  await mapDrawn(page)
  await expect.poll(async () => (await drawn(page)).rendered.filter((id) => id === sent.id)).toEqual([sent.id])

  const authorization = `Bearer ${sent.authorToken}`
  const at = `/api/v1/contributions/${sent.id}`
  const etag = (await tab.page.request.get(at, { headers: { authorization } })).headers().etag ?? ''
  const moved: [number, number] = [alone[0] + 0.001, alone[1]]
  const put = await tab.page.request.put(at, {
    data: draft('Een bankje, iets verderop', moved),
    headers: { authorization, 'If-Match': etag },
  })
  expect(put.status()).toBe(200)
  await tab.keep({ ...(await put.json()), authorToken: sent.authorToken })
  const seenAt = () =>
    page.evaluate(
      (id) =>
        ['local', 'contributions'].flatMap((source) => {
          const layers = window.openMap.getStyle().layers.flatMap((layer) => (/^pins\//.test(layer.id) ? [layer.id] : []))
          return window.openMap
            .queryRenderedFeatures({ layers })
            .filter((found) => found.properties.id === id && found.source === source)
            .map((found) => found.geometry.coordinates[0].toFixed(4))
        }),
      sent.id,
    )
  await expect.poll(seenAt).toEqual([moved[0].toFixed(4)])
  await askAgain(page)
  await mapDrawn(page)
  await expect.poll(seenAt).toEqual([moved[0].toFixed(4)])

  await lookAt(page, 9, [5.25, 52])
  await mapDrawn(page)
  await staysAt(page, before + 1)
  expect((await tab.page.request.delete(at, { headers: { authorization } })).status()).toBe(204)
  await tab.forget(sent.id)
  await staysAt(page, before)
  await askAgain(page)
  await staysAt(page, before)
  await visitor.leave()
})

test('what waits for a connection stands on the map, and is the same pin once it is sent', async () => {
  const visitor = await person(browser, app.server.origin, desktop)
  const { page, context } = visitor
  await keepMapAtHand(page)
  await page.goto(farOff)
  await mapDrawn(page)
  const before = await total(page)
  const tab = await otherTab(context, app.server.origin)
  const entry = {
    key: 'journey-waiting-0001',
    consultation: 'kromme-rijn',
    input: draft('Een waterpunt voor fietsers', alone),
    draft: {},
    queuedAt: 1,
    problem: null,
  }
  await tab.page.evaluate(
    ([key, value]) => localStorage.setItem(key as string, value as string),
    [`vliegwiel:outbox:${entry.key}`, JSON.stringify(entry)],
  )
  await staysAt(page, before + 1)
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':outbox:')))).toEqual([])
  await staysAt(page, before + 1)
  await askAgain(page)
  await staysAt(page, before + 1)
  await visitor.leave()
})

test('what others add shows and what is hidden goes while the map stands open, by tiles that mostly have not changed', async () => {
  const road = await openSlowLane(app.server.origin, () => 0)
  // Not a `person`: a window whose requests can be stopped keeps nothing, and so never hears that nothing has changed. A proxy that
  // does not exist keeps this one on the machine.
  const proxy = { server: 'http://127.0.0.1:9', bypass: '127.0.0.1' }
  const context = await browser.newContext({ baseURL: road.origin, locale: 'nl-NL', proxy })
  const page = await context.newPage()
  await keepMapAtHand(page)
  // Ten times as fast, so that nobody waits half a minute for the map's next look.
  await page.addInitScript(() => {
    const real = window.setInterval
    window.setInterval = ((run: () => void, ms = 0) => real(run, ms >= 10_000 ? ms / 10 : ms)) as typeof window.setInterval
  })
  await page.goto(farOff)
  await mapDrawn(page)
  const before = await total(page)
  const { id } = await submit(page, 'Een schommel op het plein', alone)
  await expect.poll(() => total(page)).toBe(before + 1)
  const event = { at: new Date().toISOString(), by: 'moderator', role: null, what: 'hidden', why: null } as const
  await openStore({ table: localTable, endpoint: app.server.databaseEndpoint }).changeState(id, 'hidden', 1, event)
  await expect.poll(() => total(page)).toBe(before)
  const tiles = road.trips.filter(({ path }) => path.includes('/tiles/'))
  expect(tiles.filter(({ status }) => status === 304).length).toBeGreaterThan(0)
  await context.close()
  await road.close()
})

test('tiles left behind are given up', async () => {
  const road = await openSlowLane(app.server.origin, (path) => (path.includes('/WebMercatorQuad/') ? 3000 : 0))
  const visitor = await person(browser, road.origin, desktop)
  const { page } = visitor
  const tiles = () => road.trips.filter(({ path }) => path.includes('/WebMercatorQuad/'))
  await page.goto(`${consultation}?view=14/52.0248/5.2444`)
  await expect.poll(() => tiles().length).toBeGreaterThan(0)
  await page.locator('.maplibregl-canvas').focus()
  for (let press = 0; press < 40; press++) await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => tiles().filter(({ abandoned }) => abandoned).length).toBeGreaterThan(0)
  await mapDrawn(page)
  expect(tiles().filter(({ abandoned, status }) => abandoned && status !== undefined)).toEqual([])
  await visitor.leave()
  await road.close()
})

test('contributions show before the last layer does', async () => {
  // The example: it has layers.
  const road = await openSlowLane(inject('origin'), (path) => (path.endsWith('.pmtiles') ? 6000 : 0))
  const visitor = await person(browser, road.origin, desktop)
  const { page } = visitor
  await keepMapAtHand(page)
  await page.goto(`${consultation}?view=12/52.0/5.25`)
  await expect.poll(async () => (await drawn(page)).rendered.length).toBeGreaterThan(0)
  const layers = road.trips.filter(({ path }) => path.endsWith('.pmtiles'))
  expect(layers.length).toBeGreaterThan(0)
  expect(layers.filter(({ answeredAt }) => answeredAt === undefined).length).toBeGreaterThan(0)
  await visitor.leave()
  await road.close()
})
