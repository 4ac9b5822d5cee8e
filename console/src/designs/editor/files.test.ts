import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CERTIFICATES, edit, printDocument } from '@kolleges/design'
import { fileName, readDesign, replaceWith } from './files.ts'

test('an exported design is read again as it was', () => {
  for (const { document } of CERTIFICATES)
    assert.deepEqual(readDesign(printDocument(document)), { outcome: 'read', document })
})

for (const [what, text, isNewer] of [
  ['no JSON', '<svg/>', false],
  ['something else', '{"a":1}', false],
  ['a design of a newer version', '{"version":99}', true],
] as const)
  test(`${what} is refused`, () => assert.deepEqual(readDesign(text), { outcome: 'refused', isNewer }))

test('another document takes the place of this one and can be undone', () => {
  const [a, b] = [CERTIFICATES[0]!.document, CERTIFICATES[20]!.document]
  const replaced = edit(a, replaceWith(b))
  assert.ok(replaced.outcome === 'edited')
  assert.deepEqual(replaced.document, b)
  const back = edit(replaced.document, replaced.inverse)
  assert.deepEqual(back.outcome === 'edited' && back.document, a)
})

test('names of files hold nothing a system would refuse', () => {
  assert.equal(fileName('제 1/2기: 수료증?', 'pdf'), '제 1 2기  수료증.pdf')
  assert.equal(fileName('///', 'json'), 'design.json')
})
