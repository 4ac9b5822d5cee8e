/** The doors of the catalogue, for staff and for everybody. */
import { routes, Uuid } from '@kolleges/api'
import type { DesignFault } from '@kolleges/design'
import { z } from 'zod'
import {
  answer,
  type FieldFault,
  type Language,
  type On,
  type ProblemCode,
  problem,
  refused,
} from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import type { Achievement } from './achievement.ts'
import { apart } from './certification.ts'
import { changeAchievement } from './change.ts'
import { designFaults } from './complete-design.ts'
import { createAchievement } from './create.ts'
import { discardDraft } from './discard-draft.ts'
import { KeptPictures } from './kept-pictures.ts'
import { answerAchievement, answerAchievementData, answerOldData, answerPicture } from './public-answers.ts'
import { publishAchievement } from './publish.ts'
import { restoreAchievement, retireAchievement } from './retire.ts'
import { findAchievement, listAchievements } from './store.ts'
import { viewOf } from './view.ts'

export function register(on: On): void {
  on(routes.achievements.list, async ({ input: { query }, actor: { institutionId }, ports }) => {
    if (query.starting_after && !Uuid.safeParse(query.starting_after).success) return problem('request-invalid')
    const search = { state: query.state, startingAfter: query.starting_after, limit: query.limit }
    const found = await ports.db.tenant(institutionId, (tx) => listAchievements(tx, institutionId, search))
    const data = found.slice(0, query.limit).map((one) => viewOf(one, ports.config.origin))
    return answer(200, { object: 'list', data, has_more: found.length > query.limit })
  })
  on(routes.achievements.read, async ({ input: { params }, actor: { institutionId }, ports }) => {
    const found = await ports.db.tenant(institutionId, (tx) => findAchievement(tx, institutionId, params.id))
    return found ? shown(200, found, ports) : problem('not-found')
  })
  on(routes.achievements.create, async ({ input: { body }, actor, ports, language }) => {
    const { design = {}, publish = false, ...rest } = body
    const parts = { ...apart(rest), design, publish }
    const command = { institutionId: actor.institutionId, actor: actor.label, ...parts, words: language }
    const creation = await createAchievement(ports, command)
    return creation.outcome === 'created' ? shown(201, creation.achievement, ports) : told(creation, language)
  })
  on(routes.achievements.change, async ({ input: { params, body }, actor, ports, language }) => {
    const { design = {}, revision, ...rest } = body
    const parts = { ...apart(rest), design, revision }
    const command = { institutionId: actor.institutionId, actor: actor.label, id: params.id, ...parts }
    const changed = await changeAchievement(ports, command)
    return changed.outcome === 'changed' ? shown(200, changed.achievement, ports) : told(changed, language)
  })
  on(routes.achievements.discard, async ({ input: { params, query }, actor, ports }) => {
    const command = { institutionId: actor.institutionId, actor: actor.label, id: params.id, revision: query.revision }
    const discarded = await discardDraft(ports, command)
    return discarded.outcome === 'discarded' ? answer(200, {}) : refused(discarded)
  })
  on(routes.achievements.publish, async ({ input: { params }, actor, ports, language }) => {
    const command = { institutionId: actor.institutionId, actor: actor.label, id: params.id, words: language }
    const published = await publishAchievement(ports, command)
    return published.outcome === 'published' ? shown(201, published.achievement, ports) : refused(published)
  })
  on(routes.achievements.retire, async ({ input: { params }, actor, ports }) => {
    const command = { institutionId: actor.institutionId, actor: actor.label, id: params.id }
    const turned = await retireAchievement(ports, command)
    return turned.outcome === 'turned' ? shown(201, turned.achievement, ports) : refused(turned)
  })
  on(routes.achievements.restore, async ({ input: { params }, actor, ports }) => {
    const command = { institutionId: actor.institutionId, actor: actor.label, id: params.id }
    const turned = await restoreAchievement(ports, command)
    return turned.outcome === 'turned' ? shown(200, turned.achievement, ports) : refused(turned)
  })
  registerPublic(on)
}

const Text = z.string().max(64)
const page = <P extends z.ZodType>(path: string, params: P) =>
  ({ method: 'GET', path, capability: 'public', request: { params } }) as const
const ById = z.object({ id: Text })
const ByVersion = z.object({ id: Text, version: Text })

function registerPublic(on: On): void {
  const pictures = new KeptPictures()
  on(page('/b/{id}', ById), (call) => answerAchievement(call, call.input.params.id))
  on(page('/b/{id}.json', ById), (call) => answerAchievementData(call, call.input.params.id))
  on(page('/b/{id}/{version}', ByVersion), (call) => {
    const { id, version } = call.input.params
    return answerAchievement(call, id, version)
  })
  on(page('/b/{id}/{version}.json', ByVersion), (call) => {
    const { id, version } = call.input.params
    return answerAchievementData(call, id, version)
  })
  on(page('/b/{id}/{version}/{file}', ByVersion.extend({ file: Text })), (call) => {
    const { id, version, file } = call.input.params
    return file === 'ob2.json' ? answerOldData(call, id, version) : answerPicture(call, pictures, { id, version, file })
  })
}

const shown = (status: number, achievement: Achievement, ports: Ports) =>
  answer(status, viewOf(achievement, ports.config.origin))

type Refused = {
  readonly reason: ProblemCode
  readonly faults?: readonly DesignFault[]
  readonly errors?: readonly FieldFault[]
}

const told = ({ reason, faults, errors }: Refused, language: Language) =>
  faults ? refused({ reason, errors: designFaults(faults, language) }) : refused({ reason, ...(errors && { errors }) })
