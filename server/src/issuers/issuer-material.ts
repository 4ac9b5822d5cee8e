/** Gathers what a verification needs to know of one of our own issuers. */
import { composeDidDocument, didWeb, type IssuerTrust, type JsonObject, type KeyState } from '@kolleges/credentials'
import { SIGNER_CACHE_SECONDS } from '../platform/limits.ts'
import type { Clock, Ports, SigningKey } from '../platform/ports.ts'
import { findInstitutionIdBySlug } from './find-institution.ts'
import { type Institution, pageOf } from './institution.ts'
import { loadInstitution } from './store.ts'

export type IssuerMaterial = { readonly document: JsonObject; readonly trust: IssuerTrust }

/** Null when the DID is not one of ours. Who has the institution at hand saves the look for it. */
export async function issuerMaterial(ports: Ports, did: string, atHand?: Institution): Promise<IssuerMaterial | null> {
  const known = atHand?.did === did ? atHand : null
  const id = known ? known.id : await findIdByDid(ports, did)
  if (id === null) return null
  const { institution, keys } = await ports.db.tenant(id, async (tx) => ({
    institution: known ?? (await loadInstitution(tx, id)),
    keys: await ports.signers.list(tx, id),
  }))
  return {
    document: didDocumentOf(institution, keys, ports.config.origin),
    trust: {
      standing: institution.standing,
      name: institution.name[institution.language],
      keys: new Map(keys.map((key) => [key.publicKeyMultibase, stateOf(ports.clock, key)])),
    },
  }
}

async function findIdByDid(ports: Ports, did: string): Promise<string | null> {
  const prefix = `${didWeb(ports.config.origin, 'i')}:`
  return did.startsWith(prefix) ? findInstitutionIdBySlug(ports, did.slice(prefix.length)) : null
}

/**
 * Every key there ever was stays listed, or what it signed would fall; only a compromised one is marked revoked, because strict
 * readers refuse a revoked key whatever the date. The service tells where our own word about the institution is to be had.
 */
export const didDocumentOf = (institution: Institution, keys: readonly SigningKey[], origin: string): JsonObject =>
  composeDidDocument({
    did: institution.did,
    keys: keys.map(({ publicKeyMultibase, state, stateSince }) => ({
      publicKeyMultibase,
      ...(state === 'compromised' && { revoked: stateSince }),
    })),
    services: [
      {
        id: `${institution.did}#standing`,
        type: 'KollegesStanding',
        serviceEndpoint: `${pageOf(institution, origin)}/standing.json`,
      },
    ],
  })

/** A node may hold the retired key a little longer, and what it signs in that time is good. */
function stateOf(clock: Clock, { state, stateSince }: SigningKey): KeyState {
  if (state === 'active') return { state }
  return { state, since: state === 'retired' ? clock.after(SIGNER_CACHE_SECONDS, stateSince) : stateSince }
}
