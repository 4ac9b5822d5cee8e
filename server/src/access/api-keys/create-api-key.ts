/** Makes an API key whose secret is told once. */
import type { ApiKey, Role } from '@kolleges/api'
import { record } from '../../audit/index.ts'
import type { Ports, Tx } from '../../platform/ports.ts'
import { hashSecret } from '../secrets.ts'
import { newKeySecret } from './secret.ts'
import { isConfirmed, saveKey } from './store.ts'

export type WantedKey = {
  readonly institutionId: string
  readonly name: string
  readonly role: Exclude<Role, 'owner'>
  /** The label of whoever makes it. */
  readonly actor: string
}

export type CreatedKey = ApiKey & { readonly secret: string }

/** The caller has checked that whoever asks may give the role. */
export async function createApiKey(tx: Tx, ports: Ports, wanted: WantedKey): Promise<CreatedKey> {
  const { institutionId, name, role } = wanted
  const secret = newKeySecret(ports.random, (await isConfirmed(tx, institutionId)) ? 'live' : 'test')
  const key = { id: ports.random.uuid(), name, role, lastFour: secret.slice(-4), createdAt: ports.clock.now() }
  await saveKey(tx, institutionId, { ...key, secretHash: hashSecret(secret) })
  await record(tx, ports, {
    institutionId,
    actor: wanted.actor,
    action: 'api-key.created',
    subject: { kind: 'api-key', id: key.id },
    details: { role, name },
  })
  return { ...key, lastUsedAt: null, revokedAt: null, secret }
}
