import assert from 'node:assert/strict'
import test from 'node:test'
import { emailIdentity, nodePrimitives } from '../test/fixtures.ts'
import { hashIdentity, matchesIdentity, nameIdentity, webPrimitives } from './index.ts'

test('the example of the standard comes out, by either set of primitives', async () => {
  for (const primitives of [nodePrimitives, webPrimitives]) {
    const object = await hashIdentity({ identity: 'a@example.com', salt: 'Kosher' }, primitives)
    assert.equal(object.identityHash, 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399')
    assert.equal(object.identityType, 'emailAddress')
  }
})

test('the person meant is recognised, another is not', async () => {
  const rows: [string, boolean][] = [
    ['haneul@example.com', true],
    [' Haneul@Example.com ', true],
    ['bada@example.com', false],
    ['', false],
  ]
  for (const [identity, expected] of rows)
    assert.equal(await matchesIdentity(emailIdentity, identity, nodePrimitives), expected)
  assert.equal(await matchesIdentity(nameIdentity('김하늘'), '김하늘'.normalize('NFD'), nodePrimitives), true)
  assert.equal(
    await matchesIdentity({ ...emailIdentity, identityHash: 'md5$00' }, 'haneul@example.com', nodePrimitives),
    false,
  )
})

test('nobody is no recipient', async () => {
  await assert.rejects(hashIdentity({ identity: '', salt: 's' }, nodePrimitives), { code: 'recipient-missing' })
})
