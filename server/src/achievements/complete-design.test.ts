/** A picture is completed from the institution and the name, and what was chosen stays. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DesignInput } from '@kolleges/api'
import type { BadgeDesign } from '@kolleges/design'
import { completeDesign, type Ground } from './complete-design.ts'

const institution = {
  name: { ko: '한빛대학교', en: 'Hanbit University' },
  primaryColor: '#1f3a8a',
  accentColor: '#e0a526',
}
const ground = (more: Partial<Ground> = {}): Ground => ({
  name: 'AI 데이터 기초',
  language: 'ko',
  institution,
  ...more,
})

const completed = (chosen: DesignInput, more: Partial<Ground> = {}): BadgeDesign => {
  const parsed = completeDesign(chosen, ground(more))
  assert.ok(parsed.outcome === 'parsed', JSON.stringify(parsed))
  return parsed.design
}

test('nothing chosen: the institution’s colours and name, the achievement’s name', () => {
  const { title, institutionName, primary, accent } = completed({})
  assert.deepEqual(
    { title, institutionName, primary, accent },
    {
      title: 'AI 데이터 기초',
      institutionName: '한빛대학교',
      primary: '#1f3a8a',
      accent: '#e0a526',
    },
  )
})

test('an achievement in English shows the English name', () => {
  assert.equal(completed({}, { language: 'en' }).institutionName, 'Hanbit University')
})

test('a name too long for the badge is shortened, a title too long is refused', () => {
  const long = '빅데이터와 인공지능으로 읽는 우리 지역 문화유산의 과거와 현재와 미래 그리고 그 다음에 올 것들'
  assert.ok(completed({}, { name: long }).title.endsWith('…'))
  const refused = completeDesign({ title: long }, ground())
  assert.ok(refused.outcome === 'refused')
  assert.deepEqual(
    refused.faults.map(({ path, code }) => [path, code]),
    [['/title', 'title-does-not-fit']],
  )
})

test('a later change keeps what it does not name', () => {
  const design = completed({ template: 'shield', icon: 'code', level: 2, levels: 3 })
  const changed = completed({ primary: '#0b6b43' }, { previous: { design, name: 'AI 데이터 기초' } })
  assert.deepEqual(changed, { ...design, primary: '#0b6b43' })
})

test('a title made from the name follows the name; one that was written stays', () => {
  const made = completed({})
  const previous = { design: made, name: 'AI 데이터 기초' }
  assert.equal(completed({}, { name: 'AI 데이터 심화', previous }).title, 'AI 데이터 심화')
  const written = { design: completed({ title: '데이터 첫걸음' }), name: 'AI 데이터 기초' }
  assert.equal(completed({}, { name: 'AI 데이터 심화', previous: written }).title, '데이터 첫걸음')
})

test('a title that fitted the old shape is fitted to the new one', () => {
  const { design } = { design: completed({ template: 'book-plate', title: '인공지능 데이터 분석 실무' }) }
  for (const template of ['diamond', 'round-seal', 'micro-ring', 'rosette']) {
    assert.equal(completed({ template }, { previous: { design, name: '다른 이름' } }).template, template)
  }
})
