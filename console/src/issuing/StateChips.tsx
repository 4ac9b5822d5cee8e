// Says in which state a batch or a credential is.
import type { AwardBatch, Credential } from '@kolleges/api'
import { useSession } from '../access/session.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { words } from './words.ts'

const BATCH_TONES = { queued: 'neutral', running: 'info', done: 'ok', failed: 'bad' } as const
const CREDENTIAL_TONES = { pending: 'info', issued: 'ok', suspended: 'warn', revoked: 'bad', failed: 'bad' } as const

export function BatchChip({ state }: { state: AwardBatch['state'] }) {
  const say = useWords(words)
  return <Chip tone={BATCH_TONES[state]}>{say.batchStates[state]}</Chip>
}

export function CredentialChip({ state }: { state: Credential['state'] }) {
  const say = useWords(words)
  return <Chip tone={CREDENTIAL_TONES[state]}>{say.states[state]}</Chip>
}

export function DeliveryText({ credential }: { credential: Credential }) {
  const say = useWords(words)
  const delivery = useDelivery()
  if (credential.claimedAt) return <Chip tone="ok">{say.claimed}</Chip>
  const { state } = credential.delivery
  return state === 'failed' ? (
    <Chip tone="bad">{say.deliveries.failed}</Chip>
  ) : (
    <span className="quiet">{delivery(state)}</span>
  )
}

/** Without a mail server a message is kept, not sent, and nobody should believe otherwise. */
export function useDelivery() {
  const say = useWords(words)
  const { sendsMail } = useSession()
  return (state: Credential['delivery']['state']): string =>
    state === 'delivered' && !sendsMail ? say.keptOne : say.deliveries[state]
}
