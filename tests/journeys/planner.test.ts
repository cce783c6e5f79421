/** The planner's job: put layers of vision and zoning over the contributions, read where they come from, ask what applies here. */
import { expect } from 'vitest'
import { mapDrawn, pressMiddle } from './map.ts'
import { journey, withBrowser } from './walk.ts'

withBrowser()

const consultation = '/consultations/kromme-rijn'

journey('a planner switches layers on and reads their source', async ({ page, press, checkAccessible }) => {
  await page.goto(consultation)
  await mapDrawn(page)
  await press(page.getByRole('link', { name: 'Kaartlagen' }).last())
  await page.getByRole('heading', { level: 1, name: 'Kaartlagen' }).waitFor()
  const { documents } = await (await page.request.get('/geodata/catalogue.json')).json()
  const vision = documents.find(({ category }: { category: string }) => category === 'vision')
  expect(vision.layers.length).toBeGreaterThanOrEqual(8)
  // A long document is folded; its name unfolds it.
  const licence = page.getByText(vision.licence).first()
  await licence.waitFor({ state: 'attached' })
  if (!(await licence.isVisible())) await press(page.locator('summary', { hasText: vision.title }))
  await licence.waitFor()
  const off = vision.layers.find(({ theme }: { theme: string }) => theme === 'energy')
  await press(page.getByRole('checkbox', { name: off.title }))
  await expect.poll(() => new URL(page.url()).searchParams.get('layers')).toContain(off.id)
  await page.getByRole('slider', { name: new RegExp(off.title) }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => new URL(page.url()).searchParams.get('layers')).toContain(`${off.id}:95`)
  await mapDrawn(page)
  await checkAccessible('the layer panel')
})

journey('a planner asks what applies at a place', async ({ page, way, checkAccessible }) => {
  await page.goto(`${consultation}?view=15/51.9967/5.3083&kind=challenge`)
  await mapDrawn(page)
  await pressMiddle({ page, way })
  await page.getByRole('heading', { level: 1, name: 'Wat geldt hier?' }).waitFor()
  const at = new URL(page.url()).searchParams.get('at')
  const { zones } = await (await page.request.get(`/api/v1/zones?at=${at}`)).json()
  expect(zones.length).toBeGreaterThan(0)
  // What is too much to survey is folded.
  for (const { title } of zones) await page.locator('.zone-title', { hasText: title }).first().waitFor({ state: 'attached' })
  await checkAccessible('what applies here')
})
