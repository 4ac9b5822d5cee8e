/** Changes the draft of an achievement; what was published stays as it is. */
import type { AchievementContent, DesignInput } from '@kolleges/api'
import type { DesignFault } from '@kolleges/design'
import { record } from '../audit/index.ts'
import { loadInstitution } from '../issuers/index.ts'
import type { Ports } from '../platform/ports.ts'
import { type Achievement, change, type Refusal, refuse } from './achievement.ts'
import type { Certification } from './certification.ts'
import { type CertificateRefusal, refuseCertificate } from './check-certificate.ts'
import { completeDesign } from './complete-design.ts'
import { findAchievement, findAchievementForUpdate, saveDraft } from './store.ts'

export type ChangeAchievement = {
  readonly institutionId: string
  readonly actor: string
  readonly id: string
  /** Only what changes. */
  readonly content: Partial<AchievementContent>
  readonly certification: Partial<Certification>
  readonly design: DesignInput
  readonly revision: number | undefined
}

export type Changed =
  | { readonly outcome: 'changed'; readonly achievement: Achievement }
  | { readonly outcome: 'refused'; readonly reason: 'design-invalid'; readonly faults: readonly DesignFault[] }
  | CertificateRefusal
  | Refusal<'not-found' | 'edit-conflict' | 'achievement-retired'>

export const changeAchievement = (ports: Ports, command: ChangeAchievement): Promise<Changed> =>
  ports.db.tenant(command.institutionId, async (tx) => {
    const { institutionId, actor, id } = command
    const before = await findAchievementForUpdate(tx, institutionId, id)
    if (!before) return refuse('not-found')
    const decided = change(before, command.revision)
    if (decided.outcome === 'refused') return decided
    const content = { ...before.content, ...command.content }
    const institution = await loadInstitution(tx, institutionId)
    const previous = { design: before.design, name: before.content.name }
    const { document: badge = before.certification.badge, ...chosen } = command.design
    const completed = completeDesign(chosen, {
      name: content.name,
      language: content.language,
      institution,
      previous,
    })
    if (completed.outcome === 'refused') return completed
    const certification = { ...before.certification, ...command.certification, badge }
    const refusal = await refuseCertificate(tx, institutionId, certification)
    if (refusal) return refusal
    const draft = { content, design: completed.design, certification, at: ports.clock.now() }
    await saveDraft(tx, institutionId, id, draft)
    await record(tx, ports, {
      institutionId,
      actor,
      action: 'achievement.changed',
      subject: { kind: 'achievement', id },
      details: {
        fields: [
          ...Object.keys(command.content),
          ...Object.keys(command.certification),
          ...(Object.keys(command.design).length > 0 ? ['design'] : []),
        ],
      },
    })
    return { outcome: 'changed', achievement: (await findAchievement(tx, institutionId, id))! } // locked above
  })
