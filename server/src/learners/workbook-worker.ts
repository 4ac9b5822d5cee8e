/** Reads one workbook in a thread of its own and answers its rows. */
import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from './workbook.ts'

/** What the thread posts. */
export type Answer = Awaited<ReturnType<typeof readWorkbook>>

parentPort?.postMessage(await readWorkbook(workerData as Uint8Array))
