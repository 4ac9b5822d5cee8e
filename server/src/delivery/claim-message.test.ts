import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ClaimMessageParts, composeClaimMessage, withClaimLink } from './claim-message.ts'
import { WORDS } from './words.ts'

const LINK = 'https://badges.hanbit.example/k/secret'
const parts = (changes: Partial<ClaimMessageParts> = {}): ClaimMessageParts => ({
  language: 'ko',
  recipientName: { ko: '김하늘', en: 'Kim Haneul' },
  institutionName: { ko: '한빛대학교', en: 'Hanbit University' },
  badgeName: 'AI 데이터 기초',
  badgeImageUrl: 'https://badges.hanbit.example/b/1/1/badge-320.png',
  primaryColor: '#1f3a8a',
  claimExpiresAt: '2027-02-20T15:30:00Z',
  isTest: false,
  ...changes,
})

test('the message speaks the language of the achievement, and a line of the other', () => {
  const korean = composeClaimMessage(parts())
  assert.equal(korean.subject, '[한빛대학교] 김하늘 님, ‘AI 데이터 기초’ 배지가 도착했습니다')
  assert.match(korean.text, /2027년 2월 21일까지/)
  assert.match(korean.text, /Your badge “AI 데이터 기초” from Hanbit University is here/)
  const english = composeClaimMessage(parts({ language: 'en' }))
  assert.equal(english.subject, 'Kim Haneul, your “AI 데이터 기초” badge from Hanbit University is here')
  assert.match(english.html, /<html lang="en">/)
  assert.match(english.html, /<span lang="ko">/)
})

test('both bodies lead to the claim link, and the stored ones do not hold it', () => {
  const { text, html } = composeClaimMessage(parts())
  assert.doesNotMatch(text + html, /\/k\//)
  assert.ok(withClaimLink(text, LINK).includes(`\n${LINK}\n`))
  assert.equal(withClaimLink(html, LINK).split(`href="${LINK}"`).length, 3)
})

test('a test credential says so in subject and body', () => {
  const { subject, text, html } = composeClaimMessage(parts({ isTest: true }))
  assert.ok(subject.startsWith('[시험 발급] '))
  for (const body of [text, html]) assert.ok(body.includes(WORDS.ko.test))
})

test('no text of a roster or a catalogue becomes a header or markup', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\r\nBcc: x@y.example', '<script>alert(1)</script>', '"><img src=x>', '{name}', '$&', '\u202egnp'),
  )
  fc.assert(
    fc.property(hostile, hostile, hostile, (name, institution, badgeName) => {
      const { subject, html } = composeClaimMessage(
        parts({
          recipientName: { ko: name, en: name },
          institutionName: { ko: institution, en: institution },
          badgeName,
        }),
      )
      assert.doesNotMatch(subject, /[\r\n\p{Cc}\u2028\u2029\u202e]/u)
      assert.doesNotMatch(html, /<script|<img src=x/i)
      assert.equal(html.split('<img ').length, 2)
    }),
  )
})

test('the button can be read on any colour', () => {
  for (const [primaryColor, ink] of [
    ['#ffe680', /color:#(?!ffffff)/],
    ['#101020', /color:#ffffff/],
  ] as const) {
    assert.match(composeClaimMessage(parts({ primaryColor })).html, ink)
  }
})
