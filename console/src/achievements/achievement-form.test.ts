import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBadgeDesign } from '@kolleges/design'
import { contentOf, designOf, newForm, titleAfterRename, valuesOf } from './achievement-form.ts'

const HANBIT = { name: { ko: '한빛대학교', en: 'Hanbit University' }, primaryColor: '#1f3a8a', accentColor: '#e0a526' }
const blank = () => newForm(HANBIT, 'ko', '2026')

test('a new badge can be drawn before anything is typed', () => {
  assert.equal(parseBadgeDesign(designOf(blank().design)).outcome, 'parsed')
})

test('parts left empty are sent as none', () => {
  const content = contentOf(blank())
  assert.equal(content.level, null)
  assert.equal(content.hours, null)
  assert.equal(content.credits, null)
  assert.equal(content.resultScale, null)
})

test('numbers typed as text are sent as numbers, zero too', () => {
  const content = contentOf({ ...blank(), hours: '15', credits: 0 })
  assert.equal(content.hours, 15)
  assert.equal(content.credits, 0)
})

test('an alignment row that was never filled in is not sent', () => {
  const alignments = [
    { targetName: '', targetUrl: ' ' },
    { targetName: 'NCS', targetUrl: 'https://ncs.example' },
  ]
  assert.equal(contentOf({ ...blank(), alignments }).alignments.length, 1)
})

test('only what the template draws is part of the design', () => {
  const { design } = blank()
  assert.equal('year' in designOf({ ...design, template: 'shield' }), false)
  assert.equal(designOf({ ...design, template: 'round-seal' }).year, '2026')
  assert.equal(designOf({ ...design, template: 'grade-plaque' }).grade, 'A')
})

test('the title on the badge follows the name until somebody types another', () => {
  const { design } = blank()
  const first = titleAfterRename(design, '', '데이터 분석')
  assert.equal(first, '데이터 분석')
  assert.equal(titleAfterRename({ ...design, title: first }, '데이터 분석', '데이터 분석 심화'), '데이터 분석 심화')
  assert.equal(titleAfterRename({ ...design, title: '내 제목' }, '데이터 분석', '다른 이름'), '내 제목')
  assert.equal(titleAfterRename({ ...design, title: first }, '데이터 분석', ''), first)
})

test('a badge of its own design is previewed with what is typed, and with samples for the rest', () => {
  const values = valuesOf({ ...blank(), name: ' AI 데이터 기초 ', hours: 40, skills: ['통계', '파이썬'] })
  assert.deepEqual(values, {
    'achievement.name': 'AI 데이터 기초',
    'achievement.hours': '40',
    'achievement.skills': '통계, 파이썬',
  })
})
