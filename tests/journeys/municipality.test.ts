/** The municipality's job: take the contributions out, all or what is filtered, as a file that a GIS opens. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { ContributionFeature } from '#contract/contribution.ts'
import { journey, withBrowser } from './walk.ts'

withBrowser()

journey('a clerk downloads what is filtered as GeoJSON', async ({ page, press, take, checkAccessible }) => {
  await page.goto('/consultations/kromme-rijn?theme=housing')
  await page.locator('.item-link').first().waitFor()
  await press(page.getByRole('button', { name: 'Menu' }))
  await press(
    page
      .getByRole('button', { name: 'Download' })
      .or(page.getByRole('menuitem', { name: 'Download' }))
      .first(),
  )
  await page.getByRole('dialog', { name: 'Download de bijdragen' }).waitFor()
  await checkAccessible('the download dialog')
  await take(page.getByRole('radio', { name: /^Alles/ }))
  await take(page.getByRole('radio', { name: /door je filter/ }))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('link', { name: 'Download GeoJSON' })),
  ])
  expect(download.suggestedFilename()).toMatch(/^kromme-rijn-\d{4}-\d\d-\d\d\.geojson$/)
  const file = JSON.parse(readFileSync(await download.path(), 'utf8'))
  const api = await (await page.request.get('/api/v1/collections/kromme-rijn/items?theme=housing&limit=1000')).json()
  expect(file.type).toBe('FeatureCollection')
  expect(file.numberReturned).toBe(file.features.length)
  expect(file.features.map(({ id }: { id: string }) => id).sort()).toEqual(
    api.features.map(({ id }: { id: string }) => id).sort(),
  )
  for (const feature of file.features) {
    ContributionFeature.parse(feature)
    expect(feature.properties.themes).toContain('housing')
  }
})
