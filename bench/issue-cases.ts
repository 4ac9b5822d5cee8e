// Measures issuing: one thread against the rival and against hashing and signing alone, then several threads.

import { hash, sign as signBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import {
  credentialText,
  type Edition,
  openEdition,
  prepare,
  sharedShapes,
  sign,
  type UnsignedCredential,
} from '../credentials/src/index.ts'
import { canonicalize } from '../credentials/src/proof/canonicalize.ts'
import { CREATED, HOLE_SETS } from './data.ts'
import { nodePrimitives, privateKey, signer, verificationMethod } from './keys.ts'
import { type Pace, race, speedOf } from './measure.ts'
import { type CaseResult, resultOf } from './report.ts'
import { rivalIssue } from './rival.ts'

const options = { verificationMethod, created: CREATED, primitives: nodePrimitives }

export interface Prepared {
  readonly unsigned: readonly UnsignedCredential[]
  readonly edition: Edition | null
  readonly values: readonly (readonly string[])[]
}

export async function editionOf(credential: (set: number) => UnsignedCredential): Promise<Prepared> {
  const unsigned = Array.from({ length: HOLE_SETS }, (_, set) => credential(set))
  const edition = await openEdition(unsigned[0]!, options)
  return { unsigned, edition, values: edition ? unsigned.map((each) => edition.valuesOf(each) ?? []) : [] }
}

/** Issues one credential as a job does: by the edition, else by `prepare`. */
export async function issueText({ unsigned, edition, values }: Prepared, set: number): Promise<string> {
  const copy = edition?.copy(values[set]!)
  if (copy) return copy.textWith(signBytes(null, copy.bytesToSign, privateKey))
  return credentialText(await sign(await prepare(unsigned[set]!, options), signer))
}

export async function issueCases(prepared: Prepared, pace: Pace): Promise<CaseResult[]> {
  const { unsigned } = prepared
  const canonical = Buffer.from(await canonicalize(unsigned[0]!))
  const digest = Buffer.alloc(64)
  let set = 0
  const next = (): number => {
    set = (set + 1) % HOLE_SETS
    return set
  }
  const limit = {
    name: 'limit',
    run(count: number) {
      for (let n = 0; n < count; n++) {
        hash('sha256', canonical, 'binary')
        signBytes(null, digest, privateKey)
      }
    },
  }
  const rival = {
    name: 'rival',
    async run(count: number) {
      for (let n = 0; n < count; n++) await rivalIssue({ ...unsigned[next()]! })
    },
  }
  const byEdition = {
    name: 'ours',
    async run(count: number) {
      for (let n = 0; n < count; n++) await issueText(prepared, next())
    },
  }
  const byPrepare = {
    name: 'ours',
    async run(count: number) {
      for (let n = 0; n < count; n++) credentialText(await sign(await prepare(unsigned[next()]!, options), signer))
    },
  }
  const before = sharedShapes.counts.fallbacks
  const edition = resultOf('issue-1', await race([byEdition, rival, limit], pace), { goal: 'G1 ≥ 75, G2 ≥ 0.50' })
  const plain = resultOf('issue-prepare', await race([byPrepare, rival, limit], pace), {
    note: 'prepare + sign, no edition opened',
  })
  const fallbacks = sharedShapes.counts.fallbacks - before
  return [
    { ...edition, fallbacks: prepared.edition ? 0 : fallbacks },
    { ...plain, fallbacks },
  ]
}

/** The same shape in one worker thread and in two; the ratio stands where the rival's would. */
export async function workerCase(shape: string, pace: Pace): Promise<CaseResult> {
  const rounds: number[][] = [[], []]
  for (let round = 0; round < pace.rounds; round++)
    for (const [at, threads] of [1, 2].entries()) rounds[at]!.push(await issuedBy(threads, shape, pace.roundMs))
  const [one, two] = rounds.map(speedOf)
  const note = `two threads against one; ${availableParallelism()} cores`
  return {
    id: 'issue-workers',
    unit: '1/s',
    ...two!,
    ratioToRival: two!.median / one!.median,
    fractionOfLimit: null,
    fallbacks: 0,
    goal: 'G3 ≥ 1.8',
    note,
  }
}

async function issuedBy(threads: number, shape: string, ms: number): Promise<number> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./issue-worker.ts', import.meta.url), { workerData: { shape, ms } }),
  )
  await Promise.all(workers.map((worker) => new Promise((ready) => worker.once('message', ready))))
  const counts = workers.map((worker) => new Promise<number>((done) => worker.once('message', done)))
  for (const worker of workers) worker.postMessage('go')
  const speeds = await Promise.all(counts)
  await Promise.all(workers.map((worker) => worker.terminate()))
  return speeds.reduce((sum, speed) => sum + speed, 0)
}
