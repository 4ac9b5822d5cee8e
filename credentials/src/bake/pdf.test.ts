// What PDFs may hold: attachments as several programs write them, and files made to exhaust whoever reads them.

import assert from 'node:assert/strict'
import test from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { barePdf, lockedPdf, packedPdf, pdfOf, plainPdf, streamObject } from '../../test/pdfs.ts'
import { readInput } from '../index.ts'
import { PDF_BYTES_MAX, PDF_OBJECTS_MAX, PDF_STREAM_BYTES_MAX } from '../limits.ts'

const json = '{"name":"김하늘"}'
const jws = 'eyJhbGciOiJFUzI1NiJ9.eyJpZCI6MX0.c2lnbmF0dXJl'
const saidOf = (pdf: Uint8Array): string => {
  const input = readInput(pdf)
  return input.outcome === 'read' ? `${input.form}: ${input.text.trim()}` : input.reason
}

const filespec = (number: number, of: number): string =>
  `${number} 0 obj\n<< /Type /Filespec /EF << /UF ${of} 0 R /F ${of} 0 R >> >>\nendobj\n`
const deflated = '/Filter /FlateDecode'

const FILESPEC = '<< /Type /Filespec /EF << /F 2 0 R >> >>'
/** Objects in one stream, each with its number, before the attachment (ISO 32000-2, 7.5.7). */
function packed(...objects: readonly [number, string][]): Uint8Array {
  const offsets = objects.map((_, at) => objects.slice(0, at).reduce((sum, [, text]) => sum + text.length, 0))
  const head = `${objects.map(([number], at) => `${number} ${offsets[at]}`).join(' ')} `
  const content = head + objects.map(([, text]) => text).join('')
  const stream = streamObject(3, `/Type /ObjStm /N ${objects.length} /First ${head.length}`, content)
  return pdfOf(stream, streamObject(2, '', json))
}

const read: [string, Uint8Array, string][] = [
  ['a plain attachment', plainPdf(json), `json: ${json}`],
  ['a packed one', packedPdf(json), `json: ${json}`],
  ['a JWT', packedPdf(jws), `jws: ${jws}`],
  ['JSON behind a byte order mark', plainPdf(`\ufeff${json}`), `json: ${json}`],
  [
    'a length that is wrong',
    pdfOf(filespec(1, 2), `2 0 obj\n<< /Length 3 >>\nstream\n${json}\nendstream\nendobj\n`),
    `json: ${json}`,
  ],
  [
    'a length told by another object',
    pdfOf(filespec(1, 2), `2 0 obj\n<< /Length 3 0 R >>\nstream\r\n${json}\nendstream\nendobj\n3 0 obj\n9\nendobj\n`),
    `json: ${json}`,
  ],
  [
    'an object written anew by a later save',
    pdfOf(filespec(1, 2), streamObject(2, '', '{"old":1}'), streamObject(2, '', json)),
    `json: ${json}`,
  ],
  [
    'another attachment before it',
    pdfOf(filespec(1, 2), filespec(3, 4), streamObject(2, '', 'a,b,c'), streamObject(4, '', json)),
    `json: ${json}`,
  ],
  [
    'what looks like an object inside a stream',
    pdfOf(streamObject(9, '', filespec(7, 8)), filespec(1, 2), streamObject(2, '', json)),
    `json: ${json}`,
  ],
  [
    'several objects packed into one',
    packed([7, '<< /Type /Catalog >> '], [1, FILESPEC], [8, ' << /Type /Other >>']),
    `json: ${json}`,
  ],
  [
    'a packed entry whose number a later object takes',
    packed([1, '<< /Type /Catalog >> '], [2, FILESPEC]),
    'pdf-without-credential',
  ],
  [
    'the word that ends a stream inside it',
    pdfOf(filespec(1, 2), streamObject(2, '', '{"name":"endstream"}')),
    'json: {"name":"endstream"}',
  ],
  ['words before the credential', pdfOf(filespec(1, 2), streamObject(2, '', `see ${json}`)), 'pdf-without-credential'],
  ['JSON that says one thing twice', plainPdf('{"a":1,"a":2}'), 'json-duplicate-key'],
  ['nothing attached', barePdf, 'pdf-without-credential'],
  ['an attachment that is words', plainPdf('hello'), 'pdf-without-credential'],
  ['an attachment that is not there', pdfOf(filespec(1, 2)), 'pdf-without-credential'],
  ['an attachment that is no stream', pdfOf(filespec(1, 1)), 'pdf-without-credential'],
  [
    'two filters',
    pdfOf(filespec(1, 2), streamObject(2, '/Filter [/ASCIIHexDecode /FlateDecode]', deflateSync(json))),
    'pdf-without-credential',
  ],
  [
    'a filter we do not know',
    pdfOf(filespec(1, 2), streamObject(2, '/Filter /LZWDecode', json)),
    'pdf-without-credential',
  ],
  ['no deflated stream', pdfOf(filespec(1, 2), streamObject(2, deflated, json)), 'pdf-without-credential'],
  [
    'a stream with a preset dictionary',
    pdfOf(filespec(1, 2), streamObject(2, deflated, deflateSync(json, { dictionary: Buffer.from('name') }))),
    'pdf-without-credential',
  ],
  [
    'a packed object without its first place',
    pdfOf(streamObject(3, '/Type /ObjStm', '1 0 x')),
    'pdf-without-credential',
  ],
  ['encryption', lockedPdf, 'pdf-encrypted'],
  ['more bytes than are read', Buffer.concat([plainPdf(json), Buffer.alloc(PDF_BYTES_MAX)]), 'pdf-too-large'],
  ['an attachment that is too large', plainPdf(`{${' '.repeat(PDF_STREAM_BYTES_MAX)}}`), 'pdf-without-credential'],
  [
    'an attachment that unpacks without end',
    packedPdf('{'.padEnd(4 * PDF_STREAM_BYTES_MAX, ' ')),
    'pdf-without-credential',
  ],
]

for (const [what, pdf, said] of read)
  test(`a PDF with ${what}: ${said.split(':')[0]}`, () => {
    assert.equal(saidOf(pdf), said)
  })

test('objects are read up to a number, and an attachment behind it is not there', () => {
  const attachment = filespec(1, 2) + streamObject(2, '', json)
  const before = (count: number) => Array.from({ length: count }, (_, at) => `${at + 3} 0 obj\nendobj\n`).join('')
  assert.equal(saidOf(pdfOf(before(PDF_OBJECTS_MAX - 2), attachment)), `json: ${json}`)
  assert.equal(saidOf(pdfOf(before(PDF_OBJECTS_MAX - 1), attachment)), 'pdf-without-credential')
})

const HOSTILE: readonly [string, () => Buffer][] = [
  ['objects that never end', () => Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(1_000_000)}`)],
  ['streams that never end', () => Buffer.from(`%PDF-1.7\n${'1 0 obj <<>>\nstream\n'.repeat(400_000)}`)],
  ['ends without beginnings', () => Buffer.from(`%PDF-1.7\n${'endobj endstream '.repeat(450_000)}`)],
  ['spaces without end', () => Buffer.from(`%PDF-1.7\n1 0 obj<</Filter${' '.repeat(8_000_000)}`)],
  [
    'thousands of streams that each grow a thousandfold',
    () => {
      const bomb = deflateSync(Buffer.alloc(1_000_000, ' '))
      const head = Buffer.from(
        `\n1 0 obj\n<< /Type /ObjStm /First 4 /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`,
      )
      const one = Buffer.concat([head, bomb, Buffer.from('\nendstream\nendobj')])
      return Buffer.concat([Buffer.from('%PDF-1.7'), ...Array.from({ length: 5_000 }, () => one)])
    },
  ],
]

// What runs beside a test multiplies its time; without a bound it would be minutes.
const HOSTILE_CPU_MS_MAX = 8_000

for (const [sentence, pdf] of HOSTILE)
  test(`a hostile file is read in moments: ${sentence}`, () => {
    const bytes = pdf()
    const before = process.cpuUsage()
    assert.equal(readInput(bytes).outcome, 'refused')
    const ms = process.cpuUsage(before).user / 1000
    assert.ok(ms < HOSTILE_CPU_MS_MAX, `${Math.round(ms)} ms for ${bytes.length} bytes`)
  })

test('any bytes behind a PDF’s first mark are refused or read, never thrown', () => {
  const words = [
    '1 0 obj',
    '<<',
    '>>',
    '/Type /Filespec',
    '/EF << /F 1 0 R >>',
    'stream\n',
    'endstream',
    'endobj',
    '{"a":1}',
    '/Filter /FlateDecode',
    '/Length 7',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
      const { outcome } = readInput(Buffer.from(`%PDF-1.7\n${parts.join(' ')}`))
      assert.ok(outcome === 'refused' || outcome === 'read')
    }),
    { numRuns: 500 },
  )
})
