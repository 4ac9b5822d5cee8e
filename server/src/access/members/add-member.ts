/** Adds someone to the staff of an institution. */
import type { Member, Role } from '@kolleges/api'
import { record } from '../../audit/index.ts'
import type { Staff } from '../../platform/handler.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { foldEmail } from '../email.ts'
import { mayGrant } from '../grants.ts'
import { SEND_INVITATION } from '../job-names.ts'
import { INVITATIONS_PER_INSTITUTION_PER_DAY_MAX } from '../limits.ts'
import { isWithinDaily } from '../rates.ts'
import { saveNewMember } from './store.ts'

export type NewMember = { readonly email: string; readonly name: string; readonly role: Role }

export type Added =
  | { readonly outcome: 'added'; readonly member: Member }
  | { readonly outcome: 'refused'; readonly reason: 'not-allowed' | 'member-exists' | 'rate-limited' }

/** The invitation goes out by a job of the same transaction. */
export async function addMember(ports: Ports, actor: Staff, wanted: NewMember): Promise<Added> {
  if (!mayGrant(actor.role, wanted.role)) return { outcome: 'refused', reason: 'not-allowed' }
  const { institutionId, label } = actor
  if (!(await isWithinDaily(ports, 'invitation', institutionId, INVITATIONS_PER_INSTITUTION_PER_DAY_MAX))) {
    return { outcome: 'refused', reason: 'rate-limited' }
  }
  return ports.db.tenant(institutionId, async (tx) => {
    const member = await enter(tx, ports, { institutionId, actor: label, ...wanted })
    if (!member) return { outcome: 'refused', reason: 'member-exists' }
    await ports.queue.enqueue(tx, SEND_INVITATION, { institutionId, memberId: member.id })
    return { outcome: 'added', member }
  })
}

/** Makes an address the owner of an institution that is being set up, in the same transaction; answers the member's id. */
export async function addOwner(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  email: string,
  actor: string,
): Promise<string | undefined> {
  const member = await enter(tx, ports, { institutionId, actor, email, name: '', role: 'owner' })
  return member?.id
}

type Entering = NewMember & { readonly institutionId: string; readonly actor: string }

async function enter(tx: Tx, ports: Ports, entering: Entering): Promise<Member | undefined> {
  const { institutionId, actor, name, role } = entering
  const member = await saveNewMember(tx, institutionId, {
    id: ports.random.uuid(),
    email: foldEmail(entering.email),
    name,
    role,
    state: 'active',
    createdAt: ports.clock.now(),
  })
  if (!member) return undefined
  await record(tx, ports, {
    institutionId,
    actor,
    action: 'member.added',
    subject: { kind: 'member', id: member.id },
    details: { role, email: member.email },
  })
  return member
}
