/** Ends an API key: the next call with it is refused. */
import type { ApiKey } from '@kolleges/api'
import { record } from '../../audit/index.ts'
import type { Staff } from '../../platform/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import { endKey } from './store.ts'

/** Revoking twice is not a fault: the second caller learns when it happened. Undefined when there is no such key. */
export const revokeApiKey = (ports: Ports, actor: Staff, keyId: string): Promise<ApiKey | undefined> =>
  ports.db.tenant(actor.institutionId, async (tx) => {
    const ended = await endKey(tx, actor.institutionId, keyId, ports.clock.now())
    if (!ended) return undefined
    if (ended.changed) {
      await record(tx, ports, {
        institutionId: actor.institutionId,
        actor: actor.label,
        action: 'api-key.revoked',
        subject: { kind: 'api-key', id: keyId },
      })
    }
    return ended.key
  })
