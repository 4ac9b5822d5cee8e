import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sharedShapes } from '@kolleges/credentials'
import { type Awarding, openAwarding, people, tamper } from '../../test/awarding.ts'

let app: Awarding
before(async () => {
  app = await openAwarding()
})
after(() => app?.close())

const verdictOf = async (url: string): Promise<string> => {
  const response = await app.request('/v1/verifications', { json: { url } })
  return ((await response.json()) as { verdict: string }).verdict
}

const since = async (work: () => Promise<unknown>) => {
  const before = sharedShapes.counts
  await work()
  const { compiled, reference, fallbacks } = sharedShapes.counts
  return {
    compiled: compiled - before.compiled,
    others: reference + fallbacks - before.reference - before.fallbacks,
  }
}

test('our own credentials are hashed by compiled shapes, on the page and in the API', async () => {
  const batch = await app.award(people(4))
  const own = await app.credentials(`&award_batch=${batch.id}`)
  const read = async ({ id, url }: { id: string; url: string }) => {
    assert.equal((await app.request(`/c/${id}`)).status, 200)
    assert.equal(await verdictOf(url), 'valid')
  }
  for (const each of own.slice(0, 2)) await read(each)
  const { compiled, others } = await since(() => read(own[2]!))
  assert.deepEqual({ isCompiled: compiled >= 2, others }, { isCompiled: true, others: 0 })
})

test('a compiled shape finds every changed value', async () => {
  const batch = await app.award(people(1, 10))
  const { id, url } = (await app.credentials(`&award_batch=${batch.id}`))[0]!
  const text = await (await app.request(`/c/${id}.json`)).text()
  assert.equal(await verdictOf(url), 'valid')
  const { validFrom, credentialSubject } = JSON.parse(text) as {
    validFrom: string
    credentialSubject: { identifier: { identityHash: string; salt?: string }[] }
  }
  const [name, email] = credentialSubject.identifier
  for (const value of [validFrom, name!.identityHash, email!.identityHash, email!.salt!]) {
    const other = value.replace(/.$/u, (last) => (last === '1' ? '2' : '1'))
    const changed = text.replace(value, value === validFrom ? '2026-11-22T00:00:00Z' : other)
    assert.notEqual(changed, text)
    await tamper(app, id, changed)
    assert.equal(await verdictOf(url), 'tampered', value)
  }
})

test('how documents were hashed and credentials signed is among the metrics', async () => {
  const text = await (await app.request('/metrics')).text()
  assert.match(text, /^credential_documents_hashed\{way="compiled"\} [1-9]/m)
  assert.match(text, /^credentials_signed_total\{way="edition"\} [1-9]/m)
})
