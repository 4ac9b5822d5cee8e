// Issues credentials in a thread of its own for a given time, then tells how many a second.

import { parentPort, workerData } from 'node:worker_threads'
import { HOLE_SETS, SHAPES } from './data.ts'
import { editionOf, issueText } from './issue-cases.ts'

const { shape, ms } = workerData as { shape: string; ms: number }
const prepared = await editionOf(SHAPES.find(({ id }) => id === shape)!.credential)
for (let set = 0; set < 500; set++) await issueText(prepared, set)

parentPort!.once('message', async () => {
  const started = performance.now()
  let count = 0
  while (performance.now() - started < ms) for (let n = 0; n < 50; n++) await issueText(prepared, count++ % HOLE_SETS)
  parentPort!.postMessage((count * 1_000) / (performance.now() - started))
})
parentPort!.postMessage('ready')
