/** Shows pathways, participants and micro-degrees as the API tells them. */
import type { Degree as DegreeAnswer, Enrolment as EnrolmentAnswer, Pathway as PathwayAnswer } from '@kolleges/api'
import { describeRule, parseRule, type Titles } from '@kolleges/requirements'
import type { StageApplication } from './own/store.ts'
import type { Degree, Pathway } from './pathway.ts'
import type { Learner, Participant } from './store.ts'

export const pathwayUrl = (origin: string, id: string): string => `${origin}/p/${id}`

export function pathwayView(pathway: Pathway, titles: Titles, origin: string): PathwayAnswer {
  const parsed = parseRule(pathway.rule)
  const words = (language: 'ko' | 'en') =>
    parsed.outcome === 'parsed' ? describeRule(parsed.rule, language, titles) : []
  const name = titles[pathway.achievementId]
  return {
    id: pathway.id,
    achievement: { id: pathway.achievementId, name: typeof name === 'string' ? name : pathway.title.ko },
    title: pathway.title,
    enrolment: pathway.enrolment,
    state: pathway.publishedVersion === null ? 'draft' : 'published',
    version: pathway.publishedVersion,
    hasUnpublishedChanges: pathway.hasUnpublishedChanges,
    revision: pathway.revision,
    rule: pathway.rule,
    words: { ko: words('ko'), en: words('en') },
    counts: pathway.counts,
    url: pathway.publishedVersion === null ? null : pathwayUrl(origin, pathway.id),
    createdAt: pathway.createdAt,
    updatedAt: pathway.updatedAt,
  }
}

export const learnerView = ({ id, name, email }: Learner) => ({ id, name, email })

export const participantView = (one: Participant, applications: readonly StageApplication[]): EnrolmentAnswer => ({
  learner: learnerView(one.learner),
  state: one.state,
  version: one.version,
  progress: one.progress ?? 0,
  credits: one.credits ?? 0,
  missing: one.missing,
  outcome: one.outcome,
  enrolledAt: one.enrolledAt,
  applications: applications
    .filter(({ learnerId }) => learnerId === one.learner.id)
    .map(({ stage, appliedAt }) => ({ stage, appliedAt })),
  evaluatedAt: one.evaluatedAt,
})

/** `credential` is the public id of the award, where there is one. */
export const degreeView = (degree: Degree, learner: Learner, credential: string | undefined): DegreeAnswer => ({
  learner: learnerView(learner),
  state: degree.state,
  version: degree.version,
  completedAt: degree.completedAt,
  awardOn: degree.awardOn,
  credential: credential ?? null,
  flaggedAt: degree.flaggedAt,
  note: degree.note,
  decidedBy: degree.decidedBy,
})
