/** Turns a print job into a PDF in a thread of its own, with our own fonts and nothing else of this machine. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PrintJob } from '@kolleges/design'
import { PlatformError } from './errors.ts'
import { PDF_PRINT_MS, PRINT_JOB_BYTES_MAX } from './limits.ts'
import type { Typeset } from './ports.ts'
import { type Printed, TYPESET_PROGRAM, type TypesetThreadData } from './typeset-thread.ts'

export type TypesetOptions = {
  /** Where the TrueType files lie; by default the repository's `fonts/`. */
  readonly fontsDir?: string
  readonly printMs?: number
}

/** Opens the typeset port. The thread starts with the first page and does not keep the process alive. */
export function createTypeset({ fontsDir = FONTS_DIR, printMs = PDF_PRINT_MS }: TypesetOptions = {}): Typeset {
  const thread = createThread({ role: 'typeset', fontsDir }, printMs)
  let fonts: Promise<string> | undefined
  return {
    pdf: async (job) => {
      const bytes = job.files.reduce((sum, file) => sum + file.bytes.length, 0)
      if (bytes > PRINT_JOB_BYTES_MAX)
        throw new PlatformError('page-not-printable', `the page has ${bytes} bytes, ${PRINT_JOB_BYTES_MAX} at most`)
      return thread(job)
    },
    fonts: () => {
      fonts ??= hashOfFonts(fontsDir)
      return fonts
    },
  }
}

const FONTS_DIR = fileURLToPath(new URL('../../../fonts/', import.meta.url))

async function hashOfFonts(fontsDir: string): Promise<string> {
  const hash = createHash('sha256')
  const names = (await readdir(fontsDir)).filter((name) => name.endsWith('.ttf')).sort()
  for (const name of names) hash.update(name).update(await readFile(join(fontsDir, name)))
  return hash.digest('hex')
}

type Waiting = { resolve(pdf: Uint8Array): void; reject(error: Error): void }

/** One thread, taking pages in order; one that dies or hangs is replaced, and its pages are reported unprinted. */
function createThread(data: TypesetThreadData, printMs: number): (job: PrintJob) => Promise<Uint8Array> {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let next = 0
  let alarm: NodeJS.Timeout | undefined

  const fail = (message: string, cause?: unknown) => {
    clearTimeout(alarm)
    const dead = worker
    worker = undefined
    void dead?.terminate()
    for (const { reject } of waiting.values()) reject(new PlatformError('page-not-printable', message, { cause }))
    waiting.clear()
  }
  /** Counts from the last sign of life: a long queue is not a hanging page. */
  const watch = () => {
    clearTimeout(alarm)
    alarm = waiting.size > 0 ? setTimeout(() => fail(`a page took more than ${printMs} ms`), printMs) : undefined
    if (waiting.size === 0) worker?.unref()
  }
  const start = (): Worker => {
    const started = new Worker(TYPESET_PROGRAM, { workerData: data })
    started.on('message', (printed: Printed) => {
      const waiter = waiting.get(printed.id)
      waiting.delete(printed.id)
      watch()
      if (printed.outcome === 'printed') waiter?.resolve(printed.pdf)
      else waiter?.reject(new PlatformError('page-not-printable', printed.message))
    })
    started.on('error', (error) => started === worker && fail('the typesetting thread broke', error))
    return started
  }
  return (job) =>
    new Promise((resolve, reject) => {
      worker ??= start()
      worker.ref()
      const id = next++
      waiting.set(id, { resolve, reject })
      if (waiting.size === 1) watch()
      worker.postMessage({ id, job })
    })
}
