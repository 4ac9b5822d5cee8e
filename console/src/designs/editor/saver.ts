// Sends a draft within a second of its last change, keeps it in the browser until the server has it, and never sends two at once.
import type { DesignDocument } from '@kolleges/design'

export type SavingState = 'saved' | 'waiting' | 'saving' | 'kept' | 'conflict'

export interface Change {
  readonly document?: DesignDocument
  readonly name?: string
  readonly brandKit?: string | null
}

export type Sent =
  | { readonly outcome: 'saved'; readonly revision: number }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'failed' }

export interface SaverPorts {
  send(change: Change & { readonly revision: number }): Promise<Sent>
  keep(document: DesignDocument, revision: number): void
  forget(): void
  /** Runs it after a while; gives what cancels it. */
  later(ms: number, run: () => void): () => void
  tell(state: SavingState): void
}

export const SAVE_AFTER_MS = 600
export const RETRY_AFTER_MS = 5_000

export interface Saver {
  changed(change: Change): void
  /** Sends what waits; true when the server has everything. */
  flush(): Promise<boolean>
  /** Goes on from another revision: what waits is sent over it, or dropped where theirs was taken. */
  goOn(revision: number, keepsMine: boolean): void
  revision(): number
}

export function createSaver(ports: SaverPorts, startingRevision: number): Saver {
  let revision = startingRevision
  let waiting: Change | null = null
  let underWay: Promise<boolean> | null = null
  let cancel = (): void => undefined
  let isBlocked = false

  const schedule = (ms: number) => {
    cancel()
    cancel = ports.later(ms, () => void flush())
  }

  const settle = (sent: Sent, change: Change): boolean => {
    if (sent.outcome === 'saved') {
      revision = sent.revision
      if (waiting === null) {
        ports.forget()
        ports.tell('saved')
        return true
      }
      schedule(SAVE_AFTER_MS)
      return false
    }
    waiting = { ...change, ...waiting }
    isBlocked = sent.outcome === 'conflict'
    ports.tell(isBlocked ? 'conflict' : 'kept')
    if (!isBlocked) schedule(RETRY_AFTER_MS)
    return false
  }

  const sendNow = async (change: Change): Promise<boolean> => {
    ports.tell('saving')
    const sent = await ports.send({ ...change, revision }).catch((): Sent => ({ outcome: 'failed' }))
    underWay = null
    return settle(sent, change)
  }

  const flush = async (): Promise<boolean> => {
    cancel()
    if (underWay) await underWay
    if (waiting === null) return true
    if (isBlocked) return false
    const change = waiting
    waiting = null
    underWay = sendNow(change)
    const isDone = await underWay
    // What came while it was on its way goes at once; what failed waits for its turn.
    return isDone || (!isBlocked && hasMore(waiting, change) ? flush() : false)
  }

  return {
    changed(change) {
      waiting = { ...waiting, ...change }
      if (change.document) ports.keep(change.document, revision)
      if (!isBlocked) schedule(SAVE_AFTER_MS)
      if (!isBlocked) ports.tell('waiting')
    },
    flush,
    goOn(next, keepsMine) {
      revision = next
      isBlocked = false
      if (!keepsMine) waiting = null
      if (waiting === null) {
        ports.forget()
        ports.tell('saved')
      } else void flush()
    },
    revision: () => revision,
  }
}

/** Whether something came that was not among what was sent. */
const hasMore = (waiting: Change | null, sent: Change): boolean =>
  Object.entries(waiting ?? {}).some(([name, value]) => sent[name as keyof Change] !== value)
