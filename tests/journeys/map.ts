/** Where the map is, and when it has drawn what belongs on the screen. */
import type { Page } from 'playwright-core'
import type { Walker } from './walk.ts'

/** Waits until the map has drawn what belongs on the screen. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('.maplibregl-map[aria-busy="false"]').waitFor({ timeout: 60_000 })
}

/** The middle, in pixels of the window, of the part of the map that no panel covers: where the address's view is centred. */
export async function mapMiddle(page: Page): Promise<{ x: number; y: number }> {
  const map = await page.locator('.maplibregl-canvas').boundingBox()
  const panel = await page.locator('#panel').boundingBox()
  if (!map || !panel) throw new Error('no map or no panel on the screen')
  const beside = panel.x + panel.width < map.x + map.width - 1
  const left = beside ? Math.max(map.x, panel.x + panel.width) : map.x
  const bottom = beside ? map.y + map.height : Math.min(map.y + map.height, panel.y)
  return { x: (left + map.x + map.width) / 2, y: (map.y + bottom) / 2 }
}

/** Asks the map what is in its middle, each hand its own way. */
export async function pressMiddle({ page, way }: Pick<Walker, 'page' | 'way'>): Promise<void> {
  const { x, y } = await mapMiddle(page)
  if (way === 'mouse') await page.mouse.click(x, y)
  else if (way === 'touch') await page.touchscreen.tap(x, y)
  else {
    await page.locator('.maplibregl-canvas').focus()
    await page.keyboard.press('Enter')
  }
}
