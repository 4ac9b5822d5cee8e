import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind, CERTIFICATES, edit, layOut, parseDocument, preflight } from '@kolleges/design'
import { ADDABLE, newElement } from './new-elements.ts'
import { type House, PEOPLE, previewData } from './preview-data.ts'

const house: House = {
  name: { ko: '한빛대학교', en: 'Hanbit University' },
  headTitle: { ko: '총장', en: 'President' },
  headName: { ko: '이도윤', en: 'Doyun Lee' },
  pictures: {},
}

for (const person of PEOPLE)
  test(`no certificate lacks a value with ${person}`, () => {
    for (const { id, document } of CERTIFICATES) {
      const data = previewData(document, { person, house, longestName: null, columns: {} })
      const bound = bind(document, data)
      const codes = preflight(bound, layOut(bound)).map(({ code }) => code)
      assert.ok(!codes.includes('variable-unbound'), `${id}: ${codes.join(' ')}`)
      if (person === 'sample' || person === 'bare')
        assert.ok(!codes.includes('text-does-not-fit'), `${id}: ${codes.join(' ')}`)
    }
  })

test('the longest name is the roster’s own where there is one', () => {
  const { document } = CERTIFICATES[0]!
  const wish = { person: 'longest', house, columns: {} } as const
  assert.equal(previewData(document, { ...wish, longestName: '황보석영' }).values['learner.name'], '황보석영')
  assert.ok(previewData(document, { ...wish, longestName: null }).values['learner.name']!.length > 6)
  const latin = previewData(document, { ...wish, longestName: 'Alexandra Konstantinopoulou' }).values
  assert.equal(latin['learner.nameEnglish'], 'Alexandra Konstantinopoulou', 'on an English certificate too')
})

test('what the institution has not said is missing, and a roster’s own column is not', () => {
  const { document } = CERTIFICATES[0]!
  const bare = { name: house.name, headTitle: null, headName: null, pictures: {} }
  const text = '{{institution1.headTitle}} {{동아리}}'
  const changed = edit(document, { kind: 'set', id: 'title', fields: { text } })
  assert.ok(changed.outcome === 'edited')
  const data = previewData(changed.document, { person: 'sample', house: bare, longestName: null, columns: {} })
  const missing = bind(changed.document, data).missing.filter(({ element }) => element === 'title')
  assert.deepEqual(
    missing.map(({ variable }) => variable),
    ['institution1.headTitle'],
  )
})

test('columns of one’s own have the values typed for them', () => {
  const { document } = CERTIFICATES[0]!
  const data = previewData(document, { person: 'sample', house, longestName: null, columns: { 동아리: '로켓' } })
  assert.equal(data.values.동아리, '로켓')
})

test('everything that can be added is a valid element of every page', () => {
  for (const { document } of CERTIFICATES)
    for (const what of ADDABLE) {
      const element = newElement(document, what, '새 글')
      const added = edit(document, { kind: 'add', parent: null, at: 0, element })
      assert.ok(added.outcome === 'edited', what)
      assert.equal(parseDocument(added.document).outcome, 'parsed', what)
    }
})
