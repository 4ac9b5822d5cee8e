/** Tells where one learner stands on a pathway, reckoned at this moment. */
import type { EvaluationResult } from '@kolleges/api'
import { type Evaluation, letterOf, type Titles, traceOf } from '@kolleges/requirements'
import { loadInstitution } from '../issuers/index.ts'
import type { Language } from '../platform/handler.ts'
import type { Ports } from '../platform/ports.ts'
import { findDegree, listCounting } from './degrees/store.ts'
import { findEnrolment } from './enrol.ts'
import { judge } from './judge.ts'
import { heldOf, titlesOf } from './ledger.ts'
import { type Degree, type Enrolment, type Refusal, refuse, ruleOf } from './pathway.ts'
import { findLearner, findPathway, type Learner, listLedger, listPublished, loadCatalogue } from './store.ts'

export type ReadProgress = {
  readonly institutionId: string
  readonly id: string
  readonly learner: string
  readonly language: Language
}

export type Progress = {
  readonly outcome: 'read'
  readonly told: EvaluationResult
  readonly progress: number
  readonly version: number
  readonly learner: Learner
  readonly enrolment: Enrolment | undefined
  readonly degree: Degree | null
}

/** Who is not enrolled is told where they would stand under the newest version. */
export const readProgress = (
  ports: Ports,
  { institutionId, id, learner: wanted, language }: ReadProgress,
): Promise<Progress | Refusal<'not-found' | 'learner-unknown' | 'pathway-not-published' | 'evaluation-refused'>> =>
  ports.db.tenant(institutionId, async (tx) => {
    if (!(await findPathway(tx, institutionId, id))) return refuse('not-found')
    const pathway = (await listPublished(tx, institutionId)).find((one) => one.id === id)
    if (!pathway) return refuse('pathway-not-published')
    const learner = await findLearner(tx, institutionId, wanted)
    if (!learner) return refuse('learner-unknown')
    const { did } = await loadInstitution(tx, institutionId)
    const catalogue = await loadCatalogue(tx, institutionId, did)
    const rows = (await listLedger(tx, institutionId, [learner.id])).get(learner.id) ?? []
    const held = heldOf(rows, catalogue, await listCounting(tx, institutionId, [learner.id]))
    const enrolment = await findEnrolment(tx, institutionId, id, learner.id)
    const version = enrolment?.version ?? pathway.version
    const rule = ruleOf(pathway.rules.get(version), did)
    const judgement = judge({ rule, goal: pathway.achievementId }, held, enrolment, ports.clock.now())
    if (judgement === null) return refuse('evaluation-refused')
    const { evaluation } = judgement
    return {
      outcome: 'read',
      told: inWords(evaluation, language, titlesOf(catalogue)),
      progress: evaluation.progress,
      ...{ version, learner, enrolment },
      degree: await findDegree(tx, institutionId, id, learner.id),
    }
  })

/** The answer of `kolleges evaluate`. */
export const inWords = (evaluation: Evaluation, language: Language, titles: Titles): EvaluationResult => ({
  outcome: evaluation.outcome,
  credits: evaluation.credits,
  counted: evaluation.counted.map(({ achievement }) => achievement),
  setAside: evaluation.setAside.map(({ holding, because }) => ({ achievement: holding.achievement, because })),
  trace: traceOf(evaluation, language, titles).map((line) => ({ ...line, counted: [...line.counted] })),
  text: letterOf(evaluation, language, titles),
})
