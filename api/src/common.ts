// Words that several slices share: identifiers, instants, pages of results.
import { z } from 'zod'
import { LIST_LIMIT_DEFAULT, LIST_LIMIT_MAX } from './limits.ts'

export const Uuid = z.uuid()
export const Language = z.enum(['ko', 'en'])
export type Language = z.infer<typeof Language>
export const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/)
export const Email = z.email().max(254)
/** RFC 3339 with a zone; the server stores whole seconds in UTC. */
export const InstantText = z.iso.datetime({ offset: true })
export const DateText = z.iso.date()
/** The random part of a credential's address: 26 Crockford base32 characters, 130 bits. */
export const CredentialId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/i)

export const ListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(LIST_LIMIT_MAX).default(LIST_LIMIT_DEFAULT),
  starting_after: z.string().max(64).optional(),
})

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ object: z.literal('list'), data: z.array(item), has_more: z.boolean() })

export const Empty = z.object({})
