/** Decides who may give which role: no role gives what it lacks. */
import { CAPABILITIES_OF, type Capability, mayRole, type Role } from '@kolleges/api'

export const allows = (role: Role, capability: Capability): boolean => mayRole(role, capability)

/** True when everything the given role may do, the giver may do as well. */
export const mayGrant = (giver: Role, given: Role): boolean =>
  CAPABILITIES_OF[given].every((capability) => mayRole(giver, capability))
