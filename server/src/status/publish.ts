/** Signs a status list as its rows have it now. */
import { composeStatusList, credentialText, prepare, sign, verificationMethodId } from '@kolleges/credentials'
import { loadInstitution } from '../issuers/index.ts'
import type { Ports } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import { STATUS_LIST_TTL_MS, STATUS_LIST_VALID_SECONDS } from './limits.ts'
import { bitsOf, listUrl } from './status-list.ts'
import { listSetIndexes, loadList, savePublished } from './store.ts'

/** However many bits changed, the list is signed once; a publisher that comes late never overwrites a newer state. */
export async function publishStatusList(ports: Ports, institutionId: string, listId: string): Promise<void> {
  const { origin } = ports.config
  const { list, institution, setIndexes } = await ports.db.tenant(institutionId, async (tx) => ({
    // The revision is read before the bits: bits that change in between are signed now and once more by their own job.
    list: await loadList(tx, institutionId, listId),
    institution: await loadInstitution(tx, institutionId),
    setIndexes: await listSetIndexes(tx, institutionId, listId),
  }))
  const at = ports.clock.now()
  const unsigned = composeStatusList({
    id: listUrl(origin, list.publicId),
    issuer: institution.did,
    purpose: list.purpose,
    bits: bitsOf(list.size, setIndexes),
    validFrom: at,
    validUntil: ports.clock.after(STATUS_LIST_VALID_SECONDS, at),
    ttlMs: STATUS_LIST_TTL_MS,
  })
  const key = await ports.signers.forInstitution(institutionId)
  const verificationMethod = verificationMethodId(institution.did, key.publicKeyMultibase)
  const prepared = await prepare(unsigned, { verificationMethod, created: at, primitives: nodePrimitives })
  const text = credentialText(await sign(prepared, { verificationMethod, sign: key.sign }))
  await ports.db.tenant(institutionId, (tx) =>
    savePublished(tx, institutionId, listId, { revision: list.revision, text, key: key.publicKeyMultibase, at }),
  )
}
