// Credit recognition: what a programme gives for badges, what learners ask for, what the registrar decided.
import { z } from 'zod'
import { DateText, InstantText, ListQuery, Uuid } from './common.ts'
import {
  ACHIEVEMENT_NAME_CHARACTERS_MAX,
  ARTICULATIONS_MAX,
  RECOGNITION_CREDITS_MAX,
  RECOGNITION_ITEMS_MAX,
  TEXT_CHARACTERS_MAX,
} from './limits.ts'

const Name = z.string().trim().min(1).max(ACHIEVEMENT_NAME_CHARACTERS_MAX)
const Bilingual = z.object({ ko: Name, en: Name })

/** Half points are legal, thirds are not. */
const Credits = z.number().min(0).max(RECOGNITION_CREDITS_MAX).multipleOf(0.5)

export const Course = z.object({ code: z.string().trim().min(1).max(30), name: Name })
export type Course = z.infer<typeof Course>

/** One row of the table: this badge counts as that course. */
export const Articulation = z.object({
  /** Ours by its id, another issuer's by its `did` and the achievement's own id. */
  source: z.object({
    achievement: z.string().trim().min(1).max(500),
    issuer: z.string().trim().min(1).max(500).optional(),
    name: Name,
  }),
  course: Course,
  credits: Credits,
  /** `automatic` needs nobody's decision, `review` a registrar's, `never` is told beforehand. */
  decision: z.enum(['automatic', 'review', 'never']),
  /** The last day on which it may be asked for. */
  validUntil: DateText.nullable().default(null),
})
export type Articulation = z.infer<typeof Articulation>

const Fields = z.object({
  title: Bilingual,
  description: z.string().trim().max(TEXT_CHARACTERS_MAX),
  /** All credits together that one learner may bring. */
  creditsMax: Credits.nullable(),
  /** The achievement that confirms recognised credits as a credential. */
  achievement: Uuid.nullable(),
  /** Taking applications. */
  open: z.boolean(),
  articulations: z.array(Articulation).max(ARTICULATIONS_MAX),
})
export const NewRecognitionProgramme = Fields.extend({
  description: Fields.shape.description.default(''),
  creditsMax: Fields.shape.creditsMax.default(null),
  achievement: Fields.shape.achievement.default(null),
  open: Fields.shape.open.default(true),
  articulations: Fields.shape.articulations.default([]),
})
export const RecognitionProgrammeChange = Fields.partial().extend({
  /** The revision the change is based on; another one answers `edit-conflict`. */
  revision: z.number().int().optional(),
})
export const RecognitionProgramme = Fields.extend({
  id: Uuid,
  counts: z.object({ submitted: z.number().int(), decided: z.number().int() }),
  revision: z.number().int(),
  url: z.string(),
  createdAt: InstantText,
  updatedAt: InstantText,
})
export type RecognitionProgramme = z.infer<typeof RecognitionProgramme>

export const RecognitionState = z.enum(['submitted', 'decided', 'withdrawn'])
export const RecognitionOutcome = z.enum(['accepted', 'partly', 'refused'])

export const RecognitionItem = z.object({
  index: z.number().int(),
  name: z.string(),
  issuer: z.string(),
  /** Where the badge can be looked at, when it has a page. */
  url: z.string().nullable(),
  /** As it was when it was handed in. */
  verdict: z.string(),
  /** True when the badge was issued to the applicant's address. */
  isTheirs: z.boolean(),
  /** The row of the table as it stood that day. */
  articulation: Articulation.nullable(),
  outcome: RecognitionOutcome.nullable(),
  credits: z.number(),
  course: Course.nullable(),
  reason: z.string().nullable(),
})
export type RecognitionItem = z.infer<typeof RecognitionItem>

export const Recognition = z.object({
  id: Uuid,
  programme: z.object({ id: Uuid, title: z.object({ ko: z.string(), en: z.string() }) }),
  learner: z.object({ name: z.string(), email: z.string(), number: z.string().nullable() }),
  state: RecognitionState,
  items: z.array(RecognitionItem),
  evidence: z.array(z.object({ name: z.string(), url: z.string() })),
  note: z.string(),
  /** What the table gives; what was recognised in the end. */
  creditsProposed: z.number(),
  creditsRecognised: z.number(),
  /** SHA-256 of the package as it was handed in, in hex. */
  packageSha256: z.string(),
  comment: z.string().nullable(),
  submittedAt: InstantText,
  decidedAt: InstantText.nullable(),
  decidedBy: z.string().nullable(),
  /** The id of the credential that confirms the credits. */
  credential: z.string().nullable(),
})
export type Recognition = z.infer<typeof Recognition>

export const RecognitionQuery = ListQuery.extend({
  state: RecognitionState.optional(),
  programme: Uuid.optional(),
})

/** One line for every badge of the application. */
export const RecognitionDecision = z.object({
  items: z
    .array(
      z.object({
        index: z.number().int().min(0),
        outcome: RecognitionOutcome,
        /** Wanted for `partly`; `accepted` gives what the table gives unless it says otherwise. */
        credits: Credits.optional(),
        course: Course.optional(),
        /** Wanted for `partly` and `refused`. */
        reason: z.string().trim().max(1_000).optional(),
      }),
    )
    .min(1)
    .max(RECOGNITION_ITEMS_MAX),
  comment: z.string().trim().max(TEXT_CHARACTERS_MAX).optional(),
})

export const RecognitionExportQuery = z.object({
  programme: Uuid.optional(),
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
})
