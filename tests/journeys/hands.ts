/** How a person reaches the screen: mouse, finger, or keyboard alone. A journey is written once and walked with each. */
import type { Locator, Page } from 'playwright-core'

export interface Hands {
  /** Presses a button, a link or a box. */
  press(target: Locator): Promise<void>
  /** Replaces the text of a field. */
  write(target: Locator, text: string): Promise<void>
  /** Takes one of a group of radio buttons. */
  take(radio: Locator): Promise<void>
}

/** Presses of the Tab key after which a person gives up looking for a control. */
const patience = 150

/** Moves the focus to `target` by the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'visible' })
  const focused = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < patience; presses++) {
    if (await focused()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached with ${patience} presses of Tab`)
}

const pointer = (press: (target: Locator) => Promise<void>): Hands => ({
  press,
  take: press,
  async write(target, text) {
    await press(target)
    await target.fill(text)
  },
})

export const mouse = (_page: Page): Hands => pointer((target) => target.click())
export const touch = (_page: Page): Hands => pointer((target) => target.tap())
export const keyboard = (page: Page): Hands => ({
  async press(target) {
    await tabTo(page, target)
    const box = await target.evaluate((element) => element instanceof HTMLInputElement && element.type === 'checkbox')
    await page.keyboard.press(box ? 'Space' : 'Enter')
  },
  async write(target, text) {
    await tabTo(page, target)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(text)
  },
  async take(radio) {
    // Tab stops once per group: at the checked one, else at the first (or the last, coming back). Arrows walk the group.
    const name = await radio.evaluate((element) => (element as HTMLInputElement).name)
    const inGroup = () =>
      page.evaluate((wanted) => {
        const active = document.activeElement
        return active instanceof HTMLInputElement && active.type === 'radio' && active.name === wanted
      }, name)
    for (let presses = 0; !(await inGroup()); presses++) {
      if (presses === patience) throw new Error(`no radio button of group ${name} can be reached with Tab`)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    for (let presses = 0; !(await radio.isChecked()); presses++) {
      if (presses === patience) throw new Error(`the arrows do not reach ${radio}`)
      await page.keyboard.press('ArrowDown')
    }
  },
})
