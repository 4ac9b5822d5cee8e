// Turns material.json of the vectors into the form a verification takes, in Node and in a browser alike.

import {
  type Documents,
  type FetchedDocument,
  type IssuerMaterial,
  type IssuerTrust,
  isAssertion,
  type Json,
  type Material,
  type Primitives,
  parseJwt,
  readInput,
  type StatusListMaterial,
  unreadable,
  type VerificationResult,
  verify,
  verifyAssertion,
} from '../src/index.ts'

export interface VerificationVector {
  readonly file: string
  readonly says: string
  readonly verdict: string
  readonly check?: string
  readonly because?: string
  readonly at: string
  readonly recipient?: string
  readonly faults?: readonly string[]
  readonly made?: { readonly text: readonly [string, string, string]; readonly times: number }
}

export interface MaterialFile {
  readonly issuers: Record<string, Json>
  readonly statusLists: Record<string, Json>
  readonly trust: Record<string, IssuerTrust['standing']>
  readonly documents: Record<string, Json>
  readonly gone: Record<string, Json>
}

export function materialOf(file: MaterialFile): Material {
  const entries = <T>(of: Record<string, Json>, make: (value: Json) => T): [string, T][] =>
    Object.entries(of).map(([key, value]) => [key, make(value)])
  return {
    issuers: new Map(entries(file.issuers, (document): IssuerMaterial => ({ document }))),
    statusLists: new Map(entries(file.statusLists, (credential): StatusListMaterial => ({ credential }))),
    trust: new Map(Object.entries(file.trust).map(([id, standing]) => [id, { standing }])),
  }
}

export const documentsOf = ({ documents, gone }: MaterialFile): Documents =>
  new Map<string, FetchedDocument>([
    ...Object.entries(documents).map(([url, document]) => [url, { document }] as const),
    ...Object.entries(gone).map(([url, body]) => [url, { gone: body }] as const),
  ])

export interface Question {
  readonly bytes: Uint8Array
  readonly file: MaterialFile
  readonly at: string
  readonly recipient?: string
  readonly primitives?: Primitives
}

/** Judges any bytes as every program of ours does: read them, see what they are, ask. */
export async function judge({ bytes, file, at, recipient, primitives }: Question): Promise<VerificationResult> {
  const input = readInput(bytes)
  if (input.outcome === 'refused') return { ...unreadable('not-a-credential', at), checks: [refusal(input.reason)] }
  const material = materialOf(file)
  const options = { at, ...(primitives ? { primitives } : {}) }
  const asked = recipient === undefined ? {} : { recipient }
  const identity = recipient === undefined ? {} : { recipient: { identity: recipient } }
  if (input.form === 'json' && !isAssertion(input.value))
    return verify(input.value, material, { ...options, ...identity })
  if (input.form === 'jws' && input.edition !== 'ob2' && parseJwt(input.text).outcome === 'parsed')
    return verify(input.text, material, { ...options, ...identity })
  const old = input.form === 'json' ? input.value : input.text
  return (await verifyAssertion(old, documentsOf(file), { ...options, trust: material.trust, ...asked })).result
}

const refusal = (because: string) =>
  ({ check: 'format', outcome: 'failed', because }) as VerificationResult['checks'][0]

/** The bytes of a vector that would only be large. */
export const madeBytes = ({ text: [head, fill, tail], times }: NonNullable<VerificationVector['made']>): Uint8Array =>
  new TextEncoder().encode(head + fill.repeat(times) + tail)
