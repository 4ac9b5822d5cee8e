// Every event in the system, one schema each: what happened, told in ids. Listeners look the rest up.
import { z } from 'zod'

const Id = z.uuid()

export const EVENTS = {
  'achievement.published': z.object({ achievementId: Id, version: z.number().int(), designId: Id }),
  'achievement.retired': z.object({ achievementId: Id }),
  /** At most ISSUE_JOB_AWARDS_MAX awards, all of one batch. */
  'credential.issued': z.object({ batchId: Id, awardIds: z.array(Id) }),
  /** A part was taken back after the award was decided and before it was signed. */
  'credential.withheld': z.object({ awardIds: z.array(Id) }),
  'credential.revoked': z.object({ awardId: Id }),
  'credential.suspended': z.object({ awardIds: z.array(Id) }),
  /** A suspension was lifted. */
  'credential.reinstated': z.object({ awardIds: z.array(Id) }),
  /** It will be signed anew, with other data, under the same id. */
  'credential.replaced': z.object({ awardIds: z.array(Id) }),
  'credential.claimed': z.object({ awardId: Id }),
  'pathway.published': z.object({ pathwayId: Id, version: z.number().int() }),
  /** A person decided about an application, to take part or for a stage of the rule. */
  'pathway.decided': z.object({
    pathwayId: Id,
    learnerId: Id,
    stage: z.string(),
    outcome: z.enum(['approved', 'refused']),
  }),
  'degree.completed': z.object({ pathwayId: Id, learnerId: Id, state: z.enum(['awarded', 'review', 'waiting']) }),
  /** A person decided about a micro-degree that waited for review or was flagged. */
  'degree.decided': z.object({ pathwayId: Id, learnerId: Id, decision: z.enum(['award', 'refuse', 'keep']) }),
  'degree.flagged': z.object({ pathwayId: Id, learnerId: Id, awardId: Id }),
  'recognition.submitted': z.object({ recognitionId: Id }),
  'recognition.decided': z.object({ recognitionId: Id }),
} as const

export type EventType = keyof typeof EVENTS
export type EventOf<T extends EventType> = {
  readonly type: T
  readonly institutionId: string
  readonly payload: z.infer<(typeof EVENTS)[T]>
}
export type Event = { [T in EventType]: EventOf<T> }[EventType]
