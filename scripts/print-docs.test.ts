import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { API_DOCUMENT, apiDocument } from './print-docs.ts'

test('docs/api.md says what the API says; otherwise run: node scripts/print-docs.ts', () => {
  assert.equal(readFileSync(API_DOCUMENT, 'utf8'), apiDocument())
})
