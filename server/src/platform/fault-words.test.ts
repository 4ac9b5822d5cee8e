import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routes } from '@kolleges/api'
import { check } from './faults.ts'

const faultsOf = (body: unknown, language: 'ko' | 'en') => {
  const checked = check(routes.awardBatches.create.request.body, body, '#', language)
  return 'faults' in checked ? checked.faults.map(({ pointer, code, detail }) => `${pointer} ${code} ${detail}`) : []
}
const achievement = '01a20937-17b2-7000-931b-ced1b5956305'

const CASES: [sentence: string, body: unknown, ko: string, en: string][] = [
  [
    'nobody to award to',
    { achievement, recipients: [] },
    '#/recipients too-small 1개 이상 필요합니다.',
    '#/recipients too-small At least 1 is needed.',
  ],
  [
    'no list at all',
    { achievement },
    '#/recipients required 꼭 필요한 값입니다.',
    '#/recipients required This value is required.',
  ],
  [
    'an empty name',
    { achievement, recipients: [{ name: ' ', email: 'a@b.example' }] },
    '#/recipients/0/name too-small 비워 둘 수 없습니다.',
    '#/recipients/0/name too-small This cannot be empty.',
  ],
  [
    'an address that is none',
    { achievement, recipients: [{ name: 'a', email: 'b.example' }] },
    '#/recipients/0/email invalid-format 이메일 주소가 올바르지 않습니다.',
    '#/recipients/0/email invalid-format This is not an e-mail address.',
  ],
  [
    'a time without a zone',
    { achievement, recipients: [{ name: 'a', email: 'a@b.example' }], validFrom: '2026-01-01T00:00:00' },
    '#/validFrom invalid-format 2026-11-23T09:00:00+09:00처럼 시간대가 있는 시각이어야 합니다.',
    '#/validFrom invalid-format It must be a time with a zone, such as 2026-11-23T09:00:00+09:00.',
  ],
  [
    'a word out of a short list',
    { achievement, recipients: [{ name: 'a', email: 'a@b.example' }], alreadyAwarded: 'maybe' },
    '#/alreadyAwarded invalid-value 다음 중 하나여야 합니다: skip, issue',
    '#/alreadyAwarded invalid-value It must be one of: skip, issue',
  ],
  [
    'one recipient too many',
    { achievement, recipients: Array.from({ length: 20_001 }, () => ({ name: 'a', email: 'a@b.example' })) },
    '#/recipients too-big 20,000개까지 보낼 수 있습니다.',
    '#/recipients too-big At most 20,000 are possible.',
  ],
]
for (const [sentence, body, ko, en] of CASES) {
  test(`${sentence} is told plainly in both languages`, () => {
    assert.deepEqual(faultsOf(body, 'ko'), [ko])
    assert.deepEqual(faultsOf(body, 'en'), [en])
  })
}
