import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { VerificationResult } from '@kolleges/api'
import { documentUrl } from '@kolleges/credentials'
import { type Harness, harness } from '../../test/harness.ts'
import { document } from '../../test/stranger.ts'

const VECTORS = new URL('../../../vectors/verification/', import.meta.url)
type Vector = { readonly file: string; readonly says: string; readonly verdict: string; readonly at: string }
const json = async (name: string) => JSON.parse(await readFile(new URL(name, VECTORS), 'utf8'))

let h: Harness
before(async () => {
  h = await harness()
  const { issuers, statusLists } = await json('material.json')
  for (const [id, each] of Object.entries(issuers)) h.web.set(documentUrl(id)!, document(JSON.stringify(each)))
  for (const [url, each] of Object.entries(statusLists)) h.web.set(url, document(JSON.stringify(each)))
})
after(() => h.close())

/** This server has confirmed none of their issuers, so what would be valid elsewhere is of an unconfirmed issuer here. */
const hereOf = (verdict: string): string => (verdict === 'valid' || verdict === 'test' ? 'issuer_unverified' : verdict)

test('every vector that is handed in has the verdict expected of every program', async () => {
  const cases: Vector[] = await json('cases.json')
  assert.ok(cases.length > 40)
  for (const { file, says, verdict, at } of cases) {
    h.clock.set(at)
    const body = new FormData()
    body.set('file', new Blob([await readFile(new URL(file, VECTORS))]), file)
    const answer = await h.request('/v1/verifications', { method: 'POST', body })
    assert.equal(answer.status, 200, file)
    assert.equal(((await answer.json()) as VerificationResult).verdict, hereOf(verdict), `${file}: ${says}`)
  }
})

test('the hub answers every vector with a page, and none of them is green', async () => {
  const cases: Vector[] = await json('cases.json')
  for (const { file, says, at } of cases) {
    h.clock.set(at)
    const body = new FormData()
    const bytes = await readFile(new URL(file, VECTORS))
    body.set('file', new Blob([bytes]), file)
    const page = await h.request('/v?lang=ko', { method: 'POST', body })
    assert.equal(page.status, bytes.length > 0 ? 200 : 422, `${file}: ${says}`)
    assert.doesNotMatch(await page.text(), /tone-ok/, `${file}: ${says}`)
  }
})
