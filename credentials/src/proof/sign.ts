// Signs a prepared credential through a signer that keeps its key to itself.

import { encodeBase58 } from '../encoding/base58.ts'
import { CredentialError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { KEYS } from './keys.ts'
import type { Prepared } from './prepare.ts'
import { SUITES } from './suites.ts'

/** The port to a key: a file, a KMS, an HSM. The private key never enters this package. */
export interface Signer {
  readonly verificationMethod: string
  sign(bytes: Uint8Array): Uint8Array | Promise<Uint8Array>
}

declare const signed: unique symbol
export type SignedCredential = JsonObject & { readonly [signed]?: true }

/** Throws for a signer of another key and for a signature of the wrong length. */
export async function sign(prepared: Prepared, signer: Signer): Promise<SignedCredential> {
  if (signer.verificationMethod !== prepared.verificationMethod)
    throw new CredentialError('signer-mismatch', {
      wanted: prepared.verificationMethod,
      found: signer.verificationMethod,
    })
  const signature = await signer.sign(prepared.bytesToSign)
  const { algorithm } = SUITES[String(prepared.proof.cryptosuite)]!
  if (signature.length !== KEYS[algorithm].signatureBytes)
    throw new CredentialError('signature-malformed', { bytes: signature.length })
  // An array, because 1EdTech's older schema demands one and every verifier takes it.
  return { ...prepared.unsigned, proof: [{ ...prepared.proof, proofValue: `z${encodeBase58(signature)}` }] }
}

/** The one text of a signed credential: stored, served and baked as it is, never written anew. */
export const credentialText = (signed: SignedCredential): string => JSON.stringify(signed)
