/** Has many awards signed beside the thread that answers requests, where the machine has a core for it. */
import { availableParallelism } from 'node:os'
import type { Signer } from '@kolleges/credentials'
import { createThreads } from '../platform/threads.ts'
import { SIGNING_THREAD_AWARDS_MIN, SIGNING_THREADS_MAX } from './limits.ts'
import { countWay } from './sign-unsigned.ts'
import {
  SIGNING_PROGRAM,
  SIGNING_ROLE,
  type Signatures,
  type SigningResult,
  type SigningTask,
  type ToSign,
} from './signing-thread.ts'

const count = Math.min(SIGNING_THREADS_MAX, availableParallelism() - 1)
const threads = createThreads<SigningTask, SigningResult, ToSign, Signatures>({
  program: SIGNING_PROGRAM,
  role: SIGNING_ROLE,
  count,
})

export const isWorthAThread = (awards: number): boolean => count > 0 && awards >= SIGNING_THREAD_AWARDS_MIN

/** Throws `thread-broken` when the thread came to no end; nothing has been written then, and the same can be done here. */
export async function signInThread(
  task: Omit<SigningTask, 'verificationMethod'>,
  { verificationMethod, sign }: Signer,
): Promise<SigningResult> {
  const result = await threads.run({ ...task, verificationMethod }, async (toSign) => {
    const signatures: Uint8Array[] = []
    for (const bytes of toSign) signatures.push(await sign(bytes))
    return signatures
  })
  for (const way of result.ways) countWay(way)
  return result
}
