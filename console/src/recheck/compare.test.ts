import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '@kolleges/credentials'
import { compare } from './compare.ts'
import type { Finding, Line } from './judge.ts'

const page: Line = { check: 'page', outcome: 'passed' }
const judged = (verdict: Verdict, ...lines: Line[]): Finding => ({
  outcome: 'judged',
  verdict,
  lines: lines.length > 0 ? lines : [page],
  at: '2026-11-23T00:00:00Z',
})

for (const [says, finding, shown, expected] of [
  ['both say valid', judged('valid'), 'valid', { outcome: 'same', verdict: 'valid' }],
  ['both say revoked', judged('revoked'), 'revoked', { outcome: 'same', verdict: 'revoked' }],
  [
    'the browser found it altered',
    judged('tampered'),
    'valid',
    { outcome: 'differs', verdict: 'tampered', isWorse: true },
  ],
  [
    'the signed list cannot tell a suspension from a revocation',
    judged('revoked'),
    'suspended',
    { outcome: 'differs', verdict: 'revoked', isWorse: false },
  ],
  [
    'the server knows of a revocation',
    judged('valid'),
    'revoked',
    { outcome: 'differs', verdict: 'valid', isWorse: false },
  ],
  [
    'the page shows something else than what was signed',
    judged('valid', { check: 'page', outcome: 'failed' }),
    'valid',
    { outcome: 'differs', verdict: 'tampered', isWorse: true },
  ],
  [
    'the list did not answer',
    judged('status_unknown', { check: 'status', outcome: 'inconclusive', because: 'status-list-unreachable' }, page),
    'status_unknown',
    { outcome: 'unable', because: 'status-list-unreachable' },
  ],
  [
    'the browser cannot',
    { outcome: 'unable', because: 'browser-too-old' },
    'valid',
    { outcome: 'unable', because: 'browser-too-old' },
  ],
] as const satisfies readonly (readonly [string, Finding, string, object])[])
  test(`what may be said when ${says}`, () => assert.deepEqual(compare(finding, shown), expected))
