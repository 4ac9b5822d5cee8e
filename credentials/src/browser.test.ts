// Takes every vector in a real browser: the same code, bundled, with WebCrypto.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { materialFile, vectorBytes, verificationVectors } from '../test/vectors.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
const executablePath = process.env.CHROMIUM_PATH ?? onPath.find(existsSync)
const skip = executablePath ? false : 'not run: no Chromium (CHROMIUM_PATH, or on PATH)'

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('../test/browser-page.ts', import.meta.url))
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'esnext', rollupOptions: { input: entry } },
  })
  const [result] = [output].flat()
  assert.ok(result && 'output' in result)
  const [chunk] = result.output
  return chunk.code
}

test('a browser comes to the same answers, without a request of its own', { skip, timeout: 60_000 }, async () => {
  const vectors = verificationVectors().map((vector) => ({
    ...vector,
    base64: vector.made ? '' : Buffer.from(vectorBytes(vector)).toString('base64'),
  }))
  const pages: Record<string, [string, string]> = {
    '/': [
      'text/html',
      '<!doctype html><meta charset="utf-8"><title>vectors</title><body><script type="module" src="/page.js"></script>',
    ],
    '/page.js': ['text/javascript', await bundled()],
    '/vectors.json': ['application/json', JSON.stringify({ material: materialFile(), vectors })],
  }
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(String(request.url))
    const [type, body] = pages[String(request.url)] ?? ['text/plain', '']
    response.setHeader('content-type', type).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page
      .waitForFunction(() => document.body.textContent?.startsWith('{') || false, null, { timeout: 40_000 })
      .catch(() => assert.fail(faults.join()))
    const answers = JSON.parse((await page.textContent('body')) ?? '{}')
    for (const { file, verdict, because = '' } of vectors)
      assert.equal(
        because ? answers[file] : answers[file].split(' ')[0],
        because ? `${verdict} ${because}` : verdict,
        file,
      )
    assert.deepEqual(asked.filter((url) => url !== '/favicon.ico').sort(), Object.keys(pages).sort())
  } finally {
    await browser.close()
    server.close()
  }
})
