/** Changes a member's role or state. */

import { record } from '../../audit/index.ts'
import type { Staff } from '../../platform/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import { type Change, changeOf, type Decision } from './member.ts'
import { findMember, lockOwners, saveMember } from './store.ts'

export type Changed = Decision | { readonly outcome: 'refused'; readonly reason: 'not-found' }

export const changeMember = (ports: Ports, actor: Staff, memberId: string, change: Change): Promise<Changed> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    const owners = await lockOwners(tx, actor.institutionId)
    const member = await findMember(tx, actor.institutionId, memberId)
    if (!member) return { outcome: 'refused', reason: 'not-found' }
    const decision = changeOf(actor.role, member, change, owners)
    if (decision.outcome === 'refused') return decision
    await saveMember(tx, actor.institutionId, decision.member)
    await record(tx, ports, {
      institutionId: actor.institutionId,
      actor: actor.label,
      action: 'member.changed',
      subject: { kind: 'member', id: memberId },
      details: {
        role: { from: member.role, to: decision.member.role },
        state: { from: member.state, to: decision.member.state },
      },
    })
    return decision
  })
