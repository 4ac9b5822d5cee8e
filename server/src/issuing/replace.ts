/** Signs a credential anew whose data were wrong: the same badge under the same id and number, and the former edition says so. */
import { record } from '../audit/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { allotIndexes, setStatusBit } from '../status/index.ts'
import { type Award, type AwardDetails, decide } from './award.ts'
import { enqueueIssuing } from './award-roster.ts'
import { insertFormer, saveNextEdition } from './former/store.ts'
import type { AwardDecision } from './revoke.ts'
import { findAwardForUpdate } from './store.ts'

export type ReplaceAward = {
  readonly institutionId: string
  readonly publicId: string
  readonly by: string
  readonly reason: string
  /** What is to stand there instead; what is left out stays. */
  readonly name?: string | undefined
  readonly nameEn?: string | null | undefined
  readonly result?: string | null | undefined
}

export type AwardReplacement = AwardDecision | { readonly outcome: 'refused'; readonly reason: 'nothing-to-replace' }

/**
 * Equality is by id and issuer, and the newer `validFrom` counts (OB 3.0, "Credential equality"); `awardedDate` stays. The former edition's bit is set, so
 * that every other verifier refuses it, while our own answer leads to the newer one (decision 0047).
 */
export const replaceAward = (ports: Ports, command: ReplaceAward): Promise<AwardReplacement> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, publicId, by, reason } = command
    const award = await findAwardForUpdate(tx, institutionId, publicId)
    if (award === null) return { outcome: 'refused', reason: 'not-found' }
    const decision = decide('replacement', award)
    if (decision.outcome !== 'done') return decision
    const next = changed(award, command)
    if (next === null) return { outcome: 'refused', reason: 'nothing-to-replace' }
    await replaceWithin(tx, ports, award, next, { by, reason })
    const subject = { kind: 'credential', id: publicId }
    await record(tx, ports, { institutionId, actor: by, action: 'credential.replaced', subject, details: { reason } })
    return decision
  })

type Changed = { readonly name: string; readonly nameEn: string | null; readonly details: AwardDetails }

/** Null when it would say the same again. */
function changed({ recipient, details }: Award, { name, nameEn, result }: ReplaceAward): Changed | null {
  const next = {
    name: name?.normalize('NFC') ?? recipient.name,
    nameEn: nameEn === undefined ? recipient.nameEn : nameEn?.normalize('NFC') || null,
    details: { ...details, ...(result === undefined ? {} : { result: result || undefined }) },
  }
  const isSame =
    next.name === recipient.name && next.nameEn === recipient.nameEn && next.details.result === details.result
  return isSame ? null : next
}

async function replaceWithin(
  tx: Tx,
  ports: Ports,
  award: Award,
  next: Changed,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const { institutionId, id, batchId } = award
  const at = ports.clock.now()
  await insertFormer(tx, award, { at, by, reason })
  await setStatusBit(tx, ports, institutionId, award.status, true)
  // Each edition has a place of its own: the bit of one says nothing of another.
  const [place] = await allotIndexes(tx, ports, institutionId, [ports.random.uuid()])
  await saveNextEdition(tx, award, { ...next, listId: place!.listId, index: place!.index, at })
  await enqueueIssuing(tx, ports, institutionId, batchId, [id])
  await emit(tx, ports, { type: 'credential.replaced', institutionId, payload: { awardIds: [id] } })
}
