/** Publishes the draft of an achievement as its next version, which never changes. */
import { record } from '../audit/index.ts'
import { saveBadgeDesign } from '../designs/index.ts'
import type { Language } from '../platform/handler.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { type Achievement, publication, type Refusal, refuse } from './achievement.ts'
import { type CertificateRefusal, checkCertificate, newestCertificateVersion, pinBadge } from './check-certificate.ts'
import { findAchievement, findAchievementForUpdate, saveVersion } from './store.ts'

export type PublishAchievement = {
  readonly institutionId: string
  readonly actor: string
  readonly id: string
  /** In which faults are told. */
  readonly words: Language
}

export type Published =
  | { readonly outcome: 'published'; readonly achievement: Achievement }
  | CertificateRefusal
  | Refusal<'not-found' | 'achievement-retired'>

export const publishAchievement = (
  ports: Ports,
  { institutionId, actor, id, words }: PublishAchievement,
): Promise<Published> =>
  ports.db.tenant(institutionId, async (tx) => {
    const achievement = await findAchievementForUpdate(tx, institutionId, id)
    if (!achievement) return refuse('not-found')
    const decided = publication(achievement)
    if (decided.outcome === 'refused') return decided
    if (decided.outcome === 'unchanged') return { outcome: 'published', achievement }
    const fault = await checkCertificate(tx, institutionId, achievement, words)
    if (fault) return fault
    await publishDraft(tx, ports, { institutionId, actor, achievement, version: decided.version })
    return { outcome: 'published', achievement: (await findAchievement(tx, institutionId, id))! } // locked above
  })

export type Draft = {
  readonly institutionId: string
  readonly actor: string
  readonly achievement: Achievement
  readonly version: number
}

/** For callers that hold the row and have decided already. */
export async function publishDraft(
  tx: Tx,
  ports: Ports,
  { institutionId, actor, achievement, version }: Draft,
): Promise<void> {
  const { id, content, design, certification } = achievement
  const badge = await pinBadge(tx, institutionId, achievement)
  const designId = await saveBadgeDesign(tx, ports, institutionId, design, badge ?? undefined)
  const certificateVersion = await newestCertificateVersion(tx, institutionId, certification)
  const pinned = { content, designId, certification, certificateVersion, badgeVersion: badge?.version ?? null }
  await saveVersion(tx, institutionId, { id, version, ...pinned, publishedAt: ports.clock.now() })
  await record(tx, ports, {
    institutionId,
    actor,
    action: 'achievement.published',
    subject: { kind: 'achievement', id },
    details: { version },
  })
  await emit(tx, ports, {
    type: 'achievement.published',
    institutionId,
    payload: { achievementId: id, version, designId },
  })
}
