import assert from 'node:assert/strict'
import { test } from 'node:test'
import { untakenBranches } from './covered.ts'

test('branches that were never taken are told by file and line', () => {
  const report =
    'SF:a.ts\nBRDA:1,0,0,3\nBRDA:2,1,0,0\nBRDA:9,2,0,-\nLF:3\nend_of_record\nSF:b.ts\nBRDA:4,0,0,0\nend_of_record\n'
  assert.deepEqual(untakenBranches(report), [
    { file: 'a.ts', line: 2 },
    { file: 'a.ts', line: 9 },
    { file: 'b.ts', line: 4 },
  ])
})
