/** The public door of status: the signed list, always whole, so that nobody learns whose entry is looked at. */
import { CredentialId } from '@kolleges/api'
import { z } from 'zod'
import { type On, problem } from '../platform/handler.ts'
import { STATUS_LIST_CACHE_SECONDS } from './limits.ts'
import { readPublishedList } from './read-published.ts'

const statusList = {
  method: 'GET',
  path: '/status/{id}',
  capability: 'public',
  request: { params: z.object({ id: CredentialId }) },
} as const

export function register(on: On): void {
  on(statusList, async ({ input, ports, request }) => {
    const list = await readPublishedList(ports, input.params.id.toLowerCase())
    if (list === null) return problem('not-found')
    const headers = {
      'content-type': 'application/vc+ld+json; charset=utf-8',
      'cache-control': `public, max-age=${STATUS_LIST_CACHE_SECONDS}`,
      'access-control-allow-origin': '*',
      etag: list.etag,
    }
    if (request.headers.get('if-none-match') === list.etag) return new Response(null, { status: 304, headers })
    return new Response(list.text, { headers })
  })
}
