import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { CERTIFICATE, PRIVATE_KEY } from '../../test/certificate.ts'
import { openFetcher, type Resolve } from './fetcher.ts'
import { isPublicAddress } from './public-address.ts'

let server: Server
let port: string
const hosts: string[] = []
before(async () => {
  server = createServer({ cert: CERTIFICATE, key: PRIVATE_KEY }, (request, response) => {
    hosts.push(request.headers.host ?? '')
    const path = request.url ?? '/'
    const hop = Number(/^\/hop\/(\d)$/.exec(path)?.[1] ?? 0)
    if (path === '/json') response.setHeader('content-type', 'application/json; charset=utf-8').end('{"a":1}')
    else if (path === '/long') response.end(Buffer.alloc(2048))
    else if (path === '/inside') response.writeHead(302, { location: `https://inside.example:${port}/json` }).end()
    else if (path === '/plain') response.writeHead(302, { location: 'http://public.example/json' }).end()
    else if (hop > 0) response.writeHead(302, { location: hop === 1 ? '/json' : `/hop/${hop - 1}` }).end()
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = String((server.address() as AddressInfo).port)
})
after(() => {
  server.closeAllConnections()
  server.close()
})

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'public.example': ['127.0.0.1'],
  'stranger.example': ['127.0.0.1'],
  'inside.example': ['10.0.0.1'],
}
/** Our own loopback address stands for the public internet, and nothing else that is private does. */
const fetcher = (resolve: Resolve = async (host) => NAMES[host] ?? []) =>
  openFetcher({
    resolve,
    isPublic: (address) => address === '127.0.0.1' || isPublicAddress(address),
    ports: [port],
    tls: { ca: CERTIFICATE },
  })
const get = (path: string, options?: { maxBytes?: number }) =>
  fetcher().get(`https://public.example:${port}${path}`, options)

test('bytes, status and media type of a public address come back', async () => {
  const got = await get('/json')
  assert.ok(got.outcome === 'fetched')
  assert.equal(Buffer.from(got.bytes).toString(), '{"a":1}')
  assert.deepEqual(
    [got.status, got.mediaType, got.url],
    [200, 'application/json', `https://public.example:${port}/json`],
  )
})

test('an error status is an answer too', async () => {
  const got = await get('/none')
  assert.ok(got.outcome === 'fetched' && got.status === 404)
})

const refusals: readonly (readonly [string, string, { maxBytes?: number } | undefined, string])[] = [
  ['more bytes than wanted', '/long', { maxBytes: 2047 }, 'too-large'],
  ['a redirect to a private address', '/inside', undefined, 'address-not-public'],
  ['a redirect away from https', '/plain', undefined, 'scheme-not-allowed'],
  ['a fourth redirect', '/hop/4', undefined, 'too-many-redirects'],
]
for (const [what, path, options, reason] of refusals) {
  test(`${what} is refused`, async () => assert.deepEqual(await get(path, options), { outcome: 'refused', reason }))
}

test('three redirects are followed', async () => {
  const got = await get('/hop/3')
  assert.ok(got.outcome === 'fetched' && got.status === 200)
})

test('exactly as many bytes as wanted are taken', async () => {
  const got = await get('/long', { maxBytes: 2048 })
  assert.ok(got.outcome === 'fetched' && got.bytes.length === 2048)
})

test('a name is looked up once, so a second answer cannot lead elsewhere', async () => {
  let asked = 0
  const flipping = fetcher(async () => (++asked === 1 ? ['127.0.0.1'] : ['10.0.0.1']))
  const got = await flipping.get(`https://public.example:${port}/json`)
  assert.ok(got.outcome === 'fetched')
  assert.equal(asked, 1)
})

test('a certificate for another name is not trusted', async () => {
  const got = await fetcher().get(`https://stranger.example:${port}/json`)
  assert.deepEqual(got, { outcome: 'refused', reason: 'unreachable' })
})

test('the server is asked by its name, not by its number', () => {
  assert.ok(hosts.every((host) => host.startsWith('public.example')))
})
