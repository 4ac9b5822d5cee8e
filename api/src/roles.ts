// Which role may do what: the one policy table. Routes name a capability; the server checks it before any handler runs.
import { z } from 'zod'

export const Role = z.enum(['owner', 'admin', 'designer', 'issuer', 'viewer'])
export type Role = z.infer<typeof Role>

export const CAPABILITIES = [
  'institution.read',
  'institution.write',
  'members.read',
  'members.write',
  'owners.write',
  'api-keys.read',
  'api-keys.write',
  'signing-keys.write',
  'achievements.read',
  'achievements.write',
  'learners.read',
  'awards.read',
  'awards.write',
  'pathways.read',
  'pathways.write',
  'messages.read',
  'audit.read',
] as const
export type Capability = (typeof CAPABILITIES)[number]

const READ: readonly Capability[] = [
  'institution.read',
  'achievements.read',
  'awards.read',
  'learners.read',
  'pathways.read',
]

/** No role may grant what it lacks: `owners.write` guards giving and taking the owner role. */
export const CAPABILITIES_OF: Record<Role, readonly Capability[]> = {
  owner: CAPABILITIES,
  admin: CAPABILITIES.filter((capability) => capability !== 'owners.write' && capability !== 'signing-keys.write'),
  designer: [...READ, 'achievements.write', 'pathways.write'],
  issuer: [...READ, 'awards.write', 'messages.read'],
  viewer: READ,
}

export const mayRole = (role: Role, capability: Capability): boolean => CAPABILITIES_OF[role].includes(capability)
