// Status lists and their entries to the bit: sizes, places, purposes, and lists that are none.

import assert from 'node:assert/strict'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import { hanbit, NOON } from '../../test/fixtures.ts'
import { encodeBase64url } from '../encoding/base64url.ts'
import { CredentialError, composeStatusList, type Fault, type Json, type JsonObject } from '../index.ts'
import { STATUS_LIST_ENCODED_CHARS_MAX, STATUS_LIST_ENTRIES_MAX, STATUS_LIST_ENTRIES_MIN } from '../limits.ts'
import { bitAt, decodeBits, emptyBits, encodeBits, setBit, valueAt, withBit } from './bitstring.ts'
import { readRevocationList } from './revocation-list.ts'
import { composeStatusEntry, parseStatusEntry } from './status-entry.ts'
import { readStatusList } from './status-list.ts'

test('bits are set and cleared alone, at every place of a byte', () => {
  const bits = new Uint8Array(3)
  for (let at = 0; at < 24; at++) {
    setBit(bits, at, true)
    assert.equal(bits[at >> 3], 0x80 >> (at & 7))
    assert.equal(bitAt(bits, at), true)
    setBit(bits, at, false)
    assert.deepEqual(bits, new Uint8Array(3))
  }
  const full = new Uint8Array(2).fill(0xff)
  const cleared = withBit(full, 9, false)
  assert.deepEqual([...cleared], [0xff, 0xbf])
  assert.deepEqual([...full], [0xff, 0xff])
})

test('a list has at least 131,072 entries and at most 16,777,216, in whole bytes', () => {
  assert.equal(emptyBits().length, STATUS_LIST_ENTRIES_MIN / 8)
  assert.equal(emptyBits(STATUS_LIST_ENTRIES_MAX).length, STATUS_LIST_ENTRIES_MAX / 8)
  for (const entries of [0, 131_071, STATUS_LIST_ENTRIES_MAX + 8, 131_076])
    assert.throws(() => emptyBits(entries), { code: 'status-list-size', detail: { entries } })
  const outside = (index: number) => ({ code: 'status-index-out-of-range', detail: { index, size: 24 } })
  for (const index of [-1, 24, 1.5]) {
    assert.throws(() => bitAt(new Uint8Array(3), index), outside(index))
    assert.throws(() => setBit(new Uint8Array(3), index, true), outside(index))
  }
  assert.equal(bitAt(new Uint8Array(3), 23), false)
})

test('values of several bits are read most significant first', () => {
  const bits = new Uint8Array([0b1011_0001, 0b0100_1110])
  assert.deepEqual(
    [0, 1, 2, 3].map((at) => valueAt(bits, at, 4)),
    [0b1011, 1, 4, 0b1110],
  )
  assert.deepEqual([valueAt(bits, 1, 8), valueAt(bits, 15, 1), valueAt(bits, 7, 2)], [0b0100_1110, 0, 2])
})

const packed = (bytes: Uint8Array): string => `u${encodeBase64url(gzipSync(bytes))}`
test('a packed list is refused beyond every limit, and read at each', () => {
  assert.equal(decodeBits(packed(new Uint8Array(STATUS_LIST_ENTRIES_MIN / 8))).outcome, 'decoded')
  assert.deepEqual(decodeBits(packed(new Uint8Array(STATUS_LIST_ENTRIES_MIN / 8 - 1))), {
    outcome: 'refused',
    reason: 'bits-too-few',
  })
  assert.equal(decodeBits(packed(new Uint8Array(STATUS_LIST_ENTRIES_MAX / 8))).outcome, 'decoded')
  assert.deepEqual(decodeBits(packed(new Uint8Array(STATUS_LIST_ENTRIES_MAX / 8 + 1))), {
    outcome: 'refused',
    reason: 'bits-too-large',
  })
  assert.deepEqual(decodeBits('u'.padEnd(STATUS_LIST_ENCODED_CHARS_MAX, 'A')), {
    outcome: 'refused',
    reason: 'bits-malformed',
  })
  assert.deepEqual(decodeBits('u'.padEnd(STATUS_LIST_ENCODED_CHARS_MAX + 1, 'A')), {
    outcome: 'refused',
    reason: 'bits-too-large',
  })
  assert.deepEqual(decodeBits(''), { outcome: 'refused', reason: 'bits-malformed' })
  assert.deepEqual(decodeBits('u*'), { outcome: 'refused', reason: 'bits-malformed' })
})

const parts = {
  id: 'https://a.example/status/1',
  issuer: hanbit.did,
  purpose: 'revocation',
  bits: emptyBits(),
  validFrom: NOON,
} as const

test('a list is composed of just its parts', () => {
  assert.deepEqual(composeStatusList({ ...parts, validUntil: '2027-01-01T00:00:00Z', ttlMs: 60_000 }), {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: parts.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: hanbit.did,
    validFrom: NOON,
    validUntil: '2027-01-01T00:00:00Z',
    credentialSubject: {
      id: `${parts.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBits(parts.bits),
      ttl: 60_000,
    },
  })
  const few = () => composeStatusList({ ...parts, bits: new Uint8Array(16_383) })
  assert.throws(few, { code: 'status-list-size', detail: { entries: 131_064 } })
})

const subject = composeStatusList(parts).credentialSubject as JsonObject
const lists: [string, Json, string[] | null][] = [
  ['right', subject, ['revocation']],
  ['in an array', [subject], ['revocation']],
  ['of several types', { ...subject, type: ['X', 'BitstringStatusList'] }, ['revocation']],
  [
    'of several purposes, one no text',
    { ...subject, statusPurpose: ['revocation', 5, 'suspension'] },
    ['revocation', 'suspension'],
  ],
  ['of no purpose', { ...subject, statusPurpose: null }, []],
  ['of another type', { ...subject, type: 'StatusList2021' }, null],
  ['without bits', { ...subject, encodedList: null }, null],
  ['with bits that are none', { ...subject, encodedList: 'uAAAA' }, null],
  ['that is a text', 'x', null],
  ['that is nothing', null, null],
]

for (const [name, credentialSubject, purposes] of lists)
  test(`a list whose subject is ${name} is ${purposes ? 'read' : 'refused'}`, () => {
    const read = readStatusList({ credentialSubject })
    assert.deepEqual(read, purposes ? { outcome: 'read', purposes, bits: parts.bits } : { outcome: 'refused' })
  })

test('an entry is composed with its index as a text, and for a place that is none not at all', () => {
  assert.deepEqual(composeStatusEntry({ listUrl: parts.id, index: 0, purpose: 'suspension' }), {
    id: `${parts.id}#0`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'suspension',
    statusListIndex: '0',
    statusListCredential: parts.id,
  })
  assert.equal(composeStatusEntry({ listUrl: parts.id, index: 1 }).statusPurpose, 'revocation')
  for (const index of [-1, 0.5, 2 ** 53])
    assert.throws(
      () => composeStatusEntry({ listUrl: parts.id, index }),
      (error) => {
        assert.ok(error instanceof CredentialError)
        assert.deepEqual([error.code, error.detail], ['status-index-out-of-range', { index }])
        return true
      },
    )
})

const entry = composeStatusEntry({ listUrl: parts.id, index: 7 })
const wanted = (key: string): string => `/s/${key} wrong-type ${key} is missing or malformed`
const entries: [string, Json, object | string[]][] = [
  [
    'right',
    entry,
    {
      type: 'BitstringStatusListEntry',
      purpose: 'revocation',
      id: `${parts.id}#7`,
      listUrl: parts.id,
      index: 7,
      size: 1,
      messages: [],
    },
  ],
  [
    'of four bits with words',
    { ...entry, id: null as never, statusSize: 4, statusMessage: [{ status: '0x1', message: 'a' }, 'x'] },
    ['/s/id not-a-uri the id must be a URI'],
  ],
  [
    'without id',
    withoutId(),
    { type: 'BitstringStatusListEntry', purpose: 'revocation', listUrl: parts.id, index: 7, size: 1, messages: [] },
  ],
  [
    'with words for its values',
    { ...withoutId(), statusSize: 8, statusMessage: [{ status: '0x1', message: 'a' }, 'x', { status: 2 }] },
    {
      type: 'BitstringStatusListEntry',
      purpose: 'revocation',
      listUrl: parts.id,
      index: 7,
      size: 8,
      messages: [
        { status: '0x1', message: 'a' },
        { status: '2', message: 'undefined' },
      ],
    },
  ],
  ['of nine bits', { ...entry, statusSize: 9 }, [wanted('statusSize')]],
  ['of no bits', { ...entry, statusSize: 0 }, [wanted('statusSize')]],
  ['of half a bit', { ...entry, statusSize: 1.5 }, [wanted('statusSize')]],
  ['with an index that is a number', { ...entry, statusListIndex: 7 }, [wanted('statusListIndex')]],
  ['with a negative index', { ...entry, statusListIndex: '-1' }, [wanted('statusListIndex')]],
  ['with a padded index', { ...entry, statusListIndex: '07' }, [wanted('statusListIndex')]],
  ['with an index and more', { ...entry, statusListIndex: '7 ' }, [wanted('statusListIndex')]],
  ['with an index of sixteen digits', { ...entry, statusListIndex: '1234567890123456' }, [wanted('statusListIndex')]],
  [
    'at place zero',
    { ...withoutId(), statusListIndex: '0' },
    { type: 'BitstringStatusListEntry', purpose: 'revocation', listUrl: parts.id, index: 0, size: 1, messages: [] },
  ],
  [
    'with nothing in it',
    { type: 'BitstringStatusListEntry' },
    ['statusPurpose', 'statusListIndex', 'statusListCredential'].map(wanted),
  ],
  [
    'of the older kind',
    { id: parts.id, type: '1EdTechRevocationList' },
    { type: '1EdTechRevocationList', purpose: 'revocation', id: parts.id, listUrl: parts.id, size: 1, messages: [] },
  ],
  [
    'of the older kind without an id',
    { type: '1EdTechRevocationList' },
    { type: '1EdTechRevocationList', purpose: 'revocation', size: 1, messages: [] },
  ],
  [
    'of a kind of its own',
    { id: 'urn:x:1', type: 'urn:x:T' },
    { type: 'urn:x:T', purpose: 'unknown', id: 'urn:x:1', size: 1, messages: [] },
  ],
  ['without type', { id: 'urn:x:1' }, ['/s/type missing a credentialStatus needs its type']],
  ['that is a text', 'x', ['/s/type missing a credentialStatus needs its type']],
]

function withoutId(): JsonObject {
  const { id: _id, ...rest } = entry
  return rest
}

for (const [name, value, expected] of entries)
  test(`an entry ${name} is ${Array.isArray(expected) ? 'a fault' : 'read'}`, () => {
    const faults: Fault[] = []
    const read = parseStatusEntry(value, '/s', faults)
    if (Array.isArray(expected))
      assert.deepEqual(
        faults.map(({ path, code, message }) => `${path} ${code} ${message}`),
        expected,
      )
    else assert.deepEqual([read, faults], [expected, []])
  })

const revocations: [string, JsonObject, [string, object][] | null][] = [
  ['one entry without an array', { issuer: 'urn:x:i', revokedCredential: 'urn:x:1' }, [['urn:x:1', {}]]],
  [
    'an issuer that is an object',
    { issuer: { id: 'urn:x:i' }, revokedCredential: [{ id: 'urn:x:1', revoked: true }] },
    [['urn:x:1', {}]],
  ],
  [
    'reasons',
    {
      issuer: 'urn:x:i',
      revokedCredential: [
        { id: 'urn:x:1', revocationReason: 'a' },
        { id: 'urn:x:2', revocationReason: 5 },
      ],
    },
    [
      ['urn:x:1', { reason: 'a' }],
      ['urn:x:2', {}],
    ],
  ],
  ['an entry taken back', { issuer: 'urn:x:i', revokedCredential: [{ id: 'urn:x:1', revoked: false }] }, []],
  ['entries that are none', { issuer: 'urn:x:i', revokedCredential: [5, null, { id: 5 }, {}] }, []],
  ['no issuer', { revokedCredential: [] }, null],
  ['an issuer without id', { issuer: {}, revokedCredential: [] }, null],
  ['no entries', { issuer: 'urn:x:i' }, null],
]

for (const [name, list, revoked] of revocations)
  test(`an older list with ${name} is ${revoked ? 'read' : 'refused'}`, () => {
    const read = readRevocationList(list)
    assert.deepEqual(read && [read.issuer, [...read.revoked]], revoked && ['urn:x:i', revoked])
  })
