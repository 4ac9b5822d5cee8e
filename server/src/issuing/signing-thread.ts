/** Signs awards in a thread of its own: everything but the signatures, which it asks for, since keys stay in the signer port. */
import type { Signer } from '@kolleges/credentials'
import { openLog } from '../platform/log.ts'
import { takeTasks } from '../platform/thread-tasks.ts'
import { SIGNATURES_ASKED_AT_ONCE_MAX } from './limits.ts'
import { keepAll, type RefusedAward, type SigningWork, signAwards } from './sign-awards.ts'
import type { Way } from './sign-unsigned.ts'
import type { Kept } from './store.ts'

export const SIGNING_PROGRAM = import.meta.filename
export const SIGNING_ROLE = 'signing'

export type SigningTask = {
  readonly work: SigningWork
  readonly sample: string
  readonly verificationMethod: string
}

export type SigningResult = {
  readonly kept: readonly Kept[]
  readonly refused: readonly RefusedAward[]
  readonly ways: readonly Way[]
}

/** What is to be signed, and the signatures in the same order. */
export type ToSign = readonly Uint8Array[]
export type Signatures = readonly Uint8Array[]

const log = openLog()

takeTasks<SigningTask, SigningResult, ToSign, Signatures>(SIGNING_ROLE, async (task, ask) => {
  const ways: Way[] = []
  const { signed, refused } = await signAwards(task.work, {
    signer: askingSigner(task.verificationMethod, ask),
    log,
    count: (way) => ways.push(way),
    abreast: SIGNATURES_ASKED_AT_ONCE_MAX,
  })
  return { kept: keepAll(signed, task.sample), refused, ways }
})

type Waiting = { readonly bytes: Uint8Array; resolve(signature: Uint8Array): void; reject(error: unknown): void }

/** Gathers what is to be signed until nothing else can be done meanwhile, and asks for all of it at once. */
function askingSigner(verificationMethod: string, ask: (toSign: ToSign) => Promise<Signatures>): Signer {
  let waiting: Waiting[] = []
  const send = async (): Promise<void> => {
    const sent = waiting
    waiting = []
    try {
      const signatures = await ask(sent.map(({ bytes }) => bytes))
      for (const [at, { resolve }] of sent.entries()) resolve(signatures[at]!)
    } catch (error) {
      for (const { reject } of sent) reject(error)
    }
  }
  return {
    verificationMethod,
    sign: (bytes) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ bytes, resolve, reject }) === 1) setImmediate(() => void send())
      }),
  }
}
