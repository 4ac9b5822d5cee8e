import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EXAMPLES } from './examples.ts'
import { widthOf } from './metrics.ts'
import type { TextShape } from './scene.ts'
import type { CredentialCard, ShareCard } from './share-card.ts'
import { TALL_CARD_WIDTH_PX, type TallFormat, tallCardScene, tallCardSvg } from './tall-card.ts'

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
  institutionName: 'Hanbit University of Science, Technology and the Arts, Graduate School',
  title: 'Foundations of Responsible Artificial Intelligence for Public Administration and Law',
  recipientName: 'Alexandra Konstantinopoulou-Featherstonehaugh of the Two Bays'.slice(0, 60),
}
const revoked: ShareCard = { kind: 'revoked', institutionName: '한빛대학교', url: card.url, language: 'ko' }

const FORMATS: readonly TallFormat[] = ['square', 'story']
const textsOf = (one: ShareCard, format: TallFormat): TextShape[] =>
  tallCardScene(one, format).shapes.filter((shape) => shape.kind === 'text')

for (const format of FORMATS) {
  test(`a ${format} card says who issued what to whom, when, and where to check, and gives no verdict`, () => {
    const texts = textsOf(card, format).map(({ text }) => text)
    for (const wanted of ['한빛대학교', '김하늘 님에게 발급', '검증 가능', '2026년 11월 23일'])
      assert.ok(texts.includes(wanted))
    assert.match(texts.join(' '), /AI 데이터 기초/)
    assert.doesNotMatch(tallCardSvg(card, format), /유효|valid\b/i)
  })

  test(`a hidden name is hidden on a ${format} card too`, () => {
    const svg = tallCardSvg({ ...card, recipientName: null }, format)
    assert.doesNotMatch(svg, /김하늘|님에게/)
  })

  test(`a ${format} card of a revoked credential shows neither badge nor title nor name`, () => {
    const texts = textsOf(revoked, format).map(({ text }) => text)
    assert.deepEqual(texts.slice(0, 3), ['취소된 증명', '이 증명은 더 이상 유효하지 않습니다.', '한빛대학교'])
    assert.doesNotMatch(tallCardSvg(revoked, format), /검증 가능/)
  })

  test(`the longest words stay within a ${format} card, and no line lies on another`, () => {
    const { height } = tallCardScene(longest, format)
    const column = textsOf(longest, format).filter(({ anchor }) => anchor === 'middle')
    for (const { text, x, y, size, weight } of column) {
      const half = (widthOf(text, weight) * size) / 2
      assert.ok(x - half >= 60 && x + half <= TALL_CARD_WIDTH_PX - 60, text)
      assert.ok(y > size && y < height - size, text)
    }
    const lines = column.toSorted((a, b) => a.y - b.y)
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1]
      if (next) assert.ok(next.y - line.y > next.size * 0.8, `${line.text} / ${next.text}`)
    }
  })
}
