/** The audit trail over HTTP. */
import { routes, Uuid } from '@kolleges/api'
import { answer, type On, problem } from '../platform/handler.ts'
import { listEntries } from './store.ts'

export function register(on: On): void {
  on(routes.audit.list, async ({ input: { query }, actor, ports }) => {
    const after = Uuid.optional().safeParse(query.starting_after)
    if (!after.success) return problem('not-found')
    // One more than asked tells whether there is a next page.
    const page = { limit: query.limit + 1, after: after.data }
    const found = await ports.db.tenant(actor.institutionId, (tx) => listEntries(tx, actor.institutionId, page))
    return answer(200, { object: 'list', data: found.slice(0, query.limit), has_more: found.length > query.limit })
  })
}
