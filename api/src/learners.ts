// Rosters: what staff paste or upload, and what is found in it row by row.
import { z } from 'zod'
import { InstantText, Uuid } from './common.ts'
import { MAPPING_CHARACTERS_MAX, PASTE_CHARACTERS_MAX } from './limits.ts'

export const RosterField = z.enum([
  'name',
  'nameEn',
  'email',
  'phone',
  'studentNumber',
  'department',
  'birthDate',
  'course',
  'result',
  'hours',
  'credits',
  'completedOn',
])
export type RosterField = z.infer<typeof RosterField>

/** Overrides the guess: column number, counted from 0 -> field, `custom` to keep it as it is, or null to leave the column out. */
export const RosterMapping = z.record(
  z.string().regex(/^\d{1,3}$/),
  z.union([RosterField, z.literal('custom')]).nullable(),
)
export type RosterMapping = z.infer<typeof RosterMapping>

/** Pasted cells. A file comes as multipart form data with the field `file`; `mapping` is then JSON text. */
export const RosterPreviewRequest = z.object({
  text: z.string().max(PASTE_CHARACTERS_MAX).optional(),
  mapping: z.union([RosterMapping, z.string().max(MAPPING_CHARACTERS_MAX)]).optional(),
  achievementId: Uuid.optional(),
})
export const RosterRowFault = z.object({
  field: RosterField.nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  suggestion: z.string().optional(),
  otherRow: z.number().int().optional(),
  ko: z.string(),
  en: z.string(),
})
export const RosterRow = z.object({
  /** The row in the file, counted from 1 as the spreadsheet shows it. */
  row: z.number().int(),
  values: z.partialRecord(RosterField, z.string()),
  /** Columns that are kept as they are, by their headers; for `custom` of a recipient. */
  custom: z.record(z.string(), z.string()).default({}),
  faults: z.array(RosterRowFault),
  alreadyAwarded: z.boolean().default(false),
})
export type RosterRow = z.infer<typeof RosterRow>
export const RosterPreview = z.object({
  columns: z.array(
    z.object({
      index: z.number().int(),
      header: z.string(),
      field: RosterField.nullable(),
      /** Kept with the award under its own name. A column that the certificate asks for is kept unless told otherwise. */
      isKept: z.boolean().default(false),
      samples: z.array(z.string()),
    }),
  ),
  headerRow: z.number().int().nullable(),
  encoding: z.enum(['utf-8', 'cp949', 'text', 'xlsx']),
  rows: z.array(RosterRow),
  counts: z.object({
    total: z.number().int(),
    /** Rows without errors; some of them carry warnings. */
    ready: z.number().int(),
    warnings: z.number().int(),
    errors: z.number().int(),
    alreadyAwarded: z.number().int(),
  }),
})
export type RosterPreview = z.infer<typeof RosterPreview>

export const Learner = z.object({
  id: Uuid,
  name: z.string(),
  nameEn: z.string().nullable(),
  email: z.string(),
  phone: z.string().nullable(),
  studentNumber: z.string().nullable(),
  department: z.string().nullable(),
  birthDate: z.string().nullable(),
  createdAt: InstantText,
})
export type Learner = z.infer<typeof Learner>
export const LearnerQuery = z.object({ q: z.string().max(100).optional() })

/** Null while nobody is in the roll, or nobody has a name in English. */
export const LongestNames = z.object({ name: z.string().nullable(), nameEn: z.string().nullable() })
