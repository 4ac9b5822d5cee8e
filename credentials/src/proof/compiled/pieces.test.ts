// The parts of the compiled path by themselves: lines with gaps, packed values, growing buffers.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Quad, Term } from 'rdf-canonize'
import { hanbit, NOON, nodePrimitives, someParts } from '../../../test/fixtures.ts'
import { utf8 } from '../../encoding/bytes.ts'
import { composeCredential, type JsonObject, openEdition } from '../../index.ts'
import { SHAPES_MAX } from '../../limits.ts'
import { ByteWriter } from './byte-writer.ts'
import { compile, type Sha256 } from './compile.ts'
import { holePointers, probeOf, split } from './holes.ts'
import { escapeLiteral, merged, templateQuads } from './lines.ts'
import { pack, unpack } from './pack.ts'
import { render } from './render.ts'
import { Shapes } from './shapes.ts'

const named = (value: string): Term => ({ termType: 'NamedNode', value })
const blank = (value: string): Term => ({ termType: 'BlankNode', value })
const literal = (value: string, more: Partial<Term> = {}): Term => ({ termType: 'Literal', value, ...more })
const graph: Term = { termType: 'DefaultGraph', value: '' }
const quad = (subject: Term, object: Term, more: Partial<Quad> = {}): Quad => ({
  ...{ subject, predicate: named('urn:p'), object, graph },
  ...more,
})
const XSD = 'http://www.w3.org/2001/XMLSchema#'

test('quads become lines, with gaps for values and for labels', () => {
  const lines = templateQuads([
    quad(named('urn:x-hole:0:'), literal('a x-hole:1: "b"', { datatype: named(`${XSD}string`) })),
    quad(blank('b7'), literal('1', { datatype: named(`${XSD}integer`) })),
    quad(blank('b7'), literal('가', { language: 'ko' })),
    quad(blank('b9'), blank('b7')),
    quad(blank('b9'), blank('b7')),
  ])
  assert.deepEqual(
    lines?.map(({ line, nodes }) => [line, nodes]),
    [
      [['<urn:', { hole: 0 }, '> <urn:p> "a ', { hole: 1 }, ' \\"b\\"" .\n'], []],
      [[{ node: 0 }, ` <urn:p> "1"^^<${XSD}integer> .\n`], [0]],
      [[{ node: 0 }, ' <urn:p> "가"@ko .\n'], [0]],
      [
        [{ node: 1 }, ' <urn:p> ', { node: 0 }, ' .\n'],
        [1, 0],
      ],
    ],
  )
  assert.deepEqual(lines?.[0]?.iris, [['urn:', { hole: 0 }, '']])
  assert.deepEqual(lines?.[0]?.predicate, 'urn:p')
})

const outside: [string, Quad][] = [
  ['a graph with a name', quad(named('urn:a'), named('urn:b'), { graph: blank('b0') })],
  ['a gap in a predicate', quad(named('urn:a'), named('urn:b'), { predicate: named('urn:x-hole:0:') })],
  ['a gap in a datatype', quad(named('urn:a'), literal('x', { datatype: named('x-hole:0:') }))],
]

for (const [name, each] of outside)
  test(`${name} is not compiled`, () => {
    assert.equal(templateQuads([each]), null)
  })

test('neighbouring texts become one, and empty ones none', () => {
  assert.deepEqual(merged(['a', '', 'b', { hole: 1 }, '', { node: 2 }, 'c', 'd']), [
    'ab',
    { hole: 1 },
    { node: 2 },
    'cd',
  ])
})

test('literals are escaped as canonical N-Quads have it', () => {
  assert.equal(escapeLiteral('\t\b\n\r\f"\\\u0000\u007f가'), '\\t\\b\\n\\r\\f\\"\\\\\\u0000\\u007F가')
  assert.equal(escapeLiteral('plain'), 'plain')
})

const signature = new Uint8Array(64).map((_, at) => at)
const packings: [string, string[], string[]][] = [
  ['equal values', ['abc', 'def'], ['abc', 'def']],
  ['other ends', ['abc-1', 'x'], ['abc-2', 'y']],
  ['hexadecimal ends', ['id-00ff', ''], ['id-abcdef01', 'ff00']],
  ['odd hexadecimal', ['', ''], ['abc', 'ABCD']],
  ['a common beginning longer than a byte can count', ['a'.repeat(300)], [`${'a'.repeat(299)}b`]],
  ['halves of a character in common', ['x😀'], ['x😁']],
  ['half a character at the end of the sample', ['x\ud83d'], ['x😀']],
  ['long ends', [''], ['가'.repeat(20_000)]],
  ['empty values', ['abc'], ['']],
]

for (const [name, sample, values] of packings)
  test(`${name} come out as they went in`, () => {
    assert.deepEqual(unpack(sample, pack(sample, values, signature)), { values, signature })
  })

test('what was packed against another sample, or cut, is nothing', () => {
  const packed = pack(['a', 'b'], ['ax', 'by'], signature)
  assert.equal(unpack(['a'], packed), null)
  assert.equal(unpack(['a', 'b', 'c'], packed), null)
  assert.equal(unpack(['a', 'b'], packed.subarray(0, -1)), null)
  assert.equal(unpack(['a'], pack([], ['ax', 'by'], signature)), null)
  assert.equal(unpack(['a'], new Uint8Array([...signature, 0, 2, 0xff])), null)
  assert.equal(unpack(['a'], new Uint8Array([...signature, 0])), null)
  assert.deepEqual(unpack([], signature), { values: [], signature })
})

test('a buffer grows as it is written to, and begins anew', () => {
  const to = new ByteWriter()
  const long = '가'.repeat(30_000)
  to.text('ab')
  to.text(long)
  to.copy(new Uint8Array(100_000).fill(7))
  to.text('x'.repeat(48))
  to.text('y'.repeat(49))
  const bytes = to.bytes()
  assert.equal(bytes.length, 2 + 90_000 + 100_000 + 97)
  assert.deepEqual(bytes.slice(0, 5), utf8('ab가'))
  assert.equal(bytes[90_002], 7)
  assert.equal(bytes.at(-1), 121)
  to.reset()
  assert.equal(to.bytes().length, 0)
  to.text('가b')
  assert.deepEqual(to.bytes(), utf8('가b'))
})

test('a document is split into its form and its values, and joined by none that look like gaps', () => {
  const document = composeCredential(someParts()) as JsonObject
  const parts = split(document)!
  assert.deepEqual(parts.values.slice(0, 2), [document.id, document.validFrom])
  assert.deepEqual(holePointers(document).slice(0, 3), [
    '/id',
    '/validFrom',
    '/credentialSubject/identifier/0/identityHash',
  ])
  assert.equal(split({ ...document, name: 'x-hole:0:' }), null)
  assert.equal((probeOf(document) as JsonObject).id, 'x-hole:0:')
  const twice = { ...document, evidence: [{ id: document.id!, type: 'Evidence' }] }
  assert.equal(split(twice)?.values.length, parts.values.length)
  assert.notEqual(split(twice)?.key, split({ ...twice, evidence: [{ id: 'urn:x:2', type: 'Evidence' }] })?.key)
  assert.equal(
    split({ ...document, evidence: 'x', credentialStatus: 'y', relatedResource: ['z'] })?.values.length,
    parts.values.length - 2,
  )
})

const sha256 = nodePrimitives.sha256 as Sha256
const rendered = (quads: readonly Quad[], values: readonly string[]): string | null => {
  const shape = compile(quads, sha256)
  const bytes = shape && render(shape, values, sha256)
  return bytes && Buffer.from(bytes).toString()
}

test('nodes that look alike are left to the reference, whether they always do or only with these values', () => {
  const alike = [quad(blank('b0'), literal('x')), quad(blank('b1'), literal('x'))]
  assert.equal(compile(alike, sha256), null)
  const sometimes = [quad(blank('b0'), literal('x-hole:0:')), quad(blank('b1'), literal('x-hole:1:'))]
  assert.equal(rendered(sometimes, ['same', 'same']), null)
  assert.match(rendered(sometimes, ['one', 'two'])!, /^_:c14n0 .*\n_:c14n1 .*\n$/)
})

test('statements that become one with these values are left to the reference', () => {
  const two = [quad(named('urn:uuid:1'), literal('x-hole:0:')), quad(named('urn:uuid:1'), literal('x-hole:1:'))]
  assert.equal(rendered(two, ['same', 'same']), null)
  assert.equal(
    rendered(two, ['b', 'a']),
    '<urn:uuid:1> <urn:p> "a"^^<undefined> .\n<urn:uuid:1> <urn:p> "b"^^<undefined> .\n',
  )
})

test('a node that nothing is said of is only pointed at', () => {
  const pointed = [
    quad(named('urn:uuid:1'), blank('b0')),
    quad(named('urn:uuid:1'), blank('b1'), { predicate: named('urn:q') }),
  ]
  assert.match(rendered(pointed, [])!, /^<urn:uuid:1> <urn:p> _:c14n[01] \.\n<urn:uuid:1> <urn:q> _:c14n[01] \.\n$/)
  assert.deepEqual(compile(pointed, sha256)?.nodeBlocks, [null, null])
})

test('an edition is opened only for what it gives back to the byte', async () => {
  const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
  const { primitives: _ours, ...promised } = options
  assert.equal(await openEdition(composeCredential(someParts()), promised), null)
  assert.equal(await openEdition(composeCredential(someParts({ id: 'mailto:a@b.example' })), options), null)
  assert.equal(await openEdition(composeCredential(someParts({ term: 'x-hole:0:' })), options), null)
  const word = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: 'did:web:a.example',
    credentialSubject: { id: 'urn:uuid:1' },
    proof: { type: 'DataIntegrityProof', cryptosuite: 'x', proofPurpose: 'assertionMethod', proofValue: 'z' },
  }
  assert.equal(await openEdition(composeCredential(someParts({ endorsement: [word] })), options), null)
})

test('of a node whose lines begin alike the values decide the order', () => {
  const two = [quad(blank('b0'), literal('x-hole:0:')), quad(blank('b0'), literal('x-hole:1:'))]
  assert.match(rendered(two, ['b', 'a'])!, /^_:c14n0 <urn:p> "a".*\n_:c14n0 <urn:p> "b".*\n$/)
})

test('of many forms of one achievement the one unused for longest is forgotten, and the others are known', async () => {
  const shapes = new Shapes()
  const formOf = (at: number) => composeCredential(someParts({ term: `${at}` }))
  const meet = async (at: number): Promise<void> => {
    for (let meeting = 0; meeting < 3; meeting++) await shapes.hash(formOf(at), sha256)
  }
  for (let at = 0; at <= SHAPES_MAX; at++) await meet(at)
  const { compiled } = shapes.counts
  await shapes.hash(formOf(1), sha256)
  assert.equal(shapes.counts.compiled, compiled + 1)
  await shapes.hash(formOf(0), sha256)
  assert.equal(shapes.counts.compiled, compiled + 1)
})
