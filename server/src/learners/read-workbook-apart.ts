/** Has a workbook read in a thread with a memory and a time of its own, so that a hostile one harms nobody else. */
import { Worker } from 'node:worker_threads'
import { unreadable } from './cells.ts'
import { WORKBOOK_HEAP_MEGABYTES_MAX, WORKBOOK_READ_MS_MAX, WORKBOOKS_AT_ONCE_MAX } from './limits.ts'
import type { Answer } from './workbook-worker.ts'

let running = 0
const waiting: (() => void)[] = []

/** Never throws for what is in the bytes. */
export async function readWorkbookApart(bytes: Uint8Array): Promise<Answer> {
  if (running < WORKBOOKS_AT_ONCE_MAX) running++
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await readInThread(bytes)
  } finally {
    const next = waiting.shift()
    // The place is handed on, so that nobody slips in between.
    if (next) next()
    else running--
  }
}

function readInThread(bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: WORKBOOK_HEAP_MEGABYTES_MAX },
    })
    const settle = (answer: Answer): void => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => settle(unreadable('workbook-too-large')), WORKBOOK_READ_MS_MAX)
    worker.once('message', (answer: Answer) => settle(answer))
    // Out of memory ends the thread only.
    worker.once('error', () => settle(unreadable('workbook-too-large')))
    worker.once('exit', () => settle(unreadable('workbook-broken')))
  })
}
