/** The door of an institution's catalogue. */
import { z } from 'zod'
import { type On, problem } from '../../platform/handler.ts'
import { cataloguePage } from './catalogue-pages.ts'
import { filterOf } from './filter.ts'
import { loadOpenCatalogue } from './load-catalogue.ts'

export function registerCatalogue(on: On): void {
  const params = z.object({ slug: z.string().max(64) })
  const page = { method: 'GET', path: '/i/{slug}/catalogue', capability: 'public', request: { params } } as const
  on(page, async ({ input, ports, language, request }) => {
    const catalogue = await loadOpenCatalogue(ports, input.params.slug)
    if (catalogue === null) return problem('not-found')
    const { pathname, search, searchParams } = new URL(request.url)
    const filter = filterOf(searchParams)
    return cataloguePage({ catalogue, filter, language, origin: ports.config.origin, path: `${pathname}${search}` })
  })
}
