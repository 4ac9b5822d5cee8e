import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageOf } from './language.ts'

const cases: readonly (readonly [string, string, Record<string, string>, 'ko' | 'en'])[] = [
  ['nothing said', '/', {}, 'ko'],
  ['an English browser', '/', { 'accept-language': 'en-US,en;q=0.9' }, 'en'],
  ['a Korean browser that also reads English', '/', { 'accept-language': 'ko-KR,ko;q=0.9,en;q=0.8' }, 'ko'],
  ['a German browser that rather reads English', '/', { 'accept-language': 'de,en;q=0.7,ko;q=0.3' }, 'en'],
  ['English ruled out', '/', { 'accept-language': 'en;q=0' }, 'ko'],
  ['a kept choice', '/', { cookie: 'a=b; kolleges_language=en', 'accept-language': 'ko' }, 'en'],
  ['a choice now', '/?lang=ko', { cookie: 'kolleges_language=en' }, 'ko'],
  ['a language we do not speak', '/?lang=fr', {}, 'ko'],
]
for (const [what, path, headers, language] of cases) {
  test(`${what} is answered in ${language}`, () => {
    const url = new URL(path, 'http://localhost')
    assert.equal(languageOf(new Request(url, { headers }), url), language)
  })
}
