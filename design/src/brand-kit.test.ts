import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badgeFamily, iconFor } from './badge-family.ts'
import { contrast } from './colour.ts'
import { logoColours } from './logo-colours.ts'
import { longest } from './longest.ts'
import { parseBadgeDesign } from './parse-badge-design.ts'

/** Pixels of given colours, so many of each. */
const pixels = (...runs: readonly [number, readonly number[]][]): Uint8Array =>
  new Uint8Array(runs.flatMap(([count, colour]) => Array.from({ length: count }, () => colour).flat()))

test('a logo’s two colours are found on its paper, the vivid before the grey', () => {
  const logo = pixels(
    [900, [255, 255, 255, 255]],
    [60, [31, 58, 138, 255]],
    [40, [224, 165, 38, 255]],
    [70, [120, 120, 120, 255]],
  )
  assert.deepEqual(logoColours(logo), { primary: '#1f3a8a', accent: '#e0a526' })
})

test('a bright logo becomes a primary colour that white words read on', () => {
  const found = logoColours(pixels([10, [255, 221, 0, 255]]))!
  assert.ok(contrast(found.primary, '#ffffff') >= 4.5)
})

test('a logo of one colour gets a lighter accent of its own, and an empty one gets nothing', () => {
  assert.ok(logoColours(pixels([10, [10, 90, 60, 255]]))!.accent)
  assert.equal(logoColours(pixels([10, [255, 255, 255, 255]], [10, [0, 0, 0, 0]])), null)
  assert.equal(logoColours(new Uint8Array()), null)
})

test('the longest name is the widest, not the one with most letters', () => {
  assert.equal(longest(['이이이', 'lililili', '김하늘별']), '김하늘별')
  assert.equal(longest([]), '')
})

test('a curriculum’s badges share shape and colour, and differ by icon and level', () => {
  const brand = { institutionName: '한빛대학교', primary: '#1f3a8a', accent: '#e0a526' }
  const courses = [
    { name: '파이썬 프로그래밍', level: 1 },
    { name: '통계와 데이터 분석', level: 2 },
    { name: '아주 길고 긴 이름을 가진 인공지능 심화 프로젝트 과목의 정식 명칭입니다', level: 3 },
  ]
  const family = badgeFamily({ name: 'AI 마이크로디그리', ...brand, courses })
  for (const design of [...family.courses, family.whole]) assert.equal(parseBadgeDesign(design).outcome, 'parsed')
  assert.deepEqual(
    family.courses.map(({ icon, level, levels, template }) => [icon, level, levels, template]),
    [
      ['code', 1, 3, 'hex-crest'],
      ['chart', 2, 3, 'hex-crest'],
      ['robot', 3, 3, 'hex-crest'],
    ],
  )
  assert.deepEqual([family.whole.template, family.whole.done, family.whole.total], ['micro-ring', 3, 3])
})

test('an icon is chosen by the words of a name in either language', () => {
  const pairs = [
    ['Machine Learning', 'robot'],
    ['해양환경 실무', 'leaf'],
    ['Nursing Practice', 'stethoscope'],
    ['한국어 회화', 'speech'],
    ['자유 주제', 'star'],
  ] as const
  for (const [name, icon] of pairs) assert.equal(iconFor(name), icon, name)
})
