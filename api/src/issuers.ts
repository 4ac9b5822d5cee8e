// The institution: how it is named, how it looks, with which keys it signs.
import { z } from 'zod'
import { Colour, Email, InstantText, Language, Uuid } from './common.ts'
import { NAME_CHARACTERS_MAX } from './limits.ts'

export const InstitutionKind = z.enum(['university', 'academy', 'association', 'edtech'])
export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])$/)

export const Institution = z.object({
  id: Uuid,
  slug: Slug,
  did: z.string(),
  name: z.object({ ko: z.string(), en: z.string() }),
  kind: InstitutionKind,
  /** 'test' until the operator has confirmed who this is: its credentials say that they are tests. */
  standing: z.enum(['test', 'confirmed']),
  primaryColor: Colour,
  accentColor: Colour,
  website: z.string().nullable(),
  contactEmail: z.string().nullable(),
  headTitle: z.string().nullable(),
  language: Language,
  logoUrl: z.string().nullable(),
  sealUrl: z.string().nullable(),
  createdAt: InstantText,
})
export type Institution = z.infer<typeof Institution>

const Name = z.string().trim().min(1).max(NAME_CHARACTERS_MAX)
export const NewInstitution = z.object({
  name: z.object({ ko: Name, en: Name }),
  kind: InstitutionKind,
  slug: Slug,
  primaryColor: Colour.optional(),
  accentColor: Colour.optional(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .nullable()
    .optional(),
  contactEmail: Email.nullable().optional(),
  headTitle: z.string().trim().max(NAME_CHARACTERS_MAX).nullable().optional(),
  language: Language.optional(),
})
export const InstitutionChange = NewInstitution.omit({ slug: true }).partial()

export const SigningKey = z.object({
  id: Uuid,
  verificationMethod: z.string(),
  publicKeyMultibase: z.string(),
  state: z.enum(['active', 'retired', 'compromised']),
  activeSince: InstantText,
  stateSince: InstantText,
})
export type SigningKey = z.infer<typeof SigningKey>
export const SigningKeyRetirement = z.object({ compromisedSince: InstantText.optional() })
