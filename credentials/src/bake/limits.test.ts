// What pictures may hold, to the byte: editions, sizes, counts, and what only looks like a carrier.

import assert from 'node:assert/strict'
import test from 'node:test'
import { aPng, aSvg, iend, ihdr, pngChunk, pngOf, textChunk } from '../../test/pictures.ts'
import { utf8 } from '../encoding/bytes.ts'
import { bake, CredentialError, extract, type ImageMediaType, readInput } from '../index.ts'
import { INPUT_BYTES_MAX, JSON_BYTES_MAX, PNG_CHUNKS_MAX, SVG_BYTES_MAX, SVG_ELEMENTS_MAX } from '../limits.ts'
import { formOf } from './baked.ts'
import { looksLikeSvg } from './svg.ts'
import { readXml } from './xml.ts'
import { unescapeXml } from './xml-tokens.ts'

const jws = 'eyJhbGciOiJFUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl'
const saidOf = (bytes: Uint8Array): string => {
  const found = extract(bytes)
  return found.outcome === 'refused' ? found.reason : `${found.edition} ${found.form}: ${found.text}`
}
const png = (...chunks: Uint8Array[]): Uint8Array => pngOf(ihdr, ...chunks, iend)
const ns = 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0"'
const old = 'xmlns:o="http://openbadges.org"'
const svg = (text: string): Uint8Array => utf8(text)

const said: [string, Uint8Array, string][] = [
  ['a transcript', png(textChunk('clrcredential', '{"a":1}')), 'clr2 json: {"a":1}'],
  ['an assertion of 2.0', png(textChunk('openbadges', '{"a":1}')), 'ob2 json: {"a":1}'],
  [
    'an address in an older text chunk',
    png(pngChunk('tEXt', 'openbadges\0https://a.example/1')),
    'ob2 url: https://a.example/1',
  ],
  [
    'an address where a credential of 3.0 should be',
    png(textChunk('openbadgecredential', 'https://a.example/1')),
    'credential-malformed',
  ],
  ['words where an assertion should be', png(textChunk('openbadges', 'hello')), 'credential-malformed'],
  [
    'a language and a translated keyword',
    png(pngChunk('iTXt', 'openbadgecredential\0\0\0ko\0배지\0{"a":1}')),
    'ob3 json: {"a":1}',
  ],
  ['a keyword without its end', png(pngChunk('iTXt', 'openbadgecredential')), 'no-credential'],
  ['a keyword with nothing behind it', png(pngChunk('tEXt', 'openbadges\0')), 'credential-malformed'],
  ['a longer keyword that begins the same', png(textChunk('openbadgecredentials', '{"a":1}')), 'no-credential'],
  [
    'the keyword in a chunk of another kind',
    png(pngChunk('eXIf', 'openbadgecredential\0\0\0\0\0{"a":1}')),
    'no-credential',
  ],
  [
    'a chunk that ends after the language',
    png(pngChunk('iTXt', 'openbadgecredential\0\0\0\0')),
    'credential-malformed',
  ],
  [
    'as much text as is read',
    png(textChunk('openbadgecredential', `{${' '.repeat(JSON_BYTES_MAX - 2)}}`)),
    `ob3 json: {${' '.repeat(JSON_BYTES_MAX - 2)}}`,
  ],
  ['as many chunks as are read', png(...new Array(PNG_CHUNKS_MAX - 2).fill(pngChunk('tEXt', 'a\0'))), 'no-credential'],
  ['one chunk more', png(...new Array(PNG_CHUNKS_MAX - 1).fill(pngChunk('tEXt', 'a\0'))), 'png-too-many-chunks'],
  [
    'a chunk of the very rest of the file, without its end',
    pngOf(ihdr, textChunk('openbadgecredential', '{}').subarray(0, -1)),
    'png-malformed',
  ],
  ['a signature and nothing more', pngOf(), 'png-malformed'],
  ['a signature cut short', aPng.subarray(0, 7), 'image-type-unknown'],

  [
    'a transcript in a drawing',
    svg('<svg xmlns:c="https://purl.imsglobal.org/clr/v2p0"><c:credential>{"a":1}</c:credential></svg>'),
    'clr2 json: {"a":1}',
  ],
  [
    'an element of a transcript under the namespace of a badge',
    svg(`<svg ${ns}><ob:assertion>{}</ob:assertion></svg>`),
    'no-credential',
  ],
  [
    'an address in an older drawing',
    svg(`<svg ${old}><o:assertion verify="https://a.example/1"/></svg>`),
    'ob2 url: https://a.example/1',
  ],
  [
    'an assertion and its address in an older drawing',
    svg(`<svg ${old}><o:assertion verify="https://a.example/1">{"a":1}</o:assertion></svg>`),
    'ob2 json: {"a":1}',
  ],
  ['words in an older drawing', svg(`<svg ${old}><o:assertion verify="hello"/></svg>`), 'credential-malformed'],
  [
    'an address in a drawing of today',
    svg(`<svg ${ns}><ob:credential verify="https://a.example/1"/></svg>`),
    'credential-malformed',
  ],
  [
    'white space around the body',
    svg(`<svg ${ns}><ob:credential>\n {"a":1} \n</ob:credential></svg>`),
    'ob3 json: \n {"a":1} \n',
  ],
  [
    'a verify and white space',
    svg(`<svg ${ns}><ob:credential verify="${jws}"> </ob:credential></svg>`),
    `ob3 jws: ${jws}`,
  ],
  [
    'the default namespace',
    svg('<svg><credential xmlns="https://purl.imsglobal.org/ob/v3p0">{"a":1}</credential></svg>'),
    'ob3 json: {"a":1}',
  ],
  ['no namespace', svg('<svg><credential>{"a":1}</credential></svg>'), 'no-credential'],
  [
    'an attribute that only sounds like a namespace',
    svg('<svg xmlnsob="https://purl.imsglobal.org/ob/v3p0"><ob:credential/></svg>'),
    'svg-malformed',
  ],
  ['a prefix and no name', svg(`<svg ${ns}><ob:/></svg>`), 'svg-malformed'],
  [
    'a root with a prefix',
    svg(`<s:svg xmlns:s="http://www.w3.org/2000/svg" ${ns}><ob:credential>{"a":1}</ob:credential></s:svg>`),
    'ob3 json: {"a":1}',
  ],
  ['a closing tag with an attribute', svg('<svg><g></g a="1"></svg>'), 'svg-malformed'],
  ['a closing tag that closes itself', svg('<svg></svg/>'), 'svg-malformed'],
  ['a tag that does not end', svg('<svg'), 'image-type-unknown'],
  [
    'an instruction and a comment',
    svg(`<?xml version="1.0"?><!-- < --><svg ${ns}><?x <ob:credential>?><ob:credential>{"a":1}</ob:credential></svg>`),
    'ob3 json: {"a":1}',
  ],
  ['a byte order mark', svg(`\ufeff<svg ${ns}><ob:credential>{"a":1}</ob:credential></svg>`), 'ob3 json: {"a":1}'],
  ['bytes that are no UTF-8', Buffer.concat([svg(`<svg ${ns}>`), Buffer.from([0xff]), svg('</svg>')]), 'svg-malformed'],
  ['as many elements as are read', svg(`<svg>${'<a/>'.repeat(SVG_ELEMENTS_MAX - 1)}</svg>`), 'no-credential'],
  ['one element more', svg(`<svg>${'<a/>'.repeat(SVG_ELEMENTS_MAX)}</svg>`), 'image-too-large'],
  ['depth 256', svg(`${'<svg>'.repeat(256)}${'</svg>'.repeat(256)}`), 'no-credential'],
  ['depth 257', svg(`${'<svg>'.repeat(257)}${'</svg>'.repeat(257)}`), 'svg-too-deep'],
  ['as many bytes as are read', svg(`<svg>${' '.repeat(SVG_BYTES_MAX - 11)}</svg>`), 'no-credential'],
  ['one byte more', svg(`<svg>${' '.repeat(SVG_BYTES_MAX - 10)}</svg>`), 'image-too-large'],
  [
    'a text beyond what is read',
    svg(`<svg ${ns}><ob:credential>{${' '.repeat(JSON_BYTES_MAX - 1)}}</ob:credential></svg>`),
    'credential-too-large',
  ],
  [
    'a text of just what is read',
    svg(`<svg ${ns}><ob:credential>{${' '.repeat(JSON_BYTES_MAX - 2)}}</ob:credential></svg>`),
    `ob3 json: {${' '.repeat(JSON_BYTES_MAX - 2)}}`,
  ],
]

for (const [name, bytes, expected] of said)
  test(`a picture with ${name}: ${expected.slice(0, 60)}`, () => {
    assert.equal(saidOf(bytes), expected)
  })

test('as large as a picture may be, and no larger', () => {
  const trailing = Buffer.concat([aPng, Buffer.alloc(INPUT_BYTES_MAX - aPng.length)])
  assert.equal(saidOf(trailing), 'no-credential')
  assert.equal(saidOf(Buffer.concat([trailing, Buffer.alloc(1)])), 'image-too-large')
})

const forms: [string, string | null][] = [
  ['{}', 'json'],
  [' {"a":1}\n', 'json'],
  ['{', null],
  ['}', null],
  ['{"a":1', null],
  ['"a":1}', null],
  [jws, 'jws'],
  [`.${jws}`, null],
  [`${jws}.`, null],
  [`a ${jws}`, null],
  [`${jws} b`, null],
  ['a.b', null],
  ['', null],
]

for (const [text, form] of forms)
  test(`the form of ${JSON.stringify(text)} is ${form}`, () => {
    assert.equal(formOf(text), form)
  })

const heads: [string, boolean][] = [
  ['<svg>', true],
  ['  <svg/>', true],
  ['<s:svg xmlns:s="x">', true],
  ['<?xml version="1.0"?>', true],
  ['<!-- a -->', true],
  ['<!DOCTYPE svg>', true],
  ['<html>', false],
  ['text <svg>', false],
  ['<a><!-- b --></a>', true],
  ['<a>svg</a>', false],
  ['{"a":"<svg>"}', false],
]

for (const [head, expected] of heads)
  test(`${head} ${expected ? 'looks' : 'does not look'} like a drawing`, () => {
    assert.equal(looksLikeSvg(utf8(head)), expected)
  })

test('bytes that begin no text look like no drawing', () => {
  assert.equal(looksLikeSvg(Buffer.from([0xff, 0x3c, 0x73, 0x76, 0x67, 0x3e])), false)
})

const references: [string, string][] = [
  ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
  ['&#65;&#x42;&#x1F600;', 'AB😀'],
  ['&unknown;', '&unknown;'],
  ['&#0;', '&#0;'],
  ['&#x110000;', '&#x110000;'],
  ['&#1114111;', '\u{10ffff}'],
  ['a & b', 'a & b'],
  ['&constructor;', '&constructor;'],
]

for (const [escaped, plain] of references)
  test(`${escaped} is read as ${plain}`, () => {
    assert.equal(unescapeXml(escaped), plain)
  })

test('elements tell their depth, their children and the text of what might carry', () => {
  const read = readXml(`<svg ${ns}><g><a/><b/></g><ob:credential>x<i/>y</ob:credential></svg>`)
  assert.ok(typeof read !== 'string')
  assert.deepEqual(
    read.map(({ name, depth, childCount, text, namespace }) => [name, depth, childCount, text, namespace]),
    [
      ['svg', 0, 2, '', ''],
      ['g', 1, 2, '', ''],
      ['a', 2, 0, '', ''],
      ['b', 2, 0, '', ''],
      ['credential', 1, 1, 'xy', 'https://purl.imsglobal.org/ob/v3p0'],
      ['i', 2, 0, '', ''],
    ],
  )
  for (const malformed of ['', '  ', '<a></b>', '</a>', '<a>', 'x<a/>', '<a b=c/>', '<1/>', '<a b="<"/>'])
    assert.equal(readXml(malformed), 'svg-malformed', malformed)
})

const drawn = (text: string, json = '{"a":1}', edition: 'ob3' | 'ob2' | 'clr2' = 'ob3'): string =>
  Buffer.from(bake(utf8(text), 'image/svg+xml', json, edition)).toString()

test('a drawing is changed nowhere but where the credential goes', () => {
  const carrier = '<openbadges:credential><![CDATA[{"a":1}]]></openbadges:credential>'
  assert.equal(
    drawn('<svg a="/>"/>'),
    `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" a="/>">${carrier}</svg>`,
  )
  assert.equal(
    drawn('<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"  />'),
    `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${carrier}</svg>`,
  )
  assert.equal(drawn('<s:svg xmlns:s="x:y"/>').endsWith(`${carrier}</s:svg>`), true)
  assert.match(drawn('<svg></svg>', '{}', 'clr2'), /clr\/v2p0"><openbadges:credential>/)
  assert.match(drawn('<svg></svg>', '{}', 'ob2'), /openbadges\.org"><openbadges:assertion>/)
})

const misuses: [string, () => unknown, string, object][] = [
  [
    'no kind of picture',
    () => bake(aPng, 'image/gif' as ImageMediaType, '{}'),
    'image-type-unknown',
    { mediaType: 'image/gif' },
  ],
  ['words', () => bake(aPng, 'image/png', 'hello'), 'text-not-bakeable', { wanted: 'JSON object or compact JWS' }],
  ['no PNG', () => bake(aSvg, 'image/png', '{}'), 'image-malformed', { because: 'png-malformed' }],
  ['no drawing', () => bake(utf8('<svg>'), 'image/svg+xml', '{}'), 'image-malformed', { because: 'svg-malformed' }],
  ['no text', () => bake(Buffer.from([0xff]), 'image/svg+xml', '{}'), 'image-malformed', { because: 'svg-malformed' }],
  [
    'a vast drawing',
    () => bake(utf8(`<svg>${' '.repeat(SVG_BYTES_MAX)}</svg>`), 'image/svg+xml', '{}'),
    'image-malformed',
    { because: 'svg-malformed' },
  ],
  ['another root', () => bake(utf8('<a/>'), 'image/svg+xml', '{}'), 'image-malformed', { root: 'a' }],
  [
    'another use of the prefix',
    () => bake(utf8('<svg xmlns:openbadges="x:y"/>'), 'image/svg+xml', '{}'),
    'image-malformed',
    { xmlns: 'x:y' },
  ],
  [
    'a character XML cannot hold',
    () => bake(aSvg, 'image/svg+xml', '{"a":"\ufffe"}'),
    'text-not-bakeable',
    { because: 'a character XML cannot hold' },
  ],
]

for (const [name, act, code, detail] of misuses)
  test(`baking into or of ${name} says what it found`, () => {
    assert.throws(
      act,
      (error) =>
        error instanceof CredentialError && error.code === code && assert.deepEqual(error.detail, detail) === undefined,
    )
  })

test('a picture with a wrong checksum can be baked into, and is refused when read', () => {
  const spoiled = Buffer.from(aPng)
  spoiled[spoiled.length - 20]! ^= 1
  assert.equal(saidOf(bake(spoiled, 'image/png', '{}')), 'png-checksum-wrong')
})

test('the reader hands on the edition, and the text without what surrounds it', () => {
  const read = readInput(png(pngChunk('tEXt', 'openbadges\0 https://a.example/1')))
  assert.deepEqual(read, {
    outcome: 'read',
    form: 'url',
    text: 'https://a.example/1',
    mediaType: 'image/png',
    edition: 'ob2',
  })
})
