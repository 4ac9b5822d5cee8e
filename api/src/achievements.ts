// What can be earned: the achievement's contents, its picture, its life from draft to retirement.
import { z } from 'zod'
import { Colour, InstantText, Language, Uuid } from './common.ts'
import { PictureId } from './designs.ts'
import {
  ACHIEVEMENT_NAME_CHARACTERS_MAX,
  ALIGNMENTS_MAX,
  CO_ISSUERS_MAX,
  NAME_CHARACTERS_MAX,
  NUMBER_RULE_CHARACTERS_MAX,
  RESULT_VALUES_MAX,
  SKILLS_MAX,
  TEXT_CHARACTERS_MAX,
} from './limits.ts'

/** The achievement types of Open Badges 3.0 that staff may choose from. */
export const AchievementKind = z.enum([
  'Badge',
  'Course',
  'Certificate',
  'CertificateOfCompletion',
  'Competency',
  'Assessment',
  'Award',
  'Fieldwork',
  'LearningProgram',
  'Membership',
  'MicroCredential',
  'CommunityService',
  'CoCurricular',
])
export const Level = z.object({ framework: z.enum(['KQF', 'EQF', 'own']), value: z.string().trim().min(1).max(30) })
export const Alignment = z.object({
  targetName: z.string().trim().min(1).max(200),
  targetUrl: z.url({ protocol: /^https?$/ }).max(500),
  targetFramework: z.string().trim().max(200).optional(),
  targetCode: z.string().trim().max(100).optional(),
  targetDescription: z.string().trim().max(500).optional(),
})
/** The grades that can be given, lowest first. */
export const ResultScale = z.object({
  name: z.string().trim().min(1).max(60),
  values: z.array(z.string().trim().min(1).max(30)).min(2).max(RESULT_VALUES_MAX),
})

// Without defaults: a change must not reset what it leaves out.
const Fields = z.object({
  name: z.string().trim().min(1).max(ACHIEVEMENT_NAME_CHARACTERS_MAX),
  description: z.string().trim().min(1).max(TEXT_CHARACTERS_MAX),
  criteria: z.object({ narrative: z.string().trim().min(1).max(TEXT_CHARACTERS_MAX) }),
  kind: AchievementKind,
  skills: z.array(z.string().trim().min(1).max(60)).max(SKILLS_MAX),
  level: Level.nullable(),
  hours: z.number().min(0).max(10_000).nullable(),
  credits: z.number().min(0).max(1_000).nullable(),
  alignments: z.array(Alignment).max(ALIGNMENTS_MAX),
  language: Language,
  evidenceWanted: z.enum(['none', 'optional', 'required']),
  resultScale: ResultScale.nullable(),
})
export const AchievementContent = Fields.extend({
  kind: Fields.shape.kind.default('Badge'),
  skills: Fields.shape.skills.default([]),
  level: Fields.shape.level.default(null),
  hours: Fields.shape.hours.default(null),
  credits: Fields.shape.credits.default(null),
  alignments: Fields.shape.alignments.default([]),
  language: Fields.shape.language.default('ko'),
  evidenceWanted: Fields.shape.evidenceWanted.default('none'),
  resultScale: Fields.shape.resultScale.default(null),
})
export type AchievementContent = z.infer<typeof AchievementContent>

const Line = z.string().trim().max(NAME_CHARACTERS_MAX)
const Both = z.object({ ko: Line.default(''), en: Line.default('') })
const NONE = { ko: '', en: '' }
/** Another institution that issues the certificate too; its pictures were uploaded to `/v1/pictures`. */
export const CoIssuer = z.object({
  name: z.object({ ko: Line.min(1), en: Line.default('') }),
  headTitle: Both.default(NONE),
  headName: Both.default(NONE),
  logo: PictureId.nullable().default(null),
  seal: PictureId.nullable().default(null),
})
export type CoIssuer = z.infer<typeof CoIssuer>

/** `제 {YYYY}-{SEQ:3}호`: year of issue in four digits or two (`{YY}`), its month (`{MM}`), the running number in at least so many digits. */
export const CertificateNumber = z.object({
  rule: z
    .string()
    .trim()
    .max(NUMBER_RULE_CHARACTERS_MAX)
    .refine(isNumberRule, 'A rule holds {SEQ} or {SEQ:3} once, and beside it only {YYYY}, {YY} and {MM} in braces.'),
  /** Counted for each achievement apart, or for the whole institution; anew each year when the rule tells the year. */
  per: z.enum(['achievement', 'institution']).default('achievement'),
})
export type CertificateNumber = z.infer<typeof CertificateNumber>

function isNumberRule(rule: string): boolean {
  const tokens = rule.match(/\{[^{}]*\}/g) ?? []
  const isKnown = tokens.every((token) => /^\{(YYYY|YY|MM|SEQ|SEQ:[1-9])\}$/.test(token))
  return isKnown && tokens.filter((token) => token.startsWith('{SEQ')).length === 1
}

// Without defaults, as above: what the certificate of an achievement takes beside its contents.
const CertificationFields = z.object({
  /** Its name in English, for English and bilingual certificates. */
  nameEn: z.string().trim().max(ACHIEVEMENT_NAME_CHARACTERS_MAX).nullable(),
  /** The published certificate design; its newest version is pinned when the achievement is published. */
  certificate: z.object({ design: Uuid }).nullable(),
  coIssuers: z.array(CoIssuer).max(CO_ISSUERS_MAX),
  certificateNumber: CertificateNumber.nullable(),
})
export const Certification = CertificationFields.extend({
  nameEn: CertificationFields.shape.nameEn.default(null),
  certificate: CertificationFields.shape.certificate.default(null),
  coIssuers: CertificationFields.shape.coIssuers.default([]),
  certificateNumber: CertificationFields.shape.certificateNumber.default(null),
})
export type Certification = z.infer<typeof Certification>

/** The picture, as `@kolleges/design` parses it; missing parts are filled from the institution and the name. */
export const DesignInput = z.object({
  template: z.string().max(40).optional(),
  title: z.string().max(60).optional(),
  icon: z.string().max(40).optional(),
  primary: Colour.optional(),
  accent: Colour.optional(),
  institutionName: z.string().max(NAME_CHARACTERS_MAX).optional(),
  year: z.string().max(4).optional(),
  level: z.number().int().optional(),
  levels: z.number().int().optional(),
  done: z.number().int().optional(),
  total: z.number().int().optional(),
  grade: z.string().max(2).optional(),
  /** A published badge design instead of a template: the picture is drawn from its document. Null goes back to the template. */
  document: Uuid.nullable().optional(),
})
export type DesignInput = z.infer<typeof DesignInput>

export const NewAchievement = AchievementContent.extend({
  ...Certification.shape,
  design: DesignInput.optional(),
  publish: z.boolean().optional(),
})
export const AchievementChange = Fields.partial().extend({
  ...CertificationFields.partial().shape,
  design: DesignInput.optional(),
  /** The revision the change is based on; another one answers `edit-conflict`. */
  revision: z.number().int().optional(),
})

export const DiscardQuery = z.object({ revision: z.coerce.number().int().optional() })

export const Achievement = AchievementContent.extend({
  ...Certification.shape,
  /** `version` is the one that was pinned; null while only a draft names the design. */
  certificate: z.object({ design: Uuid, version: z.number().int().nullable() }).nullable(),
  id: Uuid,
  state: z.enum(['draft', 'published', 'retired']),
  /** The newest published version; null while it is only a draft. */
  version: z.number().int().nullable(),
  /** True when the draft differs from the newest published version. */
  hasUnpublishedChanges: z.boolean(),
  revision: z.number().int(),
  design: DesignInput.required({
    template: true,
    title: true,
    icon: true,
    primary: true,
    accent: true,
    institutionName: true,
  }),
  url: z.string().nullable(),
  imageUrl: z.string().nullable(),
  issuedCount: z.number().int(),
  createdAt: InstantText,
  updatedAt: InstantText,
})
export type Achievement = z.infer<typeof Achievement>
