import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { aSigned, emailIdentity, fullParts, hanbit, NOON, nodePrimitives, someParts } from '../../../test/fixtures.ts'
import {
  type CredentialParts,
  composeCredential,
  credentialText,
  type Edition,
  openEdition,
  webPrimitives,
} from '../../index.ts'

const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
const edition = (await openEdition(composeCredential(fullParts()), options)) as Edition

const copyOf = (id: number, name: string): CredentialParts =>
  fullParts({
    id: `https://badges.hanbit.example/c/${id}`,
    licenseNumber: `제 ${id}호`,
    recipient: { name, identifiers: [emailIdentity] },
  })

test('an edition gives the same text as preparing and signing each credential', async () => {
  for (const [id, name] of [
    [1, '김하늘'],
    [2, '"이"\\바다\n'],
    [3, 'Alexandra Konstantinopoulou 😀'],
  ] as const) {
    const parts = copyOf(id, name)
    const values = edition.valuesOf(composeCredential(parts))
    assert.ok(values)
    const copy = edition.copy(values)
    assert.ok(copy)
    const signature = await hanbit.signer.sign(copy.bytesToSign)
    const expected = credentialText(await aSigned(parts))
    assert.equal(copy.textWith(signature), expected)
    assert.equal(edition.unpack(edition.pack(values, signature)), expected)
  }
})

test('another achievement, or another set of fields, is not of the edition', () => {
  assert.equal(edition.valuesOf(composeCredential(someParts())), null)
  assert.equal(edition.valuesOf(composeCredential(fullParts({ licenseNumber: undefined }))), null)
})

const values = edition.valuesOf(composeCredential(fullParts())) as readonly string[]
const changed = (pointer: string, value: string): readonly string[] =>
  values.map((old, at) => (edition.holes[at] === pointer ? value : old))

const refused: [string, readonly string[]][] = [
  ['a date that is none', changed('/validFrom', 'today')],
  ['an id that is no URI', changed('/id', 'x y')],
  ['an id that is already a node', changed('/id', someParts().achievement.id)],
  ['a value too few', values.slice(1)],
]

for (const [name, wrong] of refused)
  test(`${name} is refused`, () => {
    assert.notDeepEqual(wrong, values)
    assert.equal(edition.copy(wrong), null)
  })

test('no edition is opened where hashes are only promised', async () => {
  assert.equal(await openEdition(composeCredential(someParts()), { ...options, primitives: webPrimitives }), null)
})

test('what cannot be issued opens no edition', async () => {
  await assert.rejects(openEdition({ ...composeCredential(someParts()), id: 'x' }, options), {
    code: 'credential-malformed',
  })
})

test('any values are packed and unpacked to the same text, in few bytes', () => {
  const anyValues = fc.tuple(
    ...values.map((value) => fc.oneof(fc.constant(value), fc.string({ unit: 'grapheme' }), fc.constant(`${value}00`))),
  )
  const signature = new Uint8Array(64).fill(7)
  fc.assert(
    fc.property(anyValues, (some) => {
      const packed = edition.pack(some, signature)
      const text = edition.unpack(packed)
      const [unsigned] = [JSON.parse(String(text))]
      return unsigned.id === some[edition.holes.indexOf('/id')]
    }),
  )
  assert.ok(edition.pack(values, signature).length < 120)
})

test('bytes that were never packed give nothing, or another text, and never a fault', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
      ['string', 'object'].includes(typeof edition.unpack(bytes)),
    ),
  )
})
