import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EXAMPLES } from './examples.ts'
import { widthOf } from './metrics.ts'
import type { Shape } from './scene.ts'
import { type CredentialCard, type ShareCard, shareCardScene, shareCardSvg } from './share-card.ts'

const card: CredentialCard = {
  kind: 'credential',
  design: EXAMPLES[0]!,
  institutionName: '한빛대학교',
  title: 'AI 데이터 기초',
  recipientName: '김하늘',
  url: 'https://kolleges.example/c/7q2m9xkd',
  issuedOn: '2026-11-23',
  language: 'ko',
}
const longest: CredentialCard = {
  ...card,
  language: 'en',
  institutionName: 'Hanbit University of Science, Technology and the Arts',
  title: 'Foundations of Responsible Artificial Intelligence for Public Administration',
  recipientName: 'Alexandra Konstantinopoulou-Featherstonehaugh',
}
const revoked: ShareCard = { kind: 'revoked', institutionName: '한빛대학교', url: card.url, language: 'ko' }

const textsOf = (one: ShareCard): string[] =>
  shareCardScene(one).shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

test('a Korean card says who issued what to whom, when, and where to check', () => {
  const texts = textsOf(card)
  for (const wanted of [
    '한빛대학교',
    'AI 데이터 기초',
    '김하늘 님에게 발급',
    '검증 가능',
    '2026년 11월 23일',
    'kolleges.example/c/7q2m9xkd',
  ])
    assert.ok(texts.includes(wanted), wanted)
})

test('an English card is in English throughout', () => {
  const texts = textsOf({ ...card, language: 'en', recipientName: 'Haneul Kim' })
  for (const wanted of ['Issued to Haneul Kim', 'Verifiable', '23 November 2026'])
    assert.ok(texts.includes(wanted), wanted)
})

test('a hidden name is nowhere in the picture, nor one that cannot be drawn whole', () => {
  for (const recipientName of [null, '𠮷小明 Kim']) {
    const svg = shareCardSvg({ ...card, recipientName })
    assert.doesNotMatch(svg, /님에게|Kim/)
  }
})

test('what matters lies within what every network keeps', () => {
  for (const one of [card, longest]) {
    const kept = shareCardScene(one).shapes.filter(
      (shape): shape is Extract<Shape, { kind: 'text' }> => shape.kind === 'text' && shape.y < 500,
    )
    assert.ok(kept.length >= 5)
    for (const { x, y, text, weight, size, anchor } of kept) {
      const width = widthOf(text, weight) * size
      const left = anchor === 'start' ? x : x - width / 2
      assert.ok(left >= 285 && left + width * 0.985 <= 915 && y - size >= 15 && y <= 615, text)
    }
  }
})

test('a revoked card shows neither badge nor name nor verdict colour', () => {
  const svg = shareCardSvg(revoked)
  assert.match(svg, /취소된 증명/)
  assert.doesNotMatch(svg, /김하늘|AI 데이터|검증 가능|#1f3a8a/)
  assert.match(shareCardSvg({ ...revoked, language: 'en' }), /Revoked credential/)
})

test('no card carries the green of a verdict', () => {
  for (const one of [card, longest, revoked]) assert.doesNotMatch(shareCardSvg(one), /#0b6b43|#12875a|#e5f5ed/)
})

test('of endless words a card draws what it has room for', () => {
  const endless = '가 '.repeat(5000)
  const svg = shareCardSvg({ ...card, title: endless, institutionName: endless, recipientName: endless, url: endless })
  const drawn = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, words]) => words!.length)
  assert.ok(drawn.length > 3 && Math.max(...drawn) < 100, drawn.join())
})
