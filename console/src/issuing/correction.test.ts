import assert from 'node:assert/strict'
import { test } from 'node:test'
import { correctionOf } from './correction.ts'

const credential = { recipient: { name: '김하늘', nameEn: 'Kim Haneul', email: 'haneul@learner.example' }, result: 'A' }
const same = { name: '김하늘', nameEn: 'Kim Haneul', result: 'A' }

for (const [says, typed, expected] of [
  ['nothing was changed', same, null],
  ['only spaces were added', { ...same, name: ' 김하늘 ' }, null],
  ['the name was taken away', { ...same, name: ' ' }, null],
  ['the name was corrected', { ...same, name: '김하눌' }, { name: '김하눌' }],
  ['the English name was taken away', { ...same, nameEn: '' }, { nameEn: null }],
  ['two things were corrected', { ...same, nameEn: 'Haneul Kim', result: '' }, { nameEn: 'Haneul Kim', result: null }],
] as const)
  test(`when ${says}, ${expected ? 'just that is sent' : 'nothing is sent'}`, () =>
    assert.deepEqual(correctionOf(credential, typed), expected))
