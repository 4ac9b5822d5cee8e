/** The doors of delivery: the outbox, sending again, trying a batch again. */
import { routes, Uuid } from '@kolleges/api'
import { viewBatchById } from '../issuing/index.ts'
import { answer, type On, problem, refused } from '../platform/handler.ts'
import { resendMessage } from './resend.ts'
import { retryFailed } from './retry.ts'
import { findMessage, listMessages } from './store.ts'
import { viewMessage, viewMessageBody } from './view.ts'

export function register(on: On): void {
  on(routes.messages.list, async ({ input, actor, ports }) => {
    const { institutionId } = actor
    const { limit, starting_after: startingAfter } = input.query
    if (startingAfter !== undefined && !Uuid.safeParse(startingAfter).success)
      return problem('request-invalid', BAD_CURSOR)
    const messages = await ports.db.tenant(institutionId, (tx) =>
      listMessages(tx, institutionId, { startingAfter, limit }),
    )
    const data = messages.slice(0, limit).map(viewMessage)
    return answer(200, { object: 'list', data, has_more: messages.length > limit })
  })
  on(routes.messages.read, async ({ input, actor, ports }) => {
    const { institutionId } = actor
    const message = await ports.db.tenant(institutionId, (tx) => findMessage(tx, institutionId, input.params.id))
    return message ? answer(200, viewMessageBody(message, ports)) : problem('not-found')
  })
  on(routes.credentials.resend, async ({ input, actor, ports }) => {
    const { institutionId, label } = actor
    const resending = await resendMessage(ports, { institutionId, publicId: input.params.id, by: label })
    if (resending.outcome === 'queued') return answer(202, viewMessage(resending.message))
    if (resending.reason !== 'rate-limited') return refused(resending)
    return problem('rate-limited', { headers: { 'retry-after': String(resending.afterSeconds) } })
  })
  on(routes.awardBatches.retry, async ({ input, actor, ports }) => {
    const { institutionId, label } = actor
    const batchId = input.params.id
    const retrial = await retryFailed(ports, { institutionId, batchId, by: label })
    if (retrial.outcome === 'refused') return refused(retrial)
    const batch = await ports.db.tenant(institutionId, (tx) => viewBatchById(tx, institutionId, batchId))
    return batch ? answer(202, batch) : problem('not-found')
  })
}

const BAD_CURSOR = {
  errors: [{ pointer: '#/query/starting_after', code: 'id-malformed', detail: 'starting_after' }],
}
