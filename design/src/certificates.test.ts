import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { bind } from './bind.ts'
import { CERTIFICATES, findCertificate } from './certificates.ts'
import type { DesignDocument } from './document.ts'
import { EXAMPLES } from './examples.ts'
import { layOut } from './layout.ts'
import { preflight } from './preflight.ts'
import { sceneSvg } from './svg.ts'
import { VARIABLES } from './variables.ts'

const sample = (language: 'ko' | 'en', more: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(
    VARIABLES.filter(({ kind }) => kind !== 'picture').map(({ key, sample: one }) => [key, one[language]]),
  ),
  ...more,
})

const made = (document: DesignDocument, more: Record<string, string> = {}) => {
  const bound = bind(document, { values: sample(document.language, more), badge: EXAMPLES[2]! })
  return { bound, layout: layOut(bound) }
}

/** Whole drawings of three families; of every template a fingerprint. `UPDATE=1` writes them anew. */
const WHOLE = ['isu-classic', 'completion-en', 'pyochang-vertical']

function assertGolden(name: string, content: string): void {
  const file = new URL(`./golden/${name}`, import.meta.url)
  if (process.env.UPDATE === '1') writeFileSync(file, content)
  assert.equal(content, readFileSync(file, 'utf8'), `${name} differs; UPDATE=1 writes it anew`)
}

const svgOf = (document: DesignDocument): string => {
  const { bound, layout } = made(document)
  return sceneSvg(layout.scene, { title: bound.document.title, language: document.language })
}

for (const id of WHOLE)
  test(`${id} is drawn as before`, () => {
    assertGolden(`certificate.${id}.svg`, `${svgOf(findCertificate(id)!.document).replaceAll('><', '>\n<')}\n`)
  })

test('every certificate is drawn as before', () => {
  const prints = CERTIFICATES.map(({ id, document }) => [
    id,
    createHash('sha256').update(svgOf(document)).digest('hex').slice(0, 16),
  ])
  assertGolden('certificates.json', `${JSON.stringify(Object.fromEntries(prints), null, 2)}\n`)
})

test('there are at least twenty, each with its own id, its names, and a verification number', () => {
  assert.ok(CERTIFICATES.length >= 20)
  assert.equal(new Set(CERTIFICATES.map(({ id }) => id)).size, CERTIFICATES.length)
  for (const { id, name, describes, fields } of CERTIFICATES) {
    assert.ok(name.ko && name.en && describes.ko && describes.en, id)
    assert.ok(fields.includes('credential.number') && fields.includes('credential.url'), id)
    assert.ok(fields.includes('learner.name') || fields.includes('learner.nameEnglish'), id)
  }
})

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

/** A sample seal is expected here; everything else would be ours to mend. */
const own = (document: DesignDocument, more: Record<string, string> = {}) => {
  const { bound, layout } = made(document, more)
  return preflight(bound, layout).filter(({ code }) => code !== 'seal-is-sample' && code !== 'seal-missing')
}

for (const { id, document } of CERTIFICATES) {
  test(`${id} passes pre-flight with a sample person`, () => {
    assert.deepEqual(own(document), [])
  })

  test(`${id} takes the longest names`, () => {
    const long = {
      'learner.name': '남궁알렉산드라콘스탄티노풀루',
      'learner.nameEnglish': 'Alexandra Konstantinopoulou-Papadimitriou',
      'achievement.name': '인공지능융합 디지털헬스케어 전문가 양성 마이크로디그리 심화과정',
      'achievement.nameEnglish': 'Advanced Micro-degree in Artificial Intelligence and Digital Healthcare',
      'institution1.name': '한빛대학교 미래융합평생교육원',
    }
    const refused = own(document, long).filter(({ code }) => code === 'text-does-not-fit')
    assert.deepEqual(refused, [])
  })

  test(`${id} reads in any brand`, () => {
    const brand = fc.tuple(colour, colour)
    fc.assert(
      fc.property(brand, ([primary, accent]) => {
        assert.deepEqual(
          own({ ...document, primary, accent }).filter(({ code }) => code === 'text-contrast-low'),
          [],
        )
      }),
      { numRuns: 25 },
    )
  })

  test(`${id} closes up where optional data are missing`, () => {
    const needed = Object.fromEntries(
      [
        'learner.name',
        'learner.nameEnglish',
        'achievement.name',
        'achievement.nameEnglish',
        'credential.number',
        'credential.url',
        'credential.verifyAt',
        'credential.issuedOn',
      ].map((key) => [key, sample(document.language)[key]!]),
    )
    const institutions = Object.fromEntries(
      Object.entries(sample(document.language)).filter(([key]) => key.startsWith('institution')),
    )
    const bound = bind(document, { values: { ...needed, ...institutions } })
    assert.deepEqual(bound.missing, [])
  })
}

test('the centre of a seal lies on the last letter of the sender’s title', () => {
  const { layout } = made(findCertificate('isu-classic')!.document)
  const sender = layout.texts.find(({ element }) => element.id === 'sender')!
  const seal = layout.placed.find(({ element }) => element.kind === 'seal')!
  assert.deepEqual({ x: seal.box.x + seal.box.width / 2, y: seal.box.y + seal.box.height / 2 }, sender.lastLetter)
  assert.ok(sender.lastLetter!.x > sender.box.x + sender.box.width / 2)
  assert.equal(seal.isSample, true)
})

test('an institution’s own seal takes the place of the sample', () => {
  const { document } = findCertificate('isu-classic')!
  const picture = { mediaType: 'image/png', base64: 'AAAA', widthPx: 600, heightPx: 600 } as const
  const bound = bind(document, { values: sample('ko'), pictures: { 'institution1.seal': picture } })
  const layout = layOut(bound)
  assert.ok(layout.scene.shapes.some((shape) => shape.kind === 'image'))
  assert.deepEqual(preflight(bound, layout), [])
})

test('the QR is a link to the credential', () => {
  const { layout } = made(findCertificate('isu-classic')!.document)
  assert.deepEqual(
    layout.links.map(({ url }) => url),
    ['https://kolleges.example/c/7q2m9xkd4t8v'],
  )
})
