/** The doors of micro-degrees, for staff and for everybody. */
import { DegreePaper, type EnrolmentQuery, routes, Uuid } from '@kolleges/api'
import { type Fault, semesterDays } from '@kolleges/requirements'
import { z } from 'zod'
import { loadInstitution } from '../issuers/index.ts'
import { type Actor, answer, type Language, type On, type ProblemCode, problem, refused } from '../platform/handler.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import { answerApplication, answerPathway } from './answer-page.ts'
import { registerCatalogue } from './catalogue/catalogue-routes.ts'
import { changePathway } from './change.ts'
import { createPathway } from './create.ts'
import { recordDecision } from './decide.ts'
import { decideDegree } from './decide-degree.ts'
import { answerPaper } from './degrees/answer-paper.ts'
import { loadOwnPapers, loadVisiblePapers } from './degrees/load-papers.ts'
import { findVisibleRecord, listDegrees, publicIdsOf } from './degrees/store.ts'
import { enrolLearner } from './enrol.ts'
import { evaluateSent } from './evaluate-sent.ts'
import { titlesOf } from './ledger.ts'
import { registerOwn } from './own/own-routes.ts'
import { listOpenApplications } from './own/store.ts'
import { type Degree, faultsInWords, type Pathway } from './pathway.ts'
import { publishPathway } from './publish.ts'
import { readProgress } from './read-progress.ts'
import { askReckoning } from './reckon-everybody.ts'
import { simulatePathway } from './simulate.ts'
import {
  findPathway,
  type Learner,
  listLearners,
  listParticipants,
  listPathways,
  loadCatalogue,
  type Participant,
} from './store.ts'
import { degreeView, learnerView, participantView, pathwayView } from './view.ts'

export function register(on: On): void {
  registerDefinition(on)
  registerStanding(on)
  registerDeciding(on)
  registerPublic(on)
  registerOwn(on)
  registerCatalogue(on)
}

function registerDefinition(on: On): void {
  on(routes.pathways.list, async ({ input: { query }, actor: { institutionId }, ports }) => {
    if (query.starting_after && !Uuid.safeParse(query.starting_after).success) return problem('request-invalid')
    const search = { startingAfter: query.starting_after, limit: query.limit }
    const found = await ports.db.tenant(institutionId, (tx) => listPathways(tx, institutionId, search))
    const data = await shownAll(ports, institutionId, found.slice(0, query.limit))
    return answer(200, { object: 'list', data, has_more: found.length > query.limit })
  })
  on(routes.pathways.read, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const found = await ports.db.tenant(institutionId, (tx) => findPathway(tx, institutionId, params.id))
    return found ? shown(200, ports, institutionId, found) : problem('not-found')
  })
  on(routes.pathways.create, async ({ input: { body }, actor, ports, language }) => {
    const { institutionId, label } = actor
    const { achievement: achievementId, title, ...rest } = body
    const created = await createPathway(ports, { institutionId, actor: label, achievementId, title, ...rest })
    return created.outcome === 'created'
      ? shown(201, ports, institutionId, created.pathway)
      : told(created, '#/rule', language)
  })
  on(routes.pathways.change, async ({ input: { params, body }, actor, ports, language }) => {
    const { revision, title, enrolment, rule } = body
    const draft = { ...(title && { title }), ...(enrolment && { enrolment }), ...(rule && { rule }) }
    const { institutionId, label } = actor
    const changed = await changePathway(ports, { institutionId, actor: label, id: params.id, draft, revision })
    return changed.outcome === 'changed'
      ? shown(200, ports, institutionId, changed.pathway)
      : told(changed, '#/rule', language)
  })
  on(routes.pathways.publish, async ({ input: { params }, actor, ports, language }) => {
    const { institutionId, label } = actor
    const published = await publishPathway(ports, { institutionId, actor: label, id: params.id })
    return published.outcome === 'published'
      ? shown(201, ports, institutionId, published.pathway)
      : told(published, '#/rule', language)
  })
}

function registerStanding(on: On): void {
  on(routes.pathways.simulate, async ({ input: { params, body }, actor: { institutionId }, ports, language }) => {
    const { rule, at, decisions } = body
    const simulated = await simulatePathway(ports, { institutionId, id: params.id, rule, at, decisions })
    if (simulated.outcome === 'refused') return told(simulated, '#/rule', language)
    const { outcome: _, ...result } = simulated
    return answer(200, result)
  })
  on(routes.pathways.progress, async ({ input: { params, query }, actor: { institutionId }, ports }) => {
    const learner = folded(query.learner ?? '')
    const read = await readProgress(ports, { institutionId, id: params.id, learner, language: query.lang })
    if (read.outcome === 'refused') return refused(read)
    return answer(200, {
      ...read.told,
      pathway: params.id,
      version: read.version,
      learner: learnerView(read.learner),
      enrolment: read.enrolment?.state ?? 'none',
      progress: read.progress,
      degree: read.degree && (await degreeShown(ports, institutionId, read.degree, read.learner)),
    })
  })
  on(routes.pathways.enrolments, async ({ input: { params, query }, actor: { institutionId }, ports }) => {
    const search = { ...pageOf(query), ...filterOf(query) }
    const found = await ports.db.tenant(institutionId, async (tx) =>
      (await findPathway(tx, institutionId, params.id)) ? listParticipants(tx, institutionId, params.id, search) : null,
    )
    if (!found) return problem('not-found')
    const data = await participantsShown(ports, institutionId, params.id, found.slice(0, query.limit))
    return answer(200, { object: 'list', data, has_more: found.length > query.limit })
  })
  on(routes.pathways.degrees, async ({ input: { params, query }, actor: { institutionId }, ports }) => {
    const search = { ...pageOf(query), state: query.state, isFlagged: query.flagged === 'true' }
    const found = await ports.db.tenant(institutionId, async (tx) =>
      (await findPathway(tx, institutionId, params.id)) ? listDegrees(tx, institutionId, params.id, search) : null,
    )
    if (!found) return problem('not-found')
    const data = await degreesShown(ports, institutionId, found.slice(0, query.limit))
    return answer(200, { object: 'list', data, has_more: found.length > query.limit })
  })
  on(routes.reckonings.create, async ({ input: { body }, actor: { institutionId }, ports }) => {
    const asked = await askReckoning(ports, { institutionId, pathwayId: body.pathway })
    if (asked.outcome === 'refused') return refused(asked)
    return answer(202, { pathway: body.pathway ?? null, learners: asked.learners })
  })
  on(routes.degreePapers.read, async ({ input: { params, query }, actor: { institutionId }, ports }) => {
    const papers = await loadOwnPapers(ports, institutionId, params.id.toLowerCase())
    return papers === null ? problem('not-found') : answerPaper(ports, papers, query.paper, query.lang)
  })
  on(routes.evaluations.create, ({ input: { body }, ports, language }) => {
    const evaluated = evaluateSent(body, ports.clock.now())
    return evaluated.outcome === 'evaluated' ? answer(200, evaluated.result) : told(evaluated, evaluated.base, language)
  })
}

function registerDeciding(on: On): void {
  on(routes.pathways.enrol, async ({ input: { params, body }, actor: { institutionId, label }, ports }) => {
    const { semesters, adoptNewest = false } = body
    const [learner, pathwayId] = [folded(body.learner), params.id]
    const taken = await enrolLearner(ports, {
      ...{ institutionId, actor: label, pathwayId, learner, adoptNewest, semesters },
    })
    if (taken.outcome === 'refused') return refused(taken)
    return answer(201, (await participantsShown(ports, institutionId, pathwayId, [taken.participant]))[0])
  })
  on(routes.pathways.decide, async ({ input: { params, body }, actor: { institutionId, label }, ports }) => {
    const { stage, by, manual, outcome, note } = body
    const [learner, pathwayId] = [folded(body.learner), params.id]
    const taken = await recordDecision(ports, {
      ...{ institutionId, actor: label, pathwayId, learner, stage, by, manual, outcome, note },
    })
    if (taken.outcome === 'refused') return refused(taken)
    return answer(201, (await participantsShown(ports, institutionId, pathwayId, [taken.participant]))[0])
  })
  on(routes.pathways.decideDegree, async ({ input: { params, body }, actor: { institutionId, label }, ports }) => {
    const { decision, note } = body
    const [learner, pathwayId] = [folded(body.learner), params.id]
    const decided = await decideDegree(ports, {
      ...{ institutionId, actor: label, pathwayId, learner, decision, note },
    })
    if (decided.outcome === 'refused') return refused(decided)
    return answer(201, await degreeShown(ports, institutionId, decided.degree, decided.learner))
  })
}

const Segment = z.string().max(64)
const open = (path: string) =>
  ({ method: 'GET', path, capability: 'public', request: { params: z.object({ id: Segment }) } }) as const

function registerPublic(on: On): void {
  on(open('/p/{id}'), ({ input: { params }, ports, actors, language, request }) =>
    answerPathway({ ports, language, request, viewer: addressOf(actors) }, params.id),
  )
  const apply = { method: 'POST', path: '/p/{id}/enrolment', capability: 'holder', request: open('').request } as const
  on(apply, ({ input: { params }, ports, actor, language }) =>
    answerApplication(ports, params.id, actor.email, language),
  )
  for (const paper of DegreePaper.options)
    on(open(`/c/{id}/${paper}`), async ({ input: { params }, ports, actors, language }) => {
      const papers = await loadVisiblePapers(ports, params.id.toLowerCase(), addressOf(actors))
      return papers === null ? problem('not-found') : answerPaper(ports, papers, paper, language)
    })
  on(open('/c/{id}/clr.json'), async ({ input: { params }, ports, actors }) => {
    const text = await findVisibleRecord(ports, params.id.toLowerCase(), addressOf(actors))
    const headers = { 'access-control-allow-origin': '*', 'x-robots-tag': 'noindex', 'cache-control': 'no-cache' }
    if (text === null) return problem('not-found', { headers: { 'access-control-allow-origin': '*' } })
    return new Response(text, { headers: { ...headers, 'content-type': 'application/vc+ld+json' } })
  })
}

/** The address a session proves, whether it came as holder or as member. */
const addressOf = (actors: readonly Actor[]): string | null =>
  actors.flatMap((actor) => (actor.kind === 'holder' || actor.kind === 'member' ? [actor.email] : []))[0] ?? null

const filterOf = ({ state, version, semester, outcome, missing_max }: z.output<typeof EnrolmentQuery>) => {
  const days = semester === undefined ? undefined : semesterDays(semester)
  return {
    state,
    version,
    outcome,
    missingMax: missing_max,
    ...(days && { enrolledFrom: days.from, enrolledUntil: days.until }),
  }
}

const pageOf = ({ limit, starting_after }: { limit: number; starting_after?: string | undefined }) => ({
  limit,
  startingAfter: Uuid.safeParse(starting_after).data,
})

/** Learners are found by id or by address, and both are stored in small letters. */
const folded = (learner: string): string => learner.trim().toLowerCase()

const shown = async (status: number, ports: Ports, institutionId: string, pathway: Pathway) =>
  answer(status, (await shownAll(ports, institutionId, [pathway]))[0])

const shownAll = (ports: Ports, institutionId: string, pathways: readonly Pathway[]) =>
  ports.db.tenant(institutionId, async (tx) => {
    const { did } = await loadInstitution(tx, institutionId)
    const titles = titlesOf(await loadCatalogue(tx, institutionId, did))
    return pathways.map((pathway) => pathwayView(pathway, titles, ports.config.origin))
  })

const participantsShown = (ports: Ports, institutionId: string, pathwayId: string, found: readonly Participant[]) =>
  ports.db.tenant(institutionId, async (tx) => {
    const ids = found.map(({ learner }) => learner.id)
    const applications = await listOpenApplications(tx, institutionId, pathwayId, ids)
    return found.map((one) => participantView(one, applications))
  })

const degreeShown = (ports: Ports, institutionId: string, degree: Degree, learner: Learner) =>
  ports.db.tenant(institutionId, async (tx) =>
    degreeView(degree, learner, (await credentialsOf(tx, institutionId, [degree])).get(degree.awardId ?? '')),
  )

const degreesShown = (ports: Ports, institutionId: string, degrees: readonly Degree[]) =>
  ports.db.tenant(institutionId, async (tx) => {
    const ids = degrees.map(({ learnerId }) => learnerId)
    const learners = await listLearners(tx, institutionId, ids)
    const credentials = await credentialsOf(tx, institutionId, degrees)
    return degrees.map((degree) =>
      degreeView(degree, learners.get(degree.learnerId)!, credentials.get(degree.awardId ?? '')),
    )
  })

const credentialsOf = (tx: Tx, institutionId: string, degrees: readonly Degree[]) =>
  publicIdsOf(
    tx,
    institutionId,
    degrees.flatMap(({ awardId }) => awardId ?? []),
  )

type Refused = { readonly reason: ProblemCode; readonly faults?: readonly Fault[] }

const told = (refusal: Refused, base: string, language: Language) =>
  refusal.faults
    ? refused({ reason: refusal.reason, errors: faultsInWords(refusal.faults, base, language) })
    : refused(refusal)
