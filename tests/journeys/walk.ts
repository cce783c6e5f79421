/** Each job is walked three times: by mouse on a desk, by finger on a phone, and with the keyboard alone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { launchBrowser } from './chromium.ts'
import { type Hands, keyboard, mouse, touch } from './hands.ts'
import { desktop, type Person, person, phone, type Screen } from './person.ts'

interface Way {
  readonly name: string
  readonly screen: Screen
  readonly hands: (page: Page) => Hands
}
const ways: readonly Way[] = [
  { name: 'by mouse at 1440 × 900', screen: desktop, hands: mouse },
  { name: 'by touch at 360 × 740', screen: phone, hands: touch },
  { name: 'by keyboard alone', screen: desktop, hands: keyboard },
]

export interface Walker extends Person, Hands {
  readonly way: 'mouse' | 'touch' | 'keyboard'
  readonly origin: string
}

let browser: Browser | undefined

/** Registers one journey three times. Call at the top of a file. */
export function journey(name: string, walk: (walker: Walker) => Promise<void>): void {
  for (const way of ways) {
    test(`${name}, ${way.name}`, async () => {
      if (!browser) throw new Error('no browser')
      const origin = inject('origin')
      const visitor = await person(browser, origin, way.screen)
      const hands = way.hands(visitor.page)
      const kind = way.hands === mouse ? 'mouse' : way.hands === touch ? 'touch' : 'keyboard'
      await walk({ ...visitor, ...hands, way: kind, origin })
      await visitor.leave()
    })
  }
}

/** One browser per file of journeys. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
}
