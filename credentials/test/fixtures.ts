// Makes issuers, credentials and material for the tests, the same on every run.

import {
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'
import {
  type CredentialParts,
  composeCredential,
  composeDidDocument,
  didWeb,
  encodeMultikey,
  hashIdentity,
  type IssuerTrust,
  type Json,
  type Material,
  type Primitives,
  prepare,
  type SignedCredential,
  type Signer,
  type StatusListMaterial,
  sign,
  type UnsignedCredential,
  verificationMethodId,
} from '../src/index.ts'

export const NOON = '2026-11-23T03:00:00Z'
export const LATER = '2026-11-24T03:00:00Z'
export const LIST_URL = 'https://badges.hanbit.example/status/1'

const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const P256_SPKI = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex')
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export interface Issuer {
  readonly did: string
  readonly multibase: string
  readonly verificationMethod: string
  readonly signer: Signer
  readonly document: Json
  readonly privateKey: KeyObject
  readonly seed: Buffer
}

/** An institution whose key is made from its name: never use such a key for anything but a test. */
export function anIssuer(name: string, did = didWeb('https://badges.hanbit.example', 'i', name)): Issuer {
  const seed = hash('sha256', `kolleges test key ${name}`, 'buffer')
  const privateKey = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(ED25519_SPKI.length)
  const multibase = encodeMultikey('Ed25519', new Uint8Array(raw))
  const verificationMethod = verificationMethodId(did, multibase)
  return {
    did,
    multibase,
    verificationMethod,
    signer: { verificationMethod, sign: (bytes) => new Uint8Array(signBytes(null, bytes, privateKey)) },
    document: composeDidDocument({ did, keys: [{ publicKeyMultibase: multibase }] }),
    privateKey,
    seed,
  }
}

/** The same operations by node:crypto, synchronous. */
export const nodePrimitives: Primitives = {
  sha256: (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer')),
  verify(algorithm, publicKey, data, signature) {
    const spki = Buffer.concat([algorithm === 'Ed25519' ? ED25519_SPKI : P256_SPKI, publicKey])
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    return algorithm === 'Ed25519'
      ? verifyBytes(null, data, key, signature)
      : verifyBytes('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
  },
  verifyRsa: (publicKey, data, signature) =>
    verifyBytes(
      'sha256',
      data,
      createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
      signature,
    ),
}

export const hanbit = anIssuer('hanbit')

export const emailIdentity = await hashIdentity(
  { identity: 'haneul@example.com', salt: 'a-salt-of-sixteen' },
  nodePrimitives,
)

export function someParts(change: Partial<CredentialParts> = {}): CredentialParts {
  return {
    id: 'https://badges.hanbit.example/c/5f0c2b7e9a1d4c3e8b6f7a2d1c0e9f8b',
    issuer: { id: hanbit.did, name: '한빛대학교', url: 'https://hanbit.example', email: 'badge@hanbit.example' },
    validFrom: NOON,
    recipient: { name: '김하늘', identifiers: [emailIdentity] },
    achievement: {
      id: 'https://badges.hanbit.example/b/ai-basic/v1',
      name: 'AI 데이터 기초',
      description: '데이터를 모으고 다듬어 첫 모형을 만듭니다.',
      criteria: { narrative: '12주 과정과 기말 과제를 마친 사람에게 수여합니다.' },
      achievementType: 'MicroCredential',
    },
    status: { listUrl: LIST_URL, index: 4_711 },
    ...change,
  }
}

/** Every optional part there is. */
export function fullParts(change: Partial<CredentialParts> = {}): CredentialParts {
  const plain = someParts()
  return {
    ...plain,
    validUntil: '2029-11-23T03:00:00Z',
    awardedDate: '2026-11-01T00:00:00+09:00',
    description: '마이크로디그리 첫 단계',
    image: { id: 'https://badges.hanbit.example/b/ai-basic.png', caption: 'AI 데이터 기초 배지' },
    licenseNumber: '제 2026-001호',
    narrative: '팀 과제에서 **자료 정제**를 맡았습니다.',
    role: '팀장',
    term: '2026-2',
    creditsEarned: 3,
    activityStartDate: '2026-09-01T00:00:00Z',
    activityEndDate: '2026-11-20T00:00:00Z',
    source: { id: 'https://partner.example/', name: 'Partner Lab' },
    achievement: {
      ...plain.achievement,
      inLanguage: 'ko',
      version: '1',
      creditsAvailable: 3,
      fieldOfStudy: 'Data Science',
      specialization: 'Data preparation',
      humanCode: 'AI101',
      tag: ['데이터 전처리', 'Python'],
      image: { id: 'https://badges.hanbit.example/b/ai-basic.png' },
      creator: { id: hanbit.did, name: '한빛대학교' },
      alignment: [
        {
          targetName: 'Data mining',
          targetUrl: 'http://data.europa.eu/esco/skill/1',
          targetFramework: 'ESCO',
          targetType: 'CTDL',
        },
        {
          targetName: '데이터 수집',
          targetUrl: 'https://www.ncs.go.kr/2001',
          targetCode: '2001010501',
          targetDescription: 'NCS',
        },
      ],
      related: [{ id: 'https://badges.hanbit.example/b/ai-basic-en/v1', inLanguage: 'en', version: '1' }],
      otherIdentifier: [{ identifier: 'AI-101', identifierType: 'systemId' }],
      resultDescription: [
        {
          id: 'urn:uuid:7a7f4e1c-0f45-4c07-9f2e-3f29aef2f4f1',
          name: '성적',
          resultType: 'LetterGrade',
          allowedValue: ['C', 'B', 'A'],
          requiredValue: 'B',
        },
        {
          id: 'urn:uuid:2c0a9f8e-5c59-44c6-8d9a-1b7b1c7b3a11',
          name: '과제',
          resultType: 'Percent',
          valueMin: '0',
          valueMax: '100',
        },
      ],
    },
    results: [
      { resultDescription: 'urn:uuid:7a7f4e1c-0f45-4c07-9f2e-3f29aef2f4f1', value: 'A' },
      { resultDescription: 'urn:uuid:2c0a9f8e-5c59-44c6-8d9a-1b7b1c7b3a11', value: '92' },
    ],
    evidence: [
      {
        id: 'https://portfolio.example/haneul/report.pdf',
        name: '기말 보고서',
        narrative: '지하철 혼잡도 예측',
        genre: 'Report',
        digest: { sha256: new Uint8Array(hash('sha256', 'report', 'buffer')), mediaType: 'application/pdf' },
      },
    ],
    ...change,
  }
}

export const aSigned = (parts: CredentialParts = someParts(), issuer: Issuer = hanbit): Promise<SignedCredential> =>
  signed(composeCredential(parts), issuer)

export async function signed(unsigned: UnsignedCredential, issuer: Issuer = hanbit): Promise<SignedCredential> {
  const options = { verificationMethod: issuer.verificationMethod, created: NOON, primitives: nodePrimitives }
  return sign(await prepare(unsigned, options), issuer.signer)
}

export const confirmed = (issuer: Issuer, change: Partial<IssuerTrust> = {}): Map<string, IssuerTrust> =>
  new Map([[issuer.did, { standing: 'confirmed', name: '한빛대학교', ...change }]])

/** Everything a credential of Hanbit needs to be valid; each test takes away what it is about. */
export function someMaterial(change: Partial<Material> = {}): Material {
  const list: StatusListMaterial = { bits: new Uint8Array(16_384), purpose: 'revocation' }
  return {
    issuers: new Map([[hanbit.did, { document: hanbit.document }]]),
    statusLists: new Map([[LIST_URL, list]]),
    trust: confirmed(hanbit),
    ...change,
  }
}
