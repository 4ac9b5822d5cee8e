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
import { atLeast } from './goals.ts'
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
  const edition = resultOf('issue-1', await race([byEdition, rival, limit], pace), {
    goals: ({ ratioToRival, fractionOfLimit }) => [
      atLeast('G1 rival', ratioToRival, 75),
      atLeast('G2 limit', fractionOfLimit, 0.5),
    ],
  })
  const plain = resultOf('issue-prepare', await race([byPrepare, rival, limit], pace), {
    note: 'prepare + sign, no edition opened',
  })
  const fallbacks = sharedShapes.counts.fallbacks - before
  return [
    { ...edition, fallbacks: prepared.edition ? 0 : fallbacks },
    { ...plain, fallbacks },
  ]
}

/**
 * The same shape in one worker thread and in two; the ratio stands where the rival's would. Beside it, in the same rounds, hashing and signing alone: what two threads
 * of this machine can be at all.
 */
export async function workerCase(shape: string, pace: Pace): Promise<CaseResult> {
  const contenders = (['issue', 'limit'] as const).flatMap((what) => [1, 2].map((threads) => ({ what, threads })))
  const crews = await Promise.all(
    contenders.map((contender) => crewOf(contender.threads, { shape, what: contender.what })),
  )
  const rounds: number[][] = crews.map(() => [])
  for (let round = 0; round < pace.rounds; round++)
    for (const [at, crew] of crews.entries()) rounds[at]!.push(await speedOfCrew(crew, pace.roundMs))
  await Promise.all(crews.flat().map((worker) => worker.terminate()))
  const [one, two, limitOne, limitTwo] = rounds.map(speedOf)
  const [scales, limitScales] = [two!.median / one!.median, limitTwo!.median / limitOne!.median]
  return {
    id: 'issue-workers',
    unit: '1/s',
    ...two!,
    ratioToRival: scales,
    fractionOfLimit: two!.median / limitTwo!.median,
    fallbacks: 0,
    goals: [atLeast('G3 two threads against one', scales, 1.8)],
    note: `hashing and signing alone scale ${limitScales.toFixed(2)} here; ${availableParallelism()} cores`,
  }
}

/** Started once and used in every round, so that no round measures a compiler at work. */
async function crewOf(threads: number, workerData: object): Promise<Worker[]> {
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./issue-worker.ts', import.meta.url), { workerData }),
  )
  await Promise.all(workers.map((worker) => new Promise((ready) => worker.once('message', ready))))
  return workers
}

async function speedOfCrew(crew: readonly Worker[], ms: number): Promise<number> {
  const counts = crew.map((worker) => new Promise<number>((done) => worker.once('message', done)))
  for (const worker of crew) worker.postMessage(ms)
  return (await Promise.all(counts)).reduce((sum, speed) => sum + speed, 0)
}
