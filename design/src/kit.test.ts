import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badgeDocument } from './badge-document.ts'
import { CERTIFICATES } from './certificates.ts'
import { elementsOf } from './document.ts'
import { edit } from './edit.ts'
import { EXAMPLES } from './examples.ts'
import { wearKit } from './kit.ts'
import { parseDocument } from './parse-document.ts'

const KIT = { primary: '#0f5c46', accent: '#ff9f6b', fonts: { title: 'serif', body: 'sans' } } as const

for (const { id, document } of [...CERTIFICATES, { id: 'a badge', document: badgeDocument(EXAMPLES[0]!) }])
  test(`${id} takes a kit on and off again`, () => {
    const dressed = edit(document, wearKit(document, KIT))
    assert.equal(dressed.outcome, 'edited')
    if (dressed.outcome !== 'edited') return
    assert.equal(dressed.document.primary, KIT.primary)
    assert.equal(parseDocument(dressed.document).outcome, 'parsed')
    const undone = edit(dressed.document, dressed.inverse)
    assert.deepEqual(undone.outcome === 'edited' && undone.document, document)
    const again = edit(dressed.document, wearKit(dressed.document, KIT))
    assert.deepEqual(again.outcome === 'edited' && again.document, dressed.document)
  })

test('the largest words take the title’s face, the others the body’s', () => {
  const { document } = CERTIFICATES[0]!
  const dressed = edit(document, wearKit(document, KIT))
  assert.ok(dressed.outcome === 'edited')
  const texts = [...elementsOf(dressed.document.elements)].filter((one) => one.kind === 'text')
  const largest = Math.max(...texts.map(({ size }) => size))
  for (const { size, face } of texts) assert.equal(face, size >= largest * 0.8 ? 'serif' : 'sans')
})

test('as designed means just that, and the badge inside a badge’s page takes the colours', () => {
  const { document } = CERTIFICATES[0]!
  const plain = { ...KIT, fonts: { title: 'as-designed', body: 'as-designed' } } as const
  const edited = edit(document, wearKit(document, plain))
  assert.deepEqual(edited.outcome === 'edited' && edited.document.elements, document.elements)
  const badge = badgeDocument(EXAMPLES[0]!)
  const dressed = edit(badge, wearKit(badge, plain))
  const [element] = dressed.outcome === 'edited' ? dressed.document.elements : []
  assert.equal(element?.kind === 'badge' && element.design?.primary, KIT.primary)
})
