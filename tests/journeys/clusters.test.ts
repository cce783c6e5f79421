/** A map with more than it can show pin by pin: clusters count exactly, come apart, and end in a fan or a list. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quadkeyOf } from '#domain/quadkey.ts'
import type { App } from './app.ts'
import { launchBrowser } from './chromium.ts'
import { startCrowdedApp } from './crowded.ts'
import { mapDrawn, mapMiddle } from './map.ts'
import { desktop, type Person, person, phone } from './person.ts'

const consultation = '/consultations/kromme-rijn'
const size = 1500
/** Level of the finest cells of tiles. */
const finest = 20

interface Feature {
  readonly geometry: { readonly type: string; readonly coordinates: [number, number] } | null
}

let app: App
let browser: Browser
beforeAll(async () => {
  app = await startCrowdedApp(size)
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const clusters = (page: Page) => page.locator('.map-cluster')
/** What the clusters on the whole area count together. */
const counted = async (page: Page): Promise<number> => {
  const labels = await clusters(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  return labels.reduce((sum, label) => sum + Number((/^[\d.]+/.exec(label)?.[0] ?? '0').replaceAll('.', '')), 0)
}
const totalOf = async (page: Page): Promise<Record<string, Record<string, number>>> =>
  (await (await page.request.get('/api/v1/consultations/kromme-rijn')).json()).totals

async function spotOf(page: Page, many: (count: number) => boolean): Promise<{ lng: number; lat: number }> {
  const { features } = await (await page.request.get('/api/v1/collections/kromme-rijn/items?limit=2000')).json()
  const points = (features as Feature[]).flatMap(({ geometry }) => (geometry?.type === 'Point' ? [geometry.coordinates] : []))
  const cells = Map.groupBy(points, (at) => quadkeyOf(at, finest))
  const found = [...cells.values()].find((inside) => many(inside.length))?.[0]
  if (!found) throw new Error('no such spot')
  return { lng: found[0], lat: found[1] }
}

describe('a full map', () => {
  const ways = [
    { name: 'by mouse', screen: desktop, press: (page: Page, x: number, y: number) => page.mouse.click(x, y) },
    { name: 'by touch', screen: phone, press: (page: Page, x: number, y: number) => page.touchscreen.tap(x, y) },
    {
      name: 'by keyboard',
      screen: desktop,
      press: async (page: Page) => {
        await page.locator('.maplibregl-canvas').focus()
        await page.keyboard.press('Enter')
      },
    },
  ] as const

  test.each(ways)('clusters come apart $name', async ({ screen, press }) => {
    const visitor: Person = await person(browser, app.origin, screen)
    const { page } = visitor
    await page.goto(consultation)
    await mapDrawn(page)
    await clusters(page).first().waitFor()
    await visitor.checkAccessible('a map of clusters')
    const totals = await totalOf(page)
    expect(await counted(page)).toBe(totals.contributions)
    // The largest in the middle of the map, so that every hand can reach it.
    const [largest] = await clusters(page).evaluateAll((all) =>
      all
        .map((one) => ({ label: one.getAttribute('aria-label') ?? '', count: Number(one.textContent?.replaceAll('.', '')) }))
        .toSorted((a, b) => b.count - a.count),
    )
    const name = largest?.label ?? ''
    expect(name).toMatch(/^\d[\d.]* bijdragen bij [^:]+: \d/)
    const box = await page.locator(`.map-cluster[aria-label="${name}"]`).boundingBox()
    if (!box) throw new Error('no box')
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
    const before = Number(new URL(page.url()).searchParams.get('view')?.split('/')[0])
    const spot = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const middle = await mapMiddle(page)
    if (press === ways[2].press) {
      await page.locator('.maplibregl-canvas').focus()
      const step = 24
      for (let i = 0; i < Math.round(Math.abs(spot.x - middle.x) / step); i++)
        await page.keyboard.press(spot.x > middle.x ? 'ArrowRight' : 'ArrowLeft')
      for (let i = 0; i < Math.round(Math.abs(spot.y - middle.y) / step); i++)
        await page.keyboard.press(spot.y > middle.y ? 'ArrowDown' : 'ArrowUp')
      // The cross says what it is on.
      await page.getByText(/^Kruis op “\d[\d.]* bijdragen/).waitFor({ state: 'attached' })
    }
    await press(page, spot.x, spot.y)
    await expect
      .poll(() => Number(new URL(page.url()).searchParams.get('view')?.split('/')[0]))
      .toBeGreaterThanOrEqual(before + 1)
    await mapDrawn(page)
    await expect.poll(() => page.locator(`.map-cluster[aria-label="${name}"]`).count()).toBe(0)
    await visitor.leave()
  })

  test('a filter on themes and kinds counts exactly, and asks nothing', async () => {
    const visitor = await person(browser, app.origin, desktop)
    const { page } = visitor
    await page.goto(consultation)
    await mapDrawn(page)
    await clusters(page).first().waitFor()
    const totals = await totalOf(page)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/tiles/')) asked.push(request.url())
    })
    await page.getByRole('button', { name: /^Filter/ }).click()
    await page.getByRole('button', { name: /^Energie/ }).click()
    await expect.poll(() => counted(page)).toBe(totals.themes?.energy)
    await page.getByRole('button', { name: /^Energie/ }).click()
    await page.getByRole('button', { name: /^Zorg/ }).click()
    await expect.poll(() => counted(page)).toBe(totals.kinds?.concern)
    expect(asked).toEqual([])
    await visitor.leave()
  })

  test('tiles left behind are not waited for', async () => {
    const visitor = await person(browser, app.origin, desktop)
    const { page, context } = visitor
    let held = 0
    let aborted = 0
    await context.route('**/tiles/**', async (route) => {
      held += 1
      await new Promise((resolve) => setTimeout(resolve, 1500))
      // Its asker may have gone.
      await route.continue().catch(() => undefined)
    })
    page.on('requestfailed', (request) => {
      if (request.url().includes('/tiles/') && request.failure()?.errorText === 'net::ERR_ABORTED') aborted += 1
    })
    await page.goto(`${consultation}?view=14/52.0248/5.2444`)
    await expect.poll(() => held).toBeGreaterThan(0)
    const canvas = page.locator('.maplibregl-canvas')
    await canvas.focus()
    for (let press = 0; press < 30; press++) await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(() => aborted).toBeGreaterThan(0)
    await context.unroute('**/tiles/**')
    await visitor.leave()
  })

  test('pins on one spot fan out, and each opens, by mouse and by keyboard', async () => {
    const visitor = await person(browser, app.origin, desktop)
    const { page } = visitor
    const { lng, lat } = await spotOf(page, (count) => count > 1)
    for (const hand of ['mouse', 'keyboard'] as const) {
      await page.goto(`${consultation}?view=16/${lat}/${lng}`)
      await mapDrawn(page)
      await openSpot(page, hand)
      const fan = page.getByRole('region', { name: /bijdragen op deze plek$/ })
      await fan.waitFor()
      await visitor.checkAccessible('a fan of pins')
      await expect.poll(() => fan.getByRole('button').count()).toBeGreaterThan(1)
      const pin = fan.getByRole('button').nth(1)
      const title = (await pin.getAttribute('aria-label')) ?? ''
      if (hand === 'mouse') await pin.click()
      else {
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
      }
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
    }
    await visitor.leave()
  })

  test('a spot of the map is a list with an address, page after page, and a way back', async () => {
    const visitor = await person(browser, app.origin, desktop)
    const { page } = visitor
    const { lng, lat } = await spotOf(page, (count) => count > 1)
    const cell = quadkeyOf([lng, lat], 12)
    await page.goto(`${consultation}/spots/${cell}`)
    await page.getByRole('heading', { level: 1, name: /op deze plek$/ }).waitFor()
    await page.locator('.item-link').first().waitFor()
    await page.getByRole('button', { name: 'Toon meer' }).click()
    await expect.poll(() => page.locator('.item-link').count()).toBeGreaterThan(50)
    await visitor.checkAccessible('the list of a spot')
    await page.getByRole('link', { name: /^Terug naar de lijst/ }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(consultation)
    await visitor.leave()
  })
})

/** Pins that lie a little apart are no fan: closer until they are one or the map ends. */
async function openSpot(page: Page, hand: 'mouse' | 'keyboard'): Promise<void> {
  const { x, y } = await mapMiddle(page)
  if (hand === 'mouse') return page.mouse.click(x, y)
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('Enter')
}
