import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CERTIFICATES, parseDocument, TEMPLATES } from '@kolleges/design'
import { galleryOf } from './gallery.ts'

const house = { name: { ko: '한빛대학교', en: 'Hanbit University' }, primaryColor: '#0f5c46', accentColor: '#f2b705' }

for (const [kind, count] of [
  ['badge', TEMPLATES.length],
  ['certificate', CERTIFICATES.length],
] as const)
  test(`every ${kind} template is shown in the institution’s colours and can be begun from`, () => {
    for (const language of ['ko', 'en'] as const) {
      const items = galleryOf(kind, house, language)
      assert.equal(items.length, count)
      for (const { document, name } of items) {
        assert.notEqual(name, '')
        assert.equal(document.primary, '#0f5c46')
        assert.equal(parseDocument(document).outcome, 'parsed', name)
      }
    }
  })
