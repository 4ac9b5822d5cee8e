// Turns a document into the bytes that are signed: JSON-LD in safe mode, then RDFC-1.0.

/// <reference path="../untyped.d.ts" />
import jsonld from 'jsonld'
import rdfCanonize, { type Quad } from 'rdf-canonize'
import { contextFault, inlineContextFault, loadContext } from '../context.ts'
import { CredentialError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { BLANK_NODES_MAX, RDFC_DEEP_ITERATIONS_MAX } from '../limits.ts'
import { plainQuads } from './rdf/to-quads.ts'

/**
 * The canonical N-Quads of an untrusted document. Throws `CredentialError` for a context that is not bundled or is written inline, for a term
 * without a meaning (safe mode, OB 3.0 conformance) and for a graph built to exhaust the canonicalization (RDFC-1.0 §7.1).
 */
export async function canonicalize(document: JsonObject): Promise<string> {
  return canonicalizeQuads(await quadsOf(document))
}

/**
 * As `canonicalize`, for whoever must read contexts written inside the document too (VCDM 2.0 §4.3 allows them). What a term means is then the document's
 * own claim, so nothing but a test of conformance may believe it.
 */
export async function canonicalizeInline(document: JsonObject): Promise<string> {
  const fault = inlineContextFault(document)
  if (fault) throw new CredentialError(fault.code, fault.url === undefined ? {} : { url: fault.url })
  return canonicalizeQuads(await referenceQuads(document))
}

export async function quadsOf(document: JsonObject): Promise<Quad[]> {
  const fault = contextFault(document)
  if (fault) throw new CredentialError(fault.code, fault.url === undefined ? {} : { url: fault.url })
  const plain = plainQuads(document)
  if (plain) return plain
  return referenceQuads(document)
}

/** By the reference processor alone. */
export async function referenceQuads(document: JsonObject): Promise<Quad[]> {
  try {
    return await jsonld.toRDF(document, {
      documentLoader: loadContext,
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
    })
  } catch (error) {
    throw new CredentialError(isConflict(error) ? 'context-conflict' : 'json-ld-unsafe', { because: reasonOf(error) })
  }
}

/** Bounded. `hash` is the one inside the algorithm, SHA-256 for every suite of ours. */
export async function canonicalizeQuads(quads: readonly Quad[], hash: 'sha256' | 'sha384' = 'sha256'): Promise<string> {
  const blank = new Set(
    quads
      .flatMap((quad) => [quad.subject, quad.object])
      .filter(isBlank)
      .map((term) => term.value),
  )
  if (blank.size > BLANK_NODES_MAX) throw new CredentialError('canonicalization-too-costly', { blankNodes: blank.size })
  try {
    return await rdfCanonize.canonize(quads, {
      algorithm: 'RDFC-1.0',
      maxDeepIterations: RDFC_DEEP_ITERATIONS_MAX,
      messageDigestAlgorithm: hash,
    })
  } catch {
    throw new CredentialError('canonicalization-too-costly', { quads: quads.length })
  }
}

const isBlank = (term: { termType: string }): boolean => term.termType === 'BlankNode'

// Two contexts that give one term two meanings: the fault of their editions, not of the credential's contents.
const isConflict = (error: unknown): boolean =>
  (error as { details?: { code?: string } }).details?.code === 'protected term redefinition'

// The processor puts what it found in `details.event` for safe mode, else in the message.
function reasonOf(error: unknown): string {
  const { message, details } = error as { message?: string; details?: { event?: { code?: string; details?: object } } }
  const event = details?.event
  return event ? `${event.code} ${JSON.stringify(event.details)}` : String(message)
}
