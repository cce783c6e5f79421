/** The resident's job: read what others pinned, pin something, see it at once, mend it, take it back. */
import { expect } from 'vitest'
import { mapDrawn, mapMiddle, pressMiddle } from './map.ts'
import { journey, type Walker, withBrowser } from './walk.ts'

withBrowser()

const consultation = '/consultations/kromme-rijn'

journey('a resident reads a contribution and comes back', async ({ page, press, checkAccessible, origin }) => {
  await page.goto('/')
  await mapDrawn(page)
  expect(new URL(page.url()).pathname).toBe(consultation)
  await checkAccessible('the map with the list')

  const first = page.locator('.item-link').first()
  const title = (await first.locator('.item-title').textContent()) ?? ''
  await press(first)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${consultation}/contributions/[0-9a-z]{26}$`))
  expect(await page.title()).toContain(title)
  await page.getByRole('heading', { name: 'Wat is ermee gedaan?' }).waitFor()
  await page.getByRole('heading', { name: 'Wat geldt hier?' }).waitFor()
  await checkAccessible('one contribution')

  const link = page.url()
  await page.goBack()
  await page.locator('.item-link').first().waitFor()
  expect(page.url().startsWith(`${origin}${consultation}`)).toBe(true)
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
})

journey('a resident opens a pin on the map', async ({ page, way }) => {
  const { features } = await (await page.request.get('/api/v1/collections/kromme-rijn/items?limit=100')).json()
  // One that lies by itself, so that nothing else is under the finger.
  const alone = features.find(({ properties }: { properties: { title: string } }) => properties.title === 'De fietsbrug is glad')
  const [lng, lat] = alone.geometry.coordinates
  await page.goto(`${consultation}?view=17/${lat}/${lng}`)
  await mapDrawn(page)
  await pressMiddle({ page, way })
  await page.getByRole('heading', { level: 1, name: 'De fietsbrug is glad' }).waitFor()
})

/** Makes a point, a route or an area on the map, each hand its own. */
async function pointOut({ page, press, way }: Walker): Promise<string> {
  if (way === 'mouse') {
    await press(page.getByRole('button', { name: 'Tik op de kaart' }))
    await page.getByText('Tik op de plek').waitFor()
    const { x, y } = await mapMiddle(page)
    await page.mouse.click(x + 40, y - 30)
    // Dragged to correct it.
    await page.mouse.move(x + 40, y - 30)
    await page.mouse.down()
    await page.mouse.move(x + 10, y - 10, { steps: 5 })
    await page.mouse.up()
    await press(page.getByRole('button', { name: 'Klaar', exact: true }))
    return 'Point'
  }
  if (way === 'touch') {
    await press(page.getByRole('button', { name: 'Teken een route' }))
    await page.getByText('Tik de route, punt voor punt').waitFor()
    const { x, y } = await mapMiddle(page)
    for (const [dx, dy] of [
      [-60, -40],
      [0, -10],
      [60, -50],
    ] as const) {
      await page.touchscreen.tap(x + dx, y + dy)
      // Two taps in quick succession are a double tap, which ends the drawing.
      await page.waitForTimeout(500)
    }
    await press(page.getByRole('button', { name: 'Klaar', exact: true }))
    return 'LineString'
  }
  await press(page.getByRole('button', { name: 'Teken een gebied' }))
  await page.getByText('Tik de hoeken van het gebied').waitFor()
  await page.locator('.maplibregl-canvas').focus()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft'] as const) {
    await page.keyboard.press('Enter')
    for (let steps = 0; steps < 4; steps++) await page.keyboard.press(`Shift+${key}`)
    await mapDrawn(page)
  }
  await page.keyboard.press('Enter')
  await press(page.getByRole('button', { name: 'Deel is af' }))
  await press(page.getByRole('button', { name: 'Klaar', exact: true }))
  return 'Polygon'
}

journey('a resident pins a proposal, mends it and takes it back', async (walker) => {
  const { page, press, write, take, way, checkAccessible } = walker
  const title = `Een bankje bij de brug (${way})`
  await page.goto(`${consultation}?view=14/52.0248/5.2444`)
  await mapDrawn(page)
  await press(page.getByRole('link', { name: 'Doe mee' }).last())
  await page.getByRole('heading', { level: 1, name: 'Doe mee' }).waitFor()
  await page.getByText('Zet geen namen of adressen van anderen in je tekst.').waitFor()

  await take(page.getByRole('radio', { name: /^Een idee/ }))
  await write(page.getByLabel('Titel'), 'Bank')
  await press(page.getByRole('button', { name: 'Verstuur' }))
  await page.getByText('Je hebt er 4.').first().waitFor()
  expect(await page.getByLabel('Titel').getAttribute('aria-invalid')).toBe('true')
  await checkAccessible('the form with faults')

  const type = await pointOut(walker)
  await press(page.getByRole('checkbox', { name: 'Leefomgeving' }))
  await write(page.getByLabel('Titel'), title)
  await write(page.getByLabel('Toelichting'), 'Wie met de hond loopt, kan hier even zitten en over het water kijken.')
  await checkAccessible('the form filled in')
  await press(page.getByRole('button', { name: 'Verstuur' }))
  await page.getByRole('heading', { level: 1, name: 'Dank je wel. Je bijdrage staat op de kaart.' }).waitFor()
  await checkAccessible('the thank-you')

  await press(page.getByRole('link', { name: 'Bekijk je bijdrage' }))
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const stored = await (await page.request.get(`/api/v1/contributions/${id}`)).json()
  expect(stored).toMatchObject({
    title,
    kind: 'idea',
    themes: ['general'],
    village: 'werkhoven',
    state: 'published',
    geometry: { type },
  })
  const list = await (await page.request.get('/api/v1/collections/kromme-rijn/items?limit=1')).json()
  expect(list.features[0].id).toBe(id)

  await press(page.getByRole('link', { name: 'Bewerk' }))
  await page.getByRole('heading', { level: 1, name: 'Bijdrage wijzigen' }).waitFor()
  await write(page.getByLabel('Titel'), `${title}, en een prullenbak`)
  await press(page.getByRole('button', { name: 'Wijziging opslaan' }))
  await page.getByText('Je wijziging is opgeslagen.').first().waitFor()
  const edited = await (await page.request.get(`/api/v1/contributions/${id}`)).json()
  expect(edited.title).toBe(`${title}, en een prullenbak`)
  expect(edited.geometry).toEqual(stored.geometry)

  await page.goto(`${consultation}/contributions/${id}`)
  await press(page.getByRole('button', { name: 'Trek in' }))
  await page.getByRole('dialog', { name: 'Bijdrage intrekken?' }).waitFor()
  await checkAccessible('the question before withdrawing')
  await press(page.getByRole('button', { name: 'Ja, trek in' }))
  await page.getByText('Je bijdrage is ingetrokken.').first().waitFor()
  expect((await page.request.get(`/api/v1/contributions/${id}`)).status()).toBe(404)
})

journey('a resident speaks for the whole village', async ({ page, press, write, take, way, checkAccessible }) => {
  const title = `Laat de dorpsbus ook op zondag rijden (${way})`
  await page.goto(`${consultation}/contribute`)
  await take(page.getByRole('radio', { name: /^Een initiatief/ }))
  await checkAccessible('the empty form')
  await press(page.getByRole('button', { name: 'Heel het dorp' }))
  await page.getByLabel('Kies een dorp').selectOption({ label: 'Langbroek' })
  await press(page.getByRole('checkbox', { name: 'Bereikbaarheid' }))
  await write(page.getByLabel('Titel'), title)
  await write(page.getByLabel('Toelichting'), 'Wie geen auto heeft, komt op zondag het dorp niet uit. Dat kan anders.')
  await write(page.getByLabel('Wie doen er mee?'), 'Zes chauffeurs uit het dorp')
  await press(page.getByRole('button', { name: 'Verstuur' }))
  await page.getByRole('heading', { level: 1, name: 'Dank je wel. Je bijdrage staat op de kaart.' }).waitFor()
  await page.goto(`${consultation}/list`)
  await page.getByRole('link', { name: title }).first().waitFor()
  const { features } = await (await page.request.get('/api/v1/collections/kromme-rijn/items?village=langbroek&limit=1')).json()
  expect(features[0]).toMatchObject({
    geometry: null,
    properties: { title, village: 'langbroek', who: 'Zes chauffeurs uit het dorp' },
  })
})
