/** Issues a credential for a test of conformance, or says everything that is wrong with it. */
import { type Json, type JsonObject, parseCredential } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { checkRelated } from './check-related.ts'
import { credentialFaults } from './credential-rules.ts'
import { type Algorithm, type Issuer, loadIssuer } from './issuer-key.ts'
import { CREDENTIAL_ID_CHARACTERS_MAX } from './limits.ts'
import { faultsOf, type Refusal, refusal, refusalOf } from './refusal.ts'
import { type Manner, mannerFor, signDocument } from './sign.ts'
import { allotEntries, type Purpose } from './status.ts'
import { entriesOf, isObject } from './value-rules.ts'

export type IssueOptions = {
  readonly cryptosuite?: string | undefined
  readonly mandatoryPointers?: readonly string[] | undefined
  /** Asks for an EnvelopedVerifiableCredential. */
  readonly envelope?: boolean | undefined
  readonly credentialId?: string | undefined
  /** `true` and a purpose by name; several purposes make several entries. */
  readonly status?: Json | undefined
}

export type Issued = { readonly outcome: 'issued'; readonly credential: JsonObject } | Refusal

/**
 * Untrusted credential. It is issued in the name of the test issuer whatever issuer it names, since a key speaks for nobody else; a missing or
 * malformed issuer is refused all the same (VCDM 2.0 §4.7).
 */
export async function issueForTest(
  ports: Ports,
  algorithm: Algorithm,
  credential: Json,
  options: IssueOptions,
): Promise<Issued> {
  const broken = credentialFaults(credential)
  if (broken.length > 0 || !isObject(credential)) return refusal(...broken)
  const manner = mannerFor(algorithm, options)
  if (manner === null) return refusal({ pointer: '', code: 'cryptosuite-unknown' })
  const issuer = await loadIssuer(ports, algorithm)
  const named = inTheNameOf(issuer, credential)
  const parsed = parseCredential(named)
  if (parsed.outcome === 'refused') return refusal(...faultsOf(parsed.faults))
  const differing = await checkRelated(ports, named)
  if (differing.length > 0) return refusal(...differing)
  return signWithStatus(ports, issuer, { document: named, manner, options })
}

const inTheNameOf = ({ did }: Issuer, credential: JsonObject): JsonObject => ({
  ...credential,
  issuer: isObject(credential.issuer) ? { ...credential.issuer, id: did } : did,
})

type Work = { readonly document: JsonObject; readonly manner: Manner; readonly options: IssueOptions }

async function signWithStatus(ports: Ports, issuer: Issuer, { document, manner, options }: Work): Promise<Issued> {
  const purposes = purposesOf(options.status)
  if (purposes === null) return refusal({ pointer: '', code: 'status-list-options-invalid' })
  if (purposes.length === 0) return signAs(ports, issuer, manner, document)
  const credentialId = typeof document.id === 'string' ? document.id : options.credentialId
  if (!credentialId || credentialId.length > CREDENTIAL_ID_CHARACTERS_MAX)
    return refusal({ pointer: '/id', code: 'credential-id-missing' })
  if (document.credentialStatus !== undefined) return refusal({ pointer: '/credentialStatus', code: 'status-occupied' })
  const entries = await allotEntries(ports, issuer, credentialId, purposes)
  const credentialStatus: Json = entries.length === 1 ? entries[0]! : entries
  return signAs(ports, issuer, manner, { ...document, credentialStatus })
}

const PURPOSES: readonly Json[] = ['revocation', 'suspension'] satisfies Purpose[]

/** `true`, `"revocation"`, `{ statusPurpose }`, or several of them. Null for anything else. */
function purposesOf(status: Json | undefined): readonly Purpose[] | null {
  if (status === undefined || status === false || status === null) return []
  const wanted = entriesOf(status).map((entry) =>
    entry === true ? 'revocation' : isObject(entry) ? (entry.statusPurpose ?? entry.purpose ?? 'revocation') : entry,
  )
  const isKnown = wanted.length > 0 && wanted.every((purpose) => PURPOSES.includes(purpose))
  return isKnown ? ([...new Set(wanted)] as Purpose[]) : null
}

async function signAs(ports: Ports, issuer: Issuer, manner: Manner, document: JsonObject): Promise<Issued> {
  try {
    return { outcome: 'issued', credential: await signDocument(ports, issuer, document, manner) }
  } catch (error) {
    return refusalOf(error)
  }
}
