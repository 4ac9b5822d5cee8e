/** Rotates signing keys and declares them compromised. */
import type { SigningKey as WireKey } from '@kolleges/api'
import { verificationMethodId } from '@kolleges/credentials'
import { record } from '../audit/index.ts'
import type { Staff } from '../platform/handler.ts'
import type { Instant, Ports, SigningKey, Tx } from '../platform/ports.ts'
import { loadInstitution } from './store.ts'

export const listSigningKeys = (ports: Ports, institutionId: string): Promise<WireKey[]> =>
  ports.db.tenant(institutionId, async (tx) => {
    const { did } = await loadInstitution(tx, institutionId)
    return (await ports.signers.list(tx, institutionId)).map((key) => wireOf(key, did))
  })

/** From now on everything is signed with the new key; what the old one signed stays good. */
export const rotateSigningKey = (ports: Ports, actor: Staff): Promise<WireKey> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    const { did } = await loadInstitution(tx, actor.institutionId)
    return wireOf(await replaceKey(tx, ports, actor), did)
  })

export type Retired =
  | { readonly outcome: 'retired'; readonly key: WireKey }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'since-in-future' }

/**
 * Marks a key compromised since an instant, by default since now. An active key gets a successor first, so that issuing goes on. A
 * compromise found to be older than was thought moves back in time; it never moves forward, which would bless what a thief signed.
 */
export async function retireSigningKey(
  ports: Ports,
  actor: Staff,
  keyId: string,
  compromisedSince: Instant | undefined,
): Promise<Retired> {
  const now = ports.clock.now()
  const since = compromisedSince ?? now
  if (since > now) return { outcome: 'refused', reason: 'since-in-future' }
  return ports.db.tenant(actor.institutionId, async (tx) => {
    const { did } = await loadInstitution(tx, actor.institutionId)
    const known = await findKey(tx, ports, actor, keyId)
    if (!known) return { outcome: 'refused', reason: 'not-found' }
    if (known.state === 'active') await replaceKey(tx, ports, actor)
    const from = known.state === 'compromised' && known.stateSince < since ? known.stateSince : since
    await ports.signers.setState(tx, actor.institutionId, keyId, 'compromised', from)
    await tell(tx, ports, actor, 'signing-key.compromised', keyId, { since: from })
    return { outcome: 'retired', key: wireOf({ ...known, state: 'compromised', stateSince: from }, did) }
  })
}

const findKey = async (
  tx: Tx,
  ports: Ports,
  { institutionId }: Staff,
  keyId: string,
): Promise<SigningKey | undefined> => (await ports.signers.list(tx, institutionId)).find((key) => key.keyId === keyId)

async function replaceKey(tx: Tx, ports: Ports, actor: Staff): Promise<SigningKey> {
  const key = await ports.signers.create(tx, actor.institutionId)
  await tell(tx, ports, actor, 'signing-key.created', key.keyId)
  return key
}

const tell = (tx: Tx, ports: Ports, actor: Staff, action: string, id: string, details?: Record<string, string>) =>
  record(tx, ports, {
    institutionId: actor.institutionId,
    actor: actor.label,
    action,
    subject: { kind: 'signing-key', id },
    ...(details && { details }),
  })

const wireOf = (key: SigningKey, did: string): WireKey => ({
  id: key.keyId,
  verificationMethod: verificationMethodId(did, key.publicKeyMultibase),
  publicKeyMultibase: key.publicKeyMultibase,
  state: key.state,
  activeSince: key.activeSince,
  stateSince: key.stateSince,
})
