import assert from 'node:assert/strict'
import test from 'node:test'
import { isMainThread } from 'node:worker_threads'
import { takeTasks } from './thread-tasks.ts'
import { createThreads } from './threads.ts'

type Task = 'double' | 'die' | 'throw' | 'ask' | 'insist'

/** This file is also the program of the threads it tests. */
takeTasks<{ task: Task; value: number }, number, number, number>('arithmetic', async ({ task, value }, ask) => {
  if (task === 'die') process.exit(3)
  if (task === 'throw') throw new Error('no')
  if (task === 'ask') return (await ask(value)) + (await ask(value + 1))
  if (task === 'insist') return ask(value).catch(() => -1)
  return value * 2
})

const threads = createThreads<{ task: Task; value: number }, number, number, number>({
  program: import.meta.filename,
  role: 'arithmetic',
  count: 2,
})
const run = (task: Task, value = 1) =>
  threads.run({ task, value }, async (question) => {
    if (question > 100) throw new Error('not told')
    return question * 10
  })
const broken = { name: 'PlatformError', code: 'thread-broken' }

if (isMainThread) {
  test('tasks come back with their own results', async () => {
    const values = Array.from({ length: 20 }, (_, value) => value)
    assert.deepEqual(
      await Promise.all(values.map((value) => run('double', value))),
      values.map((value) => value * 2),
    )
  })

  test('a task may ask, and is told whether there is no reply', async () => {
    assert.deepEqual(await Promise.all([run('ask', 1), run('ask', 5), run('insist', 101)]), [30, 110, -1])
  })

  test('a task that throws is told apart from the thread: the others end well', async () => {
    const [thrown, fine] = await Promise.allSettled([run('throw'), run('double', 4)])
    assert.equal(thrown.status, 'rejected')
    assert.deepEqual(fine, { status: 'fulfilled', value: 8 })
  })

  test('a thread that dies breaks its tasks, and another takes the next ones', async () => {
    await assert.rejects(run('die'), broken)
    assert.equal(await run('double', 21), 42)
  })

  test('closing breaks what runs, and nothing waits for ever', async () => {
    const waiting = threads.run({ task: 'ask', value: 1 }, () => new Promise(() => {}))
    await Promise.all([assert.rejects(waiting, broken), Promise.resolve().then(() => threads.close())])
  })
}
