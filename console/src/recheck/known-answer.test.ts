import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canVerify } from './known-answer.ts'

test('where Ed25519 is at hand the known answer comes out', async () => {
  assert.equal(await canVerify(), true)
})

test('where there is no WebCrypto nothing can be checked', async () => {
  const kept = globalThis.crypto
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true })
  try {
    assert.equal(await canVerify(), false)
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: kept, configurable: true })
  }
})
