/** The side of a thread: takes tasks, and asks the main thread for what only that may do. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads'

export type ToThread =
  | { readonly kind: 'task'; readonly task: number; readonly content: unknown }
  | { readonly kind: 'reply'; readonly task: number; readonly round: number; readonly reply: unknown }
  | { readonly kind: 'no-reply'; readonly task: number; readonly round: number }

export type FromThread =
  | { readonly kind: 'question'; readonly task: number; readonly round: number; readonly question: unknown }
  | { readonly kind: 'done'; readonly task: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly task: number }

type Asking = { resolve(reply: unknown): void; reject(error: Error): void }

/** Does nothing unless this is a thread of that role: the program of a thread is a module like any other. */
export function takeTasks<Task, Result, Question, Reply>(
  role: string,
  perform: (task: Task, ask: (question: Question) => Promise<Reply>) => Promise<Result>,
): void {
  if (isMainThread || workerData?.role !== role) return
  const tell = (message: FromThread): void => parentPort!.postMessage(message)
  const asking = new Map<number, Asking>()
  let rounds = 0
  parentPort!.on('message', (heard: ToThread) => {
    if (heard.kind !== 'task') {
      const waiting = asking.get(heard.round)
      asking.delete(heard.round)
      if (heard.kind === 'reply') waiting?.resolve(heard.reply)
      else waiting?.reject(new Error('no reply'))
      return
    }
    const { task } = heard
    const ask = (question: Question): Promise<Reply> =>
      new Promise((resolve, reject) => {
        const round = rounds++
        asking.set(round, { resolve: resolve as Asking['resolve'], reject })
        tell({ kind: 'question', task, round, question })
      })
    perform(heard.content as Task, ask).then(
      (result) => tell({ kind: 'done', task, result }),
      () => tell({ kind: 'failed', task }),
    )
  })
}
