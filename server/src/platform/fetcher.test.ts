import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFetcher } from './fetcher.ts'
import { isPublicAddress } from './public-address.ts'

const notPublic = [
  '127.0.0.1',
  '10.0.0.1',
  '172.16.9.9',
  '192.168.1.1',
  '169.254.169.254',
  '0.0.0.0',
  '100.64.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '64:ff9b::7f00:1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fe80::1',
  'ff02::1',
  'not an address',
]
for (const address of notPublic) test(`${address} is not public`, () => assert.equal(isPublicAddress(address), false))
for (const address of ['1.1.1.1', '211.43.1.9', '2606:4700:4700::1111']) {
  test(`${address} is public`, () => assert.equal(isPublicAddress(address), true))
}

const refused: readonly (readonly [string, string])[] = [
  ['not an address', 'address-malformed'],
  ['https://a:b@example.com/', 'address-malformed'],
  ['http://example.com/', 'scheme-not-allowed'],
  ['file:///etc/passwd', 'scheme-not-allowed'],
  ['gopher://example.com/', 'scheme-not-allowed'],
  ['https://example.com:22/', 'port-not-allowed'],
  ['https://example.com:5432/', 'port-not-allowed'],
  // The URL parser turns all of these into 127.0.0.1 or the like.
  ['https://0x7f.1/', 'address-not-public'],
  ['https://2130706433/', 'address-not-public'],
  ['https://017700000001/', 'address-not-public'],
  ['https://①②⑦.0.0.1/', 'address-not-public'],
  ['https://[::ffff:7f00:1]/', 'address-not-public'],
  ['https://169.254.169.254/latest/meta-data/', 'address-not-public'],
]
for (const [url, reason] of refused) {
  test(`${url} is refused as ${reason}`, async () => {
    assert.deepEqual(await openFetcher().get(url), { outcome: 'refused', reason })
  })
}

test('one private address among the public ones refuses the whole name', async () => {
  const fetcher = openFetcher({ resolve: async () => ['1.1.1.1', '10.0.0.7'] })
  assert.deepEqual(await fetcher.get('https://rebind.example/'), { outcome: 'refused', reason: 'address-not-public' })
})

test('a name that leads nowhere is told apart', async () => {
  const fetcher = openFetcher({ resolve: async () => [] })
  assert.deepEqual(await fetcher.get('https://nowhere.example/'), { outcome: 'refused', reason: 'name-not-found' })
})
