import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { UPLOAD_BYTES_MAX, type VerificationResult } from '@kolleges/api'
import { documentUrl } from '@kolleges/credentials'
import { type Harness, harness } from '../../test/harness.ts'
import { document } from '../../test/stranger.ts'

const VECTORS = new URL('../../../vectors/verification/', import.meta.url)
type Vector = {
  readonly file: string
  readonly says: string
  readonly verdict: string
  readonly check?: string
  readonly because?: string
  readonly at: string
  readonly recipient?: string
  readonly made?: { readonly text: readonly [string, string, string]; readonly times: number }
}
const json = async (name: string) => JSON.parse(await readFile(new URL(name, VECTORS), 'utf8'))

let h: Harness
before(async () => {
  h = await harness()
  const { issuers, statusLists, documents, gone } = await json('material.json')
  for (const [id, each] of Object.entries(issuers)) h.web.set(documentUrl(id)!, document(JSON.stringify(each)))
  for (const [url, each] of Object.entries(statusLists)) h.web.set(url, document(JSON.stringify(each)))
  for (const [url, each] of Object.entries(documents)) h.web.set(url, document(JSON.stringify(each)))
  for (const [url, each] of Object.entries(gone)) h.web.set(url, { ...document(JSON.stringify(each)), status: 410 })
})
after(() => h.close())

/** Those small enough to be handed in. */
async function vectors(): Promise<readonly (Vector & { readonly bytes: Uint8Array<ArrayBuffer> })[]> {
  const cases: Vector[] = await json('cases.json')
  const all = cases.map(async (vector) => {
    const [head, fill, tail] = vector.made?.text ?? ['', '', '']
    const bytes = vector.made
      ? new TextEncoder().encode(head + fill.repeat(vector.made.times) + tail)
      : new Uint8Array(await readFile(new URL(vector.file, VECTORS)))
    return { ...vector, bytes }
  })
  return (await Promise.all(all)).filter(({ bytes }) => bytes.length < UPLOAD_BYTES_MAX)
}

/** This server has confirmed none of their issuers, so what would be valid elsewhere is of an unconfirmed issuer here. */
const hereOf = (verdict: string): string => (verdict === 'valid' || verdict === 'test' ? 'issuer_unverified' : verdict)
const reasonHere = ({ file, check, because }: Vector): string | undefined =>
  check === 'issuer'
    ? 'issuer-unconfirmed'
    : because === 'not-a-credential' && file.endsWith('.jwt')
      ? 'proof-suite-unknown' // a visitor who pasted a token of another kind is told so
      : because

test('every vector that is handed in has the verdict and the reason expected of every program', async () => {
  const cases = await vectors()
  assert.ok(cases.length > 140)
  for (const vector of cases) {
    const { file, says, verdict, check, because, at, recipient, bytes } = vector
    h.clock.set(at)
    const body = new FormData()
    body.set('file', new Blob([bytes]), file)
    const answer = await h.request('/v1/verifications', { method: 'POST', body })
    assert.equal(answer.status, 200, file)
    const result = (await answer.json()) as VerificationResult
    assert.equal(result.verdict, hereOf(verdict), `${file}: ${says}`)
    if (because === undefined || recipient !== undefined) continue
    const line = check ? result.checks.find((each) => each.check === check) : result.checks[0]
    assert.equal(line?.because, reasonHere(vector), `${file}: ${says}`)
  }
})

test('the hub answers every vector with a page, and none of them is green', async () => {
  for (const { file, says, at, bytes } of await vectors()) {
    h.clock.set(at)
    const body = new FormData()
    body.set('file', new Blob([bytes]), file)
    const page = await h.request('/v?lang=ko', { method: 'POST', body })
    assert.equal(page.status, bytes.length > 0 ? 200 : 422, `${file}: ${says}`)
    assert.doesNotMatch(await page.text(), /tone-ok/, `${file}: ${says}`)
  }
})
