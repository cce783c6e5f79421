/** Somebody who wants to know what the vision says: finds a passage, sees where it holds and who lives with it, and goes on to the map. */
import { expect } from 'vitest'
import { mapDrawn } from './map.ts'
import { journey, withBrowser } from './walk.ts'

withBrowser()

const consultation = '/consultations/kromme-rijn'

journey('a resident reads the vision', async ({ page, press, write, way, checkAccessible }) => {
  await page.goto(`${consultation}/about`)
  await press(page.getByRole('navigation', { name: 'Begin hier' }).getByRole('link', { name: 'Lees de visie' }))
  await page.getByRole('heading', { level: 1, name: 'Lees de visie en de regels' }).waitFor()
  await checkAccessible('the documents')
  await press(page.getByRole('link', { name: /Lees de tekst Omgevingsvisie Kromme Rijn/ }))
  await page.getByRole('heading', { level: 1, name: /Omgevingsvisie Kromme Rijn/ }).waitFor()
  await page.getByText('Schematisch voorbeeld').first().waitFor()

  // In another form than the text's own: the kernrandzone is where "kleine groepen huizen" may come.
  if (way === 'touch') await press(page.getByRole('button', { name: 'Inhoud en zoeken' }))
  await write(page.getByRole('searchbox', { name: 'Zoek in dit document' }), 'kernrandzones huis')
  const hit = page.locator('.hit').first()
  await hit.waitFor()
  expect(new URL(page.url()).searchParams.get('find')).toBe('kernrandzones huis')
  await checkAccessible('the passages found')
  await press(hit.getByRole('link'))
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/\/documents\/visie-kromme-rijn\/.+/)
  const passage = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(passage)
  await page.locator('.text mark', { hasText: 'kernrandzone' }).first().waitFor()
  expect(await page.title()).toMatch(/^1\.1 .+ · Omgevingsvisie Kromme Rijn/)

  // Beside it, or in it on a phone: the zones on a small map, and the contributions there.
  if (way === 'touch') await press(page.getByRole('button', { name: /^Op de kaart: Kernrandzone/ }))
  await mapDrawn(page)
  await page.getByRole('img', { name: /^Kaartje van Kernrandzone, met \d+ bijdragen/ }).waitFor()
  await page.getByRole('heading', { name: 'Bijdragen hier' }).waitFor()
  await checkAccessible('a passage with its zones')
  await press(page.getByRole('link', { name: 'Open op de grote kaart' }))
  await expect.poll(() => new URL(page.url()).searchParams.get('layers')).toMatch(/^visie-kromme-rijn\.kernrandzone,/)
  await mapDrawn(page)
  await page.goBack()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(passage)
})
