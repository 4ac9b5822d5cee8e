/** Sends the claim message of a credential once more, when a person asks for it. */
import { record } from '../audit/index.ts'
import { type Award, CLAIM_VALID_SECONDS, findAwardByPublicId } from '../issuing/index.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { claimMessageFor, loadSubjects } from './deliver.ts'
import { DAY_SECONDS, RESEND_PAUSE_SECONDS, RESENDS_PER_DAY_MAX } from './limits.ts'
import type { Message } from './message.ts'
import { sendMessages } from './send-message.ts'
import { findMessage, listMessageTimes, saveClaimExpiry } from './store.ts'

export type ResendMessage = { readonly institutionId: string; readonly publicId: string; readonly by: string }

export type Resending =
  | { readonly outcome: 'queued'; readonly message: Message }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'not-yet-issued' | 'already-revoked' }
  | { readonly outcome: 'refused'; readonly reason: 'rate-limited'; readonly afterSeconds: number }

/** A new message with a Message-ID of its own; the claim link stays the same and lives for its full time again. */
export async function resendMessage(ports: Ports, command: ResendMessage): Promise<Resending> {
  const award = await findAwardByPublicId(ports, command.publicId)
  if (award === null || award.institutionId !== command.institutionId) return refuse('not-found')
  if (award.state === 'revoked') return refuse('already-revoked')
  if (award.state !== 'issued') return refuse('not-yet-issued')
  return ports.db.tenant(command.institutionId, async (tx) => {
    const waitSeconds = await pauseLeft(tx, ports, award)
    if (waitSeconds > 0) return { outcome: 'refused', reason: 'rate-limited', afterSeconds: waitSeconds }
    return { outcome: 'queued', message: await queueAgain(tx, ports, award, command.by) }
  })
}

const refuse = <Reason extends string>(reason: Reason) => ({ outcome: 'refused', reason }) as const

/** Nobody's mailbox is flooded by an impatient click. */
async function pauseLeft(tx: Tx, ports: Ports, award: Award): Promise<number> {
  const times = await listMessageTimes(tx, award.institutionId, award.id, ports.clock.after(-DAY_SECONDS))
  if (times.length > RESENDS_PER_DAY_MAX) return DAY_SECONDS
  return times.some((at) => at > ports.clock.after(-RESEND_PAUSE_SECONDS)) ? RESEND_PAUSE_SECONDS : 0
}

async function queueAgain(tx: Tx, ports: Ports, award: Award, by: string): Promise<Message> {
  const { institutionId, publicId } = award
  const claimExpiresAt = ports.clock.after(CLAIM_VALID_SECONDS)
  await saveClaimExpiry(tx, institutionId, award.id, claimExpiresAt)
  const subjects = await loadSubjects(tx, institutionId, award)
  const onceKey = `claim ${award.id} ${ports.random.uuid()}`
  const outgoing = claimMessageFor(ports, { ...award, claimExpiresAt }, subjects, onceKey)
  const [id] = await sendMessages(tx, ports, institutionId, [outgoing])
  await record(tx, ports, {
    institutionId,
    actor: by,
    action: 'message.resent',
    subject: { kind: 'credential', id: publicId },
  })
  return (await findMessage(tx, institutionId, id!))!
}
