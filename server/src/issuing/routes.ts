/** The doors of issuing: award a roster, follow it, look credentials up, revoke. */
import { routes, Uuid } from '@kolleges/api'
import { parseInstant } from '../platform/clock.ts'
import { answer, type Language, type On, type Problem, problem, refused } from '../platform/handler.ts'
import type { Ports, Tx } from '../platform/ports.ts'
import type { Award } from './award.ts'
import { awardRoster, type RosterAwarding } from './award-roster.ts'
import { listBatches } from './batches/store.ts'
import { parseNumber } from './number.ts'
import { inWords } from './recipients.ts'
import { replaceAward } from './replace.ts'
import { revokeAward } from './revoke.ts'
import { findAward, listAwards } from './store.ts'
import { reinstateAward, suspendAward } from './suspend.ts'
import { namesOf, viewAward, viewBatch, viewBatchById } from './view.ts'

export function register(on: On): void {
  registerBatches(on)
  registerCredentials(on)
}

function registerBatches(on: On): void {
  on(routes.awardBatches.create, async ({ input, actor, ports, language }) => {
    const { institutionId, label } = actor
    const awarding = await awardRoster(ports, { ...input.body!, institutionId, requestedBy: label })
    if (awarding.outcome === 'refused') return refusalOf(awarding, language)
    return answer(202, await ports.db.tenant(institutionId, (tx) => viewBatchById(tx, institutionId, awarding.batchId)))
  })
  on(routes.awardBatches.list, async ({ input, actor, ports }) => {
    const { institutionId } = actor
    const { limit, starting_after: startingAfter } = input.query
    if (startingAfter !== undefined && !Uuid.safeParse(startingAfter).success)
      return problem('request-invalid', BAD_CURSOR)
    return ports.db.tenant(institutionId, async (tx) => {
      const batches = await listBatches(tx, institutionId, { startingAfter, limit })
      const nameOf = await namesOf(tx, institutionId, batches)
      const data = batches.slice(0, limit).map((batch) => viewBatch(batch, nameOf))
      return answer(200, { object: 'list', data, has_more: batches.length > limit })
    })
  })
  on(routes.awardBatches.read, async ({ input, actor, ports }) => {
    const { institutionId } = actor
    const batch = await ports.db.tenant(institutionId, (tx) => viewBatchById(tx, institutionId, input.params.id))
    return batch ? answer(200, batch) : problem('not-found')
  })
}

function registerCredentials(on: On): void {
  on(routes.credentials.list, async ({ input, actor, ports }) => {
    const { institutionId } = actor
    const { limit, starting_after, award_batch: batchId, achievement: achievementId, state, q } = input.query
    const words = q?.normalize('NFC').trim()
    const startingAfter = starting_after?.toLowerCase()
    const filter = { batchId, achievementId, state, words, number: parseNumber(words ?? ''), startingAfter, limit }
    return ports.db.tenant(institutionId, async (tx) => {
      const awards = await listAwards(tx, institutionId, filter)
      const data = await awardPage(tx, ports, institutionId, awards.slice(0, limit))
      return answer(200, { object: 'list', data, has_more: awards.length > limit })
    })
  })
  on(routes.credentials.read, async ({ input, actor, ports }) => {
    const credential = await readCredential(ports, actor.institutionId, input.params.id.toLowerCase())
    return credential ? answer(200, credential) : problem('not-found')
  })
  on(routes.credentials.revoke, async ({ input, actor, ports }) => {
    const { institutionId, label } = actor
    const publicId = input.params.id.toLowerCase()
    const { reason } = input.body!
    const revocation = await revokeAward(ports, { institutionId, publicId, by: label, reason })
    if (revocation.outcome === 'refused') return refused(revocation)
    return answer(201, await readCredential(ports, institutionId, publicId))
  })
  on(routes.credentials.replace, async ({ input, actor, ports }) => {
    const { institutionId, label } = actor
    const publicId = input.params.id.toLowerCase()
    const replacement = await replaceAward(ports, { ...input.body!, institutionId, publicId, by: label })
    if (replacement.outcome === 'refused') return refused(replacement)
    return answer(201, await readCredential(ports, institutionId, publicId))
  })
  on(routes.credentials.suspend, async ({ input, actor, ports, language }) => {
    const { institutionId, label } = actor
    const publicId = input.params.id.toLowerCase()
    const { reason } = input.body!
    const until = input.body!.until === undefined ? null : (parseInstant(input.body!.until) ?? null)
    const suspension = await suspendAward(ports, { institutionId, publicId, by: label, reason, until })
    if (suspension.outcome === 'refused')
      return suspension.reason === 'suspension-over' ? suspensionOver(language) : refused(suspension)
    return answer(201, await readCredential(ports, institutionId, publicId))
  })
  on(routes.credentials.reinstate, async ({ input, actor, ports }) => {
    const { institutionId, label } = actor
    const publicId = input.params.id.toLowerCase()
    const lifting = await reinstateAward(ports, { institutionId, publicId, by: label })
    if (lifting.outcome === 'refused') return refused(lifting)
    return answer(200, await readCredential(ports, institutionId, publicId))
  })
}

function suspensionOver(language: Language): Problem {
  const detail = { ko: '정지가 끝나는 때가 이미 지났습니다.', en: 'The suspension would be over already.' }[language]
  return problem('request-invalid', { errors: [{ pointer: '#/until', code: 'suspension-over', detail }] })
}

type Refusal = Extract<RosterAwarding, { outcome: 'refused' }>

function refusalOf(refusal: Refusal, language: Language): Problem {
  if (refusal.reason === 'recipients-invalid') {
    return problem(refusal.reason, { errors: inWords(refusal.faults, language) })
  }
  if (refusal.reason !== 'validity-backwards') return problem(refusal.reason)
  const detail = { ko: '유효기간의 끝이 시작보다 늦어야 합니다.', en: 'The end must lie after the start.' }[language]
  return problem('request-invalid', { errors: [{ pointer: '#/validUntil', code: refusal.reason, detail }] })
}

async function awardPage(tx: Tx, ports: Ports, institutionId: string, awards: readonly Award[]) {
  const nameOf = await namesOf(tx, institutionId, awards)
  return awards.map((award) => viewAward(award, nameOf, ports.config.origin))
}

const readCredential = (ports: Ports, institutionId: string, publicId: string) =>
  ports.db.tenant(institutionId, async (tx) => {
    const award = await findAward(tx, institutionId, publicId)
    return award && (await awardPage(tx, ports, institutionId, [award]))[0]
  })

const BAD_CURSOR = {
  errors: [{ pointer: '#/query/starting_after', code: 'id-malformed', detail: 'starting_after' }],
}
