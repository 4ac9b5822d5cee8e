import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { VerificationResult } from '@kolleges/api'
import { composeAssertion, composeCredential, documentUrl, parseCredential } from '@kolleges/credentials'
import { type Harness, harness } from '../../test/harness.ts'
import { document, STRANGER, stranger } from '../../test/stranger.ts'

const VECTORS = new URL('../../../vectors/verification/', import.meta.url)
const vector = (name: string) => readFile(new URL(name, VECTORS))

let h: Harness
before(async () => {
  h = await harness({ now: '2026-11-23T03:00:00Z' })
  const { issuers, statusLists } = JSON.parse(await readFile(new URL('material.json', VECTORS), 'utf8'))
  for (const [id, each] of Object.entries(issuers)) h.web.set(documentUrl(id)!, document(JSON.stringify(each)))
  for (const [url, each] of Object.entries(statusLists)) h.web.set(url, document(JSON.stringify(each)))
})
after(() => h.close())

const form = (bytes: Uint8Array): FormData => {
  const body = new FormData()
  body.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'badge')
  return body
}
const asked = async (bytes: Uint8Array) =>
  (await (await h.request('/v1/verifications', { method: 'POST', body: form(bytes) })).json()) as VerificationResult
const shown = async (bytes: Uint8Array, language = 'ko') =>
  (await h.request(`/v?lang=${language}`, { method: 'POST', body: form(bytes) })).text()
const textOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

test('the parts of a transcript are listed, each with its own verdict', async () => {
  const result = await asked(await vector('clr-revoked.json'))
  assert.equal(result.verdict, 'revoked')
  assert.ok(result.inner?.some(({ relation, verdict }) => relation === 'part' && verdict === 'revoked'))
  assert.ok(result.inner?.every(({ path }) => path.startsWith('/credentialSubject/verifiableCredential')))
  const page = await shown(await vector('clr-revoked.json'))
  assert.match(page, /담긴 증명: /)
  assert.match(page, /담긴 증명 ‘[^’]+’의 상태입니다/)
  assert.doesNotMatch(page, /한빛대학교가 취소했습니다/)
  assert.match(await shown(await vector('clr-revoked.json'), 'en'), /Part: /)
})

test('institutions that signed together are each told by themselves', async () => {
  const { proofs, agreement } = await asked(await vector('co-signed.json'))
  assert.equal(agreement, 'all')
  assert.deepEqual(
    proofs?.map(({ controller, outcome }) => `${controller.split(':').at(-1)} ${outcome}`),
    ['hanbit passed', 'other passed'],
  )
  const page = await shown(await vector('co-signed.json'))
  assert.match(page, /서명 2개/)
  assert.match(page, /모든 서명이 맞습니다/)
  for (const name of ['hanbit', 'other']) assert.match(page, new RegExp(`did:web:badges\\.hanbit\\.example:i:${name}<`))
  assert.match(await shown(await vector('co-signed-broken.json'), 'en'), /Some of the signatures hold/)
  assert.doesNotMatch(await shown(await vector('valid.json')), /서명 \d+개/)
})

test('a newer edition is fetched once and judged in place of the one at hand', async () => {
  const other = stranger()
  await other.publish(h.web)
  const url = `${STRANGER}/refresh/1`
  const original = await other.issue({ refreshUrl: url })
  const judged = async () => {
    const { checks, credential } = await asked(new TextEncoder().encode(original))
    const { name } = credential as { name?: string }
    return [checks.find(({ check }) => check === 'refresh')?.because, name]
  }
  assert.deepEqual(await judged(), ['refresh-unreachable', '바다 생물 관찰'])
  h.web.set(url, document(await other.issue({ refreshUrl: url, name: '고친 이름' })))
  assert.deepEqual(await judged(), ['refreshed', '고친 이름'])
  h.web.set(url, document('{"a":1}'))
  assert.deepEqual(await judged(), ['refresh-refused', '바다 생물 관찰'])
  assert.match(await shown(new TextEncoder().encode(original)), /최신 증명/)
})

test('a PDF is read by the credential attached to it; one without says so', async () => {
  const credential = await vector('valid.json')
  assert.equal((await asked(pdfOf(credential))).verdict, 'issuer_unverified')
  const altered = Buffer.from(credential.toString('utf8').replace('김하늘', '김바다'))
  assert.equal((await asked(pdfOf(altered))).verdict, 'tampered')
  const bare = await asked(Buffer.from('%PDF-1.7\n%%EOF'))
  assert.deepEqual([bare.verdict, bare.checks[0]?.because], ['unreadable', 'pdf-without-credential'])
  assert.match(await shown(Buffer.from('%PDF-1.7\n%%EOF')), /PDF에 증명이 첨부되어 있지 않습니다/)
})

const address = (name: string) => `${STRANGER}/ob2/${name}.json`

/** The Open Badges 2.0 edition of a credential, hosted by the stranger. */
function hosted() {
  const parsed = parseCredential(
    composeCredential({
      id: `${STRANGER}/credentials/1`,
      issuer: { id: 'did:web:badges.elsewhere.example', name: '먼나라대학교' },
      validFrom: '2026-11-01T00:00:00Z',
      recipient: {
        identifiers: [
          {
            type: 'IdentityObject',
            hashed: false,
            identityHash: 'jiwoo@learner.example',
            identityType: 'emailAddress',
          },
        ],
      },
      achievement: {
        id: `${STRANGER}/achievements/1`,
        name: '바다 생물 관찰',
        description: '갯벌',
        criteria: { narrative: '열 편' },
      },
    }),
  )
  assert.equal(parsed.outcome, 'parsed')
  return composeAssertion({
    credential: parsed.outcome === 'parsed' ? parsed.credential : assert.fail(),
    ...{ assertionUrl: address('assertion'), achievementUrl: address('achievement'), issuerUrl: address('issuer') },
    ...{ imageUrl: `${STRANGER}/badge.png`, issuerEmail: 'badges@elsewhere.example', issuerHomepage: STRANGER },
  })!
}

test('an assertion of Open Badges 2.0 is judged by its hosted copy', async () => {
  const { assertion, achievement, issuer } = hosted()
  assert.equal((await asked(textOf(assertion))).verdict, 'status_unknown')
  h.web.set(address('assertion'), document(JSON.stringify(assertion)))
  h.web.set(address('achievement'), document(JSON.stringify(achievement)))
  h.web.set(address('issuer'), document(JSON.stringify(issuer)))
  assert.equal((await asked(textOf(assertion))).verdict, 'issuer_unverified')
  assert.match(await shown(textOf(assertion)), /바다 생물 관찰/)
  const altered = { ...assertion, issuedOn: '2020-01-01T00:00:00Z' }
  assert.equal((await asked(textOf(altered))).verdict, 'tampered')
  h.web.set(address('assertion'), { ...document('{"revoked":true}'), status: 410 })
  assert.equal((await asked(textOf(assertion))).verdict, 'revoked')
})

/** The least that is a PDF with an attachment. */
const pdfOf = (attachment: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Filespec /F (credential.json) /EF << /F 2 0 R >> >>\nendobj\n'),
    Buffer.from(`2 0 obj\n<< /Type /EmbeddedFile /Length ${attachment.length} >>\nstream\n`),
    Buffer.from(attachment),
    Buffer.from('\nendstream\nendobj\n%%EOF'),
  ])
