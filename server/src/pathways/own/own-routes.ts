/** The doors of a learner's own micro-degrees. */
import { z } from 'zod'
import { type On, problem, type RouteShape } from '../../platform/handler.ts'
import type { Ports } from '../../platform/ports.ts'
import { enrolLearner } from '../enrol.ts'
import { findInstitutionOfPathway } from '../store.ts'
import { applyForStage } from './apply-stage.ts'
import { ownPathwaysPage } from './list-pages.ts'
import { findOwnPathway, listOwnPathways } from './load-own.ts'
import { onePathwayPage } from './one-pages.ts'
import { showProgress } from './show-progress.ts'

const ById = z.object({ id: z.uuid() })
const DONE = z.enum(['applied', 'adopted', 'saved'])

const pages = {
  list: { method: 'GET', path: '/me/pathways', capability: 'holder' },
  one: { method: 'GET', path: '/me/pathways/{id}', capability: 'holder', request: { params: ById } },
  apply: {
    method: 'POST',
    path: '/me/pathways/{id}/applications',
    capability: 'holder',
    request: { params: ById, body: z.object({ stage: z.string().max(200) }) },
  },
  adopt: { method: 'POST', path: '/me/pathways/{id}/version', capability: 'holder', request: { params: ById } },
  show: {
    method: 'POST',
    path: '/me/pathways/{id}/showing',
    capability: 'holder',
    request: { params: ById, body: z.object({ show: z.string().max(10).optional() }).optional() },
  },
} as const satisfies Record<string, RouteShape>

export function registerOwn(on: On): void {
  on(pages.list, async ({ ports, actor, language }) =>
    ownPathwaysPage(await listOwnPathways(ports, actor.email), language),
  )
  on(pages.one, async ({ input: { params }, ports, actor, language, request }) => {
    const own = await findOwnPathway(ports, actor.email, params.id)
    if (own === null) return problem('not-found')
    if (own.standing === null) return seeOther('/me/pathways', own.id)
    const asked = new URL(request.url).searchParams
    const done = DONE.safeParse(asked.get('done')).data
    return onePathwayPage({ own, standing: own.standing, chosen: asked.getAll('with'), done, language })
  })
  on(pages.apply, async ({ input: { params, body }, ports, actor }) => {
    const command = await commandOf(ports, params.id, actor.email)
    const applied = command && (await applyForStage(ports, { ...command, stage: body.stage }))
    return applied?.outcome === 'applied' ? seeOther(`/me/pathways/${params.id}?done=applied`) : problem('not-found')
  })
  on(pages.adopt, async ({ input: { params }, ports, actor: { email } }) => {
    const own = await findOwnPathway(ports, email, params.id)
    if (!own?.standing) return problem('not-found')
    const { institution, learnerId } = own
    const command = { institutionId: institution.id, actor: email, pathwayId: own.id, learner: learnerId }
    await enrolLearner(ports, { ...command, adoptNewest: true, semesters: undefined })
    return seeOther(`/me/pathways/${own.id}?done=adopted`)
  })
  on(pages.show, async ({ input: { params, body }, ports, actor }) => {
    const command = await commandOf(ports, params.id, actor.email)
    const saved = command && (await showProgress(ports, { ...command, isShown: body?.show === 'yes' }))
    return saved?.outcome === 'saved' ? seeOther(`/me/pathways/${params.id}?done=saved`) : problem('not-found')
  })
}

async function commandOf(ports: Ports, pathwayId: string, email: string) {
  const institutionId = await findInstitutionOfPathway(ports, pathwayId)
  return institutionId === null ? null : { institutionId, pathwayId, email }
}

const seeOther = (path: string, anchor?: string): Response =>
  new Response(null, { status: 303, headers: { location: anchor ? `${path}#${anchor}` : path } })
