// Holds the benchmark's key, with the primitives of Node that every contender on our side uses.

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { encodeMultikey, type Signer, verificationMethodId } from '../credentials/src/index.ts'
import { DID } from './data.ts'

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export const seed = createHash('sha256').update('kolleges bench key').digest()
export const privateKey: KeyObject = createPrivateKey({
  key: Buffer.concat([PKCS8, seed]),
  format: 'der',
  type: 'pkcs8',
})
export const publicKey: KeyObject = createPublicKey(privateKey)

const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI.length)
export const multibase = encodeMultikey('Ed25519', new Uint8Array(raw))
export const verificationMethod = verificationMethodId(DID, multibase)

export const signer: Signer = { verificationMethod, sign: (bytes) => sign(null, bytes, privateKey) }

/** The server's own. */
export { nodePrimitives } from '../server/src/platform/primitives.ts'
