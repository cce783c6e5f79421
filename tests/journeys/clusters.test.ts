/** A map with more than it can show pin by pin: clusters count exactly, come apart for every hand, and end in a fan or a list. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ContributionFeature } from '#contract/contribution.ts'
import type { Position } from '#contract/geometry.ts'
import { spotOf } from '#domain/anchor.ts'
import { quadkeyOf, tileKey } from '#domain/quadkey.ts'
import { launchBrowser } from './chromium.ts'
import { type CrowdedApp, startCrowdedApp } from './crowded.ts'
import { type Drawn, drawn, keepMapAtHand, lookAt, totalOf } from './drawn.ts'
import { keyboard } from './hands.ts'
import { mapDrawn, mapMiddle } from './map.ts'
import { desktop, type Person, person, phone, type Screen } from './person.ts'

const consultation = '/consultations/kromme-rijn'
/** Level of the finest cells of tiles. */
const finest = 20

let app: CrowdedApp
let browser: Browser
let items: readonly ContributionFeature[]
/** Middle of the square that holds most of them. */
let square: Position
beforeAll(async () => {
  app = await startCrowdedApp()
  browser = await launchBrowser()
  items = (await (await fetch(`${app.server.origin}/api/v1/collections/kromme-rijn/items?limit=10000`)).json()).features
  square = middleOf(crowdedCell(() => true))
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

/** The fullest of the finest cells whose count is as wanted. */
function crowdedCell(wanted: (count: number) => boolean): readonly ContributionFeature[] {
  const cells = [...Map.groupBy(items, ({ geometry }) => (geometry ? quadkeyOf(spotOf(geometry), finest) : ''))]
  const [fullest] = cells
    .map(([, held]) => held)
    .toSorted((a, b) => b.length - a.length)
    .filter(({ length }) => wanted(length))
  if (!fullest) throw new Error('no such cell')
  return fullest
}
function middleOf(features: readonly ContributionFeature[]): Position {
  const spots = features.flatMap(({ geometry }) => (geometry ? [spotOf(geometry)] : []))
  const mean = (axis: 0 | 1) => spots.reduce((sum, spot) => sum + spot[axis], 0) / spots.length
  return [mean(0), mean(1)]
}

async function visit(screen: Screen, path: string): Promise<Person> {
  const visitor = await person(browser, app.server.origin, screen)
  await keepMapAtHand(visitor.page)
  // The map looks for news now and then: what is asked here is to be asked by what is done here.
  await visitor.page.addInitScript(() => {
    const real = window.setInterval
    window.setInterval = ((run: () => void, ms = 0) => (ms > 10_000 ? 0 : real(run, ms))) as typeof window.setInterval
  })
  await visitor.page.goto(path)
  await mapDrawn(visitor.page)
  return visitor
}
/** How many of these have their spot in the tiles. */
function countIn(tiles: Drawn['tiles'], ids: ReadonlySet<string>): number {
  const keys = tiles.map(({ z, x, y }) => tileKey(z, x, y))
  return items.filter(({ id, geometry }) => {
    const spot = geometry && quadkeyOf(spotOf(geometry))
    return spot !== null && ids.has(id) && keys.some((key) => spot.startsWith(key))
  }).length
}
const clusters = (page: Page) => page.locator('.map-cluster')
const zoomOf = (page: Page): number => Number(new URL(page.url()).searchParams.get('view')?.split('/')[0])

describe('every number', () => {
  const filters = [
    { name: 'all', press: [], passes: () => true },
    {
      name: 'concerns about energy',
      press: [/^Energie/, /^Zorg/],
      passes: ({ themes, kind }: ContributionFeature['properties']) => themes.includes('energy') && kind === 'concern',
    },
  ] as const
  const whole: readonly [number, Position] = [9.6, [5.25, 52]]
  const views: readonly (readonly [number, () => Position])[] = [
    [8, () => [5.25, 52]],
    [11, () => [5.2, 52.02]],
    [13, () => square],
    [17, () => square],
  ]
  /** Small: the machine draws in software, and what counts are the numbers. */
  const screen: Screen = { width: 960, height: 600, touch: false }

  test('is exact at every zoom under every filter, and a filter asks nothing', async () => {
    const visitor = await visit(screen, `${consultation}?view=9.5/52.0/5.25`)
    const { page } = visitor
    expect(items.length).toBe(960)
    await page.getByRole('button', { name: /^Filter/ }).click()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/tiles/')) asked.push(request.url())
    })
    for (const { name, press, passes } of filters) {
      const passing = new Set(items.filter(({ properties }) => passes(properties)).map(({ id }) => id))
      const isExact = (zoom: number) =>
        expect
          .poll(
            async () => {
              await mapDrawn(page)
              const shown = await drawn(page)
              const pins = shown.pins.filter((id) => passing.has(id))
              const onScreen = shown.onScreen.filter((id) => passing.has(id))
              const off = totalOf({ ...shown, pins }) - countIn(shown.tiles, passing)
              return { tiles: shown.tiles.length > 0, off, notDrawn: onScreen.filter((id) => !shown.rendered.includes(id)) }
            },
            { message: `${name} at zoom ${zoom}` },
          )
          .toEqual({ tiles: true, off: 0, notDrawn: [] })
      await lookAt(page, ...whole)
      await mapDrawn(page)
      asked.length = 0
      for (const label of press) await page.getByRole('button', { name: label }).click()
      await isExact(whole[0])
      expect(asked, name).toEqual([])
      for (const [zoom, at] of views) {
        await lookAt(page, zoom, at())
        await isExact(zoom)
      }
    }
    await visitor.leave()
  })
})

describe('a cluster', () => {
  const farOff = `${consultation}?view=10/52.0/5.25`

  test.each([
    { hand: 'mouse', screen: desktop },
    { hand: 'touch', screen: phone },
    { hand: 'keyboard', screen: desktop },
  ] as const)('tells its mix and comes apart, by $hand', async ({ hand, screen }) => {
    const visitor = await visit(screen, farOff)
    const { page } = visitor
    await clusters(page).first().waitFor()
    const before = zoomOf(page)
    if (hand === 'keyboard') {
      await visitor.checkAccessible('a map of clusters')
      await page.locator('.maplibregl-canvas').focus()
      await page.keyboard.press('Tab')
      const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
      const first = await name()
      expect(first).toMatch(/^\d[\d.]* bijdragen bij [^:]+: \d[\d.]* [a-z]/)
      // All of them are one stop for Tab: the next is beyond the clusters.
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.classList.contains('map-cluster'))).toBe(false)
      await page.keyboard.press('Shift+Tab')
      expect(await name()).toBe(first)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key)
      const names = new Set([first])
      for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown']) {
        await page.keyboard.press(key)
        names.add(await name())
      }
      expect(names.size).toBeGreaterThan(1)
      await page.keyboard.press('Enter')
      await page.getByText(/^In beeld: \d+ groep/).waitFor({ state: 'attached' })
      // The keyboard goes on from a part of it, or from the map.
      expect(await page.evaluate(() => document.activeElement?.matches('.map-cluster, canvas'))).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS')
    } else {
      const middle = await mapMiddle(page)
      const boxes = await clusters(page).evaluateAll((all) =>
        all.map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect()
          return { x: x + width / 2, y: y + height / 2, size: Math.min(width, height) }
        }),
      )
      expect(Math.min(...boxes.map(({ size }) => size))).toBeGreaterThanOrEqual(44)
      const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - middle.x, y - middle.y)
      const [nearest] = boxes.toSorted((a, b) => far(a) - far(b))
      if (!nearest) throw new Error('no cluster')
      if (hand === 'mouse') await page.mouse.click(nearest.x, nearest.y)
      else await page.touchscreen.tap(nearest.x, nearest.y)
    }
    await expect.poll(() => zoomOf(page)).toBeGreaterThanOrEqual(before + 1)
    await visitor.leave()
  })

  test.each(['mouse', 'keyboard'] as const)('that no zoom takes apart fans out, by %s', async (hand) => {
    const held = crowdedCell((count) => count > 3 && count <= 30)
    const [lng, lat] = middleOf(held)
    const visitor = await visit(desktop, `${consultation}?view=19/${lat}/${lng}`)
    const { page } = visitor
    const { x, y } = await mapMiddle(page)
    if (hand === 'mouse') await page.mouse.click(x, y)
    else await keyboard(page).press(page.locator('.map-cluster[tabindex="0"]'))
    const fan = page.getByRole('region', { name: /^\d+ bijdragen op deze plek$/ })
    await fan.getByRole('button').first().waitFor()
    const count = Number.parseInt((await fan.getAttribute('aria-label')) ?? '', 10)
    expect(await fan.getByRole('button').count()).toBe(count)
    expect(await fan.locator('line').count()).toBe(count)
    if (hand === 'keyboard') {
      await page.keyboard.press('Escape')
      await fan.waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.activeElement?.classList.contains('map-cluster'))).toBe(true)
      await page.keyboard.press('Enter')
      await fan.getByRole('button').first().waitFor()
      await visitor.checkAccessible('a fan of pins')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    } else await fan.getByRole('button').nth(1).click()
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/contributions\/[0-9a-z]{26}$/)
    await expect.poll(() => fan.locator('[aria-current="true"]').count()).toBe(1)
    await visitor.leave()
  })

  test('that is too much for a fan opens the list of its spot, with an address and a way back', async () => {
    const held = crowdedCell((count) => count > 30)
    const [lng, lat] = middleOf(held)
    const visitor = await visit(desktop, `${consultation}?view=19/${lat}/${lng}`)
    const { page } = visitor
    const { x, y } = await mapMiddle(page)
    await page.mouse.click(x, y)
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/spots\/[0-3]{20}(-[0-3]{20})*$/)
    await page.getByRole('heading', { level: 1, name: /op deze plek$/ }).waitFor()
    await expect.poll(() => page.locator('.item-link').count()).toBeGreaterThan(30)
    await page.goBack()
    await expect.poll(() => new URL(page.url()).pathname).toBe(consultation)
    // A larger spot, by its address: page after page, and with a filter.
    await page.goto(`${consultation}/spots/${quadkeyOf([lng, lat], 14)}`)
    await page.locator('.item-link').first().waitFor()
    await page.getByRole('button', { name: 'Toon meer' }).click()
    await expect.poll(() => page.locator('.item-link').count()).toBeGreaterThan(50)
    await visitor.checkAccessible('the list of a spot')
    await page.goto(`${consultation}/spots/${quadkeyOf([lng, lat], finest)}?q=nergens`)
    await page.getByRole('heading', { name: 'Geen bijdragen met dit filter' }).waitFor()
    await page.goto(`${consultation}/spots/9`)
    await page.getByRole('link', { name: /^Terug/ }).click()
    await expect.poll(() => new URL(page.url()).pathname).toBe(consultation)
    await visitor.leave()
  })
})
