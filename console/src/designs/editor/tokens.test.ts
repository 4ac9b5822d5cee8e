import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isColumnName, putToken, tokensOf, tokenText } from './tokens.ts'

test('variables are read with their particles, by either name; columns of one’s own are told apart', () => {
  assert.deepEqual(
    tokensOf('{{이름|을/를}} [[({{ learner.number }})]] {{동아리}}').map(({ key, style, isOwnColumn }) => [
      key,
      style,
      isOwnColumn,
    ]),
    [
      ['learner.name', '을/를', false],
      ['learner.number', null, false],
      ['동아리', null, true],
    ],
  )
})

test('a token takes the place of what was marked', () => {
  const text = '위 사람은 이름 마쳤다'
  const put = putToken(text, 6, 8, tokenText('과정명', '을/를'))
  assert.equal(put.text, '위 사람은 {{과정명|을/를}} 마쳤다')
  assert.equal(put.text.slice(put.caret), ' 마쳤다')
})

test('what would end a token is no name of a column', () => {
  assert.ok(isColumnName('동아리 이름'))
  for (const name of ['', '  ', 'a}}', 'a|b', '[x]']) assert.ok(!isColumnName(name), name)
})
