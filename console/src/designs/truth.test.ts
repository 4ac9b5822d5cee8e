import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind, CERTIFICATES, layOut, preflight } from '@kolleges/design'
import { TRUTHS, truthData } from './truth.ts'

const KNOWN = { longestName: '남궁아름드리나무그늘', longestNameEnglish: null }

for (const truth of TRUTHS)
  test(`every certificate can be tried on: ${truth}`, () => {
    for (const { id, document } of CERTIFICATES) {
      const { values, language } = truthData(truth, document, KNOWN)
      const bound = bind({ ...document, language }, { values })
      const layout = layOut(bound)
      const missing = bound.missing.map(({ variable }) => variable)
      assert.deepEqual(missing, [], `${id}: nothing that must be there is missing`)
      assert.ok(
        !preflight(bound, layout).some(({ code }) => code === 'text-too-long' && truth !== 'latin'),
        `${id}: everything fits`,
      )
    }
  })

test('the longest is a name of the institution’s own, while it has one', () => {
  const { document } = CERTIFICATES[0]!
  assert.equal(truthData('longest', document, KNOWN).values['learner.name'], KNOWN.longestName)
  const nobody = { longestName: null, longestNameEnglish: null }
  assert.ok(truthData('longest', document, nobody).values['learner.name']!.length >= 6)
})

test('of the one of whom little is known, only what must be there is', () => {
  const { values } = truthData('bare', CERTIFICATES[0]!.document, KNOWN)
  assert.equal(values['learner.birthDate'], undefined)
  assert.ok(values['learner.name'])
})
