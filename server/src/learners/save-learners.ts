/** Puts recipients into the roll, each address once. */
import type { Ports, Tx } from '../platform/ports.ts'
import type { NewLearner } from './learner.ts'
import { LEARNERS_PER_STATEMENT_MAX } from './limits.ts'
import { recipientKey } from './recipient-key.ts'
import { upsertLearners } from './store.ts'

/**
 * Expects parsed recipients. A known address keeps its learner: the newest name counts, and what the recipient
 * leaves out stays. Of two recipients with one address the first counts.
 */
export async function saveLearners(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  recipients: readonly NewLearner[],
): Promise<Map<string, string>> {
  const byKey = new Map<string, NewLearner>()
  for (const recipient of recipients) {
    const key = recipientKey(recipient.email)
    if (!byKey.has(key)) byKey.set(key, recipient)
  }
  // In one order everywhere, so that two rosters at once cannot lock each other's rows crosswise.
  const rows = [...byKey.keys()].sort().map((email) => ({ ...byKey.get(email)!, email, id: ports.random.uuid() }))
  const ids = new Map<string, string>()
  for (let start = 0; start < rows.length; start += LEARNERS_PER_STATEMENT_MAX) {
    const part = rows.slice(start, start + LEARNERS_PER_STATEMENT_MAX)
    for (const { email, id } of await upsertLearners(tx, institutionId, part, ports.clock.now())) ids.set(email, id)
  }
  return ids
}
