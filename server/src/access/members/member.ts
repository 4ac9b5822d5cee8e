/** Decides whether one member may change another. */
import type { Member, Role } from '@kolleges/api'
import { mayGrant } from '../grants.ts'

export type Change = { readonly role?: Role; readonly state?: Member['state'] }

export type Decision =
  | { readonly outcome: 'changed'; readonly member: Member }
  | { readonly outcome: 'refused'; readonly reason: 'not-allowed' | 'last-owner' }

/** `owners` are the ids of all active owners. Taking a role away needs the same right as giving it. */
export function changeOf(actor: Role, member: Member, change: Change, owners: readonly string[]): Decision {
  const changed: Member = { ...member, role: change.role ?? member.role, state: change.state ?? member.state }
  if (!mayGrant(actor, member.role) || !mayGrant(actor, changed.role)) {
    return { outcome: 'refused', reason: 'not-allowed' }
  }
  const staysOwner = changed.role === 'owner' && changed.state === 'active'
  if (!staysOwner && owners.length === 1 && owners[0] === member.id) return { outcome: 'refused', reason: 'last-owner' }
  return { outcome: 'changed', member: changed }
}
