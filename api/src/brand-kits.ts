// A brand kit: how an institution, or one of its programmes, looks on badges and certificates.
import { z } from 'zod'
import { Colour, InstantText, Uuid } from './common.ts'
import { BADGE_LEVELS_MAX, NAME_CHARACTERS_MAX } from './limits.ts'

/** The logo and the symbol are for everybody; the seal and the signature reach the public only inside issued certificates. */
export const BrandPictureKind = z.enum(['logo', 'symbol', 'seal', 'signature'])
export type BrandPictureKind = z.infer<typeof BrandPictureKind>

/** The faces that certificates are set in; `as-designed` leaves them as the template has them. */
export const BrandFont = z.enum(['as-designed', 'sans', 'serif'])
export type BrandFont = z.infer<typeof BrandFont>

const Line = z.string().trim().max(NAME_CHARACTERS_MAX)
const Both = z.object({ ko: Line, en: Line })

const Fields = z.object({
  name: z.string().trim().min(1).max(NAME_CHARACTERS_MAX),
  primary: Colour,
  accent: Colour,
  fonts: z.object({ title: BrandFont, body: BrandFont }),
  /** Who signs: the title as under a certificate, and the name. */
  head: z.object({ title: Both, name: Both }),
  /** What the programme's badges share: their shape, and how many levels its courses have (0 shows none). */
  badge: z.object({ template: z.string().max(40).nullable(), levels: z.number().int().min(0).max(BADGE_LEVELS_MAX) }),
})

const url = z.string().nullable()
export const BrandKit = Fields.extend({
  id: Uuid,
  /** The institution's own; the others are of its programmes. */
  isDefault: z.boolean(),
  logoUrl: url,
  symbolUrl: url,
  sealUrl: url,
  signatureUrl: url,
  updatedAt: InstantText,
})
export type BrandKit = z.infer<typeof BrandKit>

/** What is left out is taken from the default kit. */
export const NewBrandKit = Fields.partial().required({ name: true })
export const BrandKitChange = Fields.partial()
export type BrandKitChange = z.infer<typeof BrandKitChange>

/** `clear` makes the paper of a scan or a photo transparent and cuts to what is drawn; `keep` takes the picture as it is. */
export const BrandPictureQuery = z.object({ ground: z.enum(['clear', 'keep']).default('keep') })
