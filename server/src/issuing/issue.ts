/** Signs pending awards: what was written down becomes the credential that was written down. */

import { type ProfileParts, type Signer, verificationMethodId } from '@kolleges/credentials'
import { type AchievementVersion, loadAchievementVersion } from '../achievements/index.ts'
import { loadInstitution, profileOf } from '../issuers/index.ts'
import { PlatformError } from '../platform/errors.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { nodePrimitives } from '../platform/primitives.ts'
import type { Award } from './award.ts'
import { PRINT_CERTIFICATES } from './job-names.ts'
import { composeSample } from './sample.ts'
import { keepAll, type RefusedAward, signAwards } from './sign-awards.ts'
import { isWorthAThread, signInThread } from './signing-threads.ts'
import { findSample, holdInForce, type Kept, listAwardsById, saveFailed, saveIssued, saveSample } from './store.ts'

export type IssueAwards = {
  readonly institutionId: string
  readonly batchId: string
  readonly awardIds: readonly string[]
}

/**
 * May run any number of times and be killed at any point: the proof is dated by the award and Ed25519 has no randomness,
 * so the same bytes come out, and only what is still pending is written and told. The right to award was checked when the
 * award was written down; that is the act, and a role taken away or an achievement retired a minute later does not undo it.
 */
export async function issueAwards(ports: Ports, { institutionId, batchId, awardIds }: IssueAwards): Promise<void> {
  const work = await loadWork(ports, institutionId, awardIds)
  if (work === null) return
  const signer = await signerOf(ports, institutionId, work.did)
  const { kept, refused } = (await signBeside(ports, work, signer)) ?? (await signHere(ports, work, signer))
  await ports.db.tenant(institutionId, async (tx) => {
    const groundless = await withholdGroundless(tx, ports, institutionId, work.awards)
    const sound = kept.filter(({ id }) => !groundless.has(id))
    const issued = await saveIssued(tx, institutionId, sound, ports.clock.now())
    for (const { id, failure } of refused) await saveFailed(tx, institutionId, [id], failure)
    if (issued.length === 0) return
    await emit(tx, ports, { type: 'credential.issued', institutionId, payload: { batchId, awardIds: issued } })
    // The awards of one batch all have a certificate or none of them has.
    if (work.awards[0].details.certified)
      await ports.queue.enqueue(tx, PRINT_CERTIFICATES, { institutionId, awardIds: issued }, { key: issued[0]! })
  })
}

type Signed = { readonly kept: readonly Kept[]; readonly refused: readonly RefusedAward[] }

/** In another thread; null where that is not worth while or not possible. A thread that dies has written nothing. */
async function signBeside(ports: Ports, work: Work, signer: Signer): Promise<Signed | null> {
  const { sample, did: _, ...rest } = work
  if (sample === null || !isWorthAThread(work.awards.length)) return null
  try {
    return await signInThread({ work: rest, sample }, signer)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    ports.log.error('a signing thread broke, the process signs by itself', error)
    return null
  }
}

async function signHere(ports: Ports, work: Work, signer: Signer): Promise<Signed> {
  const { signed, refused } = await signAwards(work, { signer, log: ports.log, abreast: 1 })
  const sample = signed.length > 0 ? await sampleOf(ports, work, signer) : null
  return { kept: keepAll(signed, sample), refused }
}

/**
 * What an award rests on is held until the commit: it is taken back either before, and the signature is thrown away unseen, or
 * after, when the credential is out already.
 */
async function withholdGroundless(
  tx: Tx,
  ports: Ports,
  institutionId: string,
  awards: readonly Award[],
): Promise<Set<string>> {
  const held = await holdInForce(
    tx,
    institutionId,
    awards.flatMap(({ restsOn }) => restsOn),
  )
  const groundless = awards.filter(({ restsOn }) => restsOn.some((id) => !held.has(id))).map(({ id }) => id)
  const withheld = await saveFailed(tx, institutionId, groundless, 'part-not-in-force')
  if (withheld.length > 0)
    await emit(tx, ports, { type: 'credential.withheld', institutionId, payload: { awardIds: withheld } })
  return new Set(groundless)
}

/** When a signing job has run out of attempts its awards say so, and can be tried again by hand. */
export async function giveUp(ports: Ports, { institutionId, awardIds }: IssueAwards): Promise<void> {
  await ports.db.tenant(institutionId, async (tx) => {
    await saveFailed(tx, institutionId, awardIds, 'signing-unavailable')
  })
}

type Work = {
  readonly awards: readonly [Award, ...Award[]]
  readonly achievement: AchievementVersion
  /** What credentials of the version are packed against; null before the first. */
  readonly sample: string | null
  readonly issuer: ProfileParts
  readonly did: string
  readonly origin: string
}

/** The awards of one job are of one batch, and so of one achievement; null when nothing is pending. */
const loadWork = (ports: Ports, institutionId: string, awardIds: readonly string[]): Promise<Work | null> =>
  ports.db.tenant(institutionId, async (tx) => {
    const [first, ...others] = (await listAwardsById(tx, institutionId, awardIds)).filter(isPending)
    if (!first) return null
    const institution = await loadInstitution(tx, institutionId)
    return {
      awards: [first, ...others],
      sample: await findSample(tx, institutionId, first),
      achievement: await loadAchievementVersion(tx, institutionId, first.achievementId, first.achievementVersion),
      issuer: profileOf(institution, ports.config.origin),
      did: institution.did,
      origin: ports.config.origin,
    }
  })

const isPending = ({ state }: Award): boolean => state === 'pending'

async function sampleOf(ports: Ports, work: Work, { verificationMethod }: Signer): Promise<string | null> {
  if (work.sample !== null) return work.sample
  const [award] = work.awards
  const text = await composeSample({ ...work, award, primitives: nodePrimitives }, verificationMethod)
  return ports.db.tenant(award.institutionId, (tx) =>
    saveSample(tx, award.institutionId, award, text, ports.clock.now()),
  )
}

async function signerOf(ports: Ports, institutionId: string, did: string): Promise<Signer> {
  const { publicKeyMultibase, sign } = await ports.signers.forInstitution(institutionId)
  return { verificationMethod: verificationMethodId(did, publicKeyMultibase), sign }
}
