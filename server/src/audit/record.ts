/** Writes one entry of the audit trail in the transaction of the change it tells of. */
import type { Ports, Tx } from '../platform/ports.ts'
import type { Entry } from './entry.ts'
import { saveEntries } from './store.ts'

/** A change that is rolled back leaves no entry, and a change that is kept cannot lose its entry. */
export const record = (tx: Tx, ports: Ports, entry: Entry): Promise<void> => recordAll(tx, ports, [entry])

/** The same for many changes of one transaction. */
export const recordAll = (tx: Tx, ports: Ports, entries: readonly Entry[]): Promise<void> =>
  saveEntries(
    tx,
    entries.map((entry) => ({ ...entry, id: ports.random.uuid(), at: ports.clock.now() })),
  )
