/** An institution with a member and a key of every role, for tests of who may do what. */
import type { Role } from '@kolleges/api'
import { addOwner, createApiKey, startStaffSession } from '../src/access/index.ts'
import { createInstitution, type Institution, type NewInstitution } from '../src/issuers/index.ts'
import type { Harness } from './harness.ts'

export const ROLES = ['owner', 'admin', 'designer', 'issuer', 'viewer'] as const satisfies readonly Role[]
export const KEY_ROLES = ['admin', 'designer', 'issuer', 'viewer'] as const

export type Staffed = {
  readonly institution: Institution
  /** Session cookies by role. */
  readonly cookies: Readonly<Record<Role, string>>
  readonly memberIds: Readonly<Record<Role, string>>
  /** API key secrets by role. */
  readonly keys: Readonly<Record<(typeof KEY_ROLES)[number], string>>
}

export async function institutionOf(h: Harness, more: Partial<NewInstitution> = {}): Promise<Institution> {
  const slug = more.slug ?? 'hanbit'
  const name = { ko: `${slug} 대학교`, en: `${slug} university` }
  const created = await createInstitution(h.ports, {
    ...{ name, slug, kind: 'university', standing: 'confirmed', owner: `owner@${slug}.example` },
    ...more,
  })
  if (created.outcome !== 'created') throw new Error(created.reason)
  return created.institution
}

/** A session's cookie as a browser sends it. */
export async function cookieOf(h: Harness, email: string): Promise<string> {
  const { cookie } = await startStaffSession(h.ports, email)
  return cookie.split(';')[0]!
}

export async function staff(h: Harness, slug = 'hanbit'): Promise<Staffed> {
  const institution = await institutionOf(h, { slug })
  const owner = await cookieOf(h, `owner@${slug}.example`)
  for (const role of ROLES.slice(1)) {
    const added = await h.request('/v1/members', { cookie: owner, json: { email: `${role}@${slug}.example`, role } })
    if (added.status !== 201) throw new Error(await added.text())
  }
  const cookies = {} as Record<Role, string>
  for (const role of ROLES) cookies[role] = await cookieOf(h, `${role}@${slug}.example`)
  const listed = (await (await h.request('/v1/members', { cookie: owner })).json()) as {
    data: { id: string; role: Role }[]
  }
  const memberIds = Object.fromEntries(listed.data.map(({ id, role }) => [role, id])) as Record<Role, string>
  const keys = {} as Record<(typeof KEY_ROLES)[number], string>
  for (const role of KEY_ROLES) keys[role] = await keyOf(h, institution.id, role)
  return { institution, cookies, memberIds, keys }
}

export const keyOf = async (h: Harness, institutionId: string, role: (typeof KEY_ROLES)[number]): Promise<string> => {
  const wanted = { institutionId, name: role, role, actor: 'test' }
  return (await h.ports.db.tenant(institutionId, (tx) => createApiKey(tx, h.ports, wanted))).secret
}

/** A second owner, for the tests in which owners meet. */
export const secondOwner = (h: Harness, institutionId: string, email: string): Promise<string | undefined> =>
  h.ports.db.tenant(institutionId, (tx) => addOwner(tx, h.ports, institutionId, email, 'test'))
