import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '../platform/ports.ts'
import { type Claimable, claim, claimState, mayDecline } from './claim.ts'

const now = '2026-11-23T01:00:00Z' as Instant
const earlier = '2026-11-01T00:00:00Z' as Instant
const later = '2027-02-01T00:00:00Z' as Instant
const open: Claimable = { state: 'issued', claimedAt: null, declinedAt: null, claimExpiresAt: later }

const CASES = [
  ['a signed badge nobody has answered', open, 'open', 'claim', true],
  ['a declined badge', { ...open, declinedAt: earlier }, 'declined', 'claim', false],
  ['a claimed badge', { ...open, claimedAt: earlier }, 'claimed', 'already-claimed', false],
  [
    'a claimed badge whose link is old',
    { ...open, claimedAt: earlier, claimExpiresAt: earlier },
    'claimed',
    'already-claimed',
    false,
  ],
  ['a badge whose link ends this second', { ...open, claimExpiresAt: now }, 'expired', 'refused', false],
  ['a badge still being signed', { ...open, state: 'pending' }, 'pending', 'refused', false],
  ['a badge that failed to be signed', { ...open, state: 'failed' }, 'pending', 'refused', false],
  ['a revoked badge', { ...open, state: 'revoked', claimedAt: earlier }, 'revoked', 'refused', false],
] as const

for (const [name, award, state, outcome, declinable] of CASES) {
  test(`${name} is ${state}`, () => {
    assert.equal(claimState(award, now), state)
    assert.equal(claim(award, now, 'link').outcome, outcome)
    assert.equal(mayDecline(award, now), declinable)
  })
}

test('a signed-in holder claims whatever the age of the link', () => {
  assert.equal(claim({ ...open, claimExpiresAt: earlier }, now, 'session').outcome, 'claim')
})
