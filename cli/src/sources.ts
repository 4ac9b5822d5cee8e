// Where the documents of a verification come from: the web, or a file of them, when nothing may be fetched.
import { readFile } from 'node:fs/promises'
import {
  type Documents,
  type FetchedDocument,
  type Json,
  type JsonObject,
  type Material,
  type Needs,
  parseJsonStrict,
  type VerificationResult,
  verifyAssertion,
} from '@kolleges/credentials'
import { gather, getCredential, getDocument, isTrusted } from './gather.ts'
import { ASSERTION_ROUNDS_MAX } from './limits.ts'

export type Sources = {
  gather(needs: Needs): Promise<Material>
  /** What a refresh service answers: JSON, or the text of a JWT. */
  refresh(url: string): Promise<NonNullable<Material['refreshed']>>
  /** Open Badges 2.0: its JSON, its address, or a JWS of it. */
  verifyAssertion(input: Json, at: string): Promise<VerificationResult>
}

export const fromTheWeb = (trustedHosts: readonly string[]): Sources => ({
  gather: (needs) => gather(needs, trustedHosts),
  refresh: getCredential,
  verifyAssertion: (input, at) => followAssertion(input, at, trustedHosts),
})

/** Which documents an assertion leads to shows only as they arrive: ask, fetch, ask again. */
async function followAssertion(input: Json, at: string, trustedHosts: readonly string[]): Promise<VerificationResult> {
  const documents = new Map()
  const trust: Map<string, { standing: 'confirmed' }> = new Map()
  for (let round = 1; ; round++) {
    const { result, wanted } = await verifyAssertion(input, documents, { at, trust })
    const issuer = result.credential?.issuer.id
    const isNews = issuer !== undefined && !trust.has(issuer) && URL.canParse(issuer)
    const becomesTrusted = isNews && isTrusted(new URL(issuer), trustedHosts)
    const missing = wanted.filter((url) => !documents.has(url))
    if ((missing.length === 0 && !becomesTrusted) || round === ASSERTION_ROUNDS_MAX) return result
    if (becomesTrusted) trust.set(issuer, { standing: 'confirmed' })
    for (const url of missing) documents.set(url, await getDocument(url))
  }
}

/** Throws with a sentence when the file is none: `{ issuers, statusLists, documents, gone, trust }`, each by identifier or address. */
export async function fromFile(path: string): Promise<Sources> {
  const parsed = parseJsonStrict(await readFile(path, 'utf8'))
  if (parsed.outcome === 'refused') throw new Error(`${path} is not JSON (${parsed.reason})`)
  const part = (name: string): [string, Json][] => Object.entries(objectIn(parsed.value, name))
  const documents: Documents = new Map<string, FetchedDocument>([
    ...part('documents').map(([url, document]) => [url, { document }] as const),
    ...part('gone').map(([url, body]) => [url, { gone: body }] as const),
  ])
  const material: Material = {
    issuers: new Map(part('issuers').map(([id, document]) => [id, { document }])),
    statusLists: new Map(part('statusLists').map(([url, credential]) => [url, { credential }])),
    trust: new Map(part('trust').map(([id, standing]) => [id, { standing: standingOf(standing) }])),
  }
  return {
    gather: async () => material,
    refresh: async (url) => {
      const found = documents.get(url)
      return found && 'document' in found ? { credential: found.document } : { unreachable: 'not-in-the-file' }
    },
    verifyAssertion: async (input, at) =>
      (await verifyAssertion(input, documents, { at, trust: material.trust })).result,
  }
}

function objectIn(value: Json, name: string): JsonObject {
  const part = isObject(value) ? value[name] : undefined
  return isObject(part) ? part : {}
}

const standingOf = (value: Json): 'confirmed' | 'test' | 'unconfirmed' =>
  value === 'confirmed' || value === 'test' ? value : 'unconfirmed'

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
