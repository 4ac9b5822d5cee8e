// Measures verification: of our own shapes, of shapes never met before, of what only the reference can do.

import { hash, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import {
  composeDidDocument,
  type JsonObject,
  type Material,
  prepare,
  sharedShapes,
  sign,
  type UnsignedCredential,
  verify,
} from '../credentials/src/index.ts'
import { canonicalize } from '../credentials/src/proof/canonicalize.ts'
import { CREATED, DID } from './data.ts'
import type { Goal } from './goals.ts'
import { multibase, nodePrimitives, privateKey, publicKey, signer, verificationMethod } from './keys.ts'
import { type Pace, race } from './measure.ts'
import { type CaseResult, resultOf } from './report.ts'
import { rivalVerify } from './rival.ts'

const CREDENTIALS = 512 // more than the shapes remembered, so that a foreign one is always met for the first time

export const material: Material = {
  issuers: new Map([[DID, { document: composeDidDocument({ did: DID, keys: [{ publicKeyMultibase: multibase }] }) }]]),
  statusLists: new Map([['https://bench.example/status/1', { bits: new Uint8Array(16_384), purpose: 'revocation' }]]),
  trust: new Map([[DID, { standing: 'confirmed' }]]),
}

const options = { verificationMethod, created: CREATED, primitives: nodePrimitives }
const signed = async (unsigned: UnsignedCredential): Promise<JsonObject> =>
  sign(await prepare(unsigned, options), signer)

export async function verifyCase(
  id: string,
  credential: (set: number) => UnsignedCredential,
  pace: Pace,
  goals: (result: CaseResult) => readonly Goal[],
  lookUp: Material = material,
): Promise<CaseResult> {
  const credentials: JsonObject[] = []
  for (let set = 0; set < CREDENTIALS; set++) credentials.push(await signed(credential(set)))
  const canonical = Buffer.from(await canonicalize(credential(0)))
  const signature = signBytes(null, Buffer.alloc(64), privateKey)
  let at = 0
  const next = (): JsonObject => {
    at = (at + 1) % CREDENTIALS
    return credentials[at]!
  }
  const ours = {
    name: 'ours',
    async run(count: number) {
      for (let n = 0; n < count; n++) {
        const { verdict } = await verify(next(), lookUp, { at: CREATED, primitives: nodePrimitives })
        if (verdict !== 'valid') throw new Error(`${id}: ${verdict}`)
      }
    },
  }
  const rival = {
    name: 'rival',
    async run(count: number) {
      for (let n = 0; n < count; n++) if (!(await rivalVerify(next()))) throw new Error(`${id}: the rival refused`)
    },
  }
  const limit = {
    name: 'limit',
    run(count: number) {
      for (let n = 0; n < count; n++) {
        hash('sha256', canonical, 'binary')
        verifyBytes(null, Buffer.alloc(64), publicKey, signature)
      }
    },
  }
  const before = sharedShapes.counts
  const speeds = await race([ours, rival, limit], pace)
  const { counts } = sharedShapes
  const fallbacks = counts.fallbacks + counts.reference - before.fallbacks - before.reference
  return resultOf(id, speeds, { goals, fallbacks })
}
