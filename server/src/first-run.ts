/** Lets the first person in: a sign-in link for a server on which nobody has an institution yet. */
import { createSignInLink } from './access/index.ts'
import { hasInstitution } from './issuers/index.ts'
import type { Ports } from './platform/ports.ts'

/** Stands for whoever started the server; whom it names as owner is that person's choice. */
export const OPERATOR_EMAIL = 'operator@kolleges.localhost'

/** `undefined` once there is an institution. */
export async function firstSignInUrl(ports: Ports): Promise<string | undefined> {
  if (await hasInstitution(ports)) return undefined
  return createSignInLink(ports, OPERATOR_EMAIL, '/app', { isOperator: true })
}
