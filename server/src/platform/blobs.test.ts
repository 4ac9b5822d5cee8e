import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { checkedKey, openBlobs } from './blobs.ts'
import type { BlobPlace } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'kolleges-blobs-'))
const objects = new Map<string, { body: Buffer; type: string }>()
const signed: string[] = []
let server: Server
const places: Record<string, BlobPlace> = { folder: { kind: 'folder', path: folder } }

before(async () => {
  server = createServer(async (request, response) => {
    signed.push(request.headers.authorization ?? '')
    const found = objects.get(request.url!)
    if (request.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      objects.set(request.url!, { body: Buffer.concat(chunks), type: request.headers['content-type']! })
      response.end()
    } else if (found) response.setHeader('content-type', found.type).end(found.body)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const keys = { accessKeyId: 'id', secretAccessKey: 'secret', region: 'kr' }
  places.bucket = { kind: 's3', endpoint, bucket: 'badges', prefix: 'a/b', ...keys }
})
after(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const bytes = new Uint8Array([0, 1, 2, 255])
for (const name of ['folder', 'bucket']) {
  test(`what was put into a ${name} comes back with its media type`, async () => {
    const blobs = openBlobs(places[name]!)
    await blobs.put('badges/x/320.png', bytes, 'image/png')
    await blobs.put('badges/x/odd', bytes, 'application/x-odd')
    const png = await blobs.get('badges/x/320.png')
    assert.deepEqual([new Uint8Array(png!.bytes), png!.mediaType], [bytes, 'image/png'])
    assert.equal((await blobs.get('badges/x/odd'))?.mediaType, 'application/x-odd')
    assert.equal(await blobs.get('badges/none.png'), undefined)
  })

  test(`putting into a ${name} twice replaces`, async () => {
    const blobs = openBlobs(places[name]!)
    await blobs.put('again.png', bytes, 'image/png')
    await blobs.put('again.png', bytes.slice(1), 'image/png')
    assert.equal((await blobs.get('again.png'))?.bytes.length, 3)
  })
}

test('a folder keeps nothing half', () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  assert.ok(names.every((name) => !name.endsWith('.half')))
})

test('a bucket is asked under its prefix, and every call is signed', () => {
  assert.ok([...objects.keys()].every((path) => path.startsWith('/badges/a/b/')))
  assert.ok(signed.every((header) => header.startsWith('AWS4-HMAC-SHA256 Credential=id/')))
})

for (const key of ['../secret', '/etc/passwd', 'a//b', 'a/../b', '', '.hidden', 'a\\b', 'a'.repeat(201)]) {
  test(`the key ${JSON.stringify(key.slice(0, 20))} is refused`, () => assert.throws(() => checkedKey(key)))
}
