/** Prints pages in a thread: drawing a page takes some milliseconds in which a server would answer nobody. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { PRINT_STANDARD, type PrintJob } from '@kolleges/design'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export const TYPESET_PROGRAM = import.meta.filename

export type TypesetThreadData = { readonly role: 'typeset'; readonly fontsDir: string }

export type Printed =
  | { readonly id: number; readonly outcome: 'printed'; readonly pdf: Uint8Array }
  | { readonly id: number; readonly outcome: 'refused'; readonly message: string }

/** Exists nowhere: all files of a job are shown to the typesetter from memory, and it is given no others. */
const ROOM = join(import.meta.dirname, 'typeset-room')

if (!isMainThread && workerData?.role === 'typeset') {
  const print = createPress((workerData as TypesetThreadData).fontsDir)
  parentPort!.on('message', ({ id, job }: { id: number; job: PrintJob }) => {
    parentPort!.postMessage(attempt(id, () => print(job)))
  })
}

function attempt(id: number, print: () => Uint8Array): Printed {
  try {
    return { id, outcome: 'printed', pdf: print() }
  } catch (error) {
    return { id, outcome: 'refused', message: error instanceof Error ? error.message : String(error) }
  }
}

function createPress(fontsDir: string): (job: PrintJob) => Uint8Array {
  const names = readdirSync(fontsDir).filter((name) => name.endsWith('.ttf'))
  const fontBlobs = names.map((name) => readFileSync(join(fontsDir, name)))
  const compiler = NodeCompiler.create({ workspace: ROOM, fontArgs: [{ fontBlobs }] })
  return ({ files, createdAtSeconds }) => {
    for (const { path, bytes } of files) compiler.mapShadow(join(ROOM, path), Buffer.from(bytes as Uint8Array))
    try {
      const mainFilePath = join(ROOM, files[0]!.path)
      return compiler.pdf(
        { mainFilePath, resetRead: true },
        { pdfStandard: PRINT_STANDARD, creationTimestamp: createdAtSeconds },
      )
    } finally {
      compiler.resetShadow()
      // What was drawn is kept for other pages otherwise: 400 MB after a few hundred.
      compiler.evictCache(0)
    }
  }
}
