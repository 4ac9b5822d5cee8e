import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldName, foldsOf } from './name-fold.ts'

const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['한빛대학교', '한빛 대학교'],
  ['한빛대학교', '한빛대학교'.normalize('NFD')],
  ['한빛대학교', '한빛\u200b대학교'],
  ['한빛대학교', '한빛대학교\u3000'],
  ['한빛대학교', '「한빛대학교」'],
  ['Hanbit University', 'ＨＡＮＢＩＴ university'],
  ['Hanbit University', 'Hаnbit University'],
  ['Hanbit University', 'HanbIt Universlty'],
  ['Hanbit University', 'Hanb1t University'],
  ['Coop 10', 'C00p lo'],
  ['Modern Academy', 'Modem Academy'],
  ['Kim & Lee', 'Kim Lee'],
]

test('names that look alike fold to the same', () => {
  for (const [one, other] of LOOK_ALIKES) assert.equal(foldName(one), foldName(other), `${one} ${other}`)
})

test('names that are read apart stay apart', () => {
  const names = [
    '한빛대학교',
    '한빛대학',
    '한빚대학교',
    '하빛대학교',
    '서울대학교',
    '서울시립대학교',
    'Hanbit',
    'Hanbat',
    '1기',
    '2기',
  ]
  assert.equal(new Set(names.map(foldName)).size, names.length)
})

test('an institution that bears one name in both languages has one fold', () => {
  assert.deepEqual(foldsOf({ ko: 'KAIS', en: 'kais' }), ['kals'])
  assert.deepEqual(foldsOf({ ko: '···', en: '가온' }), ['가온'])
})
