/** Writes a decision down, issues the credential that confirms it and tells the applicant, all in one transaction. */
import { EVIDENCE_ITEMS_MAX } from '@kolleges/api'
import { record } from '../audit/index.ts'
import { sendMessages } from '../delivery/index.ts'
import { loadInstitution } from '../issuers/index.ts'
import { awardWithin } from '../issuing/index.ts'
import { emit } from '../platform/outbox.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { composeDecisionMessage } from './decision-message.ts'
import type { Programme } from './programme.ts'
import { type Item, type Recognition, recognisedCredits } from './recognition.ts'
import { findAwardOfBatch, saveDecision } from './store.ts'
import { courseLine } from './words.ts'

export type Conclusion = {
  readonly recognition: Recognition
  readonly programme: Programme
  /** All decided. */
  readonly items: readonly Item[]
  readonly by: string
  readonly comment: string | null
}

export async function concludeWithin(tx: Tx, ports: Ports, conclusion: Conclusion): Promise<void> {
  const { recognition, programme, items, by, comment } = conclusion
  const { id, institutionId, applicant } = recognition
  const awardId = await awardCredits(tx, ports, conclusion)
  await saveDecision(tx, institutionId, id, {
    ...{ state: 'decided', items, comment, awardId },
    decidedAt: ports.clock.now(),
    decidedBy: by,
  })
  await record(tx, ports, {
    ...{ institutionId, actor: by, action: 'recognition.decided' },
    subject: { kind: 'recognition', id },
    details: { programme: programme.id, credits: recognisedCredits(items) },
  })
  await emit(tx, ports, { type: 'recognition.decided', institutionId, payload: { recognitionId: id } })
  const institution = await loadInstitution(tx, institutionId)
  const url = `${ports.config.origin}/me/recognitions/${id}`
  const message = composeDecisionMessage({ institution, programme, applicant, items, comment, url })
  const to = { toEmail: applicant.email, toName: applicant.name }
  await sendMessages(tx, ports, institutionId, [{ awardId: null, onceKey: `recognition ${id}`, ...to, ...message }])
}

/** Null when nothing was recognised, or when the programme confirms credits by its letter alone. */
async function awardCredits(
  tx: Tx,
  ports: Ports,
  { recognition, programme, items }: Conclusion,
): Promise<string | null> {
  const { institutionId, applicant } = recognition
  const recognised = items.filter(({ credits }) => credits > 0)
  if (programme.achievement === null || recognised.length === 0) return null
  const evidence = recognised
    .slice(0, EVIDENCE_ITEMS_MAX)
    .map(({ name, issuer, url }) => ({ name: `${name} · ${issuer}`, ...(url && { url }) }))
  const narrative = recognised.map((item) => courseLine(item, 'ko')).join('\n')
  const awarding = await awardWithin(tx, ports, {
    ...{ institutionId, achievement: programme.achievement, requestedBy: programme.title.ko },
    recipients: [{ name: applicant.name, email: applicant.email, narrative, evidence }],
    alreadyAwarded: 'issue',
  })
  return awarding.outcome === 'awarded' ? findAwardOfBatch(tx, institutionId, awarding.batchId) : null
}
