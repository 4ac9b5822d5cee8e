/** Shows awards and batches in the words of the API. */
import type { AwardBatch, Credential } from '@kolleges/api'
import { achievementAddress, loadAchievementVersion } from '../achievements/index.ts'
import type { Tx } from '../platform/ports.ts'
import { listUrl } from '../status/index.ts'
import { type Award, credentialUrl } from './award.ts'
import { stateOf } from './batch.ts'
import { findBatch, type StoredBatch } from './batches/store.ts'
import type { Versioned } from './store.ts'

export type NameOf = (versioned: Versioned) => string

const keyOf = ({ achievementId, achievementVersion }: Versioned): string => `${achievementId}/${achievementVersion}`

/** A page of awards is usually of few achievements, so each version is read once. */
export async function namesOf(tx: Tx, institutionId: string, versioned: readonly Versioned[]): Promise<NameOf> {
  const names = new Map<string, string>()
  for (const one of versioned) {
    if (names.has(keyOf(one))) continue
    const { content } = await loadAchievementVersion(tx, institutionId, one.achievementId, one.achievementVersion)
    names.set(keyOf(one), content.name)
  }
  return (one) => names.get(keyOf(one)) ?? ''
}

export const viewBatch = (batch: StoredBatch, nameOf: NameOf): AwardBatch => ({
  id: batch.id,
  achievement: { id: batch.achievementId, version: batch.achievementVersion, name: nameOf(batch) },
  state: stateOf(batch),
  counts: {
    total: batch.total,
    issued: batch.counts.issued,
    delivered: batch.counts.delivered,
    failed: batch.counts.failed,
    alreadyAwarded: batch.alreadyAwarded,
    messagesFailed: batch.counts.messagesFailed,
  },
  requestedBy: batch.requestedBy,
  createdAt: batch.createdAt,
})

export const viewAward = (award: Award, nameOf: NameOf, origin: string): Credential => ({
  id: award.publicId,
  url: credentialUrl(origin, award.publicId),
  number: award.number,
  serial: award.details.serial ?? null,
  certificateUrl: award.details.certified ? `${credentialUrl(origin, award.publicId)}.pdf` : null,
  custom: { ...award.details.custom },
  state: award.state,
  failure: award.failure,
  achievement: {
    id: award.achievementId,
    version: award.achievementVersion,
    name: nameOf(award),
    imageUrl: `${achievementAddress(origin, award.achievementId, award.achievementVersion)}/badge-320.png`,
  },
  awardBatch: award.batchId,
  recipient: { name: award.recipient.name, nameEn: award.recipient.nameEn, email: award.recipient.email },
  result: award.details.result ?? null,
  validFrom: award.validFrom,
  validUntil: award.validUntil,
  issuedAt: award.issuedAt,
  delivery: award.delivery,
  claimedAt: award.claimedAt,
  visibility: award.visibility,
  edition: award.edition,
  statusList: { url: listUrl(origin, award.status.listPublicId), index: award.status.index },
  revocation: award.revocation,
  suspension: award.suspension,
})

/** Null for an unknown batch. */
export async function viewBatchById(tx: Tx, institutionId: string, batchId: string): Promise<AwardBatch | null> {
  const batch = await findBatch(tx, institutionId, batchId)
  return batch && viewBatch(batch, await namesOf(tx, institutionId, [batch]))
}
