import assert from 'node:assert/strict'
import test from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { aPng, aSvg, idat, iend, ihdr, pngChunk, pngOf, textChunk } from '../../test/pictures.ts'
import { crc32 } from '../encoding/crc32.ts'
import { type BakedEdition, bake, extract, type ImageMediaType } from '../index.ts'

const text = JSON.stringify({ name: '김하늘', note: 'a]]>b <svg> & "q"' })
const jws = 'eyJhbGciOiJFUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl'
const pictures: [ImageMediaType, Uint8Array][] = [
  ['image/png', aPng],
  ['image/svg+xml', aSvg],
]
const editions: BakedEdition[] = ['ob3', 'ob2', 'clr2']
const reasonOf = (bytes: Uint8Array): string => {
  const result = extract(bytes)
  return result.outcome === 'refused' ? result.reason : 'extracted'
}

for (const [mediaType, picture] of pictures)
  for (const edition of editions)
    for (const [form, content] of [
      ['json', text],
      ['jws', jws],
    ] as const)
      test(`${form} baked into ${mediaType} as ${edition} comes out as it went in`, () => {
        const baked = bake(picture, mediaType, content, edition)
        assert.deepEqual(extract(baked), { outcome: 'extracted', text: content, form, mediaType, edition })
      })

test('any credential text survives baking', () => {
  const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
  const printable = object
    .map((value) => JSON.stringify(value))
    .filter((json) => json.isWellFormed() && !/[\ufffe\uffff]/.test(json))
  for (const [mediaType, picture] of pictures)
    fc.assert(
      fc.property(printable, (json) => {
        const extracted = extract(bake(picture, mediaType, json))
        return extracted.outcome === 'extracted' && extracted.text === json
      }),
    )
})

test('the PNG chunk is the one the standard describes', () => {
  const baked = Buffer.from(bake(aPng, 'image/png', text))
  assert.ok(baked.subarray(0, 8 + ihdr.length).equals(aPng.subarray(0, 8 + ihdr.length)))
  const chunk = textChunk('openbadgecredential', text)
  assert.ok(baked.subarray(8 + ihdr.length, 8 + ihdr.length + chunk.length).equals(chunk))
})

test('the SVG element stands directly after the root, its namespace declared there', () => {
  const baked = Buffer.from(bake(aSvg, 'image/svg+xml', '{"a":1}')).toString()
  assert.match(
    baked,
    /<svg xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"[^>]*><openbadges:credential><!\[CDATA\[\{"a":1\}\]\]><\/openbadges:credential><title>/,
  )
  const signed = Buffer.from(bake(aSvg, 'image/svg+xml', jws)).toString()
  assert.ok(signed.includes(`<openbadges:credential verify="${jws}"></openbadges:credential>`))
})

test('a root without content is opened', () => {
  const baked = bake(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" />'), 'image/svg+xml', '{"a":1}')
  assert.equal(reasonOf(baked), 'extracted')
  assert.match(Buffer.from(baked).toString(), /<\/svg>$/)
})

const refusals: [string, Uint8Array, string][] = [
  ['nothing', Buffer.alloc(0), 'image-type-unknown'],
  ['a photograph in another format', Buffer.from('ffd8ffe000104a46', 'hex'), 'image-type-unknown'],
  ['a picture without a credential', aPng, 'no-credential'],
  ['a drawing without a credential', aSvg, 'no-credential'],
  [
    'two credentials',
    pngOf(ihdr, textChunk('openbadgecredential', text), textChunk('openbadgecredential', text), iend),
    'several-credentials',
  ],
  [
    'credentials of two editions',
    pngOf(ihdr, textChunk('openbadgecredential', text), textChunk('openbadges', text), iend),
    'several-credentials',
  ],
  [
    'a compressed chunk',
    pngOf(ihdr, pngChunk('zTXt', `openbadgecredential\0\0${deflateSync(text).toString('latin1')}`), iend),
    'credential-compressed',
  ],
  [
    'a compressed text',
    pngOf(ihdr, pngChunk('iTXt', 'openbadgecredential\0\x01\0\0\0x'), iend),
    'credential-compressed',
  ],
  [
    'an unknown compression method',
    pngOf(ihdr, pngChunk('iTXt', 'openbadgecredential\0\0\x01\0\0x'), iend),
    'credential-compressed',
  ],
  [
    'a chunk that ends early',
    pngOf(ihdr, pngChunk('iTXt', 'openbadgecredential\0\0\0ko'), iend),
    'credential-malformed',
  ],
  [
    'a text that is no credential',
    pngOf(ihdr, textChunk('openbadgecredential', 'hello'), iend),
    'credential-malformed',
  ],
  [
    'a text that is not UTF-8',
    pngOf(
      ihdr,
      pngChunk(
        'iTXt',
        Buffer.concat([Buffer.from('openbadgecredential\0\0\0\0\0{'), Buffer.from([0xff]), Buffer.from('}')]),
      ),
      iend,
    ),
    'credential-malformed',
  ],
  [
    'a text of more than a mebibyte',
    pngOf(ihdr, textChunk('openbadgecredential', `{${' '.repeat(1_048_576)}}`), iend),
    'credential-too-large',
  ],
  ['no end', pngOf(ihdr, textChunk('openbadgecredential', text)), 'png-malformed'],
  ['no header', pngOf(textChunk('openbadgecredential', text), iend), 'png-malformed'],
  ['two headers', pngOf(ihdr, ihdr, iend), 'png-malformed'],
  ['a length beyond the file', pngOf(ihdr, Buffer.from('7fffffff69545874', 'hex'), Buffer.alloc(8)), 'png-malformed'],
  [
    'a wrong checksum',
    pngOf(ihdr, Buffer.concat([textChunk('openbadgecredential', text).subarray(0, -1), Buffer.from([0])]), iend),
    'png-checksum-wrong',
  ],
  ['ten thousand chunks', pngOf(ihdr, ...new Array(10_001).fill(pngChunk('tEXt', '')), iend), 'png-too-many-chunks'],
  ['a credential behind the end', pngOf(ihdr, idat, iend, textChunk('openbadgecredential', text)), 'no-credential'],
  ['a file that is too large', Buffer.alloc(16_777_217), 'image-too-large'],
]

for (const [name, bytes, reason] of refusals)
  test(`${name} is refused as ${reason}`, () => {
    assert.equal(reasonOf(bytes), reason)
  })

const ns = 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0"'
const drawings: [string, string, string][] = [
  ['a prefix of its own choice', `<svg ${ns}><ob:credential><![CDATA[{"a":1}]]></ob:credential></svg>`, 'extracted'],
  [
    'the body escaped',
    `<svg ${ns}><ob:credential>{&quot;a&quot;:&#x22;&#49;&quot;}</ob:credential></svg>`,
    'extracted',
  ],
  [
    'two credentials',
    `<svg ${ns}><ob:credential>{}</ob:credential><ob:credential>{}</ob:credential></svg>`,
    'several-credentials',
  ],
  ['the credential deep inside', `<svg ${ns}><g><ob:credential>{}</ob:credential></g></svg>`, 'credential-malformed'],
  ['a body and a verify', `<svg ${ns}><ob:credential verify="${jws}">{}</ob:credential></svg>`, 'credential-malformed'],
  ['neither', `<svg ${ns}><ob:credential/></svg>`, 'credential-malformed'],
  ['elements inside', `<svg ${ns}><ob:credential>{}<b/></ob:credential></svg>`, 'credential-malformed'],
  [
    'a document type',
    `<!DOCTYPE svg [<!ENTITY a "{}">]><svg ${ns}><ob:credential>&a;</ob:credential></svg>`,
    'svg-doctype',
  ],
  ['an unclosed root', `<svg ${ns}><ob:credential>{}</ob:credential>`, 'svg-malformed'],
  ['crossed tags', `<svg ${ns}><g><ob:credential>{}</g></ob:credential></svg>`, 'svg-malformed'],
  ['two roots', `<svg ${ns}/><svg/>`, 'svg-malformed'],
  ['text outside', `<svg ${ns}/>x`, 'svg-malformed'],
  ['an attribute twice', `<svg a="1" a="2"/>`, 'svg-malformed'],
  ['an undeclared prefix', `<svg><ob:credential>{}</ob:credential></svg>`, 'svg-malformed'],
  ['an open comment', `<svg><!-- </svg>`, 'svg-malformed'],
  ['a root that is no svg', `<?xml version="1.0"?><html/>`, 'image-type-unknown'],
  ['great depth', `<svg>${'<g>'.repeat(300)}${'</g>'.repeat(300)}</svg>`, 'svg-too-deep'],
  [
    'the namespace of another vocabulary',
    `<svg xmlns:ob="https://a.example/"><ob:credential>{}</ob:credential></svg>`,
    'no-credential',
  ],
  ['a credential in a comment', `<svg ${ns}><!-- <ob:credential>{}</ob:credential> --></svg>`, 'no-credential'],
  [
    'an older assertion by URL',
    `<svg xmlns:o="http://openbadges.org"><o:assertion verify="https://a.example/1"/></svg>`,
    'extracted',
  ],
]

for (const [name, svg, reason] of drawings)
  test(`a drawing with ${name}: ${reason}`, () => {
    assert.equal(reasonOf(Buffer.from(svg)), reason)
  })

test('an older picture may hold the address of its assertion', () => {
  const png = pngOf(ihdr, pngChunk('tEXt', 'openbadges\0https://a.example/assertion/1'), iend)
  const extracted = extract(png)
  assert.equal(extracted.outcome === 'extracted' && `${extracted.form} ${extracted.edition}`, 'url ob2')
})

const misuses: [string, () => unknown, string][] = [
  ['a picture that is none', () => bake(Buffer.from('x'), 'image/png', text), 'image-malformed'],
  ['a drawing that is none', () => bake(Buffer.from('<svg>'), 'image/svg+xml', text), 'image-malformed'],
  ['a drawing whose root is no svg', () => bake(Buffer.from('<a/>'), 'image/svg+xml', text), 'image-malformed'],
  [
    'a drawing that uses the prefix for something else',
    () => bake(Buffer.from('<svg xmlns:openbadges="x:y"/>'), 'image/svg+xml', text),
    'image-malformed',
  ],
  ['another kind of picture', () => bake(aPng, 'image/gif' as ImageMediaType, text), 'image-type-unknown'],
  ['a picture baked before', () => bake(bake(aPng, 'image/png', text), 'image/png', text), 'image-already-baked'],
  [
    'a drawing baked before',
    () => bake(bake(aSvg, 'image/svg+xml', text), 'image/svg+xml', text),
    'image-already-baked',
  ],
  ['a text that is no credential', () => bake(aPng, 'image/png', 'hello'), 'text-not-bakeable'],
  ['a character XML cannot hold', () => bake(aSvg, 'image/svg+xml', '{"a":"\uffff"}'), 'text-not-bakeable'],
]

for (const [name, act, code] of misuses)
  test(`baking ${name} throws ${code}`, () => {
    assert.throws(act, { code })
  })

test('any flipped bit of the baked chunk is noticed', () => {
  const baked = bake(aPng, 'image/png', text)
  const start = 8 + ihdr.length
  const end = start + textChunk('openbadgecredential', text).length
  for (let at = start; at < end; at++)
    for (let bit = 0; bit < 8; bit++) {
      const spoiled = new Uint8Array(baked)
      spoiled[at]! ^= 1 << bit
      assert.notEqual(reasonOf(spoiled), 'extracted')
    }
})

test('any bytes at all are answered', () => {
  const noise = fc.uint8Array({ maxLength: 300 })
  const afterSignature = noise.map((bytes) => pngOf(ihdr, bytes))
  const inSvg = fc
    .string({ unit: fc.constantFrom(...'<>/="\' a:!-[]?&;') })
    .map((body) => Buffer.from(`<svg ${ns}>${body}</svg>`))
  fc.assert(
    fc.property(fc.oneof(noise, afterSignature, inSvg), (bytes) =>
      ['extracted', 'refused'].includes(extract(bytes).outcome),
    ),
    { numRuns: 2_000 },
  )
})

test('a checksum of our own agrees with the file format', () => {
  assert.equal(crc32(Buffer.from('IEND')), 0xae426082)
})
