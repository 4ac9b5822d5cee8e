import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeRule, lint, parseRule } from '@kolleges/requirements'
import {
  addTo,
  asList,
  type Block,
  blockAround,
  emptyBlock,
  KINDS,
  kindOf,
  pointerOf,
  removeAt,
  replaceAt,
} from './rule-tree.ts'

const rule: Block = {
  all: [{ badge: 'a' }, { nOf: { n: 1, of: [{ badge: 'b' }, { not: { badge: 'c' } }] } }],
  award: { mode: 'review' },
}

test('a block deep within is replaced, and the rest stays', () => {
  const changed = replaceAt(rule, [1, 0], () => ({ badge: 'x', minGrade: 'B0' }))
  assert.deepEqual(changed, {
    all: [{ badge: 'a' }, { nOf: { n: 1, of: [{ badge: 'x', minGrade: 'B0' }, { not: { badge: 'c' } }] } }],
    award: { mode: 'review' },
  })
})

test('blocks are added and taken away', () => {
  const grown = addTo(rule, [1], 'credits')
  assert.deepEqual(removeAt(grown, [1, 2]), rule)
  assert.equal(kindOf((grown.all as Block[])[1]!), 'nOf')
})

test('a rule of one condition becomes a list, with what belongs to the rule beside it', () => {
  assert.deepEqual(asList({ badge: 'a', minGrade: 'B0', award: { mode: 'auto' } }), {
    all: [{ badge: 'a', minGrade: 'B0' }],
    award: { mode: 'auto' },
  })
  assert.equal(asList(rule), rule)
})

test('blocks are pointed at as the sentences of the rule are', () => {
  const parsed = parseRule(rule)
  assert.ok(parsed.outcome === 'parsed')
  const paths = describeRule(parsed.rule, 'ko').map(({ path }) => path)
  const places = [[], [0], [1], [1, 0], [1, 1], [1, 1, 0]]
  assert.deepEqual(
    places.map((place) => pointerOf(rule, place)),
    paths,
  )
})

test('every new block can be read once its blanks are filled', () => {
  const filled = (block: Block): Block => JSON.parse(JSON.stringify(block).replaceAll('""', '"x"')) as Block
  for (const kind of KINDS) {
    const parsed = parseRule({ all: [filled(emptyBlock(kind)), { badge: 'y' }] })
    assert.equal(parsed.outcome, 'parsed', kind)
    if (parsed.outcome === 'parsed' && kind !== 'nOf' && kind !== 'any')
      assert.deepEqual(
        lint(parsed.rule).filter(({ code }) => code !== 'unreachable'),
        [],
        kind,
      )
  }
})

test('a fault is shown at the innermost block around it', () => {
  const rule = { all: [{ badge: '' }, { nOf: { n: 1, of: [{ badge: 'a' }, { credits: { min: 1 } }] } }] }
  assert.deepEqual(blockAround(rule, '/all/0/badge'), { pointer: '/all/0', kind: 'badge' })
  assert.deepEqual(blockAround(rule, '/all/1/nOf/of/1/credits/min'), { pointer: '/all/1/nOf/of/1', kind: 'credits' })
  assert.deepEqual(blockAround(rule, '/award/mode'), { pointer: '', kind: 'all' })
})
