// Lets every other verifier we could get judge what we make, and judges what they make: whole, altered and revoked, by each path.

import assert from 'node:assert/strict'
import { generateKeyPairSync, sign as signBytes } from 'node:crypto'
import test from 'node:test'
import * as rival from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite as rivalSuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as rivalVc from '@digitalbazaar/vc'
import * as rivalStatus from '@digitalbazaar/vc-bitstring-status-list'
import * as wallet from '@digitalcredentials/data-integrity'
import { cryptosuite as walletSuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite'
import * as walletVc from '@digitalcredentials/vc'
import * as walletStatus from '@digitalcredentials/vc-bitstring-status-list'
import { importJWK, jwtVerify } from 'jose'
import { decodeSync, encodeSync } from 'png-chunk-itxt'
import chunksOf from 'png-chunks-extract'
import { SaxesParser } from 'saxes'
import { anIssuer, aSigned, confirmed, fullParts, hanbit, LIST_URL, NOON, nodePrimitives } from '../test/fixtures.ts'
import { aPng, aSvg, idat, iend, ihdr, pngChunk, pngOf } from '../test/pictures.ts'
import { encodeBase58 } from './encoding/base58.ts'
import {
  bake,
  composeClr,
  composeCredential,
  composeStatusList,
  credentialText,
  emptyBits,
  type Json,
  type JsonObject,
  loadContext,
  type Material,
  prepare,
  readInput,
  secureDocument,
  sign,
  signJwt,
  type Verdict,
  verify,
  withBit,
} from './index.ts'

const INDEX = 4_711
const options = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }

const ourList = async (isRevoked: boolean): Promise<Json> => {
  const bits = withBit(emptyBits(), INDEX, isRevoked)
  const list = { id: LIST_URL, issuer: hanbit.did, purpose: 'revocation' as const, bits, validFrom: NOON }
  return sign(await prepare(composeStatusList(list), options), hanbit.signer)
}
const lists = { valid: await ourList(false), revoked: await ourList(true) }
type Standing = keyof typeof lists

const method = {
  id: hanbit.verificationMethod,
  type: 'Multikey',
  controller: hanbit.did,
  publicKeyMultibase: hanbit.multibase,
}
const loaderWith = (list: Json) => {
  const served = new Map<string, unknown>([
    [LIST_URL, list],
    [hanbit.did, hanbit.document],
    [hanbit.verificationMethod, { '@context': 'https://w3id.org/security/multikey/v1', ...method }],
  ])
  return async (url: string) => {
    const document = served.get(url)
    return document ? { contextUrl: null, documentUrl: url, document } : loadContext(url)
  }
}

interface Verifier {
  readonly name: string
  accepts(credential: JsonObject, list: Json): Promise<boolean>
  issue(unsigned: JsonObject): Promise<JsonObject>
  /** A signed list of their making. */
  list(isRevoked: boolean): Promise<JsonObject>
}

const secretKeyMultibase = `z${encodeBase58(new Uint8Array([0x80, 0x26, ...hanbit.seed]))}`
const signer = (await Ed25519Multikey.from({ ...method, secretKeyMultibase })).signer()

const VERIFIERS: readonly Verifier[] = [
  {
    name: '@digitalbazaar/vc',
    async accepts(credential, list) {
      const documentLoader = loaderWith(list)
      const suite = new rival.DataIntegrityProof({ cryptosuite: rivalSuite })
      const result = await rivalVc.verifyCredential({
        credential,
        suite,
        documentLoader,
        now: NOON,
        // Its own answer is `verified` for a revoked credential too: what counts is the status of each entry.
        async checkStatus(asked) {
          const status = await rivalStatus.checkStatus({
            ...(asked as { credential: object }),
            suite,
            documentLoader,
            verifyBitstringStatusListCredential: true,
          })
          return { verified: status.verified && !status.results.some((entry) => entry.status) }
        },
      })
      return result.verified
    },
    issue: (credential) =>
      rivalVc.issue({
        credential,
        suite: new rival.DataIntegrityProof({ signer, date: NOON, cryptosuite: rivalSuite }),
        documentLoader: loaderWith(null),
      }),
    async list(isRevoked) {
      const list = await rivalStatus.createList({ length: 131_072 })
      list.setStatus(INDEX, isRevoked)
      const composed = await rivalStatus.createCredential({ id: LIST_URL, list, statusPurpose: 'revocation' })
      return this.issue({ ...composed, issuer: hanbit.did } as JsonObject)
    },
  },
  {
    name: '@digitalcredentials/vc',
    async accepts(credential, list) {
      const documentLoader = loaderWith(list)
      const suite = new wallet.DataIntegrityProof({ cryptosuite: walletSuite })
      const checkStatus = (asked: object) =>
        walletStatus.checkStatus({
          ...(asked as { credential: object }),
          suite,
          documentLoader,
          verifyBitstringStatusListCredential: true,
        })
      return (await walletVc.verifyCredential({ credential, suite, documentLoader, now: NOON, checkStatus })).verified
    },
    issue: (credential) =>
      walletVc.issue({
        credential,
        suite: new wallet.DataIntegrityProof({ signer, date: NOON, cryptosuite: walletSuite }),
        documentLoader: loaderWith(null),
      }),
    async list(isRevoked) {
      const list = await walletStatus.createList({ length: 131_072 })
      list.setStatus(INDEX, isRevoked)
      const composed = await walletStatus.createCredential({ id: LIST_URL, list, statusPurpose: 'revocation' })
      return this.issue({ ...composed, issuer: hanbit.did } as JsonObject)
    },
  },
]

const textIn = (picture: Uint8Array): string => {
  const [baked, ...more] = chunksOf(picture)
    .filter(({ name }) => name === 'iTXt')
    .map(({ data }) => decodeSync(data))
  assert.equal(more.length, 0)
  const { text, ...form } = baked!
  assert.deepEqual(form, {
    keyword: 'openbadgecredential',
    compressionFlag: false,
    compressionMethod: 0,
    languageTag: '',
    translatedKeyword: '',
  })
  return text
}

/** As an XML reader with namespaces finds it: the body of the one carrier, or what stands in `verify`. */
function carriedBy(svg: Uint8Array): string {
  const found: string[] = []
  let text: string | null = null
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (uri !== 'https://purl.imsglobal.org/ob/v3p0' || local !== 'credential') return
    text = attributes.verify?.value ?? ''
  })
  parser.on('cdata', (data) => {
    if (text !== null) text += data
  })
  parser.on('closetag', ({ local }) => {
    if (local === 'credential' && text !== null) found.push(text)
    text = null
  })
  parser.write(Buffer.from(svg).toString('utf8')).close()
  assert.equal(found.length, 1)
  return found[0]!
}

const signed = await aSigned(fullParts())
const text = credentialText(signed)
const bytesOf = (value: string): Uint8Array => new TextEncoder().encode(value)

/** The ways in which a credential reaches somebody else, each read by a reader that is not ours. */
const PATHS: Readonly<Record<string, () => string>> = {
  'as JSON': () => text,
  'baked into a PNG': () => textIn(bake(aPng, 'image/png', text)),
  'baked into an SVG': () => carriedBy(bake(aSvg, 'image/svg+xml', text)),
}

for (const { name, accepts } of VERIFIERS)
  for (const [path, read] of Object.entries(PATHS)) {
    test(`${name} accepts our credential ${path}`, async () => {
      assert.equal(await accepts(JSON.parse(read()) as JsonObject, lists.valid), true)
    })

    test(`${name} refuses it ${path} once it is revoked`, async () => {
      assert.equal(await accepts(JSON.parse(read()) as JsonObject, lists.revoked), false)
    })

    test(`${name} refuses it ${path} with one letter changed`, async () => {
      const altered = JSON.parse(read().replace('김하늘', '김하눌')) as JsonObject
      assert.equal(await accepts(altered, lists.valid), false)
    })
  }

const materialWith = (list: Json): Material => ({
  issuers: new Map([[hanbit.did, { document: hanbit.document }]]),
  statusLists: new Map([[LIST_URL, { credential: list }]]),
  trust: confirmed(hanbit),
})
const verdictOf = async (input: Json, list: Json): Promise<Verdict> =>
  (await verify(input, materialWith(list), { at: NOON, primitives: nodePrimitives })).verdict

for (const { name, issue, list: _, ...verifier } of VERIFIERS) {
  const theirs = VERIFIERS.find((each) => each.name === name)!
  test(`we accept what ${name} issues, with a list of its making, and refuse it once revoked`, async () => {
    const credential = await issue(structuredClone(composeCredential(fullParts())) as JsonObject)
    assert.equal(await verdictOf(credential, await theirs.list(false)), 'valid')
    assert.equal(await verdictOf(credential, await theirs.list(true)), 'revoked')
    assert.equal(await verdictOf({ ...credential, name: 'x' }, await theirs.list(false)), 'tampered')
    assert.equal(await verifier.accepts(credential, lists.revoked), false)
  })
}

const readByUs = (bytes: Uint8Array): Json => {
  const input = readInput(bytes)
  assert.equal(input.outcome, 'read')
  return input.outcome !== 'read' ? null : input.form === 'json' ? input.value : input.text
}

const transcript = async (): Promise<Json> => {
  const clr = composeClr({
    id: 'https://badges.hanbit.example/c/transcript',
    name: '이수 내역',
    issuer: { id: hanbit.did, name: '한빛대학교' },
    validFrom: NOON,
    recipient: { name: '김하늘' },
    credentials: [signed],
  })
  return sign(await prepare(clr, options), hanbit.signer)
}

const OUR_PATHS: Readonly<Record<string, () => Json | Promise<Json>>> = {
  'as JSON': () => readByUs(bytesOf(text)),
  'in a PNG that another program baked': () =>
    readByUs(
      pngOf(
        ihdr,
        idat,
        pngChunk(
          'iTXt',
          encodeSync({
            keyword: 'openbadgecredential',
            compressionFlag: false,
            compressionMethod: 0,
            languageTag: '',
            translatedKeyword: '',
            text,
          }),
        ),
        iend,
      ),
    ),
  'in our PNG': () => readByUs(bake(aPng, 'image/png', text)),
  'in our SVG': () => readByUs(bake(aSvg, 'image/svg+xml', text)),
  'as a part of a transcript': transcript,
}

for (const [path, read] of Object.entries(OUR_PATHS))
  for (const standing of Object.keys(lists) as Standing[])
    test(`a credential ${path} is ${standing} here`, async () => {
      assert.equal(await verdictOf(await read(), lists[standing]), standing)
    })

test('a JWT is accepted by jose, its status read by the others, and refused here once revoked', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const keyId = `${hanbit.did}#es256`
  const publicKeyJwk = publicKey.export({ format: 'jwk' }) as JsonObject
  const jwt = await signJwt(composeCredential(fullParts()), {
    algorithm: 'ES256',
    keyId,
    sign: (bytes) => new Uint8Array(signBytes('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  })
  const { payload } = await jwtVerify(jwt, await importJWK(publicKeyJwk, 'ES256'), { currentDate: new Date(NOON) })
  const base = hanbit.document as JsonObject
  const document = {
    ...base,
    verificationMethod: [
      ...(base.verificationMethod as JsonObject[]),
      { id: keyId, type: 'JsonWebKey', controller: hanbit.did, publicKeyJwk },
    ],
    assertionMethod: [...(base.assertionMethod as string[]), keyId],
  }
  for (const standing of Object.keys(lists) as Standing[]) {
    const documentLoader = loaderWith(lists[standing])
    const asked = { credential: payload, documentLoader, verifyBitstringStatusListCredential: true }
    const suite = new rival.DataIntegrityProof({ cryptosuite: rivalSuite })
    const walletsSuite = new wallet.DataIntegrityProof({ cryptosuite: walletSuite })
    assert.equal((await rivalStatus.checkStatus({ ...asked, suite })).results[0]?.status, standing === 'revoked')
    assert.equal((await walletStatus.checkStatus({ ...asked, suite: walletsSuite })).verified, standing === 'valid')
    const material = { ...materialWith(lists[standing]), issuers: new Map([[hanbit.did, { document }]]) }
    assert.equal((await verify(jwt, material, { at: NOON })).verdict, standing)
  }
})

test('of two institutions’ proofs each is accepted by the others on its own', async () => {
  const partner = anIssuer('partner')
  const both = await secureDocument(signed, partner.signer, { created: NOON, primitives: nodePrimitives })
  for (const { accepts } of VERIFIERS) {
    const proofs = both.proof as JsonObject[]
    assert.equal(proofs.length, 2)
    assert.equal(await accepts({ ...both, proof: [proofs[0]!] }, lists.valid), true)
  }
})
