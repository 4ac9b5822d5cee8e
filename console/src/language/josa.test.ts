import assert from 'node:assert/strict'
import { test } from 'node:test'
import { josa, type Particle } from './josa.ts'

const CASES: [string, Particle, string][] = [
  ['한빛대학교', '을/를', '한빛대학교를'],
  ['협회장', '을/를', '협회장을'],
  ['서울', '으로/로', '서울로'],
  ['부산', '으로/로', '부산으로'],
  ['AI 기초 (2)', '이/가', 'AI 기초 (2)가'],
  ['과정 1', '은/는', '과정 1은'],
  ['Excel', '으로/로', 'Excel로'],
  ['Kim', '이/가', 'Kim이'],
]

for (const [word, particle, expected] of CASES)
  test(`${particle} after ${word} reads ${expected}`, () => assert.equal(josa(word, particle), expected))
