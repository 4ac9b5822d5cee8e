// Turns material.json of the vectors into the form a verification takes, in Node and in a browser alike.

import type { IssuerMaterial, IssuerTrust, Json, Material, StatusListMaterial } from '../src/index.ts'

export interface VerificationVector {
  readonly file: string
  readonly says: string
  readonly verdict: string
  readonly check?: string
  readonly because?: string
  readonly at: string
}

export interface MaterialFile {
  readonly issuers: Record<string, Json>
  readonly statusLists: Record<string, Json>
  readonly trust: Record<string, IssuerTrust['standing']>
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
