// What staff see of everybody on a micro-degree at once: cohorts, where learners drop off, who is one requirement short.
import { z } from 'zod'
import { Uuid } from './common.ts'

/** `2026-1` is March to August, `2026-2` September to February. */
const Semester = z.string().regex(/^\d{4}-[12]$/)
const Both = z.object({ ko: z.string(), en: z.string() })

export const Cohort = z.object({
  /** When they were enrolled; null for applications that nobody has decided about. */
  semester: Semester.nullable(),
  version: z.number().int(),
  applied: z.number().int(),
  enrolled: z.number().int(),
  refused: z.number().int(),
  /** Of the enrolled: every requirement met. */
  met: z.number().int(),
  /** Of the enrolled: one requirement short. */
  nearly: z.number().int(),
})
export type Cohort = z.infer<typeof Cohort>
export const Cohorts = z.object({ data: z.array(Cohort) })

export const DropOffQuery = z.object({
  version: z.coerce.number().int().min(1).optional(),
  semester: Semester.optional(),
})
export const DropOff = z.object({
  version: z.number().int(),
  /** Everybody enrolled under that version. */
  learners: z.number().int(),
  met: z.number().int(),
  nearly: z.number().int(),
  /** In the order of the rule. */
  requirements: z.array(
    z.object({
      path: z.string(),
      depth: z.number().int(),
      condition: z.string(),
      text: Both,
      met: z.number().int(),
      /** For how many it is the only thing missing. */
      alone: z.number().int(),
    }),
  ),
})
export type DropOff = z.infer<typeof DropOff>

export const NewReminder = z.object({
  /** Says whom it would reach and what it would say, and sends nothing. */
  preview: z.boolean().default(false),
  /** Nobody is reminded again within so many days. */
  everyDays: z.number().int().min(1).max(365).default(30),
  semester: Semester.optional(),
})
export const Reminder = z.object({
  /** How many are told, or would be. */
  told: z.number().int(),
  skipped: z.array(
    z.object({
      learner: z.object({ id: Uuid, name: z.string() }),
      because: z.enum(['told-lately', 'standing-changed']),
      /** When they were told before. */
      at: z.string().nullable(),
    }),
  ),
  /** As the first of them reads it; null when nobody is told. */
  message: z.object({ subject: z.string(), text: z.string() }).nullable(),
})
export type Reminder = z.infer<typeof Reminder>

export const AnnotationQuery = z.object({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  /** One award date, `YYYY-MM-DD`; without it all that were awarded or wait for a date. */
  date: z.iso.date().optional(),
})
