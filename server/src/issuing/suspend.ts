/** Takes a credential out of force for a while, and puts it back. */
import { record } from '../audit/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Instant, Ports, Tx } from '../platform/ports.ts'
import { setStatusBit } from '../status/index.ts'
import { decide } from './award.ts'
import { SWEEP_AWARDS_MAX } from './limits.ts'
import type { AwardDecision } from './revoke.ts'
import { findAwardForUpdate, listSuspensionsOver, saveReinstatement, saveSuspension } from './store.ts'

export type SuspendAward = {
  readonly institutionId: string
  readonly publicId: string
  readonly by: string
  readonly reason: string
  readonly until: Instant | null
}

export type AwardSuspension = AwardDecision | { readonly outcome: 'refused'; readonly reason: 'suspension-over' }

/**
 * Sets the bit of the one status list that the credential names: a verifier that knows of no suspensions fails closed, and only our own answer tells
 * the difference (decision 0045).
 */
export const suspendAward = (ports: Ports, command: SuspendAward): Promise<AwardSuspension> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, publicId, by, reason, until } = command
    const at = ports.clock.now()
    const award = await findAwardForUpdate(tx, institutionId, publicId)
    if (award === null) return { outcome: 'refused', reason: 'not-found' }
    const decision = decide('suspension', award)
    if (decision.outcome !== 'done') return decision
    if (until !== null && Date.parse(until) <= Date.parse(at)) return { outcome: 'refused', reason: 'suspension-over' }
    await saveSuspension(tx, institutionId, award.id, { at, by, reason, until })
    await setStatusBit(tx, ports, institutionId, award.status, true)
    await emit(tx, ports, { type: 'credential.suspended', institutionId, payload: { awardIds: [award.id] } })
    const subject = { kind: 'credential', id: publicId }
    const details = { reason, ...(until !== null && { until }) }
    await record(tx, ports, { institutionId, actor: by, action: 'credential.suspended', subject, details })
    return decision
  })

export type ReinstateAward = { readonly institutionId: string; readonly publicId: string; readonly by: string }

/** Clears the bit again; a credential that was revoked meanwhile stays revoked. */
export const reinstateAward = (ports: Ports, command: ReinstateAward): Promise<AwardDecision> =>
  ports.db.tenant(command.institutionId, (tx) => reinstateWithin(tx, ports, command))

async function reinstateWithin(
  tx: Tx,
  ports: Ports,
  { institutionId, publicId, by }: ReinstateAward,
): Promise<AwardDecision> {
  const award = await findAwardForUpdate(tx, institutionId, publicId)
  if (award === null) return { outcome: 'refused', reason: 'not-found' }
  const decision = decide('reinstatement', award)
  if (decision.outcome !== 'done') return decision
  await saveReinstatement(tx, institutionId, award.id)
  await setStatusBit(tx, ports, institutionId, award.status, false)
  await emit(tx, ports, { type: 'credential.reinstated', institutionId, payload: { awardIds: [award.id] } })
  const subject = { kind: 'credential', id: publicId }
  await record(tx, ports, { institutionId, actor: by, action: 'credential.reinstated', subject })
  return decision
}

/** Lifts the suspensions whose time is over; asked again, it finds none of them. */
export async function liftDueSuspensions(ports: Ports): Promise<void> {
  const due = await ports.db.operator((tx) => listSuspensionsOver(tx, ports.clock.now(), SWEEP_AWARDS_MAX))
  for (const { institutionId, publicId } of due) await reinstateAward(ports, { institutionId, publicId, by: 'system' })
}
