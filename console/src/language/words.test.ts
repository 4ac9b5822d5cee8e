import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words as access } from '../access/words.ts'
import { words as achievements } from '../achievements/words.ts'
import { words as audit } from '../audit/words.ts'
import { words as delivery } from '../delivery/words.ts'
import { words as designEditor } from '../designs/editor/words.ts'
import { words as designs } from '../designs/words.ts'
import { words as home } from '../home/words.ts'
import { words as issuers } from '../issuers/words.ts'
import { words as issuing } from '../issuing/words.ts'
import { words as learners } from '../learners/words.ts'
import { words as pathways } from '../pathways/words.ts'
import { words as recognition } from '../recognition/words.ts'
import { words as shell } from '../shell/words.ts'
import { common } from './common.ts'

const CATALOGUES = {
  access,
  achievements,
  audit,
  common,
  delivery,
  designEditor,
  designs,
  home,
  issuers,
  issuing,
  learners,
  pathways,
  recognition,
  shell,
}

/** Every sentence of a catalogue with its place in it; those that are composed are composed with what reads as a number and as a word. */
function sentencesOf(words: unknown, place = ''): [string, string][] {
  if (typeof words === 'string') return [[place, words]]
  if (typeof words === 'function') return [[place, String(words('2', '2', '2', '2'))]]
  return Object.entries(words as object).flatMap(([name, part]) => sentencesOf(part, `${place}/${name}`))
}

for (const [name, { ko, en }] of Object.entries(CATALOGUES)) {
  test(`${name} says the same things in both languages`, () => {
    const places = (words: unknown) => sentencesOf(words).map(([place]) => place)
    assert.deepEqual(places(en), places(ko))
  })

  test(`${name} says nothing Korean in English, and leaves nothing empty`, () => {
    for (const [place, sentence] of sentencesOf(en)) assert.doesNotMatch(sentence, /[가-힣]/, place)
    for (const [place, sentence] of [...sentencesOf(ko), ...sentencesOf(en)])
      assert.notEqual(sentence.trim(), '', place)
  })

  test(`${name} speaks to staff in the formal style`, () => {
    for (const [place, sentence] of sentencesOf(ko)) assert.doesNotMatch(sentence, /(해|어|아|예|에|세)요[.?!]/, place)
  })
}
