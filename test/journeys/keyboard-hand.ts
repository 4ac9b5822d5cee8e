// A hand that has nothing but keys: it goes from one thing to the next with Tab, as people do who use no mouse.
import type { Page } from 'playwright-core'

const TABS_MAX = 140

export type KeyboardHand = {
  /** Tab until the thing of that name has the focus. */
  tabTo(name: RegExp): Promise<void>
  /** Tab to it, then Enter, or Space where that is what chooses. */
  press(name: RegExp): Promise<void>
  /** Tab to the field and write over what it holds. */
  fill(name: RegExp, text: string): Promise<void>
  type(text: string): Promise<void>
  keys(...names: string[]): Promise<void>
}

export function keyboardHand(page: Page): KeyboardHand {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      const label = element?.labels?.[0]?.textContent
      const words = element?.matches('body') ? '' : element?.textContent
      return {
        name: (element?.getAttribute('aria-label') ?? label ?? words ?? '').replace(/\s+/g, ' ').trim(),
        isChoice: element?.type === 'radio' || element?.type === 'checkbox',
      }
    })
  const tabTo = async (name: RegExp) => {
    const met: string[] = []
    for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
      const found = await focused()
      if (name.test(found.name)) return found
      met.push(found.name.slice(0, 40))
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not reach ${name}; it met: ${[...new Set(met)].join(' · ')}`)
  }
  const keys = async (...names: string[]) => {
    for (const name of names) await page.keyboard.press(name)
  }
  return {
    keys,
    tabTo: async (name) => void (await tabTo(name)),
    press: async (name) => {
      const { isChoice } = await tabTo(name)
      await page.keyboard.press(isChoice ? 'Space' : 'Enter')
    },
    fill: async (name, text) => {
      await tabTo(name)
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(text)
    },
    type: (text) => page.keyboard.insertText(text),
  }
}
