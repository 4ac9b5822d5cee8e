// Micro-degrees: rules that add badges up, who stands where, what is decided by people.
import { z } from 'zod'
import { Email, InstantText, Language, ListQuery, Uuid } from './common.ts'
import { ACHIEVEMENT_NAME_CHARACTERS_MAX, HOLDINGS_SENT_MAX, TEXT_CHARACTERS_MAX } from './limits.ts'

/** The rule as `requirements/rule.schema.json` has it; its own parser reports its faults with their places. */
export const RuleJson = z.record(z.string(), z.unknown())

const Title = z.object({
  ko: z.string().trim().min(1).max(ACHIEVEMENT_NAME_CHARACTERS_MAX),
  en: z.string().trim().min(1).max(ACHIEVEMENT_NAME_CHARACTERS_MAX),
})
/** Who takes part: everybody who earns a part, everybody who is enrolled, or whoever applied and was accepted. */
export const EnrolmentMode = z.enum(['automatic', 'open', 'application'])

export const NewPathway = z.object({
  /** The achievement it leads to. */
  achievement: Uuid,
  title: Title.optional(),
  enrolment: EnrolmentMode.default('automatic'),
  rule: RuleJson,
})
export const PathwayChange = z.object({
  title: Title.optional(),
  enrolment: EnrolmentMode.optional(),
  rule: RuleJson.optional(),
  /** The revision the change is based on; another one answers `edit-conflict`. */
  revision: z.number().int().optional(),
})

export const RuleLine = z.object({
  depth: z.number().int(),
  /** JSON Pointer into the rule. */
  path: z.string(),
  condition: z.string(),
  text: z.string(),
})
export const Pathway = z.object({
  id: Uuid,
  achievement: z.object({ id: Uuid, name: z.string() }),
  title: Title,
  enrolment: EnrolmentMode,
  state: z.enum(['draft', 'published']),
  version: z.number().int().nullable(),
  hasUnpublishedChanges: z.boolean(),
  revision: z.number().int(),
  rule: RuleJson,
  /** The draft rule in words; empty while it cannot be read. */
  words: z.object({ ko: z.array(RuleLine), en: z.array(RuleLine) }),
  counts: z.object({ enrolled: z.number().int(), awarded: z.number().int(), review: z.number().int() }),
  url: z.string().nullable(),
  createdAt: InstantText,
  updatedAt: InstantText,
})
export type Pathway = z.infer<typeof Pathway>

const AskedAt = z.string().max(40)
export const Simulation = z.object({
  /** Another rule than the draft's, to see what a number changes. */
  rule: RuleJson.optional(),
  /** The day on which the ledger is read; today when left out. */
  at: AskedAt.optional(),
  /** `assume` takes every approval as given, because the past has none. */
  decisions: z.enum(['assume', 'none']).default('assume'),
})
export const SimulationResult = z.object({
  /** Learners who hold at least one badge. */
  learners: z.number().int(),
  begun: z.number().int(),
  met: z.number().int(),
  /** Of those, who does not hold the micro-degree yet. */
  gaining: z.number().int(),
  /** One requirement short. */
  nearly: z.number().int(),
  /** Requirements by how many learners on the way lack them, most first. */
  blocking: z.array(
    z.object({
      path: z.string(),
      text: z.object({ ko: z.string(), en: z.string() }),
      learners: z.number().int(),
      /** For how many it is the only one. */
      alone: z.number().int(),
    }),
  ),
  examples: z.array(z.object({ id: Uuid, name: z.string() })),
})

/** A learner by id or e-mail address. */
const LearnerRef = z.union([Uuid, Email])

export const TraceLine = z.object({
  depth: z.number().int(),
  condition: z.string(),
  outcome: z.enum(['met', 'missing']),
  text: z.string(),
  counted: z.array(z.string()),
})
export const EvaluationResult = z.object({
  outcome: z.enum(['met', 'missing']),
  credits: z.number(),
  counted: z.array(z.string()),
  setAside: z.array(z.object({ achievement: z.string(), because: z.string() })),
  trace: z.array(TraceLine),
  text: z.string(),
})
export type EvaluationResult = z.infer<typeof EvaluationResult>

export const DegreeState = z.enum(['review', 'waiting', 'awarded', 'refused', 'revoked'])
export const Degree = z.object({
  learner: z.object({ id: Uuid, name: z.string(), email: z.string() }),
  state: DegreeState,
  version: z.number().int(),
  completedAt: InstantText,
  /** The next date of a batch. */
  awardOn: z.string().nullable(),
  /** The credential's id, once awarded. */
  credential: z.string().nullable(),
  /** Set when a part was revoked after the award. */
  flaggedAt: InstantText.nullable(),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
})
export type Degree = z.infer<typeof Degree>

export const ProgressQuery = z.object({ learner: z.string().max(254).optional(), lang: Language.default('ko') })
export const Progress = EvaluationResult.extend({
  pathway: Uuid,
  /** The version of the rule that holds for this learner. */
  version: z.number().int(),
  learner: z.object({ id: Uuid, name: z.string(), email: z.string() }),
  enrolment: z.enum(['none', 'applied', 'enrolled', 'refused']),
  progress: z.number(),
  degree: Degree.nullable(),
})

export const NewEnrolment = z.object({
  learner: LearnerRef,
  /** Moves an enrolled learner to the newest version, as they chose. */
  adoptNewest: z.boolean().optional(),
  semesters: z.number().int().min(0).max(100).optional(),
})
export const Enrolment = z.object({
  learner: z.object({ id: Uuid, name: z.string(), email: z.string() }),
  state: z.enum(['applied', 'enrolled', 'refused']),
  version: z.number().int(),
  progress: z.number(),
  credits: z.number(),
  /** How many requirements are missing; null before the first reckoning. */
  missing: z.number().int().nullable(),
  outcome: z.enum(['met', 'missing']).nullable(),
  enrolledAt: InstantText.nullable(),
  /** Stages of the rule that the learner applied for and nobody has decided about since. */
  applications: z.array(z.object({ stage: z.string(), appliedAt: InstantText })),
  evaluatedAt: InstantText.nullable(),
})
export type Enrolment = z.infer<typeof Enrolment>
export const EnrolmentQuery = ListQuery.extend({
  state: z.enum(['applied', 'enrolled', 'refused']).optional(),
  /** Only learners under that version of the rule. */
  version: z.coerce.number().int().min(1).optional(),
  /** Only learners enrolled in that semester, as `2026-1`. */
  semester: z
    .string()
    .regex(/^\d{4}-[12]$/)
    .optional(),
  outcome: z.enum(['met', 'missing']).optional(),
  /** Only learners with at most so many requirements missing. */
  missing_max: z.coerce.number().int().min(0).max(200).optional(),
})

/** What a person decides: an approval of the rule by its stage, or its text for a manual condition. */
export const NewDecision = z.object({
  learner: LearnerRef,
  /** `enrolment` accepts an application. */
  stage: z.string().trim().min(1).max(200).optional(),
  by: z.string().trim().min(1).max(200).optional(),
  manual: z.string().trim().min(1).max(200).optional(),
  outcome: z.enum(['approved', 'refused']).default('approved'),
  note: z.string().trim().max(TEXT_CHARACTERS_MAX).optional(),
})

export const DegreeQuery = ListQuery.extend({ state: DegreeState.optional(), flagged: z.literal('true').optional() })
export const DegreeDecision = z.object({
  learner: LearnerRef,
  /** `keep` lets a flagged degree stand. */
  decision: z.enum(['award', 'refuse', 'keep']),
  note: z.string().trim().max(TEXT_CHARACTERS_MAX).optional(),
})

/** The papers that go with an awarded micro-degree. */
export const DegreePaper = z.enum(['supplement.pdf', 'transcript.pdf', 'europass.json'])
export type DegreePaper = z.infer<typeof DegreePaper>

export const NewReckoning = z.object({
  /** One micro-degree; without it all that are published. */
  pathway: Uuid.optional(),
})
export const Reckoning = z.object({
  pathway: Uuid.nullable(),
  /** Learners who hold a badge, and will be reckoned. */
  learners: z.number().int(),
})

export const EvaluationRequest = z.object({
  rule: RuleJson,
  holdings: z.array(z.record(z.string(), z.unknown())).max(HOLDINGS_SENT_MAX),
  decisions: z.array(z.record(z.string(), z.unknown())).max(200).optional(),
  enrolledAt: AskedAt.optional(),
  semesters: z.number().optional(),
  at: AskedAt.optional(),
  lang: Language.default('ko'),
  /** Names for ids, for the words of the answer. */
  titles: z.record(z.string(), z.union([z.string(), z.object({ ko: z.string(), en: z.string() })])).optional(),
})
