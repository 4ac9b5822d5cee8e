import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskEmail, maskName } from './masking.ts'

for (const [name, wanted] of [
  ['김하늘', '김○늘'],
  ['남궁하늘', '남○○늘'],
  ['이솔', '이○'],
  ['솔', '솔○'],
  ['Haneul Kim', 'H. K.'],
  ['KIM, Haneul', 'K. H.'],
  ['Alexandra Konstantinopoulou', 'A. K.'],
] as const) {
  test(`${name} is masked as ${wanted}`, () => assert.equal(maskName(name), wanted))
}

for (const [email, wanted] of [
  ['haneul@hanbit.example', 'ha•••@hanbit.example'],
  ['kim@hanbit.example', 'k•••@hanbit.example'],
] as const) {
  test(`${email} is masked as ${wanted}`, () => assert.equal(maskEmail(email), wanted))
}
