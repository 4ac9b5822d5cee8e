/** Verifies an Open Badges 2.0 assertion with the documents it leads to. */
import {
  type FetchedDocument,
  type Json,
  parseJsonStrict,
  type VerificationResult,
  verifyAssertion,
} from '@kolleges/credentials'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { ASSERTION_DOCUMENTS_MAX, ASSERTION_ROUNDS_MAX } from './limits.ts'

/**
 * Untrusted: its JSON, its address, or a JWS of it. Which documents are needed shows only as they arrive, so: ask, fetch, ask again.
 * Nobody has confirmed the issuers of that time, and the answer says so.
 */
export async function verifyOld(ports: Ports, input: Json): Promise<VerificationResult> {
  const documents = new Map<string, FetchedDocument>()
  const options = { at: ports.clock.now(), trust: new Map(), primitives: nodePrimitives }
  for (let round = 1; ; round++) {
    const { result, wanted } = await verifyAssertion(input, documents, options)
    const missing = wanted.filter((url) => !documents.has(url)).slice(0, ASSERTION_DOCUMENTS_MAX - documents.size)
    if (missing.length === 0 || round === ASSERTION_ROUNDS_MAX) return result
    for (const url of missing) documents.set(url, await fetchDocument(ports, url))
  }
}

/** That a hosted assertion is gone says that it was revoked (OB 2.0, "Revoked Assertions"). */
async function fetchDocument(ports: Ports, url: string): Promise<FetchedDocument> {
  const fetched = await ports.fetcher.get(url, { accept: 'application/ld+json, application/json' })
  if (fetched.outcome === 'refused') return { unreachable: fetched.reason }
  const parsed = parseJsonStrict(new TextDecoder().decode(fetched.bytes))
  if (fetched.status === 410) return { gone: parsed.outcome === 'parsed' ? parsed.value : {} }
  if (fetched.status !== 200) return { unreachable: `status-${fetched.status}` }
  return parsed.outcome === 'parsed' ? { document: parsed.value } : { unreachable: parsed.reason }
}
