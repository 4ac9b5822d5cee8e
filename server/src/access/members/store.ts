/** The SQL of members. */
import type { Member, Membership, Role } from '@kolleges/api'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Instant, Tx } from '../../platform/ports.ts'

export type Standing = z.infer<typeof Membership> & { readonly memberId: string }

/** Every institution an address works for, across the walls between them; asked by the address's own proof only. */
export async function membershipsOf(tx: Tx, email: string): Promise<Standing[]> {
  const { rows } = await sql<{
    institution_id: string
    member_id: string
    role: Role
    slug: string
    name_ko: string
    name_en: string
  }>`select * from memberships_of(${email})`.execute(tx)
  return rows.map((row) => ({
    institutionId: row.institution_id,
    memberId: row.member_id,
    role: row.role,
    slug: row.slug,
    name: { ko: row.name_ko, en: row.name_en },
  }))
}

const COLUMNS = ['id', 'email', 'name', 'role', 'state', 'created_at'] as const

export async function listMembers(tx: Tx, institutionId: string): Promise<Member[]> {
  const rows = await tx
    .selectFrom('members')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(memberOf)
}

export async function findMember(tx: Tx, institutionId: string, id: string): Promise<Member | undefined> {
  const row = await tx
    .selectFrom('members')
    .select(COLUMNS)
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && memberOf(row)
}

/** All active owners, locked: whoever wants to take one away waits for whoever is taking another. */
export async function lockOwners(tx: Tx, institutionId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('members')
    .select('id')
    .where('institution_id', '=', institutionId)
    .where('role', '=', 'owner')
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

/** Undefined when the address is a member already. */
export async function saveNewMember(tx: Tx, institutionId: string, member: Member): Promise<Member | undefined> {
  const row = await tx
    .insertInto('members')
    .values({
      institution_id: institutionId,
      id: member.id,
      email: member.email,
      name: member.name,
      role: member.role,
      state: member.state,
      created_at: member.createdAt as Instant,
    })
    .onConflict((conflict) => conflict.columns(['institution_id', 'email']).doNothing())
    .returning(COLUMNS)
    .executeTakeFirst()
  return row && memberOf(row)
}

export async function saveMember(tx: Tx, institutionId: string, { id, role, state }: Member): Promise<void> {
  await tx
    .updateTable('members')
    .set({ role, state })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

type Row = { id: string; email: string; name: string; role: string; state: string; created_at: string }

const memberOf = (row: Row): Member => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role as Role,
  state: row.state as Member['state'],
  createdAt: row.created_at,
})
