import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsByField, fieldOf } from './field-faults.ts'

test('a JSON pointer names the field of the form', () => {
  assert.equal(fieldOf('#/criteria/narrative'), 'criteria.narrative')
  assert.equal(fieldOf('/alignments/0/targetUrl'), 'alignments.0.targetUrl')
  assert.equal(fieldOf('#/a~1b/c~0d'), 'a/b.c~d')
})

test('the first fault of a field is the one shown', () => {
  const faults = [
    { pointer: '#/name', detail: 'first' },
    { pointer: '#/name', detail: 'second' },
    { pointer: '#/slug', detail: 'taken' },
  ]
  assert.deepEqual(faultsByField(faults), { name: 'first', slug: 'taken' })
  assert.deepEqual(faultsByField(undefined), {})
})
