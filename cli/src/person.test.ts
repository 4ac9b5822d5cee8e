import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flatten, type Json } from './person.ts'

const CASES: readonly [string, Json, Record<string, string>][] = [
  ['by key', { 'learner.name': '김하늘' }, { 'learner.name': '김하늘' }],
  [
    'nested',
    { learner: { name: '김하늘', birthDate: '2003-05-14' } },
    { 'learner.name': '김하늘', 'learner.birthDate': '2003-05-14' },
  ],
  ['by Korean label', { 이름: '김하늘', 과정명: 'AI' }, { 'learner.name': '김하늘', 'achievement.name': 'AI' }],
  [
    'by short name',
    { name: '김하늘', course: 'AI', hours: 192 },
    { 'learner.name': '김하늘', 'achievement.name': 'AI', 'achievement.hours': '192' },
  ],
  [
    'in another style',
    { full_name: '김하늘', name_en: 'Haneul Kim', issued_on: '2026-12-22' },
    { 'learner.name': '김하늘', 'learner.nameEnglish': 'Haneul Kim', 'credential.issuedOn': '2026-12-22' },
  ],
  [
    'by other words for the parts',
    { recipient: { name: '김하늘', name_en: 'Kim' }, course: { name: 'AI' } },
    { 'learner.name': '김하늘', 'learner.nameEnglish': 'Kim', 'achievement.name': 'AI' },
  ],
  [
    'institutions by a list',
    { institutions: [{ name: '가' }, { name: '나' }] },
    { 'institution1.name': '가', 'institution2.name': '나' },
  ],
  [
    'a column of one’s own stays as it is',
    { 지도_교수: '이도윤', custom_note: 'x' },
    { 지도_교수: '이도윤', custom_note: 'x' },
  ],
  ['lists of words are joined', { skills: ['데이터', '파이썬'] }, { 'achievement.skills': '데이터, 파이썬' }],
  ['nothing is no value', { name: null }, {}],
]

for (const [sentence, data, expected] of CASES)
  test(`data are read ${sentence}`, () => {
    assert.deepEqual(flatten(data), expected)
  })

test('data nested without end are refused', () => {
  let data: Json = 'x'
  for (let i = 0; i < 5_000; i++) data = { a: data }
  assert.throws(() => flatten(data), /nested more than 8 deep/)
})
