/** Puts a credential into a JWT, and that into an EnvelopedVerifiableCredential. */
import type { JsonObject } from '@kolleges/credentials'
import type { Issuer } from './issuer-key.ts'
import { BASE_CONTEXT } from './value-rules.ts'

const ALGORITHMS = { Ed25519: 'EdDSA', 'P-256': 'ES256' } as const

/** Trusted credential. The payload is the credential alone, without claims that repeat it (VC-JOSE-COSE §3.1.1, VCDM 2.0 §4.13.1). */
export async function sealEnvelope({ algorithm, signer }: Issuer, credential: JsonObject): Promise<JsonObject> {
  const header = { alg: ALGORITHMS[algorithm], kid: signer.verificationMethod, typ: 'vc+jwt' }
  const input = `${encode(header)}.${encode(credential)}`
  const signature = Buffer.from(await signer.sign(Buffer.from(input))).toString('base64url')
  return {
    '@context': [BASE_CONTEXT],
    id: `data:application/vc+jwt,${input}.${signature}`,
    type: 'EnvelopedVerifiableCredential',
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
