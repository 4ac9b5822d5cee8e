import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issueNumber } from '../issuing/index.ts'
import { inputOf } from './input.ts'

const origin = 'https://badges.hanbit.example'
const id = '0123456789abcdefghjkmnpqrs'
const number = issueNumber((count) => new Uint8Array(count).fill(7))

const CASES: readonly (readonly [string, object])[] = [
  ['', { kind: 'nothing' }],
  ['   ', { kind: 'nothing' }],
  [number, { kind: 'number', number }],
  [` ${number.toLowerCase().replaceAll('-', '')} `, { kind: 'number', number }],
  ['KL-0000-0000-0001', { kind: 'number', number: '' }],
  [id, { kind: 'own', publicId: id }],
  [`${origin}/c/${id}`, { kind: 'own', publicId: id }],
  [`${origin}/c/${id}.png?s=x`, { kind: 'own', publicId: id }],
  [`http://badges.hanbit.example/c/${id}.json`, { kind: 'own', publicId: id }],
  [`badges.hanbit.example/c/${id}`, { kind: 'own', publicId: id }],
  [`/c/${id}`, { kind: 'own', publicId: id }],
  [`${origin}/v`, { kind: 'own', publicId: '' }],
  ['https://other.example/badge.json', { kind: 'address', url: 'https://other.example/badge.json' }],
]

for (const [typed, wanted] of CASES) {
  test(`“${typed}” is read as ${JSON.stringify(wanted)}`, () => assert.deepEqual(inputOf(typed, origin), wanted))
}

for (const text of ['{"type":["VerifiableCredential"]}', 'eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln']) {
  test(`${text} is read as a credential`, () => assert.equal(inputOf(text, origin).kind, 'bytes'))
}
