// Compares evidence files with the digests that were signed.

import { decodeBase58 } from '../encoding/base58.ts'
import { decodeBase64url, encodeBase64url } from '../encoding/base64url.ts'
import { concat, equalBytes } from '../encoding/bytes.ts'
import type { RelatedResource } from '../parsed-credential.ts'
import type { Question } from './question.ts'
import type { Check, CheckReason, Outcome } from './result.ts'
import type { EvidenceMaterial } from './verify-options.ts'

const SHA_256_MULTIHASH = new Uint8Array([0x12, 0x20])

/** One line for all files: the worst of them. */
export function checkEvidence({ credential, options }: Question): Check | null {
  const { evidence } = options
  if (!evidence || credential.relatedResources.length === 0) return null
  const findings = credential.relatedResources.map((resource) => findingOf(resource, evidence.get(resource.id)))
  const worst =
    findings.find(({ outcome }) => outcome === 'failed') ?? findings.find(({ outcome }) => outcome === 'inconclusive')
  return { check: 'evidence', ...(worst ?? findings[0]!) }
}

interface Finding {
  readonly outcome: Outcome
  readonly because: CheckReason
  readonly detail: Record<string, string>
}

function findingOf(resource: RelatedResource, found: EvidenceMaterial | undefined): Finding {
  const detail = { id: resource.id }
  if (!found || !('sha256' in found)) return { outcome: 'inconclusive', because: 'evidence-unreachable', detail }
  const comparisons = [
    ...resource.digestMultibase.map((digest) => isMultibaseOf(digest, found.sha256)),
    ...resource.digestSRI.map((digest) => isIntegrityOf(digest, found.sha256)),
  ].filter((comparison) => comparison !== null)
  if (comparisons.length === 0) return { outcome: 'inconclusive', because: 'evidence-unreachable', detail }
  return comparisons.every(Boolean)
    ? { outcome: 'passed', because: 'evidence-unchanged', detail }
    : { outcome: 'failed', because: 'evidence-changed', detail }
}

// Null: a digest by another hash than SHA-256, which we did not compute.
function isMultibaseOf(digest: string, sha256: Uint8Array): boolean | null {
  const bytes = digest.startsWith('z')
    ? decodeBase58(digest.slice(1), 128)
    : digest.startsWith('u')
      ? decodeBase64url(digest.slice(1))
      : null
  if (!bytes) return false
  return bytes[0] === 0x12 ? equalBytes(bytes, concat(SHA_256_MULTIHASH, sha256)) : null
}

function isIntegrityOf(digest: string, sha256: Uint8Array): boolean | null {
  if (!digest.startsWith('sha256-')) return null
  return digest.slice(7).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === encodeBase64url(sha256)
}
