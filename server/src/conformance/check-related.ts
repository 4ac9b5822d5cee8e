/** Holds related resources against the digests a credential gives for them. */
import { CONTEXTS, type JsonObject } from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { FETCHED_RESOURCE_BYTES_MAX, RELATED_RESOURCES_MAX } from './limits.ts'
import { areOf, type Digest, digestsOf } from './related-digests.ts'
import type { RuleFault } from './rule-fault.ts'
import { entriesOf, entryPointer, isObject } from './value-rules.ts'

/** SHA-256 of the files as the W3C publishes them (VCDM 2.0 §B.1, VC-DI §2.4): the copies used here say the same in other white space. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'https://www.w3.org/ns/credentials/v2': '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
  'https://www.w3.org/2018/credentials/v1': 'ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc',
  'https://w3id.org/security/data-integrity/v2': '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
}

/**
 * `credential` has passed the rules. A context is compared with the copy that is used here; other resources are fetched, and one that does not
 * answer is left open (VCDM 2.0 §5.3 speaks of the resource that was retrieved).
 */
export async function checkRelated(ports: Ports, credential: JsonObject): Promise<RuleFault[]> {
  const related = credential.relatedResource
  const entries = entriesOf(related).filter(isObject).slice(0, RELATED_RESOURCES_MAX)
  const findings = await Promise.all(entries.map((entry) => isSame(ports, String(entry.id), digestsOf(entry) ?? [])))
  return findings.flatMap((same, at): RuleFault[] =>
    same === false
      ? [{ pointer: entryPointer(related, 'relatedResource', at), code: 'related-resource-digest-differs' }]
      : [],
  )
}

async function isSame(ports: Ports, id: string, digests: readonly Digest[]): Promise<boolean | null> {
  const known = [PUBLISHED[id], CONTEXTS.get(id)?.sha256]
  const comparable = digests.filter(({ algorithm }) => algorithm === 'sha256')
  const areKnown = comparable.length > 0 && comparable.every(({ hex }) => known.includes(hex))
  if (areKnown) return true
  if (known[0] !== undefined && comparable.length > 0) return false
  if (!/^https?:/.test(id)) return null
  const fetched = await ports.fetcher.get(id, { maxBytes: FETCHED_RESOURCE_BYTES_MAX })
  return fetched.outcome === 'fetched' && fetched.status === 200 ? areOf(digests, fetched.bytes) : null
}
