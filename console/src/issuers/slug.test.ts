import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestSlug, tidySlug } from './slug.ts'

const CASES: [string, string][] = [
  ['Hanbit University', 'hanbit'],
  ['Hanbit National University', 'hanbit-national'],
  ['The Korea Association of Café Owners', 'cafe-owners'],
  ['University of the', 'university-of-the'],
  ['한빛대학교', ''],
  ['A', ''],
]
for (const [name, slug] of CASES)
  test(`the address suggested for "${name}" is "${slug}"`, () => assert.equal(suggestSlug(name), slug))

test('a long name is cut at a whole character, never after a hyphen', () => {
  const slug = suggestSlug('Seohae Public Academy Foundation International Cooperation Centre')
  assert.ok(slug.length <= 40)
  assert.match(slug, /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/)
})

test('what is typed becomes an address while it is typed', () => assert.equal(tidySlug('Hanbit 대학'), 'hanbit-'))
