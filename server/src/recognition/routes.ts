/** The doors of credit recognition: the registrar's, and the applicant's pages. */
import { routes, Uuid } from '@kolleges/api'
import { z } from 'zod'
import { sheetDownload } from '../learners/index.ts'
import { answer, type Language, type On, problem, type RouteShape, refused } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { answerApplication, answerForm, findOffered, listOwnRecognitions } from './answer-application.ts'
import { letterPage, ownListPage } from './application-pages.ts'
import { changeProgramme, createProgramme, type Saved } from './change-programme.ts'
import { decideRecognition } from './decide.ts'
import { EXPORT_COLUMNS, exportRows } from './export-rows.ts'
import { faultsInWords } from './fault-words.ts'
import { answerLetter } from './letter.ts'
import { APPLICATION_BYTES_MAX } from './limits.ts'
import { programmeMissingPage, programmePage } from './pages.ts'
import type { Recognition } from './recognition.ts'
import {
  findPackage,
  findProgramme,
  findRecognition,
  listDecided,
  listProgrammes,
  listRecognitions,
  publicIdsOfAwards,
} from './store.ts'
import { programmeView, recognitionView } from './view.ts'
import { withdrawRecognition } from './withdraw.ts'

export function register(on: On): void {
  registerProgrammes(on)
  registerRecognitions(on)
  registerApplicants(on)
}

const pageOf = ({ limit, starting_after }: { limit: number; starting_after?: string | undefined }) => ({
  limit,
  startingAfter: Uuid.safeParse(starting_after).data,
})

function registerProgrammes(on: On): void {
  on(routes.recognitionProgrammes.list, async ({ input: { query }, actor: { institutionId }, ports }) => {
    const found = await ports.db.tenant(institutionId, (tx) => listProgrammes(tx, institutionId, pageOf(query)))
    const data = found.slice(0, query.limit).map((one) => programmeView(one, ports.config.origin))
    return answer(200, { object: 'list', data, has_more: found.length > query.limit })
  })
  on(routes.recognitionProgrammes.read, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const found = await ports.db.tenant(institutionId, (tx) => findProgramme(tx, institutionId, params.id))
    return found ? answer(200, programmeView(found, ports.config.origin)) : problem('not-found')
  })
  on(routes.recognitionProgrammes.create, async ({ input: { body }, actor, ports, language }) => {
    const { institutionId, label } = actor
    return saved(201, await createProgramme(ports, { institutionId, actor: label, content: body }), ports, language)
  })
  on(routes.recognitionProgrammes.change, async ({ input: { params, body }, actor, ports, language }) => {
    const { revision, ...fields } = body
    const change = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    const { institutionId, label } = actor
    const changed = await changeProgramme(ports, { institutionId, actor: label, id: params.id, change, revision })
    return saved(200, changed, ports, language)
  })
}

function saved(status: number, result: Saved, ports: Ports, language: Language) {
  if (result.outcome === 'saved') return answer(status, programmeView(result.programme, ports.config.origin))
  if (result.reason !== 'articulation-repeated') return refused(result)
  const faults = result.rows.map((row) => ({ pointer: `#/articulations/${row}`, code: result.reason }))
  return refused({ reason: result.reason, errors: faultsInWords(faults, language) })
}

function registerRecognitions(on: On): void {
  on(routes.recognitions.list, async ({ input: { query }, actor: { institutionId }, ports }) => {
    const search = { ...pageOf(query), state: query.state, programmeId: query.programme }
    const found = await ports.db.tenant(institutionId, (tx) => listRecognitions(tx, institutionId, search))
    const data = await shown(ports, institutionId, found.slice(0, query.limit))
    return answer(200, { object: 'list', data, has_more: found.length > query.limit })
  })
  on(routes.recognitions.read, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const found = await ports.db.tenant(institutionId, (tx) => findRecognition(tx, institutionId, params.id))
    return found ? answer(200, (await shown(ports, institutionId, [found]))[0]) : problem('not-found')
  })
  on(routes.recognitions.package, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const text = await ports.db.tenant(institutionId, (tx) => findPackage(tx, institutionId, params.id))
    if (text === null) return problem('not-found')
    const disposition = `attachment; filename="recognition-${params.id}.json"`
    const headers = { 'content-type': 'application/vp+ld+json', 'content-disposition': disposition }
    return new Response(text, { headers: { ...headers, 'cache-control': 'no-store' } })
  })
  on(routes.recognitions.decide, async ({ input: { params, body }, actor, ports, language }) => {
    const { institutionId, label } = actor
    const { items: lines, comment } = body
    const command = { institutionId, id: params.id, by: label, lines, comment: comment || null }
    const decided = await decideRecognition(ports, command)
    if (decided.outcome === 'decided') return answer(201, (await shown(ports, institutionId, [decided.recognition]))[0])
    if (decided.reason !== 'recognition-invalid') return refused(decided)
    return refused({ reason: decided.reason, errors: faultsInWords(decided.faults, language) })
  })
  on(routes.recognitionExports.read, async ({ input: { query }, actor: { institutionId }, ports }) => {
    const decided = await ports.db.tenant(institutionId, (tx) => listDecided(tx, institutionId, query.programme))
    const rows = [[...EXPORT_COLUMNS], ...exportRows(decided)]
    return sheetDownload({ format: query.format, fileName: 'recognition', sheetName: '학점 인정', rows })
  })
}

const shown = (ports: Ports, institutionId: string, recognitions: readonly Recognition[]) =>
  ports.db.tenant(institutionId, async (tx) => {
    const awardIds = recognitions.flatMap(({ awardId }) => awardId ?? [])
    const publicIds = await publicIdsOfAwards(tx, institutionId, awardIds)
    const titles = new Map<string, { ko: string; en: string }>()
    for (const programmeId of new Set(recognitions.map((one) => one.programmeId)))
      titles.set(programmeId, (await findProgramme(tx, institutionId, programmeId))!.title) // a foreign key holds it
    return recognitions.map((one) =>
      recognitionView(one, titles.get(one.programmeId)!, publicIds.get(one.awardId ?? '')),
    )
  })

const ById = z.object({ id: z.string().max(64) })
const Fields = z.record(z.string().max(60), z.string().max(2_000))

const pages = {
  programme: { method: 'GET', path: '/r/{id}', capability: 'public', request: { params: ById } },
  form: { method: 'GET', path: '/r/{id}/application', capability: 'holder', request: { params: ById } },
  apply: {
    method: 'POST',
    path: '/r/{id}/application',
    capability: 'holder',
    request: { params: ById, body: Fields },
    upload: true,
    bodyBytesMax: APPLICATION_BYTES_MAX,
  },
  mine: { method: 'GET', path: '/me/recognitions', capability: 'holder' },
  letter: { method: 'GET', path: '/me/recognitions/{id}', capability: 'holder', request: { params: ById } },
  print: { method: 'GET', path: '/me/recognitions/{id}/letter.pdf', capability: 'holder', request: { params: ById } },
  withdraw: {
    method: 'POST',
    path: '/me/recognitions/{id}/withdrawal',
    capability: 'holder',
    request: { params: ById },
  },
} as const satisfies Record<string, RouteShape>

function registerApplicants(on: On): void {
  on(pages.programme, async ({ input: { params }, ports, language }) => {
    const found = await findOffered(ports, params.id)
    if (!found) return programmeMissingPage(language, '/')
    return programmePage({ ...found, language, origin: ports.config.origin })
  })
  on(pages.form, ({ input: { params }, ports, actor: { email }, language }) =>
    answerForm({ ports, email, language }, params.id),
  )
  on(pages.apply, ({ input: { params, body, files }, ports, actor: { email }, language, clientAddress }) =>
    answerApplication({ ports, email, language, clientAddress }, params.id, body, files),
  )
  on(pages.mine, async ({ ports, actor: { email }, language }) =>
    ownListPage(await listOwnRecognitions(ports, email), language),
  )
  on(pages.letter, async ({ input: { params }, ports, actor: { email }, language }) => {
    const own = (await listOwnRecognitions(ports, email)).find(({ recognition }) => recognition.id === params.id)
    return own ? letterPage(own, language) : programmeMissingPage(language, '/')
  })
  on(pages.print, async ({ input: { params }, ports, actor: { email }, language }) => {
    const own = (await listOwnRecognitions(ports, email)).find(({ recognition }) => recognition.id === params.id)
    return (own && (await answerLetter(ports, own, language))) ?? programmeMissingPage(language, '/')
  })
  on(pages.withdraw, async ({ input: { params }, ports, actor: { email }, language }) => {
    const withdrawn = await withdrawRecognition(ports, email, params.id)
    if (withdrawn.outcome === 'refused' && withdrawn.reason === 'not-found') return programmeMissingPage(language, '/')
    return new Response(null, { status: 303, headers: { location: `/me/recognitions/${params.id}` } })
  })
}
