import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import test from 'node:test'
import rdfCanonize from 'rdf-canonize'
import { standardPath, standardsMissing, standardText } from '../../test/standards.ts'
import { VC_V2 } from '../context.ts'
import { canonicalize, canonicalizeQuads } from './canonicalize.ts'

const USES_SHA_384 = ['test075-in.nq'] // says manifest.csv
const folder = 'rdf-canon/tests/rdfc10'

test('the published RDFC-1.0 vectors come out, the poisoned one is refused', { skip: standardsMissing }, async (t) => {
  const inputs = readdirSync(standardPath(folder)).filter((file) => file.endsWith('-in.nq'))
  assert.ok(inputs.length > 50)
  const files = new Set(readdirSync(standardPath(folder)))
  for (const input of inputs)
    await t.test(input, async () => {
      const quads = rdfCanonize.NQuads.parse(standardText(`${folder}/${input}`))
      const expected = input.replace('-in.nq', '-rdfc10.nq')
      const hash = USES_SHA_384.includes(input) ? 'sha384' : 'sha256'
      if (files.has(expected)) assert.equal(await canonicalizeQuads(quads, hash), standardText(`${folder}/${expected}`))
      else await assert.rejects(canonicalizeQuads(quads), { code: 'canonicalization-too-costly' })
    })
})

const poison = Array.from({ length: 12 }, (_, at) => ({
  id: `_:b${at}`,
  type: ['VerifiableCredential'],
  credentialSubject: Array.from({ length: 12 }, (_, other) => ({ id: `_:b${other}` })),
}))

const refusals: [string, object, string][] = [
  ['an unknown context', { '@context': [VC_V2, 'https://a.example/'] }, 'context-unknown'],
  ['an inline context', { '@context': [VC_V2, { a: 'https://a.example/' }] }, 'context-inline'],
  [
    'contexts that contradict each other',
    { '@context': [VC_V2, 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'] },
    'context-conflict',
  ],
  ['a term without meaning', { '@context': VC_V2, id: 'urn:x:1', grade: 'A' }, 'json-ld-unsafe'],
  ['a relative id', { '@context': VC_V2, id: '/1', type: 'VerifiableCredential' }, 'json-ld-unsafe'],
  ['a type nobody knows', { '@context': VC_V2, id: 'urn:x:1', type: 'Grade' }, 'json-ld-unsafe'],
  ['a poisoned graph', { '@context': VC_V2, '@graph': poison }, 'canonicalization-too-costly'],
]

for (const [name, document, code] of refusals)
  test(`${name} is refused as ${code}`, async () => {
    await assert.rejects(canonicalize(document as never), { code })
  })
