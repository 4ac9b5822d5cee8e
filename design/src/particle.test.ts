import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ParticlePair, withParticle } from './particle.ts'

const CASES: readonly [string, ParticlePair, string][] = [
  ['김하늘', '을/를', '김하늘을'],
  ['박지우', '을/를', '박지우를'],
  ['한빛대학교', '이/가', '한빛대학교가'],
  ['총장', '은/는', '총장은'],
  ['서울', '으로/로', '서울로'],
  ['부산', '으로/로', '부산으로'],
  ['대구', '으로/로', '대구로'],
  ['소단위학위과정(마이크로디그리)', '을/를', '소단위학위과정(마이크로디그리)을'],
  ['AI 데이터 기초 (2026)', '을/를', 'AI 데이터 기초 (2026)를'],
  ['‘글로벌 리더십’', '을/를', '‘글로벌 리더십’을'],
  ['2026', '을/를', '2026을'],
  ['제2', '으로/로', '제2로'],
  ['7', '으로/로', '7로'],
  ['AI', '을/를', 'AI를'],
  ['HTML', '을/를', 'HTML을'],
  ['HTML', '으로/로', 'HTML로'],
  ['GPT-4', '이/가', 'GPT-4가'],
  ['Python', '을/를', 'Python을'],
  ['Java', '을/를', 'Java를'],
  ['Excel', '으로/로', 'Excel로'],
  ['Deep Learning', '과/와', 'Deep Learning과'],
  ['(주)', '은/는', '(주)는'],
]

for (const [word, pair, expected] of CASES)
  test(`${word} takes ${expected.slice(word.length)} of ${pair}`, () => {
    assert.equal(withParticle(word, pair), expected)
  })
