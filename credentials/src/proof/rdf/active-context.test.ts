// What the small reader makes of a vocabulary: terms as the standard has them, and no guess beyond them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { aSigned, fullParts } from '../../../test/fixtures.ts'
import { CONTEXTS, VC_V2 } from '../../context.ts'
import { composeCredential, type Json, type JsonObject } from '../../index.ts'
import { EMBEDDED, EMPTY, SCOPED_BY_PROPERTY, SCOPED_BY_TYPE, Unsupported, withContext } from './active-context.ts'
import { plainQuads, tracedQuads } from './to-quads.ts'

const read = (context: Json, upon = EMPTY, manner = EMBEDDED) => withContext(upon, context, manner)
const iriOf = (context: Json, term: string): string | undefined => read(context).terms.get(term)?.iri

const left: [string, Json][] = [
  ['a default vocabulary', { '@vocab': 'https://a.example/#' }],
  ['a language for all', { '@language': 'ko' }],
  ['a term that is an abbreviation', { 'a:b': 'https://a.example/b' }],
  ['a term without a meaning', { a: null }],
  ['a term that is a number', { a: 5 }],
  ['a term without an address', { a: { '@type': '@id' } }],
  ['a term written backwards', { a: { '@reverse': 'https://a.example/a' } }],
  ['a term that is a keyword we do not read', { a: '@graph' }],
  ['a term that means itself', { a: 'a' }],
  ['a term that is no address', { a: 'b' }],
  ['a term that is an address without a scheme', { a: ':b' }],
  ['a term that is a blank node', { a: '_:b' }],
  ['two terms that mean each other', { a: 'b:x', b: 'a:y' }],
  ['a container we do not read', { a: { '@id': 'https://a.example/a', '@container': '@language' } }],
  ['several containers', { a: { '@id': 'https://a.example/a', '@container': ['@graph', '@set'] } }],
  ['a vocabulary that is a number', 5],
  ['a vocabulary that is nothing', null],
  ['an address we do not hold', 'https://a.example/v1'],
]

for (const [name, context] of left)
  test(`${name} is left to the reference`, () => {
    assert.throws(() => read(context), Unsupported)
  })

test('terms are read as the standard has them', () => {
  const base = { ex: 'https://a.example/#', '@version': 1.1 }
  assert.equal(iriOf({ ...base, a: 'ex:a' }, 'a'), 'https://a.example/#a')
  assert.equal(iriOf({ a: 'ex:a', ...base }, 'a'), 'https://a.example/#a')
  assert.equal(iriOf({ a: 'https://a.example/a', b: 'a' }, 'b'), 'https://a.example/a')
  assert.equal(iriOf({ ...base, a: 'ex://b' }, 'a'), 'ex://b')
  assert.equal(iriOf({ a: 'other:b' }, 'a'), 'other:b')
  assert.equal(iriOf({ plain: 'https://a.example/plain', a: 'plain:b' }, 'a'), 'plain:b')
  assert.equal(iriOf({ id: '@id', type: '@type' }, 'type'), '@type')
  const { terms } = read({
    ...base,
    a: { '@id': 'ex:a', '@type': 'ex:T', '@container': '@list' },
    b: { '@id': 'ex:b', '@type': '@vocab' },
    c: { '@id': 'ex:c', '@type': 5 },
  })
  assert.deepEqual([terms.get('a')?.type, terms.get('a')?.container], ['https://a.example/#T', '@list'])
  assert.deepEqual([terms.get('b')?.type, terms.get('c')?.type], ['@vocab', null])
  assert.equal(terms.get('ex')?.isPrefix, true)
  assert.equal(terms.get('a')?.isPrefix, false)
})

test('a protected term keeps its meaning, unless a property redefines it within', () => {
  const upon = read({
    '@protected': true,
    a: 'https://a.example/a',
    b: { '@id': 'https://a.example/b', '@protected': false },
  })
  assert.equal(upon.terms.get('b')?.isProtected, false)
  assert.throws(() => read({ a: 'https://a.example/other' }, upon), Unsupported)
  assert.throws(() => read({ a: { '@id': 'https://a.example/a', '@type': '@id' } }, upon), Unsupported)
  assert.throws(() => read({ a: { '@id': 'https://a.example/a', '@container': '@set' } }, upon), Unsupported)
  assert.throws(() => read({ a: { '@id': 'https://a.example/a', '@context': {} } }, upon), Unsupported)
  assert.equal(read({ a: 'https://a.example/a' }, upon).terms.get('a')?.isProtected, true)
  assert.equal(read({ b: 'https://a.example/c' }, upon).terms.get('b')?.iri, 'https://a.example/c')
  const within = read({ a: 'https://a.example/other' }, upon, SCOPED_BY_PROPERTY)
  assert.deepEqual([within.terms.get('a')?.iri, within.terms.get('a')?.isProtected], ['https://a.example/other', false])
})

test('a type’s vocabulary is given up inside, a property’s is not', () => {
  const upon = read({ a: 'https://a.example/a' })
  assert.equal(read({ b: 'https://a.example/b' }, upon).previous, null)
  assert.equal(read({ b: 'https://a.example/b' }, upon, SCOPED_BY_PROPERTY).previous, null)
  const typed = read({ b: 'https://a.example/b' }, upon, SCOPED_BY_TYPE)
  assert.equal(typed.previous, upon)
  assert.equal(read({ c: 'https://a.example/c' }, typed, SCOPED_BY_TYPE).previous, upon)
  assert.equal(read({ c: 'https://a.example/c' }, typed).previous, upon)
})

test('what one vocabulary makes of another is worked out once', () => {
  const context = { a: 'https://a.example/a' }
  assert.equal(read(context), read(context))
  assert.notEqual(read(context), read(context, EMPTY, SCOPED_BY_TYPE))
  assert.equal(read([VC_V2, context]), read([VC_V2, context]))
})

test('no bundled vocabulary calls anything a double', () => {
  for (const [url, { document }] of CONTEXTS) assert.doesNotMatch(JSON.stringify(document), /double/, url)
})

const unsigned = composeCredential(fullParts()) as JsonObject
const subject = unsigned.credentialSubject as JsonObject
const achievement = subject.achievement as JsonObject
const inAchievement = (change: JsonObject): JsonObject => ({
  ...unsigned,
  credentialSubject: { ...subject, achievement: { ...achievement, ...change } },
})
const signed = (await aSigned()) as JsonObject
const [proof] = signed.proof as JsonObject[]

const documents: [string, JsonObject, boolean][] = [
  ['an id under both its names', { ...unsigned, '@id': 'urn:x:1' }, false],
  ['an id that is a number', { ...unsigned, id: 5 }, false],
  ['a keyword we do not read', { ...unsigned, '@graph': [] }, false],
  ['an empty node', { ...unsigned, evidence: [{}] }, false],
  ['a proof that is a text', { ...signed, proof: 'x' }, false],
  ['a purpose that is a number', { ...signed, proof: { ...proof!, proofPurpose: 5 } }, false],
  ['a purpose that is a keyword', { ...signed, proof: { ...proof!, proofPurpose: 'id' } }, false],
  ['an address that is a number', inAchievement({ criteria: { id: 5 } }), false],
  ['an address that is a number where one is meant', { ...unsigned, issuer: 5 }, false],
  ['an address that looks abbreviated', { ...unsigned, issuer: 'name:x' }, false],
  ['an address whose scheme is a term', { ...unsigned, issuer: 'name://x' }, true],
  ['a type that is a number', { ...unsigned, type: ['VerifiableCredential', 5] }, false],
  ['an array within an array', inAchievement({ tag: [['x']] }), false],
  [
    'a value of JSON',
    {
      ...unsigned,
      credentialSubject: { ...subject, '@context': { x: { '@id': 'urn:x:y', '@type': '@json' } }, x: {} },
    },
    false,
  ],
  ['an empty document', {}, false],
  ['whole and broken numbers', { ...unsigned, credentialSubject: { ...subject, creditsEarned: 1e21 } }, true],
  [
    'truth',
    {
      ...unsigned,
      credentialSubject: { ...subject, identifier: { ...(subject.identifier as JsonObject[])[0]!, hashed: true } },
    },
    true,
  ],
]

for (const [name, document, isRead] of documents)
  test(`a document with ${name} is ${isRead ? 'read' : 'left to the reference'}`, () => {
    assert.equal(plainQuads(document) !== null, isRead)
    assert.equal(tracedQuads(document) !== null, isRead)
  })

test('the places of what is said are traced, those of what is said twice both', () => {
  const twice = inAchievement({ tag: ['a', 'a'] })
  const traced = tracedQuads(twice)!
  const at = traced.quads.findIndex(({ object }) => object.value === 'a')
  assert.deepEqual(traced.paths[at], ['/credentialSubject/achievement/tag/0', '/credentialSubject/achievement/tag/1'])
  assert.equal(traced.quads.length, traced.paths.length)
  assert.deepEqual(traced.quads, plainQuads(twice))
})
