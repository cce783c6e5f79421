/** Everyone's job: find contributions by list and filter, with and without the map; the schematic background shows without internet. */
import { expect } from 'vitest'
import { themes } from '#contract/themes.ts'
import { mapDrawn } from './map.ts'
import { journey, withBrowser } from './walk.ts'

withBrowser()

const consultation = '/consultations/kromme-rijn'

journey('the map is drawn without internet: background, layers and pins', async ({ page, mapPixels, checkAccessible }) => {
  await page.goto('/')
  await mapDrawn(page)
  const water = '#c9dfe8'
  const { colours, found } = await mapPixels([water, ...Object.values(themes).map(({ colour }) => colour)])
  expect(colours).toBeGreaterThan(200)
  expect(found[water]).toBeGreaterThan(50)
  const pins = Object.values(themes).filter(({ colour }) => (found[colour] ?? 0) > 20)
  expect(pins.length).toBeGreaterThanOrEqual(5)
  await checkAccessible('the first screen')
})

journey(
  'somebody filters, shares the address, and reads the list without the map',
  async ({ page, press, write, checkAccessible }) => {
    await page.goto(consultation)
    await press(page.getByRole('button', { name: /^Filter/ }))
    await press(page.getByRole('button', { name: /^Energie/ }))
    await expect.poll(() => new URL(page.url()).searchParams.get('theme')).toBe('energy')
    await write(page.getByLabel('Zoek in titel en tekst'), 'zon')
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('zon')
    const shared = page.url()
    const api = await (await page.request.get('/api/v1/collections/kromme-rijn/items?theme=energy&q=zon&limit=100')).json()
    expect(api.features.length).toBeGreaterThan(0)
    await expect.poll(() => page.locator('.item-link').count()).toBe(api.features.length)
    await checkAccessible('the list with filters')

    await page.goto(shared.replace('/kromme-rijn', '/kromme-rijn/list'))
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('.maplibregl-canvas').count()).toBe(0)
    for (const { properties } of api.features) await page.getByRole('link', { name: properties.title }).first().waitFor()
    await checkAccessible('the list without the map')
  },
)

journey('somebody finds nothing, and a page that is not there', async ({ page, checkAccessible }) => {
  await page.goto(`${consultation}?q=zeppelinhaven`)
  await page.getByText('Geen bijdragen met dit filter').waitFor()
  await checkAccessible('an empty list')
  await page.goto('/nergens')
  await page.getByText('Deze pagina is er niet').waitFor()
  await checkAccessible('a page that is not there')
})

journey('somebody reads what it is about, who decides and how to complain', async ({ page, checkAccessible }) => {
  await page.goto(`${consultation}/about`)
  await page
    .getByText(/geen zienswijze/)
    .first()
    .waitFor()
  await checkAccessible('the consultation page')
  for (const path of ['/accessibility', '/privacy', '/contact']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await checkAccessible(path)
  }
  await page.goto(`${consultation}/about?lang=en`)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await checkAccessible('the consultation page in English')
})
