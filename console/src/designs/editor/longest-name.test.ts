import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestOf, namesIn } from './longest-name.ts'

test('names are the first cells of what was pasted, without the heading', () => {
  assert.deepEqual(namesIn('성명\t학번\n김하늘\t1\n\n Alexandra Konstantinopoulou \t2\r\n'), [
    '김하늘',
    'Alexandra Konstantinopoulou',
  ])
})

test('the longest is measured, not counted, and ten thousand rows are read at once', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `김하늘${i % 10}`)
  assert.equal(longestOf([...many, '남궁하늘빛나래슬기', 'lilililili']), '남궁하늘빛나래슬기')
  assert.equal(longestOf([]), null)
})
