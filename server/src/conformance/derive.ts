/** Shows a part of a credential that was signed statement by statement, as its holder would. */
import { disclose, type Json, type JsonObject } from '@kolleges/credentials'
import { nodePrimitives } from '../platform/primitives.ts'
import { credentialFaults } from './credential-rules.ts'
import { type Refusal, refusal, refusalOf } from './refusal.ts'
import { isObject } from './value-rules.ts'

export type Derived = { readonly outcome: 'derived'; readonly credential: JsonObject } | Refusal

/** Untrusted credential with its base proof, which is not verified here: what is shown of it is verified by whoever is shown it. */
export async function deriveCredential(credential: Json, pointers: readonly string[]): Promise<Derived> {
  const broken = credentialFaults(credential)
  if (broken.length > 0 || !isObject(credential)) return refusal(...broken)
  try {
    return { outcome: 'derived', credential: await disclose(credential, pointers, nodePrimitives) }
  } catch (error) {
    return refusalOf(error)
  }
}
