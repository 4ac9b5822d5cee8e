// The JSON Schema and the parser agree on every rule we have, good and bad.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { lint, parseRule } from './index.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'))
const accepts = new Ajv2020({ strict: false }).compile(read('../rule.schema.json') as object)

const FOLDER = '../../vectors/rules'
for (const name of readdirSync(join(import.meta.dirname, FOLDER))) {
  test(`the schema takes ${name}`, () => {
    const { rule } = read(join(FOLDER, name)) as { rule: unknown }
    assert.ok(accepts(rule), JSON.stringify(accepts.errors))
  })
}

const BAD: [sentence: string, rule: unknown][] = [
  ['no condition', {}],
  ['an unknown condition', { sometimes: [] }],
  ['two conditions at once', { badge: 'a', credits: { min: 3 } }],
  ['an empty list', { all: [] }],
  ['a third of a credit', { credits: { min: 1 / 3 } }],
  ['negative credits', { credits: { min: -3 } }],
  ['more credits than there are', { credits: { min: 1001 } }],
  ['a badge without a name', { badge: ' ' }],
  ['half a badge', { count: { min: 1.5 } }],
  ['a window among alternatives', { any: [{ badge: 'a' }, { window: { within: 'P1Y' } }] }],
  ['a level in n of', { nOf: { n: 1, of: [{ badge: 'a' }, { level: { kqf: '>=5' } }] } }],
  ['a duration in words', { all: [{ badge: 'a' }, { window: { within: '3 years' } }] }],
  ['a semester that there is not', { all: [{ badge: 'a' }, { window: { semester: '2026-3' } }] }],
  ['a prerequisite without a name', { prereq: {} }],
  ['no degrees', { degrees: { max: 0 } }],
  ['an approval by nobody', { approval: { stage: 'end' } }],
  ['an award on the 32nd', { badge: 'a', award: { mode: 'batch', batchDates: ['03-32'] } }],
  ['an award on 30 February', { badge: 'a', award: { mode: 'batch', batchDates: ['02-30'] } }],
  ['a group of equivalents that is no list', { badge: 'a', equivalences: 'b' }],
  ['a reuse that is neither yes nor no', { badge: 'a', reuse: 'yes' }],
  ['an award at will', { badge: 'a', award: { mode: 'sometimes' } }],
  ['an outside badge without its issuer', { external: { achievement: 'x' } }],
]
for (const [sentence, rule] of BAD) {
  test(`schema and parser both refuse ${sentence}`, () => {
    assert.equal(accepts(rule), false)
    assert.equal(parseRule(rule).outcome, 'refused')
  })
}

test('the rule in the docs is one that can be published', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/micro-degrees.md'), 'utf8')
  const rule: unknown = JSON.parse(/```json\n(.*?)```/s.exec(text)?.[1] ?? '')
  const parsed = parseRule(rule)
  assert.ok(accepts(rule) && parsed.outcome === 'parsed', JSON.stringify([accepts.errors, parsed]))
  assert.deepEqual(lint(parsed.rule), [])
})
