import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkedInProfileUrl } from './linkedin.ts'

const entry = {
  name: 'AI 데이터 기초',
  institutionName: '한빛대학교',
  url: 'https://badges.hanbit.example/c/abc',
  number: 'KL-7Q2M-9XKD',
  issuedAt: '2026-10-31T15:30:00Z',
}

test('the month of issue is the month in Seoul', () => {
  const url = new URL(linkedInProfileUrl(entry))
  assert.equal(url.searchParams.get('issueYear'), '2026')
  assert.equal(url.searchParams.get('issueMonth'), '11')
  assert.equal(url.searchParams.has('expirationYear'), false)
})

test('spaces are percent-encoded and the link says where its visitor came from', () => {
  const url = linkedInProfileUrl({ ...entry, expiresAt: '2029-10-31T14:59:59Z' })
  assert.doesNotMatch(url, /\+/)
  assert.match(url, /name=AI%20/)
  assert.match(url, /expirationMonth=10&/)
  assert.equal(new URL(url).searchParams.get('certUrl'), 'https://badges.hanbit.example/c/abc?s=linkedin-profile')
})
