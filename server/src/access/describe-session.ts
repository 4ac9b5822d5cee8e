/** Tells a signed-in person who they are here. */
import { CAPABILITIES_OF, type Session } from '@kolleges/api'
import type { Ports } from '../platform/ports.ts'
import { membershipsOf, type Standing } from './members/store.ts'
import { loadAccount } from './store.ts'

export type Known = { readonly id: string; readonly email: string }

export const describeSession = (ports: Ports, { id, email }: Known, institutionId: string | null): Promise<Session> =>
  ports.db.lookup(async (tx) => {
    const account = await loadAccount(tx, id)
    const standings = await membershipsOf(tx, email)
    const current = standings.find((standing) => standing.institutionId === institutionId)
    return {
      account,
      memberships: standings.map(membershipOf),
      current: current ? membershipOf(current) : null,
      capabilities: current ? [...CAPABILITIES_OF[current.role]] : [],
      sendsMail: ports.mail.kind === 'smtp',
    }
  })

const membershipOf = ({ institutionId, slug, name, role }: Standing): Session['memberships'][number] => ({
  institutionId,
  slug,
  name,
  role,
})
