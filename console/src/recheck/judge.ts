// Judges the credential of this page by the same steps as the server: what is needed, gather it, verify.
import {
  type Check,
  needsOf,
  type ParsedCredential,
  parseCredential,
  parseJsonStrict,
  type VerificationResult,
  verify,
  webPrimitives,
} from '@kolleges/credentials'
import { gather, getText } from './gather.ts'
import { canVerify } from './known-answer.ts'

export type Line = {
  readonly check: Check['check'] | 'page'
  readonly outcome: Check['outcome']
  readonly because?: string
  readonly detail?: Readonly<Record<string, string>>
}

export type Finding =
  /** Something needed could not be had or done: nothing is said about the credential. */
  | { readonly outcome: 'unable'; readonly because: string }
  | {
      readonly outcome: 'judged'
      readonly verdict: VerificationResult['verdict']
      readonly lines: readonly Line[]
      readonly at: string
    }

export async function judge(address: string): Promise<Finding> {
  if (!(await canVerify())) return { outcome: 'unable', because: 'browser-too-old' }
  const original = await getText(address)
  if ('unreachable' in original) return { outcome: 'unable', because: 'original-unreachable' }
  const json = parseJsonStrict(original.text)
  if (json.outcome === 'refused') return { outcome: 'unable', because: json.reason }
  const parsed = parseCredential(json.value)
  if (parsed.outcome === 'refused') return { outcome: 'unable', because: 'credential-malformed' }
  const { material, sources } = await gather(needsOf(parsed.credential))
  const at = `${new Date().toISOString().slice(0, 19)}Z`
  const result = await verify(json.value, material, { at, primitives: webPrimitives })
  return {
    outcome: 'judged',
    verdict: result.verdict,
    lines: [...result.checks.map((line) => withSource(line, result, sources)), pageLine(parsed.credential, address)],
    at,
  }
}

/** Whose word it is who the issuer is, and the hash of what was signed. */
function withSource(line: Check, result: VerificationResult, sources: ReadonlyMap<string, string>): Line {
  const source = line.check === 'issuer' ? sources.get(line.detail?.id ?? '') : undefined
  const hash = line.check === 'signature' ? result.canonicalHash : undefined
  return { ...line, detail: { ...line.detail, ...(source ? { standing: source } : {}), ...(hash ? { hash } : {}) } }
}

/** A page could show one thing and hand out another, so what stands on it is compared with what was signed. */
function pageLine({ id, subject }: ParsedCredential, address: string): Line {
  const title = document.querySelector('h1')?.textContent?.trim()
  const recipient = document.querySelector('.recipient')?.textContent ?? ''
  const isSame =
    id === new URL(address, location.href).href.replace(/\.json$/, '') &&
    title === subject.achievement?.name?.trim() &&
    recipient.includes(subject.name ?? nameIn(subject))
  return { check: 'page', outcome: isSame ? 'passed' : 'failed', ...(id ? { detail: { id } } : {}) }
}

const nameIn = ({ identifiers }: ParsedCredential['subject']): string =>
  identifiers.find(({ identityType, hashed }) => identityType === 'name' && !hashed)?.identityHash ?? ''
