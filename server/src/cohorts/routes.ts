/** The doors of cohorts: how everybody on a micro-degree stands, and what staff do about it. */
import { routes } from '@kolleges/api'
import { sheetDownload } from '../learners/index.ts'
import { findPathway, listPublished, ruleOf } from '../pathways/index.ts'
import { answer, type On, problem, refused } from '../platform/handler.ts'
import { ANNOTATION_COLUMNS, annotationRows } from './annotations.ts'
import { readDropOff } from './drop-off.ts'
import { ANNOTATIONS_MAX } from './limits.ts'
import { remindLearners } from './remind.ts'
import { listAnnotated, listCohorts } from './store.ts'

export function register(on: On): void {
  on(routes.cohorts.list, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const data = await ports.db.tenant(institutionId, async (tx) =>
      (await findPathway(tx, institutionId, params.id)) ? listCohorts(tx, institutionId, params.id) : null,
    )
    return data ? answer(200, { data }) : problem('not-found')
  })
  on(routes.cohorts.dropOff, async ({ input: { params, query }, actor: { institutionId }, ports }) => {
    const { version, semester } = query
    const read = await readDropOff(ports, { institutionId, pathwayId: params.id, version, semester })
    return read.outcome === 'read' ? answer(200, read.dropOff) : refused(read)
  })
  on(routes.cohorts.remind, async ({ input: { params, body }, actor: { institutionId, label }, ports }) => {
    const { preview, everyDays, semester } = body
    const command = { institutionId, actor: label, pathwayId: params.id, preview, everyDays, semester }
    const reminding = await remindLearners(ports, command)
    return reminding.outcome === 'reminded' ? answer(200, reminding.reminder) : refused(reminding)
  })
  on(routes.cohorts.annotations, async ({ input: { params, query }, actor: { institutionId }, ports }) => {
    const rows = await ports.db.tenant(institutionId, async (tx) => {
      const pathway = await findPathway(tx, institutionId, params.id)
      if (!pathway) return null
      const published = (await listPublished(tx, institutionId)).find(({ id }) => id === params.id)
      const search = { pathwayId: params.id, date: query.date, limit: ANNOTATIONS_MAX }
      return annotationRows(await listAnnotated(tx, institutionId, search), {
        title: pathway.title,
        annotationsOf: (version) => ruleOf(published?.rules.get(version) ?? pathway.rule, '').award.annotations,
      })
    })
    if (rows === null) return problem('not-found')
    const table = [[...ANNOTATION_COLUMNS], ...rows]
    return sheetDownload({ format: query.format, fileName: 'annotations', sheetName: '기재 명단', rows: table })
  })
}
