// Signing in, the current session, members and API keys.
import { z } from 'zod'
import { Email, InstantText, Language, Uuid } from './common.ts'
import { NAME_CHARACTERS_MAX } from './limits.ts'
import { CAPABILITIES, Role } from './roles.ts'

export const SignInRequest = z.object({ email: Email, next: z.string().max(500).optional() })
export const SignInCode = z.object({ email: Email, code: z.string().regex(/^\d{6}$/) })

export const Membership = z.object({
  institutionId: Uuid,
  slug: z.string(),
  name: z.object({ ko: z.string(), en: z.string() }),
  role: Role,
})
export const Session = z.object({
  account: z.object({ id: Uuid, email: Email, name: z.string(), language: Language }),
  memberships: z.array(Membership),
  /** The institution this session works in; null until one is chosen or set up. */
  current: Membership.nullable(),
  capabilities: z.array(z.enum(CAPABILITIES)),
  /** False when no SMTP server is set: messages are only kept in the outbox. */
  sendsMail: z.boolean(),
})
export type Session = z.infer<typeof Session>
export const SessionChange = z.object({
  institutionId: Uuid.optional(),
  language: Language.optional(),
  name: z.string().trim().max(NAME_CHARACTERS_MAX).optional(),
})

export const Member = z.object({
  id: Uuid,
  email: Email,
  name: z.string(),
  role: Role,
  state: z.enum(['active', 'deactivated']),
  createdAt: InstantText,
})
export type Member = z.infer<typeof Member>
export const NewMember = z.object({
  email: Email,
  name: z.string().trim().max(NAME_CHARACTERS_MAX).default(''),
  role: Role,
})
export const MemberChange = z.object({ role: Role.optional(), state: z.enum(['active', 'deactivated']).optional() })

export const ApiKey = z.object({
  id: Uuid,
  name: z.string(),
  lastFour: z.string(),
  role: Role,
  createdAt: InstantText,
  lastUsedAt: InstantText.nullable(),
  revokedAt: InstantText.nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>
export const NewApiKey = z.object({
  name: z.string().trim().min(1).max(NAME_CHARACTERS_MAX),
  role: z.enum(['admin', 'designer', 'issuer', 'viewer']),
})
/** The secret is in this answer and nowhere else. */
export const CreatedApiKey = ApiKey.extend({ secret: z.string() })
