import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deriveKey, readSecret } from './secret.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'kolleges-secret-'))
after(() => rmSync(dataFolder, { recursive: true, force: true }))

test('a secret is made once, kept for its owner only, and stays', () => {
  const first = readSecret({ secret: undefined, dataFolder })
  assert.equal(Buffer.from(first, 'base64url').length, 32)
  assert.equal(readSecret({ secret: undefined, dataFolder }), first)
  assert.equal(statSync(join(dataFolder, 'secret')).mode & 0o777, 0o600)
})

test('a secret that is given goes before', () => {
  assert.equal(readSecret({ secret: 'given', dataFolder }), 'given')
})

test('keys for two purposes differ', () => {
  assert.notDeepEqual(deriveKey('s', 'one'), deriveKey('s', 'two'))
  assert.equal(deriveKey('s', 'one').length, 32)
})
