import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packText, unpackText } from './packed-text.ts'

const sample = JSON.stringify({
  achievement: '데이터를 모으고 다듬는 기초를 익힌 사람에게 드립니다. '.repeat(20),
  name: '-',
})
const another = JSON.stringify({
  achievement: 'Given to people who can collect and clean data. '.repeat(20),
  name: '-',
})

test('a text like the sample becomes few bytes, and those the text again', () => {
  const text = sample.replace('"-"', '"김하늘"')
  const packed = packText(text, sample)
  assert.ok(packed && packed.length < 60)
  assert.equal(unpackText(packed, sample), text)
})

test('any text comes back exactly, or is not packed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (value, isLike) => {
      const text = isLike ? sample + value : value
      const packed = packText(text, sample)
      return packed === null || unpackText(packed, sample) === text
    }),
  )
})

const unpacked: [string, string][] = [
  ['a text unlike the sample', '3Zp0xQ7mN1cV8bL5kJ2hG6fD9sA4wE'],
  ['a text that UTF-8 cannot carry', `${sample}\ud800`],
  ['a text too long', sample.repeat(1_000)],
]

for (const [name, text] of unpacked)
  test(`${name} is kept as it is`, () => {
    assert.equal(packText(text, sample), null)
  })

test('with another sample, or cut short, or changed, nothing is read', () => {
  const packed = packText(sample.replace('"-"', '"김하늘"'), sample)!
  assert.throws(() => unpackText(packed, another))
  assert.throws(() => unpackText(packed.subarray(0, -3), sample))
  const changed = packed.slice()
  changed[changed.length - 6]! ^= 1
  assert.throws(() => unpackText(changed, sample))
})
