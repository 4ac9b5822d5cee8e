/** Addresses are folded, and slips are met with a suggestion rather than a correction. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEmail } from './email.ts'

for (const [text, email, fault, suggestion] of [
  ['Haneul@Hanbit.example', 'haneul@hanbit.example', undefined, undefined],
  ['김하늘 <haneul@hanbit.example>', 'haneul@hanbit.example', undefined, undefined],
  ['mailto:haneul@hanbit.example', 'haneul@hanbit.example', undefined, undefined],
  ['haneul@hanbit.example;', 'haneul@hanbit.example', undefined, undefined],
  ['haneul@gmail.com', 'haneul@gmail.com', undefined, undefined],
  ['haneul@mail.com', 'haneul@mail.com', undefined, undefined],
  ['haneul@hanbit.ac.kr', 'haneul@hanbit.ac.kr', undefined, undefined],
  ['haneul@gmial.com', 'haneul@gmial.com', 'email-typo', 'haneul@gmail.com'],
  ['haneul@gmai.com', 'haneul@gmai.com', 'email-typo', 'haneul@gmail.com'],
  ['haneul@nave.com', 'haneul@nave.com', 'email-typo', 'haneul@naver.com'],
  ['haneul@naver.con', 'haneul@naver.con', 'email-malformed', 'haneul@naver.com'],
  ['haneul@hanbit.ac.krr', 'haneul@hanbit.ac.krr', 'email-malformed', 'haneul@hanbit.ac.kr'],
  ['haneul@naver,com', 'haneul@naver,com', 'email-malformed', 'haneul@naver.com'],
  ['haneul @naver.com', 'haneul @naver.com', 'email-malformed', 'haneul@naver.com'],
  ['haneul@@naver.com', 'haneul@@naver.com', 'email-malformed', 'haneul@naver.com'],
  ['haneulnaver.com', 'haneulnaver.com', 'email-malformed', 'haneul@naver.com'],
  ['한글@naver.com', '한글@naver.com', 'email-malformed', undefined],
  ['haneul', 'haneul', 'email-malformed', undefined],
  ['a@b', 'a@b', 'email-malformed', undefined],
] as const) {
  test(`${text} is ${fault ?? 'an address'}${suggestion ? `, perhaps ${suggestion}` : ''}`, () => {
    assert.deepEqual(readEmail(text), { email, ...(fault ? { fault } : {}), ...(suggestion ? { suggestion } : {}) })
  })
}
