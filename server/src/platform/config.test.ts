import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, type Environment, readConfig } from './config.ts'

test('without any setting there is a whole configuration', () => {
  const config = readConfig({})
  assert.equal(config.port, 3000)
  assert.equal(config.origin, 'http://localhost:3000')
  assert.equal(config.smtpUrl, undefined)
  assert.equal(config.blobs.kind, 'folder')
  assert.ok(Object.isFrozen(config))
})

test('the endpoints for outside test suites open with 1 alone', () => {
  const isOn = (KOLLEGES_CONFORMANCE?: string) => readConfig({ KOLLEGES_CONFORMANCE }).conformance
  assert.deepEqual([undefined, '', '0', '1'].map(isOn), [false, false, false, true])
})

test('the origin follows the port', () => {
  assert.equal(readConfig({ PORT: '4100' }).origin, 'http://localhost:4100')
})

test('every fault stands in one message', () => {
  const env = {
    PORT: 'x',
    KOLLEGES_ORIGIN: 'hanbit',
    DATABASE_URL: 'mysql://a',
    KOLLEGES_SECRET: 'short',
    BLOBS_URL: 'ftp://a',
  }
  assert.throws(
    () => readConfig(env),
    (error) => error instanceof ConfigError && Object.keys(env).every((name) => error.message.includes(name)),
  )
})

const bad: readonly Environment[] = [
  { PORT: '-1' },
  { PORT: '3000.5' },
  { KOLLEGES_ORIGIN: 'http://a.example/path' },
  { KOLLEGES_ORIGIN: 'ftp://a.example' },
  { SMTP_URL: 'http://mail' },
  { MAIL_FROM: 'a <b@c>\r\nBcc: x@y' },
  { BLOBS_URL: 's3://host/bucket' },
  { KOLLEGES_CONFORMANCE: 'yes' },
]
for (const env of bad) {
  test(`${JSON.stringify(env)} is refused`, () => assert.throws(() => readConfig(env), ConfigError))
}

test('a password in an address is not repeated in the message', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://me:hunter2@db' }),
    (error) => error instanceof ConfigError && !error.message.includes('hunter2'),
  )
})

test('a bucket is read from its address', () => {
  const { blobs } = readConfig({ BLOBS_URL: 's3://id:se%2Fcret@s3.example.com/badges/a/b?region=kr' })
  assert.deepEqual(blobs, {
    kind: 's3',
    endpoint: 'https://s3.example.com',
    bucket: 'badges',
    prefix: 'a/b',
    region: 'kr',
    accessKeyId: 'id',
    secretAccessKey: 'se/cret',
  })
})
