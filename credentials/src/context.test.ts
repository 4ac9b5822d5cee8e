import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { standardsMissing, standardText } from '../test/standards.ts'
import { CONTEXTS, contextFault, loadContext, OB_3_0_3, VC_V2 } from './context.ts'

const folder = new URL('./contexts/', import.meta.url)

test('every bundled context has the bytes it is pinned to, with no file lying about unused', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  assert.deepEqual([...CONTEXTS.values()].map(({ file }) => file).sort(), files.sort())
  for (const { file, sha256 } of CONTEXTS.values())
    assert.equal(hash('sha256', readFileSync(new URL(file, folder))), sha256, file)
})

test('contexts we wrote ourselves map the same terms as the published ones', { skip: standardsMissing }, () => {
  const published = {
    'clr-2.0.1.json': 'clr-v2p0-2.0.1.json',
    'did-v1.json': 'did-v1.jsonld',
    'ob-extensions.json': 'ob-v3p0-extensions.json',
  }
  for (const [ours, theirs] of Object.entries(published))
    assert.deepEqual(
      JSON.parse(readFileSync(new URL(ours, folder), 'utf8')),
      JSON.parse(standardText(`contexts/${theirs}`)),
    )
})

test('a URL that is not bundled is an error, never fetched', async () => {
  await assert.rejects(loadContext('https://evil.example/context'), { code: 'context-unknown' })
})

const documents = [
  [{ '@context': [VC_V2, OB_3_0_3] }, null],
  [{ '@context': [VC_V2, 'https://evil.example/'] }, 'context-unknown'],
  [{ '@context': [VC_V2, { name: 'https://evil.example/#name' }] }, 'context-inline'],
  [{ '@context': VC_V2, credentialSubject: [{ '@context': { a: 'b:c' } }] }, 'context-inline'],
  [{ '@context': VC_V2, issuer: { '@context': 'https://evil.example/' } }, 'context-unknown'],
] as const

test('contexts written inline or unknown are found wherever they hide', () => {
  for (const [document, code] of documents)
    assert.equal(contextFault(structuredClone(document) as never)?.code ?? null, code)
})
