// Asks every status entry, and our own records, whether the credential still stands.

import { millisOf } from '../instant.ts'
import { isObject, type Json } from '../json.ts'
import { parseCredential } from '../parse-credential.ts'
import { checkProof } from '../proof/check.ts'
import { valueAt } from '../status/bitstring.ts'
import { readRevocationList } from '../status/revocation-list.ts'
import { BITSTRING_ENTRY, REVOCATION_LIST_1EDTECH, type StatusEntry } from '../status/status-entry.ts'
import { readStatusList } from '../status/status-list.ts'
import type { StatusListMaterial } from './material.ts'
import type { Question } from './question.ts'
import { type Check, type CheckReason, VERDICT_OF, VERDICTS } from './result.ts'

interface Finding {
  readonly outcome: Check['outcome']
  readonly because?: CheckReason
  readonly detail: Record<string, string>
}

/** One line: the gravest finding. Not to be able to ask is not the same as a good answer. */
export async function checkStatus(question: Question): Promise<Check> {
  const findings = [...registryFindings(question)]
  for (const entry of question.credential.status) findings.push(await findingOf(entry, question))
  if (findings.length === 0) return { check: 'status', outcome: 'passed', because: 'no-status-declared' }
  const [gravest] = findings.sort((a, b) => gravity(a) - gravity(b))
  return { check: 'status', ...withoutDoubt(gravest!, question) }
}

function gravity({ outcome, because }: Finding): number {
  return outcome === 'passed' ? VERDICTS.length : VERDICTS.indexOf(VERDICT_OF[because as keyof typeof VERDICT_OF]!)
}

// A suspension, and a newer edition, set the bit of the revocation list, so that every other verifier fails closed; only our records know better.
function withoutDoubt(finding: Finding, { material }: Question): Finding {
  const { suspended, supersededBy, revoked } = material.registry ?? {}
  if (finding.because !== 'revoked' || revoked) return finding
  if (suspended) return { ...finding, because: 'suspended', detail: { ...finding.detail, ...dated(suspended) } }
  return supersededBy === undefined
    ? finding
    : { ...finding, because: 'superseded', detail: { ...finding.detail, supersededBy } }
}

function* registryFindings({ material }: Question): Generator<Finding> {
  const { revoked, suspended, supersededBy } = material.registry ?? {}
  if (revoked) yield { outcome: 'failed', because: 'revoked', detail: { by: 'registry', ...dated(revoked) } }
  if (suspended) yield { outcome: 'failed', because: 'suspended', detail: { by: 'registry', ...dated(suspended) } }
  if (supersededBy !== undefined)
    yield { outcome: 'failed', because: 'superseded', detail: { by: 'registry', supersededBy } }
}

const dated = ({ at, until, reason }: { at?: string; until?: string; reason?: string }): Record<string, string> => ({
  ...(at === undefined ? {} : { at }),
  ...(until === undefined ? {} : { until }),
  ...(reason === undefined ? {} : { reason }),
})

const unknown = (because: CheckReason, detail: Record<string, string>): Finding => ({
  outcome: 'inconclusive',
  because,
  detail,
})

async function findingOf(entry: StatusEntry, question: Question): Promise<Finding> {
  const detail = detailOf(entry)
  const isKnown = entry.type === BITSTRING_ENTRY || entry.type === REVOCATION_LIST_1EDTECH
  if (!isKnown || entry.listUrl === undefined) return unknown('status-type-unknown', detail)
  const material = question.material.statusLists.get(entry.listUrl)
  if (!material || 'unreachable' in material) return unknown('status-list-unreachable', detail)
  if (entry.type === REVOCATION_LIST_1EDTECH) return revocationListFinding(material, question, detail)
  const bits = await bitsOf(material, entry, question)
  return typeof bits === 'string' ? unknown(bits, detail) : bitFinding(bits, entry, detail)
}

function detailOf({ type, purpose, listUrl, index }: StatusEntry): Record<string, string> {
  return {
    type,
    purpose,
    ...(listUrl === undefined ? {} : { list: listUrl }),
    ...(index === undefined ? {} : { index: String(index) }),
  }
}

type Reached = Exclude<StatusListMaterial, { readonly unreachable: string }>

async function bitsOf(material: Reached, entry: StatusEntry, question: Question): Promise<Uint8Array | CheckReason> {
  if ('bits' in material) return material.purpose === entry.purpose ? material.bits : 'status-purpose-mismatch'
  const fault = await listFault(material.credential, entry.listUrl!, question)
  if (fault) return fault
  const content = readStatusList(material.credential as { [key: string]: Json })
  if (content.outcome === 'refused') return 'status-list-malformed'
  return content.purposes.includes(entry.purpose) ? content.bits : 'status-purpose-mismatch'
}

// A list is a credential like any other: well-formed, of the same issuer, in force, its seal whole.
async function listFault(
  json: Json,
  url: string,
  { credential, material, at, primitives }: Question,
): Promise<CheckReason | null> {
  const parsed = parseCredential(json)
  if (parsed.outcome === 'refused' || parsed.credential.kind !== 'status-list') return 'status-list-malformed'
  const list = parsed.credential
  if (list.id !== undefined && list.id !== url) return 'status-list-malformed'
  if (list.issuer.id !== credential.issuer.id) return 'status-list-of-another-issuer'
  const now = millisOf(at)!
  if (list.validUntil !== undefined && millisOf(list.validUntil)! < now) return 'status-list-expired'
  const { registry: _ofTheBadge, ...ofTheList } = material
  for (const proof of list.proofs) {
    const finding = await checkProof({
      document: list.json,
      proof,
      issuerId: list.issuer.id,
      material: ofTheList,
      at,
      primitives,
    })
    if (finding.outcome === 'passed') return null
  }
  return 'status-list-untrusted'
}

const FAILING = { revocation: 'revoked', suspension: 'suspended' } as const

function bitFinding(bits: Uint8Array, entry: StatusEntry, detail: Record<string, string>): Finding {
  const { index = -1, size, purpose, messages } = entry
  if (index < 0 || (index + 1) * size > bits.length * 8) return unknown('status-index-out-of-range', detail)
  const value = valueAt(bits, index, size)
  if (purpose === 'message')
    return { outcome: 'passed', because: 'status-message', detail: { ...detail, message: messageOf(value, messages) } }
  if (purpose === 'refresh' || value === 0) return { outcome: 'passed', detail }
  const because = FAILING[purpose as keyof typeof FAILING]
  return because ? { outcome: 'failed', because, detail } : unknown('status-purpose-unknown', detail)
}

const messageOf = (value: number, messages: StatusEntry['messages']): string =>
  messages.find(({ status }) => Number(status) === value)?.message ?? `0x${value.toString(16)}`

function revocationListFinding(
  material: StatusListMaterial,
  { credential }: Question,
  detail: Record<string, string>,
): Finding {
  const list =
    'credential' in material && isObject(material.credential) ? readRevocationList(material.credential) : null
  if (!list) return unknown('status-list-malformed', detail)
  if (list.issuer !== credential.issuer.id) return unknown('status-list-of-another-issuer', detail)
  const revocation = list.revoked.get(credential.id ?? '')
  if (!revocation) return { outcome: 'passed', detail }
  return {
    outcome: 'failed',
    because: 'revoked',
    detail: { ...detail, ...(revocation.reason ? { reason: revocation.reason } : {}) },
  }
}
