/** Lets an applicant take back what nobody has decided about yet. */
import { record } from '../audit/index.ts'
import type { Ports } from '../platform/ports.ts'
import { findRecognitionForUpdate, listRecognitionsOfHolder, saveDecision } from './store.ts'

export type Withdrawn =
  | { readonly outcome: 'withdrawn' }
  | { readonly outcome: 'refused'; readonly reason: 'not-found' | 'recognition-not-waiting' }

/** `email` was proven by the session; what is somebody else's is not found. */
export async function withdrawRecognition(ports: Ports, email: string, id: string): Promise<Withdrawn> {
  const own = await ports.db.holder(email, (tx) => listRecognitionsOfHolder(tx, email))
  const known = own.find((one) => one.id === id)
  if (!known) return { outcome: 'refused', reason: 'not-found' }
  const { institutionId } = known
  return ports.db.tenant(institutionId, async (tx) => {
    const recognition = (await findRecognitionForUpdate(tx, institutionId, id))! // nothing deletes one
    if (recognition.state !== 'submitted') return { outcome: 'refused', reason: 'recognition-not-waiting' }
    await saveDecision(tx, institutionId, id, {
      ...{ state: 'withdrawn', items: recognition.items, comment: null, awardId: null },
      decidedAt: ports.clock.now(),
      decidedBy: email,
    })
    const subject = { kind: 'recognition', id }
    await record(tx, ports, { institutionId, actor: email, action: 'recognition.withdrawn', subject })
    return { outcome: 'withdrawn' }
  })
}
