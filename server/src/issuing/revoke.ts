/** Takes a credential back, with a reason. */
import { record } from '../audit/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports } from '../platform/ports.ts'
import { setStatusBit } from '../status/index.ts'
import { type ActDecision, decide } from './award.ts'
import { findAwardForUpdate, saveRevocation } from './store.ts'

export type RevokeAward = {
  readonly institutionId: string
  readonly publicId: string
  readonly by: string
  readonly reason: string
}

export type AwardDecision = ActDecision | { readonly outcome: 'refused'; readonly reason: 'not-found' }

/** Row, status bit, event and audit entry commit together; the signed status list follows by a job. */
export const revokeAward = (ports: Ports, command: RevokeAward): Promise<AwardDecision> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, publicId, by, reason } = command
    const award = await findAwardForUpdate(tx, institutionId, publicId)
    if (award === null) return { outcome: 'refused', reason: 'not-found' }
    const decision = decide('revocation', award)
    if (decision.outcome !== 'done') return decision
    await saveRevocation(tx, institutionId, award.id, { at: ports.clock.now(), by, reason })
    await setStatusBit(tx, ports, institutionId, award.status, true)
    await emit(tx, ports, { type: 'credential.revoked', institutionId, payload: { awardId: award.id } })
    const subject = { kind: 'credential', id: publicId }
    await record(tx, ports, { institutionId, actor: by, action: 'credential.revoked', subject, details: { reason } })
    return decision
  })
