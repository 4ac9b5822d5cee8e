// An issuer of the tests' own: its key, its documents, and what it signs, under any origin.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import {
  composeAssertion,
  composeClr,
  composeCredential,
  composeDidDocument,
  composeStatusList,
  didWeb,
  emptyBits,
  encodeMultikey,
  type IdentityObject,
  type JsonObject,
  parseCredential,
  prepare,
  type SignedCredential,
  type Signer,
  STATUS_LIST_ENTRIES_MIN,
  setBit,
  sign,
  signJwt,
  type UnsignedCredential,
  verificationMethodId,
} from '@kolleges/credentials'

const AT = '2026-11-01T00:00:00Z'
const LEARNER = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
const EMAIL: IdentityObject = {
  type: 'IdentityObject',
  hashed: false,
  identityHash: 'haneul@learner.example',
  identityType: 'emailAddress',
}
/** Its bit is set in the list. */
export const REVOKED_INDEX = 7

/** Ed25519 keys are made from a seed, so that transcripts are the same every day. */
export function openIssuer(origin: string) {
  const seed = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 7)])
  const privateKey = createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)
  const jwtKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const did = didWeb(origin, 'i', 'hanbit')
  const multibase = encodeMultikey('Ed25519', new Uint8Array(raw))
  const verificationMethod = verificationMethodId(did, multibase)
  const signer: Signer = { verificationMethod, sign: (bytes) => new Uint8Array(signBytes(null, bytes, privateKey)) }
  const list = `${origin}/status/1`
  const profile = { id: did, name: '한빛대학교', url: origin }
  const sealed = async (unsigned: UnsignedCredential): Promise<SignedCredential> =>
    sign(await prepare(unsigned, { verificationMethod, created: AT }), signer)

  const unsigned = (index: number): UnsignedCredential =>
    composeCredential({
      id: `${origin}/c/${index}`,
      issuer: profile,
      validFrom: AT,
      recipient: { id: LEARNER, name: '김하늘', identifiers: [EMAIL] },
      achievement: {
        id: `${origin}/b/1`,
        name: 'AI 데이터 기초',
        description: '자료를 모으고 다듬어 말하게 합니다.',
        criteria: { narrative: '과제 세 건' },
      },
      status: { listUrl: list, index },
    })

  const statusList = async (): Promise<SignedCredential> => {
    const bits = emptyBits(STATUS_LIST_ENTRIES_MIN)
    setBit(bits, REVOKED_INDEX, true)
    return sealed(composeStatusList({ id: list, issuer: did, purpose: 'revocation', bits, validFrom: AT }))
  }

  /** Names the key for JWTs beside the one for proofs. */
  const didDocument = (): JsonObject => {
    const document = composeDidDocument({ did, keys: [{ publicKeyMultibase: multibase }] })
    const publicKeyJwk = jwtKeys.publicKey.export({ format: 'jwk' }) as JsonObject
    const method = { id: `${did}#jwt`, type: 'JsonWebKey', controller: did, publicKeyJwk }
    return {
      ...document,
      verificationMethod: [...(document.verificationMethod as JsonObject[]), method],
      assertionMethod: [...(document.assertionMethod as string[]), method.id],
    }
  }

  return {
    ...{ did, list, statusList, didDocument, sealed, unsigned },
    credential: (index: number) => sealed(unsigned(index)),
    jwt: (index: number) =>
      signJwt(unsigned(index), {
        algorithm: 'ES256',
        keyId: `${did}#jwt`,
        sign: (bytes) =>
          new Uint8Array(signBytes('sha256', bytes, { key: jwtKeys.privateKey, dsaEncoding: 'ieee-p1363' })),
      }),
    transcript: async (indexes: readonly number[]) => {
      const credentials = []
      for (const index of indexes) credentials.push(await sealed(unsigned(index)))
      return sealed(
        composeClr({
          id: `${origin}/c/whole`,
          issuer: profile,
          validFrom: AT,
          name: '빅데이터 마이크로디그리',
          recipient: { id: LEARNER },
          credentials,
        }),
      )
    },
    /** The three documents of the Open Badges 2.0 edition. */
    assertion: () => {
      const parsed = parseCredential(unsigned(1))
      if (parsed.outcome === 'refused') throw new Error('the credential of the tests cannot be read')
      return composeAssertion({
        credential: parsed.credential,
        assertionUrl: `${origin}/ob2/assertion.json`,
        achievementUrl: `${origin}/ob2/achievement.json`,
        issuerUrl: `${origin}/ob2/issuer.json`,
        imageUrl: `${origin}/ob2/badge.png`,
        issuerEmail: 'badges@hanbit.example',
        issuerHomepage: origin,
      })!
    },
  }
}
