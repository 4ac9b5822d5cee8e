// Makes what the vectors of vectors/verification consist of: issuers, lists, credentials whole and spoiled.

import { gzipSync } from 'node:zlib'
import { encodeBase64url } from '../src/encoding/base64url.ts'
import {
  composeClr,
  composeCredential,
  composeEndorsement,
  composeStatusList,
  credentialText,
  type Json,
  type JsonObject,
  prepare,
  secureDocument,
  sign,
  withBit,
} from '../src/index.ts'
import { anIssuer, aSigned, fullParts, hanbit, LIST_URL, NOON, nodePrimitives, signed, someParts } from './fixtures.ts'
import { textChunk } from './pictures.ts'

export const other = anIssuer('other')
export const trial = anIssuer('trial')
export const stranger = anIssuer('stranger')
export const list = (name: string): string => `https://badges.hanbit.example/status/${name}`

export const proofOptions = { verificationMethod: hanbit.verificationMethod, created: NOON, primitives: nodePrimitives }
export const signJson = async (unsigned: JsonObject): Promise<JsonObject> =>
  sign(await prepare(unsigned, proofOptions), hanbit.signer)
export const listed = (name: string) => someParts({ status: { listUrl: list(name), index: 4_711 } })

const listOf = (name: string, change: object): JsonObject =>
  composeStatusList({
    id: list(name),
    issuer: hanbit.did,
    purpose: 'revocation',
    bits: withBit(new Uint8Array(16_384), 4_711, true),
    validFrom: NOON,
    ...change,
  })

export async function statusList(name: string, change: object = {}, encoded?: string): Promise<Json> {
  const unsigned = listOf(name, change)
  const subject = { ...(unsigned.credentialSubject as JsonObject), ...(encoded ? { encodedList: encoded } : {}) }
  return signJson({ ...unsigned, credentialSubject: subject })
}

export const packed = (bytes: Uint8Array): string => `u${encodeBase64url(bytes)}`
export const empty = gzipSync(new Uint8Array(16_384))

// A packed list whose last four bytes tell another length than it has.
function ofAnotherLength(): string {
  const bytes = Buffer.from(empty)
  bytes.writeUInt32LE(16_383, bytes.length - 4)
  return packed(bytes)
}

export const statusLists: Record<string, Json> = {
  [LIST_URL]: await statusList('1', { bits: new Uint8Array(16_384) }),
  [list('revoked')]: await statusList('revoked'),
  [list('suspended')]: await statusList('suspended', { purpose: 'suspension' }),
  [list('two-members')]: await statusList('two-members', {}, packed(Buffer.concat([empty, empty]))),
  [list('short')]: await statusList('short', {}, packed(gzipSync(new Uint8Array(1_000)))),
  [list('bomb')]: await statusList('bomb', {}, packed(gzipSync(new Uint8Array(64 * 1_048_576)))),
  [list('expired')]: await statusList('expired', { validUntil: NOON }),
  [list('wrong-length')]: await statusList('wrong-length', {}, ofAnotherLength()),
  [list('other-issuer')]: await signed(listOf('other-issuer', { issuer: other.did }), other),
  [list('unsealed')]: { ...((await statusList('unsealed')) as JsonObject), validUntil: '2030-01-01T00:00:00Z' },
  [list('not-a-list')]: await aSigned(),
  [list('fashion')]: await statusList('fashion', { purpose: 'fashion' }),
  [list('message')]: await statusList('message', { purpose: 'message' }),
  [list('older')]: {
    id: list('older'),
    issuer: hanbit.did,
    revokedCredential: [{ id: someParts().id, revocationReason: '착오' }],
  },
}

/** A credential with this in the place of its status entry. */
export async function withEntry(make: (entry: JsonObject) => JsonObject): Promise<string> {
  const unsigned = structuredClone(composeCredential(someParts())) as JsonObject
  unsigned.credentialStatus = make(unsigned.credentialStatus as JsonObject)
  return credentialText(await signed(unsigned))
}

export const text = credentialText(await aSigned())
export const full = credentialText(await aSigned(fullParts()))
export const changed = (change: (credential: JsonObject, proof: JsonObject) => void): string => {
  const copy = JSON.parse(text) as JsonObject
  change(copy, (copy.proof as JsonObject[])[0]!)
  return JSON.stringify(copy)
}
export const of = async (issuer: typeof hanbit): Promise<string> =>
  credentialText(await aSigned(someParts({ issuer: { id: issuer.did }, status: undefined }), issuer))
export const olderModel = async (version: string): Promise<string> => {
  const { validFrom, ...rest } = composeCredential(someParts({ status: undefined, schema: false })) as JsonObject
  return JSON.stringify(
    await signJson({ ...rest, '@context': contexts('2018/credentials/v1', version), issuanceDate: validFrom! }),
  )
}
export const olderContext = async (version: string): Promise<JsonObject> => {
  const unsigned = composeCredential(someParts({ status: undefined, schema: false })) as JsonObject
  return signJson({ ...unsigned, '@context': contexts('ns/credentials/v2', version) })
}
export const contexts = (dataModel: string, version: string): string[] => [
  `https://www.w3.org/${dataModel}`,
  `https://purl.imsglobal.org/spec/ob/v3p0/context${version}.json`,
  'https://w3id.org/security/data-integrity/v2',
]
export const part = async (name: string, list: string): Promise<JsonObject> =>
  aSigned(
    someParts({
      id: `https://badges.hanbit.example/c/${name}`,
      achievement: { ...someParts().achievement, id: `https://badges.hanbit.example/b/${name}`, name },
      status: { listUrl: list, index: 4_711 },
    }),
  )
export const transcript = async (list: string): Promise<JsonObject> =>
  signJson(
    composeClr({
      id: 'urn:uuid:77c5f1d0-8f3a-4b22-9a55-0a6f9c1f7b01',
      name: '데이터사이언스 마이크로디그리',
      issuer: { id: hanbit.did, name: '한빛대학교' },
      validFrom: NOON,
      recipient: { name: '김하늘' },
      credentials: [await part('data', LIST_URL), await part('model', list)],
      associations: [
        {
          associationType: 'precedes',
          sourceId: 'https://badges.hanbit.example/b/data',
          targetId: 'https://badges.hanbit.example/b/model',
        },
      ],
    }),
  )
export const word = await (async () => {
  const unsigned = composeEndorsement({
    id: 'urn:uuid:0d2a0a53-5b6f-4b1b-8b43-6d1f0d3a6a11',
    name: '현업 추천',
    issuer: { id: other.did },
    validFrom: NOON,
    subjectId: someParts().achievement.id,
  })
  const prepared = await prepare(unsigned, { ...proofOptions, verificationMethod: other.verificationMethod })
  return sign(prepared, other.signer)
})()
export const together = await secureDocument(JSON.parse(text), other.signer, {
  created: NOON,
  primitives: nodePrimitives,
})
export const [ownSeal, otherSeal] = together.proof as [JsonObject, JsonObject]
export const jsonChunk = textChunk('openbadgecredential', text)
