import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TEMPLATE_IDS } from './badge-design.ts'
import { draftBadgeDesign } from './draft.ts'
import { EXAMPLES } from './examples.ts'
import { DESIGN_FAULTS, describeDesignFault } from './faults.ts'
import { parseBadgeDesign } from './parse-badge-design.ts'

const good = EXAMPLES[0]!

const FAULTS: readonly [string, unknown, string, string, number?][] = [
  ['a list', [], '', 'not-an-object'],
  ['nothing', null, '', 'not-an-object'],
  ['a missing title', { ...good, title: undefined }, '/title', 'field-missing'],
  ['an unknown field', { ...good, 'a/b': 1 }, '/a~1b', 'field-unknown'],
  ['an unknown template', { ...good, template: 'blob' }, '/template', 'template-unknown'],
  ['an inherited name as template', { ...good, template: 'toString' }, '/template', 'template-unknown'],
  ['an unknown icon', { ...good, icon: '__proto__' }, '/icon', 'icon-unknown'],
  ['a short colour', { ...good, primary: '#fff' }, '/primary', 'colour-malformed'],
  ['a colour that carries markup', { ...good, accent: '#1f3a8a"/><script>' }, '/accent', 'colour-malformed'],
  ['a title that is a number', { ...good, title: 7 }, '/title', 'not-text'],
  ['a title of spaces', { ...good, title: '   ' }, '/title', 'text-empty'],
  ['a title of 61 characters', { ...good, title: 'a'.repeat(61) }, '/title', 'text-too-long', 60],
  ['a title no one could read', { ...good, title: '가 '.repeat(29).trim() }, '/title', 'title-does-not-fit'],
  ['a title with an emoji', { ...good, title: '졸업 🎓' }, '/title', 'character-not-drawable'],
  ['a year of five digits', { ...good, year: '20261' }, '/year', 'year-malformed'],
  ['half a level', { ...good, level: 1.5 }, '/level', 'number-out-of-range', 5],
  ['a level above the levels', { ...good, level: 3, levels: 2 }, '/level', 'number-out-of-range', 2],
  ['more done than there is', { ...good, done: 5, total: 4 }, '/done', 'number-out-of-range', 4],
  ['a single part', { ...good, total: 1 }, '/total', 'number-out-of-range', 12],
  ['a long grade', { ...good, grade: 'A++' }, '/grade', 'text-too-long', 2],
]

for (const [name, value, path, code, limit] of FAULTS)
  test(`${name} is refused as ${code}`, () => {
    const fault = limit === undefined ? { path, code } : { path, code, limit }
    assert.deepEqual(parseBadgeDesign(value), { outcome: 'refused', reason: 'design-invalid', faults: [fault] })
  })

test('all faults are told at once', () => {
  const parsed = parseBadgeDesign({ template: 'blob', title: '', icon: 'star' })
  assert.equal(parsed.outcome === 'refused' && parsed.faults.length, 5)
})

test('every fault has its sentence in both languages', () => {
  for (const [code, sentence] of Object.entries(DESIGN_FAULTS)) assert.ok(sentence.ko && sentence.en, code)
})

test('a fault is told with the limit that was passed', () => {
  const fault = { path: '/title', code: 'text-too-long', limit: 60 } as const
  assert.equal(describeDesignFault(fault, 'ko'), '허용된 길이보다 깁니다. 최대 60자입니다.')
  assert.equal(describeDesignFault(fault, 'en'), 'This is longer than allowed. The most is 60.')
})

test('every example parses as itself', () => {
  for (const design of EXAMPLES) assert.deepEqual(parseBadgeDesign(design), { outcome: 'parsed', design })
})

test('loose Hangul letters are joined, spaces tidied, colours lowered', () => {
  const parsed = parseBadgeDesign({ ...good, title: ` ${'데이터'.normalize('NFD')}   분석 `, primary: '#1F3A8A' })
  assert.ok(parsed.outcome === 'parsed')
  assert.equal(parsed.design.title, '데이터 분석')
  assert.equal(parsed.design.primary, '#1f3a8a')
})

test('a draft always parses, whatever it is drafted from', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constant('인공지능과 데이터 과학의 이해와 응용 '.repeat(8)),
  )
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom(...TEMPLATE_IDS),
      fc.string(),
      (title, institutionName, template, primary) => {
        assert.equal(
          parseBadgeDesign(draftBadgeDesign({ title, institutionName, template, primary })).outcome,
          'parsed',
        )
      },
    ),
  )
})

test('a draft keeps a title that fits, and marks one that was cut', () => {
  assert.equal(draftBadgeDesign({ title: 'AI 데이터 기초', institutionName: '한빛대학교' }).title, 'AI 데이터 기초')
  assert.match(
    draftBadgeDesign({ title: 'Foundations of Artificial Intelligence '.repeat(4), institutionName: 'H' }).title,
    /…$/,
  )
})
