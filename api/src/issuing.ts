// Awards: a roster of recipients becomes credentials; each can be looked up and revoked.
import { z } from 'zod'
import { CredentialId, DateText, Email, InstantText, ListQuery, Uuid } from './common.ts'
import {
  CUSTOM_COLUMNS_MAX,
  CUSTOM_NAME_CHARACTERS_MAX,
  CUSTOM_VALUE_CHARACTERS_MAX,
  EVIDENCE_ITEMS_MAX,
  NAME_CHARACTERS_MAX,
  ROSTER_ROWS_MAX,
  TEXT_CHARACTERS_MAX,
} from './limits.ts'

/** By the name of the column, which a certificate may hold as `{{강의실}}`; kept with the award. */
export const CustomValues = z
  .record(z.string().trim().min(1).max(CUSTOM_NAME_CHARACTERS_MAX), z.string().trim().max(CUSTOM_VALUE_CHARACTERS_MAX))
  .refine((values) => Object.keys(values).length <= CUSTOM_COLUMNS_MAX, `At most ${CUSTOM_COLUMNS_MAX} columns.`)
export type CustomValues = z.infer<typeof CustomValues>

const Text = z.string().trim().max(TEXT_CHARACTERS_MAX)
export const Recipient = z.object({
  name: z.string().trim().min(1).max(NAME_CHARACTERS_MAX),
  email: Email,
  nameEn: z.string().trim().max(NAME_CHARACTERS_MAX).optional(),
  phone: z.string().trim().max(30).optional(),
  studentNumber: z.string().trim().max(40).optional(),
  department: z.string().trim().max(80).optional(),
  birthDate: DateText.optional(),
  /** One of the achievement's result values. */
  result: z.string().trim().max(30).optional(),
  narrative: Text.optional(),
  licenseNumber: z.string().trim().max(60).optional(),
  custom: CustomValues.optional(),
  evidence: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(200),
        url: z
          .url({ protocol: /^https?$/ })
          .max(500)
          .optional(),
        narrative: Text.optional(),
      }),
    )
    .max(EVIDENCE_ITEMS_MAX)
    .optional(),
})
export type Recipient = z.infer<typeof Recipient>

export const NewAwardBatch = z.object({
  achievement: Uuid,
  recipients: z.array(Recipient).min(1).max(ROSTER_ROWS_MAX),
  validFrom: InstantText.optional(),
  validUntil: InstantText.optional(),
  /** Values for every recipient's certificate, such as `{"기간": "2026년 9월 1일 ~ 12월 18일"}`; a recipient's own come first. */
  values: CustomValues.optional(),
  /** What to do with a recipient who already holds this achievement: leave it (the default) or issue another one. */
  alreadyAwarded: z.enum(['skip', 'issue']).default('skip'),
})
export const AwardBatch = z.object({
  id: Uuid,
  achievement: z.object({ id: Uuid, version: z.number().int(), name: z.string() }),
  state: z.enum(['queued', 'running', 'done', 'failed']),
  counts: z.object({
    /** Awards of this batch; who held the achievement already is counted apart, in `alreadyAwarded`. */
    total: z.number().int(),
    issued: z.number().int(),
    delivered: z.number().int(),
    failed: z.number().int(),
    alreadyAwarded: z.number().int(),
    messagesFailed: z.number().int(),
  }),
  requestedBy: z.string(),
  createdAt: InstantText,
})
export type AwardBatch = z.infer<typeof AwardBatch>

export const CredentialState = z.enum(['pending', 'issued', 'suspended', 'revoked', 'failed'])
export const Credential = z.object({
  id: CredentialId,
  url: z.string(),
  number: z.string(),
  /** The certificate's number by the achievement's own rule, such as `제 2026-001호`. */
  serial: z.string().nullable(),
  /** The certificate as PDF, where the achievement has one. */
  certificateUrl: z.string().nullable(),
  custom: z.record(z.string(), z.string()),
  state: CredentialState,
  failure: z.string().nullable(),
  achievement: z.object({ id: Uuid, version: z.number().int(), name: z.string(), imageUrl: z.string() }),
  awardBatch: Uuid,
  recipient: z.object({ name: z.string(), nameEn: z.string().nullable(), email: z.string() }),
  result: z.string().nullable(),
  validFrom: InstantText,
  validUntil: InstantText.nullable(),
  issuedAt: InstantText.nullable(),
  delivery: z.object({ state: z.enum(['waiting', 'delivered', 'failed']), at: InstantText.nullable() }),
  claimedAt: InstantText.nullable(),
  visibility: z.enum(['public', 'link', 'private']),
  /** 1, and one more each time it was issued anew with other data. */
  edition: z.number().int(),
  statusList: z.object({ url: z.string(), index: z.number().int() }),
  revocation: z.object({ at: InstantText, by: z.string(), reason: z.string() }).nullable(),
  suspension: z
    .object({ at: InstantText, by: z.string(), reason: z.string(), until: InstantText.nullable() })
    .nullable(),
})
export type Credential = z.infer<typeof Credential>
export const CredentialQuery = ListQuery.extend({
  award_batch: Uuid.optional(),
  achievement: Uuid.optional(),
  state: CredentialState.optional(),
  q: z.string().max(100).optional(),
})
const Reason = z.string().trim().min(1).max(300)
export const Revocation = z.object({ reason: Reason })
export const Replacement = z
  .object({
    reason: Reason,
    name: z.string().trim().min(1).max(NAME_CHARACTERS_MAX).optional(),
    /** `null` takes it away. */
    nameEn: z.string().trim().max(NAME_CHARACTERS_MAX).nullable().optional(),
    result: z.string().trim().max(30).nullable().optional(),
  })
  .strict()
export const Suspension = z.object({
  reason: Reason,
  /** When it is lifted by itself; without it, it lasts until somebody lifts it. */
  until: InstantText.optional(),
})
