/** The doors of the roll and of rosters. */
import { RosterMapping, routes, Uuid } from '@kolleges/api'
import { longest } from '@kolleges/design'
import { answer, type Language, type On, problem } from '../platform/handler.ts'
import type { Unreadable } from './cells.ts'
import { FILE_FAULTS } from './faults.ts'
import { NAMES_MEASURED_MAX } from './limits.ts'
import { previewRoster } from './preview-roster.ts'
import { WORKBOOK_MEDIA_TYPE } from './sheet-download.ts'
import { listLearners, listLongNames } from './store.ts'
import { rosterTemplate } from './template.ts'

export function register(on: On): void {
  on(routes.rosters.preview, async ({ input: { body, files }, actor, ports, language }) => {
    const mapping = readMapping(body?.mapping)
    if (!mapping)
      return problem('request-invalid', { errors: [{ pointer: '#/mapping', code: 'invalid-format', detail: '' }] })
    const source = files.file ? { bytes: files.file.bytes } : { text: body?.text ?? '' }
    const command = { institutionId: actor.institutionId, source, mapping, achievementId: body?.achievementId }
    const previewed = await previewRoster(ports, command)
    return previewed.outcome === 'previewed' ? answer(200, previewed.preview) : told(previewed, language)
  })
  on(routes.learners.list, async ({ input: { query }, actor: { institutionId }, ports }) => {
    const { q, starting_after: startingAfter, limit } = query
    if (startingAfter && !Uuid.safeParse(startingAfter).success) return problem('request-invalid')
    const words = q?.replace(/\p{Cc}/gu, '').trim()
    const found = await ports.db.tenant(institutionId, (tx) =>
      listLearners(tx, institutionId, { words, startingAfter, limit }),
    )
    return answer(200, { object: 'list', data: found.slice(0, limit), has_more: found.length > limit })
  })
  on(routes.learners.longestNames, async ({ actor: { institutionId }, ports }) => {
    const names = await ports.db.tenant(institutionId, async (tx) => ({
      name: longest(await listLongNames(tx, institutionId, 'name', NAMES_MEASURED_MAX)) || null,
      nameEn: longest(await listLongNames(tx, institutionId, 'name_en', NAMES_MEASURED_MAX)) || null,
    }))
    return answer(200, names)
  })
  on({ method: 'GET', path: '/roster-template.xlsx', capability: 'public' } as const, () => {
    const headers = {
      'content-type': WORKBOOK_MEDIA_TYPE,
      'content-disposition': 'attachment; filename="kolleges-roster.xlsx"',
      'cache-control': 'public, max-age=3600',
    }
    return new Response(rosterTemplate(), { headers })
  })
}

/** `undefined` when it is no mapping. Beside a file it comes as JSON text. */
function readMapping(given: RosterMapping | string | undefined): RosterMapping | undefined {
  if (given === undefined || given === '') return {}
  if (typeof given !== 'string') return given
  try {
    return RosterMapping.safeParse(JSON.parse(given)).data
  } catch {
    return undefined
  }
}

function told({ reason, because }: Unreadable, language: Language) {
  if (!because) return problem(reason)
  const detail = FILE_FAULTS[because][language]
  return problem(reason, { detail, errors: [{ pointer: '#/file', code: because, detail }] })
}
