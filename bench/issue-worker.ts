// Works in a thread of its own for a given time, then tells how much a second: issuing, or hashing and signing alone.

import { hash, sign as signBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { canonicalize } from '../credentials/src/proof/canonicalize.ts'
import { HOLE_SETS, SHAPES } from './data.ts'
import { editionOf, issueText } from './issue-cases.ts'
import { privateKey } from './keys.ts'

const WARM_UP = 2_000

const { shape, what } = workerData as { shape: string; what: 'issue' | 'limit' }
const { credential } = SHAPES.find(({ id }) => id === shape)!
const work = what === 'issue' ? await issuing() : await hashingAndSigning()
for (let set = 0; set < WARM_UP; set++) await work(set % HOLE_SETS)

async function issuing() {
  const prepared = await editionOf(credential)
  return (set: number) => issueText(prepared, set)
}

async function hashingAndSigning() {
  const canonical = Buffer.from(await canonicalize(credential(0)))
  const digest = Buffer.alloc(64)
  return async () => {
    hash('sha256', canonical, 'binary')
    signBytes(null, digest, privateKey)
  }
}

parentPort!.on('message', async (ms: number) => {
  const started = performance.now()
  let count = 0
  while (performance.now() - started < ms) for (let n = 0; n < 50; n++) await work(count++ % HOLE_SETS)
  parentPort!.postMessage((count * 1_000) / (performance.now() - started))
})
parentPort!.postMessage('ready')
