/** `npm run screenshot`: the README's picture, taken from the running app on a fresh data folder. */
import { fileURLToPath } from 'node:url'
import { startApp } from './app.ts'
import { launchBrowser } from './chromium.ts'
import { mapDrawn } from './map.ts'
import { desktop, person } from './person.ts'

const file = fileURLToPath(new URL('../../web/screenshot.png', import.meta.url))
const app = await startApp()
const browser = await launchBrowser()
try {
  const { page } = await person(browser, app.origin, desktop)
  await page.goto('/')
  await mapDrawn(page)
  // One that lies in several zones, so that the picture shows what the map is for.
  const { features } = await (await page.request.get('/api/v1/collections/kromme-rijn/items?limit=100')).json()
  const zones = ({ properties }: { properties: { zoneIds: string[] } }) => properties.zoneIds.length
  features.sort((a: Parameters<typeof zones>[0], b: Parameters<typeof zones>[0]) => zones(b) - zones(a))
  await page.goto(`/consultations/kromme-rijn/contributions/${features[0].id}`)
  await mapDrawn(page)
  await page.screenshot({ path: file })
  console.log(file)
} finally {
  await browser.close()
  await app.close()
}
