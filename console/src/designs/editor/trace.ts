// What a gesture draws while it lasts, outside React's tree: one frame touches only what listens.
import type { Box, Guide } from '@kolleges/design'
import { useSyncExternalStore } from 'react'

export interface Trace {
  /** How far what is lifted was carried, in the page's unit. */
  readonly dx: number
  readonly dy: number
  readonly guides: readonly Guide[]
  /** The frame drawn to choose or to draw with. */
  readonly frame: Box | null
}

const STILL: Trace = { dx: 0, dy: 0, guides: [], frame: null }

export interface TraceStore {
  get(): Trace
  set(trace: Partial<Trace>): void
  clear(): void
  listen(heard: () => void): () => void
}

export function createTrace(): TraceStore {
  let current = STILL
  const ears = new Set<() => void>()
  const tell = (next: Trace) => {
    current = next
    for (const heard of ears) heard()
  }
  return {
    get: () => current,
    set: (trace) => tell({ ...current, ...trace }),
    clear: () => tell(STILL),
    listen(heard) {
      ears.add(heard)
      return () => void ears.delete(heard)
    },
  }
}

export const useTrace = (store: TraceStore): Trace => useSyncExternalStore(store.listen, store.get)
