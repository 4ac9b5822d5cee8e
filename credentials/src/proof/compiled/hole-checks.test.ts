// Every hole there is, and what may stand in it.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { JsonObject } from '../../json.ts'
import { holeChecks } from './hole-checks.ts'
import { holePointers, split } from './holes.ts'

const date = '2026-11-22T00:00:00Z'
const document: JsonObject = {
  id: 'urn:uuid:1',
  validFrom: date,
  validUntil: date,
  awardedDate: date,
  created: date,
  credentialSubject: {
    id: 'did:key:z6Mk1',
    encodedList: 'u',
    licenseNumber: '제 1호',
    narrative: '과제',
    activityStartDate: date,
    activityEndDate: date,
    identifier: [
      { identityHash: 'sha256$1', salt: 'a' },
      { identityHash: 'sha256$2', salt: 'b' },
    ],
    result: [{ value: 'A' }, { value: 'B' }],
    role: 'a role is of the shape',
  },
  credentialStatus: { id: 'https://a.example/s#1', statusListIndex: '1' },
  evidence: [
    { id: 'https://a.example/1', name: 'a', narrative: 'b', description: 'c' },
    { id: 'https://a.example/2', name: 'd', narrative: 'e', description: 'f' },
  ],
  relatedResource: [{ id: 'https://a.example/3', digestMultibase: 'z1' }],
  name: 'a name is of the shape',
}

const [ANY, DATE, URI] = ['any text', 'a date', 'a URI']
const holes: Record<string, string> = {
  '/id': URI,
  '/validFrom': DATE,
  '/validUntil': DATE,
  '/awardedDate': DATE,
  '/created': ANY,
  '/credentialSubject/id': URI,
  '/credentialSubject/encodedList': ANY,
  '/credentialSubject/licenseNumber': ANY,
  '/credentialSubject/narrative': ANY,
  '/credentialSubject/activityStartDate': DATE,
  '/credentialSubject/activityEndDate': DATE,
  '/credentialSubject/identifier/0/identityHash': ANY,
  '/credentialSubject/identifier/0/salt': ANY,
  '/credentialSubject/identifier/1/identityHash': ANY,
  '/credentialSubject/identifier/1/salt': ANY,
  '/credentialSubject/result/0/value': ANY,
  '/credentialSubject/result/1/value': ANY,
  '/credentialStatus/id': URI,
  '/credentialStatus/statusListIndex': ANY,
  '/evidence/0/id': URI,
  '/evidence/0/name': ANY,
  '/evidence/0/narrative': ANY,
  '/evidence/0/description': ANY,
  '/evidence/1/id': URI,
  '/evidence/1/name': ANY,
  '/evidence/1/narrative': ANY,
  '/evidence/1/description': ANY,
  '/relatedResource/0/id': URI,
  '/relatedResource/0/digestMultibase': ANY,
}

const said = (check: (value: string) => boolean): string =>
  check('no address') ? ANY : check(date) ? DATE : check('urn:uuid:1') ? URI : 'nothing'

test('what may differ between credentials of one badge is this, and each place takes what belongs there', () => {
  const checks = holeChecks(document)
  const found = holePointers(document).map((pointer, at) => [pointer, said(checks[at]!)])
  assert.deepEqual(Object.fromEntries(found), holes)
  for (const check of checks) assert.ok(check(date) || check('urn:uuid:1'))
})

test('the values come in the order of the holes, and an id in two places is one of them', () => {
  const pointers = holePointers(document)
  const at = (pointer: string) => split(document)?.values[pointers.indexOf(pointer)]
  assert.equal(at('/credentialSubject/identifier/1/salt'), 'b')
  assert.equal(at('/evidence/1/description'), 'f')
  const linked = { ...document, credentialStatus: { id: document.id!, statusListIndex: '1' } }
  assert.ok(!holePointers(linked).includes('/credentialStatus/id'))
  assert.equal(split(linked)?.values.length, pointers.length - 1)
  // Only ids are nodes: equal texts elsewhere are two values.
  const alike = { ...document, validUntil: document.validFrom!, awardedDate: document.id! }
  assert.equal(split(alike)?.values.length, pointers.length)
})
