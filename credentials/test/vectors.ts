// Reads vectors/verification: files with the answer expected of every path that verifies.

import { readFileSync } from 'node:fs'
import { type MaterialFile, madeBytes, type VerificationVector } from './vector-material.ts'

const folder = new URL('../../vectors/verification/', import.meta.url)

const KNOWN = new Set(['file', 'says', 'verdict', 'check', 'because', 'at', 'recipient', 'faults', 'made'])

export function verificationVectors(): readonly VerificationVector[] {
  const vectors: VerificationVector[] = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8'))
  const unknown = vectors.flatMap((vector) => Object.keys(vector)).find((key) => !KNOWN.has(key))
  if (unknown) throw new Error(`vectors/verification/cases.json has an unknown field ${unknown}`)
  return vectors
}

export const vectorBytes = ({ file, made }: Pick<VerificationVector, 'file' | 'made'>): Uint8Array =>
  made ? madeBytes(made) : new Uint8Array(readFileSync(new URL(file, folder)))

export const materialFile = (): MaterialFile => JSON.parse(readFileSync(new URL('material.json', folder), 'utf8'))
