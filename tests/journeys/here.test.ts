/** "Wat geldt hier?": a resident points at a place, reads what is wanted there, passes the text on, and sees who wrote about it. */
import { expect } from 'vitest'
import type { Zone } from '#contract/catalogue.ts'
import type { ZoneCountList } from '#contract/zone-count.ts'
import { mapDrawn, pressMiddle } from './map.ts'
import { journey, type Walker, withBrowser } from './walk.ts'

withBrowser()

const consultation = '/consultations/kromme-rijn'
const listed = ({ layer, id }: Pick<Zone, 'layer' | 'id'>) => `${layer}/${id}`

/** A zone of the vision at a place that has a text and contributions. */
async function tellingZone({ page }: Walker, at: string): Promise<{ zone: Zone; contributions: number }> {
  const { zones } = (await (await page.request.get(`/api/v1/zones?at=${at}`)).json()) as { zones: Zone[] }
  const asked = new URLSearchParams({ zone: zones.map(listed).join(',') })
  const counts = (await (
    await page.request.get(`/api/v1/consultations/kromme-rijn/zone-counts?${asked}`)
  ).json()) as ZoneCountList
  for (const zone of zones) {
    const contributions = counts.zones.find((one) => listed(one) === listed(zone))?.contributions ?? 0
    if (zone.category === 'vision' && (zone.passages?.length ?? 0) > 0 && contributions > 0) return { zone, contributions }
  }
  throw new Error(`no zone with a text and contributions at ${at}`)
}

journey('somebody reads what the vision wants at a place, and who wrote about it', async (walker) => {
  const { page, press, checkAccessible } = walker
  // No pin is left under the finger: this filter finds nothing here.
  await page.goto(`${consultation}?view=15/52.06/5.2&kind=challenge`)
  await mapDrawn(page)
  await pressMiddle(walker)
  await page.getByRole('heading', { level: 1, name: 'Wat geldt hier?' }).waitFor()
  const { zone, contributions } = await tellingZone(walker, new URL(page.url()).searchParams.get('at') ?? '')
  const card = page.locator('.here-zone', { has: page.locator('.zone-title', { hasText: zone.title }) }).first()
  const read = card.getByRole('button', { name: `Lees wat er staat over ${zone.title}` })
  await press(read)
  const passage = card.locator('.passage-text')
  await passage.waitFor()
  const words = await passage.textContent()
  expect(words?.length).toBeGreaterThan(80)
  await checkAccessible('a text read in place')

  // The address leads somebody else to the very text.
  const shared = page.url()
  expect(new URL(shared).searchParams.get('open')).toBe(listed(zone))
  await page.goBack()
  await passage.waitFor({ state: 'detached' })
  await page.goto(shared, { waitUntil: 'commit' })
  await passage.waitFor({ timeout: 60_000 })
  expect(await passage.textContent()).toBe(words)

  await press(card.getByRole('link', { name: `${contributions} bijdrage` }))
  await page.getByRole('button', { name: `Haal filter In gebied: ${zone.title} weg` }).waitFor()
  expect(new URL(page.url()).searchParams.get('zone')).toBe(listed(zone))
  await expect.poll(() => page.locator('.item-link').count()).toBe(contributions)
})

journey('the form shows what applies before somebody sends', async (walker) => {
  const { page, press, checkAccessible } = walker
  const at = '5.2,52.06'
  const { zone } = await tellingZone(walker, at)
  await page.goto(`${consultation}/contribute?at=${at}`)
  await page.getByText('Volgens de omgevingsvisie ligt dit in: ').waitFor()
  await press(page.getByRole('button', { name: 'Lees wat hier geldt' }))
  const read = page.getByRole('button', { name: `Lees wat er staat over ${zone.title}` }).first()
  await press(read)
  await page.locator('.passage-text').waitFor()
  await checkAccessible('the form with what applies')
  expect(new URL(page.url()).pathname).toBe(`${consultation}/contribute`)
})
