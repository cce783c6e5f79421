/** A person at a screen: a browser window that notes all that would harm a person, judged when the person leaves. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const nationalHosts = new Set(['service.pdok.nl', 'api.pdok.nl'])

export interface Screen {
  readonly width: number
  readonly height: number
  readonly touch: boolean
}
export const desktop: Screen = { width: 1440, height: 900, touch: false }
export const phone: Screen = { width: 360, height: 740, touch: true }

export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  /** Fails when axe-core finds a violation of WCAG 2.2 AA on what is on the screen now. */
  checkAccessible(what: string): Promise<void>
  /** How many different colours the map shows, and how many of its pixels have exactly one of `wanted` (`#rrggbb`). */
  mapPixels(wanted: readonly string[]): Promise<{ colours: number; found: Record<string, number> }>
  /** Closes the window; fails when the console showed an error or a request tried to leave the machine. */
  leave(): Promise<void>
}

/** Opens a window on `origin`. The national background is blocked, as in a village without reception: the fallback must show. */
export async function person(browser: Browser, origin: string, screen: Screen): Promise<Person> {
  const { width, height, touch } = screen
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height },
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: touch ? 2 : 1,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
    geolocation: { latitude: 51.9967, longitude: 5.3083 },
  })
  const harm: string[] = []
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith('http'),
    (route) => {
      const host = new URL(route.request().url()).hostname
      if (!nationalHosts.has(host)) harm.push(`request left the machine: ${route.request().url()}`)
      return route.abort('internetdisconnected')
    },
  )
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => harm.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    const from = message.location().url
    const national = from !== '' && URL.canParse(from) && nationalHosts.has(new URL(from).hostname)
    if (message.type() === 'error' && !national) harm.push(`console: ${message.text()} (${from})`)
  })

  return {
    page,
    context,
    async checkAccessible(what) {
      await page.evaluate(axeSource)
      const results = (await page.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549'] })",
      )) as AxeResults
      const found = results.violations.map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(' ')} ${node.failureSummary ?? ''}`).join('\n')}`,
      )
      expect(found, what).toEqual([])
    },
    async mapPixels(wanted) {
      const picture = (await page.locator('.maplibregl-canvas').screenshot()).toString('base64')
      return page.evaluate(
        async ({ picture, wanted }) => {
          const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0))
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
          const context = canvas.getContext('2d')
          if (!context) throw new Error('no 2d canvas')
          context.drawImage(bitmap, 0, 0)
          const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
          const counts = new Map<string, number>()
          for (let i = 0; i < data.length; i += 4) {
            const colour = `#${[data[i], data[i + 1], data[i + 2]].map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`
            counts.set(colour, (counts.get(colour) ?? 0) + 1)
          }
          return { colours: counts.size, found: Object.fromEntries(wanted.map((colour) => [colour, counts.get(colour) ?? 0])) }
        },
        { picture, wanted },
      )
    },
    async leave() {
      await context.close()
      expect(harm).toEqual([])
    },
  }
}
