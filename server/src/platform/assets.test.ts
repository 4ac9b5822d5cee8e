import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { assetResponse } from './assets.ts'

const get = (path: string, headers: Record<string, string> = {}): Promise<Response | undefined> =>
  assetResponse(new Request(`http://localhost${path}`, { headers }), path)

test('the stylesheet comes plain or compressed, as the reader wishes', async () => {
  const plain = await get('/assets/page.css')
  const zipped = await get('/assets/page.css', { 'accept-encoding': 'br, gzip' })
  assert.equal(plain?.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.equal(plain?.headers.get('content-encoding'), null)
  assert.equal(zipped?.headers.get('content-encoding'), 'gzip')
  const text = await plain!.text()
  assert.equal(gunzipSync(Buffer.from(await zipped!.arrayBuffer())).toString(), text)
})

test('the stylesheet has every subject in it', async () => {
  const text = await (await get('/assets/page.css'))!.text()
  const subjects = readdirSync(join(import.meta.dirname, 'assets/page'))
  assert.ok(subjects.length > 5)
  for (const file of subjects)
    assert.ok(text.includes(readFileSync(join(import.meta.dirname, 'assets/page', file), 'utf8')), file)
})

test('who has the file already gets 304', async () => {
  const etag = (await get('/assets/page.css'))?.headers.get('etag') ?? ''
  const again = await get('/assets/page.css', { 'if-none-match': etag })
  assert.equal(again?.status, 304)
})

test('a font is cached for a week and not compressed again', async () => {
  const font = await get('/assets/fonts/Pretendard-Regular.subset.woff2', { 'accept-encoding': 'gzip' })
  assert.equal(font?.headers.get('content-type'), 'font/woff2')
  assert.equal(font?.headers.get('content-encoding'), null)
  assert.match(font?.headers.get('cache-control') ?? '', /max-age=604800/)
})

for (const path of [
  '/assets/../http.ts',
  '/assets/%2e%2e/http.ts',
  '/assets/fonts/../package.json',
  '/assets/',
  '/assets/none.css',
]) {
  test(`${path} is no asset`, async () => assert.equal(await get(path), undefined))
}

test('other paths are left to the routes', async () => assert.equal(await get('/c/abc'), undefined))
