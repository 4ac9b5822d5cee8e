import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind } from './bind.ts'
import { findCertificate } from './certificates.ts'
import type { DesignDocument, Element } from './document.ts'
import { edit } from './edit.ts'
import { EXAMPLES } from './examples.ts'
import { FINDINGS, type FindingCode } from './findings.ts'
import { layOut } from './layout.ts'
import { openBadge } from './open-badge.ts'
import { preflight } from './preflight.ts'
import { VARIABLES } from './variables.ts'

const { document } = findCertificate('isu-classic')!
const values = Object.fromEntries(
  VARIABLES.filter(({ kind }) => kind === 'text' || kind === 'date').map(({ key, sample }) => [key, sample.ko]),
)

const change = (id: string, fields: object): DesignDocument => ({
  ...document,
  elements: document.elements.map((element) => (element.id === id ? ({ ...element, ...fields } as Element) : element)),
})

const without = (...ids: string[]): DesignDocument => ({
  ...document,
  elements: document.elements.filter(({ id }) => !ids.includes(id)),
})

const found = (page: DesignDocument, data: Record<string, string> = values) => {
  const bound = bind(page, { values: data })
  return preflight(bound, layOut(bound))
}

const under: Element = {
  kind: 'shape',
  id: 'under',
  x: 0,
  y: 60,
  width: 210,
  height: 40,
  shape: 'rectangle',
  fill: '#222222',
}
const CASES: readonly [string, DesignDocument, FindingCode, string | undefined][] = [
  ['text too near its ground', change('title', { colour: '#bbbbbb' }), 'text-contrast-low', 'title'],
  [
    'dark text over a dark shape',
    { ...document, elements: [under, ...document.elements] },
    'text-contrast-low',
    'title',
  ],
  [
    'a title too long for its box',
    change('title', { text: '아주아주 길어서 도저히 한 줄에 들어갈 수 없는 증서의 이름' }),
    'text-does-not-fit',
    'title',
  ],
  ['text too small for print', change('subtitle', { size: 1.5, sizeMin: 1.2 }), 'text-too-small', 'subtitle'],
  ['a QR under 18 mm', change('qr', { width: 15, height: 15 }), 'qr-too-small', 'qr'],
  ['a QR at the very edge', change('qr', { x: 1 }), 'outside-safe-area', 'qr'],
  ['text at the very edge', change('title', { x: 2 }), 'outside-safe-area', 'title'],
  ['no QR', without('qr'), 'qr-missing', undefined],
  ['no seal', without('seal'), 'seal-missing', undefined],
  ['the sample seal', document, 'seal-is-sample', 'seal'],
  ['no number', without('number'), 'number-missing', undefined],
]

for (const [sentence, page, code, element] of CASES)
  test(`found: ${sentence}`, () => {
    const finding = found(page).find((one) => one.code === code)
    assert.ok(finding, JSON.stringify(found(page)))
    assert.equal(finding.element, element)
    assert.equal(finding.blocks, FINDINGS[code].blocks)
  })

test('a variable without a value is found with its element, and so is a name no font can write', () => {
  const { 'learner.name': _, ...rest } = values
  const missing = found(document, rest).find(({ code }) => code === 'variable-unbound')
  assert.deepEqual([missing?.variable, missing?.element], ['learner.name', 'value-1'])
  assert.ok(
    found(document, { ...values, 'learner.name': '김하늘🎓' }).some(({ code }) => code === 'character-not-drawable'),
  )
})

test('every finding has its sentence in both languages', () => {
  for (const { says } of Object.values(FINDINGS)) assert.ok(says.ko && says.en)
})

for (const [sentence, page, code] of CASES)
  test(`what is offered against ${sentence} mends it`, () => {
    const finding = found(page).find((one) => one.code === code && one.fix)
    if (!finding?.fix) return
    const edited = edit(page, finding.fix)
    assert.ok(edited.outcome === 'edited')
    const left = found(edited.document).filter((one) => one.code === code && one.element === finding.element)
    assert.deepEqual(left, [])
  })

test('a badge of many words, or without anything large, is told', () => {
  const opened = openBadge(EXAMPLES[0]!)
  const codes = (page: DesignDocument) => found(page).map(({ code }) => code)
  assert.deepEqual(codes(opened), [])
  const wordy = opened.elements.map(
    (element): Element =>
      element.id === 'title'
        ? ({ ...element, text: '아주 많은 말을 담은 배지라서 멀리서 읽기 힘든 이름입니다' } as Element)
        : element,
  )
  assert.ok(codes({ ...opened, elements: wordy }).includes('badge-words-many'))
  assert.ok(
    codes({ ...opened, elements: opened.elements.filter(({ id }) => id !== 'icon') }).includes('badge-too-fine'),
  )
})

test('every example badge passes when it is opened', () => {
  for (const design of EXAMPLES)
    assert.deepEqual(
      found(openBadge(design)).filter(({ blocks }) => blocks),
      [],
      design.template,
    )
})
