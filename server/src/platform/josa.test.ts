import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ParticlePair } from '@kolleges/design'
import { josa } from './josa.ts'

const CASES: readonly (readonly [string, ParticlePair, string])[] = [
  ['한빛대학교', '이/가', '한빛대학교가'],
  ['서해공공아카데미', '을/를', '서해공공아카데미를'],
  ['한국교육진흥원', '이/가', '한국교육진흥원이'],
  ['김하늘', '은/는', '김하늘은'],
  ['배지', '과/와', '배지와'],
  ['증명', '과/와', '증명과'],
  ['서울', '으로/로', '서울로'],
  ['부산', '으로/로', '부산으로'],
  ['대구', '으로/로', '대구로'],
  ['서울', '을/를', '서울을'],
  ['2026', '을/를', '2026을'],
  ['7', '으로/로', '7로'],
  ['10', '으로/로', '10으로'],
  ['AI', '을/를', 'AI를'],
  ['HTML', '으로/로', 'HTML로'],
  ['LLM', '을/를', 'LLM을'],
  ['Python', '은/는', 'Python은'],
  ['Data', '을/를', 'Data를'],
  ['Book', '이/가', 'Book이'],
  ['Google', '으로/로', 'Google로'],
  ['Test', '을/를', 'Test를'],
  ['‘AI 데이터 기초’', '을/를', '‘AI 데이터 기초’를'],
  ['한빛대학교 (본교)', '이/가', '한빛대학교 (본교)가'],
  ['東京', '이/가', '東京이(가)'],
  ['…', '으로/로', '…(으)로'],
]

for (const [word, pair, wanted] of CASES) {
  test(`${word} takes ${pair} as ${wanted}`, () => assert.equal(josa(word, pair), wanted))
}
