/** Runs tasks in a few threads of this process; a thread that breaks or hangs is replaced, and its tasks are told so. */
import { Worker } from 'node:worker_threads'
import { PlatformError } from './errors.ts'
import { THREAD_HEAP_MIB_MAX, THREAD_IDLE_MS, THREAD_SILENT_MS_MAX } from './limits.ts'
import type { FromThread, ToThread } from './thread-tasks.ts'

/** What a task wants to know meanwhile, such as a signature: answered here, where the keys are. */
export type Answer<Question, Reply> = (question: Question) => Promise<Reply>

export type Threads<Task, Result, Question, Reply> = {
  /** Throws `PlatformError` `thread-broken` when the task did not come to its end, for whatever reason. */
  run(task: Task, answer: Answer<Question, Reply>): Promise<Result>
  /** Ends every thread; what runs is told that it broke. */
  close(): void
}

export type ThreadsOptions = { readonly program: string; readonly role: string; readonly count: number }

/** Threads start with the first task, do not keep the process alive, and end when nobody needed them for a while. */
export function createThreads<Task, Result, Question, Reply>(
  options: ThreadsOptions,
): Threads<Task, Result, Question, Reply> {
  const threads = Array.from({ length: options.count }, () => createThread(options))
  return {
    run: (task, answer) => {
      const [free] = [...threads].sort((a, b) => a.load() - b.load())
      return free!.run(task, answer as Answer<unknown, unknown>) as Promise<Result>
    },
    close: () => {
      for (const thread of threads) thread.end('the process is stopping')
    },
  }
}

type Running = { resolve(result: unknown): void; reject(error: Error): void; readonly answer: Answer<unknown, unknown> }

function createThread({ program, role }: ThreadsOptions) {
  const running = new Map<number, Running>()
  let worker: Worker | undefined
  let next = 0
  let alarm: NodeJS.Timeout | undefined

  const end = (message: string, cause?: unknown): void => {
    clearTimeout(alarm)
    const ended = worker
    worker = undefined
    void ended?.terminate()
    for (const { reject } of running.values()) reject(new PlatformError('thread-broken', message, { cause }))
    running.clear()
  }
  /** Counts from the last sign of life. */
  const watch = (): void => {
    clearTimeout(alarm)
    if (running.size > 0) alarm = setTimeout(() => end('a thread was silent for too long'), THREAD_SILENT_MS_MAX)
    else {
      worker?.unref()
      alarm = setTimeout(() => end('not needed'), THREAD_IDLE_MS).unref()
    }
  }
  const hear = (heard: FromThread): void => {
    const task = running.get(heard.task)
    if (!task) return
    if (heard.kind === 'question') {
      const tell = (answer: ToThread): void => worker?.postMessage(answer)
      const { task: id, round } = heard
      task.answer(heard.question).then(
        (reply) => tell({ kind: 'reply', task: id, round, reply }),
        () => tell({ kind: 'no-reply', task: id, round }),
      )
      watch()
      return
    }
    running.delete(heard.task)
    watch()
    if (heard.kind === 'done') task.resolve(heard.result)
    else task.reject(new PlatformError('thread-broken', 'a task failed in its thread'))
  }
  const start = (): Worker => {
    const resourceLimits = { maxOldGenerationSizeMb: THREAD_HEAP_MIB_MAX }
    const started = new Worker(program, { workerData: { role }, resourceLimits })
    started.on('message', (heard: FromThread) => started === worker && hear(heard))
    started.on('error', (error) => started === worker && end('a thread broke', error))
    started.on('exit', () => started === worker && end('a thread ended'))
    return started
  }
  return {
    load: () => running.size,
    end,
    run: (task: unknown, answer: Answer<unknown, unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        const id = next++
        running.set(id, { resolve, reject, answer })
        watch()
        worker.postMessage({ kind: 'task', task: id, content: task } satisfies ToThread)
      }),
  }
}
