import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenLanguage, languageCookie, startingLanguage } from './language.ts'

const CASES: [string, string[], string][] = [
  ['', ['en-US', 'ko'], 'en'],
  ['', ['ko-KR', 'en'], 'ko'],
  ['', ['de-DE'], 'ko'],
  ['', [], 'ko'],
  ['a=1; kolleges_language=en', ['ko-KR'], 'en'],
  ['kolleges_language=ko; b=2', ['en'], 'ko'],
  ['kolleges_language=fr', ['en'], 'en'],
]
for (const [cookies, browser, expected] of CASES)
  test(`cookies "${cookies}" and browser [${browser}] begin in ${expected}`, () =>
    assert.equal(startingLanguage(cookies, browser), expected))

test('a choice that was written is read again', () => {
  assert.equal(chosenLanguage(languageCookie('en').split(';')[0] ?? ''), 'en')
  assert.equal(chosenLanguage(''), null)
})
