import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Credential } from '@kolleges/api'
import { composeLinksCsv } from './links-csv.ts'

const aCredential = (name: string): Credential =>
  ({
    recipient: { name, nameEn: null, email: 'a@b.example' },
    number: 'KL-1',
    state: 'issued',
    url: 'https://x/c/1',
  }) as Credential

const CASES: [string, string][] = [
  ['김하늘', '김하늘'],
  ['Kim, Haneul', '"Kim, Haneul"'],
  ['"Sky"', '"""Sky"""'],
  ['=HYPERLINK("http://bad")', '"\'=HYPERLINK(""http://bad"")"'],
  ['@SUM(1)', "'@SUM(1)"],
  ['＝1+1', "'＝1+1"],
]
for (const [name, cell] of CASES)
  test(`the name ${name} is written ${cell}`, () => {
    const [, line] = composeLinksCsv(['name'], [aCredential(name)]).split('\r\n')
    assert.equal(line, `${cell},a@b.example,KL-1,issued,https://x/c/1`)
  })

test('the table begins with the mark that tells Excel it is UTF-8', () => {
  assert.equal(composeLinksCsv(['이름'], []), '\ufeff이름')
})
