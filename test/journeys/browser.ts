// Chromium for the journeys: the one that was found, closed to the outside, with an accessibility check.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => {
  const executablePath = process.env.CHROMIUM_PATH
  assert.ok(executablePath, 'No Chromium was found: install one (apt-get install chromium) or set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: ARGS })
}

/** Fails with what axe finds serious or critical on the page as it stands. */
export const assertAccessible = async (page: Page, where: string): Promise<void> => {
  await stillness(page)
  await page.evaluate(await readFile(AXE, 'utf8'))
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    type Violation = { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }
    return (await axe.run()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  })
  const told = violations.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id}: ${nodes.map((node) => `${node.html}\n    ${node.failureSummary}`).join('\n  ')}`,
  )
  assert.deepEqual(told, [], `${where} has accessibility faults`)
}

/** What is half faded in has half its contrast. */
const stillness = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    return Promise.all(ending.map(({ finished }) => finished.catch(() => undefined))).then(() => undefined)
  })
