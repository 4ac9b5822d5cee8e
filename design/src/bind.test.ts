import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind, variablesOf } from './bind.ts'
import type { DesignDocument, Element, TextElement } from './document.ts'

const text = (id: string, words: string, more: Partial<TextElement> = {}): TextElement => ({
  ...{ kind: 'text', id, x: 0, y: 0, width: 100, height: 10, face: 'sans', weight: 400, size: 5 },
  ...{ align: 'start', colour: 'ink', text: words },
  ...more,
})

const page = (...elements: Element[]): DesignDocument => ({
  ...{ version: 1, page: 'a4-portrait', language: 'ko', title: '수료증 {{이름}}' },
  ...{ primary: '#1f3a8a', accent: '#e0a526', ground: 'ivory', elements },
})

function filled(words: string, values: Record<string, string>): string {
  const [element] = bind(page(text('body', words)), { values }).document.elements
  return element?.kind === 'text' ? element.text : ''
}

const CASES: readonly [string, string, Record<string, string>, string][] = [
  ['a variable by its key', '{{learner.name}} 님', { 'learner.name': '김하늘' }, '김하늘 님'],
  ['a variable by its Korean label, the value by its key', '{{이름}}', { 'learner.name': '김하늘' }, '김하늘'],
  ['a variable by its key, the value by its English label', '{{learner.name}}', { Name: '김하늘' }, '김하늘'],
  ['a column of the roster', '{{지도교수}} 교수', { 지도교수: '이도윤' }, '이도윤 교수'],
  [
    'a particle chosen by the word',
    '{{이름|을/를}} {{과정명|으로/로}}',
    { 이름: '박지우', 과정명: '실습' },
    '박지우를 실습으로',
  ],
  ['a date in words', '{{발급일}}', { 발급일: '2026-12-22' }, '2026년 12월 22일'],
  ['a date in the other language', '{{발급일|en}}', { 발급일: '2026-12-22' }, '22 December 2026'],
  ['a date that staff wrote themselves', '{{발급일}}', { 발급일: '2026. 12.' }, '2026. 12.'],
  ['capitals', '{{영문이름|upper}}', { 영문이름: 'Haneul Kim' }, 'HANEUL KIM'],
  ['an optional passage with its value', '12학점[[ ({{시간}}시간)]]', { 시간: '192' }, '12학점 (192시간)'],
  ['an optional passage without its value', '12학점[[ ({{시간}}시간)]]', {}, '12학점'],
  [
    'a value that looks like a variable is not read again',
    '{{이름}}',
    { 이름: '{{과정명}}', 과정명: 'x' },
    '{{과정명}}',
  ],
  ['line breaks in a value become spaces', '{{이름}}', { 이름: '김\n하늘 ' }, '김 하늘'],
  ['loose Hangul letters are composed', '{{이름}}', { 이름: '김하늘'.normalize('NFD') }, '김하늘'],
]

for (const [sentence, words, values, expected] of CASES)
  test(sentence, () => {
    assert.equal(filled(words, values), expected)
  })

test('what is missing is reported with its element; what is optional is not', () => {
  const bound = bind(page(text('body', '{{이름}}은 {{시간}}시간[[ · {{평점}}]]')), { values: { 이름: '김하늘' } })
  assert.deepEqual(bound.missing, [{ element: 'body', variable: 'achievement.hours' }])
  const shown = bind(page(text('body', '{{시간}}')), { values: { 이름: '김하늘' } }, { missing: 'label' })
  assert.equal(shown.document.elements[0]!.kind === 'text' && shown.document.elements[0]!.text, '〔시간〕')
})

test('a name in letters no font has is reported, and never half printed without word', () => {
  const bound = bind(page(text('body', '{{이름}}')), { values: { 이름: 'محمد 🎓' } })
  assert.deepEqual(bound.missing.map(({ variable }) => variable).includes('learner.name'), true)
  assert.equal(bound.undrawn[0]!.variable, 'learner.name')
})

test('an element is drawn only when what it waits for is there', () => {
  const document = page(
    text('number', '학번', { when: 'learner.number' }),
    text('no-logo', '기관명', { when: '!institution1.logo' }),
    text('hidden', 'x', { hidden: true }),
  )
  const ids = (values: Record<string, string>) => bind(document, { values }).document.elements.map(({ id }) => id)
  assert.deepEqual(ids({}), ['no-logo'])
  assert.deepEqual(ids({ 학번: '2023' }), ['number', 'no-logo'])
})

test('a document tells what it asks for, once each, and what it can do without', () => {
  const document = page(text('a', '{{이름}} {{learner.name}}[[ {{시간}}]]'), text('b', '{{학번}}', { when: '학번' }))
  assert.deepEqual(variablesOf(document), [
    { key: 'learner.name', isOptional: false },
    { key: 'achievement.hours', isOptional: true },
    { key: 'learner.number', isOptional: true },
  ])
})

test('a title that holds the institution’s name does not say it twice', () => {
  const words = '{{기관명}} {{기관장}}'
  assert.equal(filled(words, { 기관명: '한빛대학교', 기관장: '한빛대학교 총장' }), '한빛대학교 총장')
  assert.equal(filled(words, { 기관명: '한빛대학교', 기관장: '총장' }), '한빛대학교 총장')
  assert.equal(filled(words, { 기관명: '한빛', 기관장: '한빛대학교' }), '한빛 한빛대학교')
  assert.equal(filled('{{기관장2}}', { 기관명2: '가람협회', 기관장2: '가람협회 회장' }), '회장')
})

test('a name in Latin letters is its own English name where one is asked for, and is not said twice where it is not', () => {
  assert.equal(filled('{{영문이름}}', { 이름: 'Zoë O’Brien' }), 'Zoë O’Brien')
  assert.equal(filled('{{영문이름}}', { 이름: 'Haneul Kim', 영문이름: 'KIM, Haneul' }), 'KIM, Haneul')
  assert.equal(filled('{{이름}}[[ ({{영문이름}})]]', { 이름: 'Haneul Kim' }), 'Haneul Kim')
  assert.equal(filled('{{이름}}{{영문이름}}', { 이름: '김하늘' }), '김하늘')
})
