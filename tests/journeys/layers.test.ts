/** Map layers in the planner's hands: find one, order them, no more than wished, and two compared side by side. */
import { expect } from 'vitest'
import { mapDrawn } from './map.ts'
import { journey, withBrowser } from './walk.ts'

withBrowser()

const layersIn = (url: string) => (new URL(url).searchParams.get('layers') ?? '').split(',')

journey('a planner finds a layer, orders what is on and compares two', async (walker) => {
  const { page, press, write, way, checkAccessible } = walker
  await page.goto('/consultations/kromme-rijn/layers?layers=visie-kromme-rijn.stiltegebied,visie-kromme-rijn.kernrandzone')
  await mapDrawn(page)
  if (way === 'touch') await press(page.locator('.sheet-buttons button').first())

  await write(page.getByLabel('Zoek een laag'), 'WARMTENÉT')
  await page.getByText('1 laag gevonden').waitFor()
  await press(page.getByRole('checkbox', { name: /Warmtenet kansrijk/ }))
  await expect.poll(() => layersIn(page.url())[0]).toMatch(/warmtenet/)

  await press(page.getByRole('button', { name: 'Kernrandzone naar boven' }))
  await expect.poll(() => layersIn(page.url())[1]).toBe('visie-kromme-rijn.kernrandzone')
  await page.getByText('Kernrandzone ligt nu op plaats 2 van 3').waitFor({ state: 'attached' })

  await page.getByLabel('Hoogstens zo veel lagen tegelijk').selectOption({ label: '2 lagen' })
  await expect.poll(() => layersIn(page.url())).toHaveLength(2)
  await press(page.getByRole('button', { name: 'Maak ongedaan' }))
  await expect.poll(() => layersIn(page.url())).toHaveLength(3)
  await checkAccessible('the layer panel')

  await press(page.getByRole('button', { name: 'Vergelijk twee kaarten' }))
  await page.locator('.compare-map[data-drawn]').waitFor({ timeout: 60_000 })
  expect(new URL(page.url()).searchParams.get('compare')).toMatch(/^[^~]*warmtenet[^~]*~.*kernrandzone/)
  await checkAccessible('two maps compared')
  const border = page.getByRole('slider', { name: /^Grens tussen/ })
  if (way === 'mouse') {
    const box = await border.boundingBox()
    if (!box) throw new Error('no border on the map')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 200, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    expect(Number(await border.getAttribute('aria-valuenow'))).toBeGreaterThan(60)
  } else {
    await border.focus()
    await page.keyboard.press('ArrowRight')
    expect(await border.getAttribute('aria-valuenow')).toBe('52')
  }
  if (way === 'keyboard') await page.keyboard.press('Escape')
  else await press(page.getByRole('button', { name: 'Stop met vergelijken' }).last())
  await page.locator('.compare-map').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.has('compare')).toBe(false)
  await page.getByRole('heading', { level: 1, name: 'Kaartlagen' }).waitFor()
})
