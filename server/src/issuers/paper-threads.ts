/** Has paper cleared off a picture beside the thread that answers requests. */
import { createThreads } from '../platform/threads.ts'
import { PAPER_PROGRAM, PAPER_ROLE } from './paper-thread.ts'

const threads = createThreads<Uint8Array, Uint8Array | null, never, never>({
  program: PAPER_PROGRAM,
  role: PAPER_ROLE,
  count: 1,
})

/** The picture cut to its ink; null for a picture that is nothing but paper. */
export const clearInThread = (png: Uint8Array): Promise<Uint8Array | null> =>
  threads.run(png, () => Promise.reject(new Error('this thread asks nothing')))
