import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { parseJsonStrict } from './json.ts'

const refusals: [string, string, string][] = [
  ['a key given twice', '{"issuer":"a","issuer":"b"}', 'json-duplicate-key'],
  ['a key given twice, once escaped', '{"issuer":"a","\\u0069ssuer":"b"}', 'json-duplicate-key'],
  ['a key given twice, deep inside', '{"a":[{"b":{"c":1,"d":{"e":1},"c":2}}]}', 'json-duplicate-key'],
  ['the key that changes prototypes', '{"__proto__":{"a":1}}', 'json-forbidden-key'],
  ['a lone surrogate', '{"name":"\\ud800"}', 'json-lone-surrogate'],
  ['a raw lone surrogate', `{"name":"${'\ud800'}"}`, 'json-lone-surrogate'],
  ['an integer beyond 2^53', '{"n":9007199254740993}', 'json-unsafe-number'],
  ['an integer beyond 2^53 in exponent form', '{"n":1e17}', 'json-unsafe-number'],
  ['a number too large for a double', '{"n":1e400}', 'json-unsafe-number'],
  ['arrays 65 deep', '['.repeat(65) + ']'.repeat(65), 'json-too-deep'],
  ['arrays 100,000 deep', '['.repeat(100_000) + ']'.repeat(100_000), 'json-too-deep'],
  ['more than a mebibyte', `"${'a'.repeat(1_048_576)}"`, 'json-too-large'],
  ['more values than any credential has', `[${'1,'.repeat(50_000)}1]`, 'json-too-many-values'],
  ['a comma too many', '{"a":1,}', 'json-syntax'],
  ['nothing', '', 'json-syntax'],
]

for (const [name, text, reason] of refusals)
  test(`${name} is refused`, () => {
    const result = parseJsonStrict(text)
    assert.equal(result.outcome === 'refused' ? result.reason : 'parsed', reason)
  })

test('what is allowed is read as JSON.parse reads it', () => {
  const texts = [
    '{"a":{"b":[1,-2.5e3,"\\"\\u00e9",true,null]},"b":{"a":1}}',
    '\ufeff{"a":"김"}',
    '[]',
    '0',
    '["a","a"]',
    '{"a":"b","b":"a"}',
  ]
  for (const text of texts)
    assert.deepEqual(parseJsonStrict(text), { outcome: 'parsed', value: JSON.parse(text.replace('\ufeff', '')) })
})

test('any JSON value that is printed is read back', () => {
  const safe = fc.jsonValue({ maxDepth: 5 }).filter((value) => !JSON.stringify(value).includes('__proto__'))
  fc.assert(
    fc.property(safe, (value) => {
      const result = parseJsonStrict(JSON.stringify(value))
      const isReadable =
        result.outcome === 'parsed' || ['json-unsafe-number', 'json-lone-surrogate'].includes(result.reason)
      return isReadable && (result.outcome === 'refused' || JSON.stringify(result.value) === JSON.stringify(value))
    }),
  )
})
