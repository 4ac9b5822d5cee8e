/** Creates an achievement, at once published when that is wished. */
import type { AchievementContent, DesignInput } from '@kolleges/api'
import type { DesignFault } from '@kolleges/design'
import { record } from '../audit/index.ts'
import { loadInstitution } from '../issuers/index.ts'
import type { Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import type { Achievement } from './achievement.ts'
import { type Certification, NO_CERTIFICATION } from './certification.ts'
import { type CertificateRefusal, checkCertificate, refuseCertificate } from './check-certificate.ts'
import { completeDesign } from './complete-design.ts'
import { publishDraft } from './publish.ts'
import { findAchievement, insertAchievement } from './store.ts'

export type CreateAchievement = {
  readonly institutionId: string
  readonly actor: string
  readonly content: AchievementContent
  readonly certification: Partial<Certification>
  readonly design: DesignInput
  readonly publish: boolean
  /** In which faults are told. */
  readonly words: Language
}

export type Creation =
  | { readonly outcome: 'created'; readonly achievement: Achievement }
  | { readonly outcome: 'refused'; readonly reason: 'design-invalid'; readonly faults: readonly DesignFault[] }
  | CertificateRefusal

export const createAchievement = (ports: Ports, command: CreateAchievement): Promise<Creation> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, content } = command
    const institution = await loadInstitution(tx, institutionId)
    const { document: badge = null, ...chosen } = command.design
    const completed = completeDesign(chosen, { name: content.name, language: content.language, institution })
    if (completed.outcome === 'refused') return completed
    const id = ports.random.uuid()
    const certification = { ...NO_CERTIFICATION, ...command.certification, badge }
    const refusal = await refuseCertificate(tx, institutionId, certification)
    if (refusal) return refusal
    const draft = { id, content, design: completed.design, certification, at: ports.clock.now() }
    if (command.publish) {
      const fault = await checkCertificate(tx, institutionId, draft, command.words)
      if (fault) return fault
    }
    await insertAchievement(tx, institutionId, draft)
    const subject = { kind: 'achievement', id }
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'achievement.created',
      subject,
      details: { name: content.name },
    })
    const drafted = await loadFresh(tx, institutionId, id)
    if (!command.publish) return { outcome: 'created', achievement: drafted }
    await publishDraft(tx, ports, { institutionId, actor, achievement: drafted, version: 1 })
    return { outcome: 'created', achievement: await loadFresh(tx, institutionId, id) }
  })

async function loadFresh(...[tx, institutionId, id]: Parameters<typeof findAchievement>): Promise<Achievement> {
  return (await findAchievement(tx, institutionId, id))! // written in this transaction
}
