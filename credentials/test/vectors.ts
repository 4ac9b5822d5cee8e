// Reads vectors/verification: files with the answer expected of every path that verifies.

import { readFileSync } from 'node:fs'
import type { IssuerMaterial, IssuerTrust, Json, Material, StatusListMaterial } from '../src/index.ts'

const folder = new URL('../../vectors/verification/', import.meta.url)

export interface VerificationVector {
  readonly file: string
  readonly says: string
  readonly verdict: string
  readonly check?: string
  readonly because?: string
  readonly at: string
}

interface MaterialFile {
  readonly issuers: Record<string, Json>
  readonly statusLists: Record<string, Json>
  readonly trust: Record<string, IssuerTrust['standing']>
}

const KNOWN = new Set(['file', 'says', 'verdict', 'check', 'because', 'at'])

export function verificationVectors(): readonly VerificationVector[] {
  const vectors: VerificationVector[] = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8'))
  const unknown = vectors.flatMap((vector) => Object.keys(vector)).find((key) => !KNOWN.has(key))
  if (unknown) throw new Error(`vectors/verification/cases.json has an unknown field ${unknown}`)
  return vectors
}

export const vectorBytes = (file: string): Uint8Array => new Uint8Array(readFileSync(new URL(file, folder)))

export function vectorMaterial(): Material {
  const file: MaterialFile = JSON.parse(readFileSync(new URL('material.json', folder), 'utf8'))
  const entries = <T>(of: Record<string, Json>, make: (value: Json) => T): [string, T][] =>
    Object.entries(of).map(([key, value]) => [key, make(value)])
  return {
    issuers: new Map(entries(file.issuers, (document): IssuerMaterial => ({ document }))),
    statusLists: new Map(entries(file.statusLists, (credential): StatusListMaterial => ({ credential }))),
    trust: new Map(Object.entries(file.trust).map(([id, standing]) => [id, { standing }])),
  }
}
