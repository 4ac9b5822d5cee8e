/** The institution: who signs, how it is named, how it looks. */

import type { Institution as WireInstitution } from '@kolleges/api'
import type { AssertionIssuerParts, ProfileParts } from '@kolleges/credentials'
import type { Config, Instant } from '../platform/ports.ts'

export type Bilingual = { readonly ko: string; readonly en: string }

export type Institution = {
  readonly id: string
  readonly slug: string
  readonly did: string
  readonly name: Bilingual
  readonly kind: 'university' | 'academy' | 'association' | 'edtech'
  readonly standing: 'test' | 'confirmed'
  readonly primaryColor: string
  readonly accentColor: string
  readonly website: string | null
  readonly contactEmail: string | null
  readonly headTitle: string | null
  readonly language: 'ko' | 'en'
  readonly logoKey: string | null
  readonly sealKey: string | null
  readonly createdAt: Instant
  /** Since when the operator vouches for it. */
  readonly confirmedAt: Instant | null
}

/** Our own ink and gold, until the institution chooses. */
export const PRIMARY_COLOR = '#2447a6'
export const ACCENT_COLOR = '#b8821f'

/** The address of its public page. */
export const pageOf = ({ slug }: Institution, origin: string): string => `${origin}/i/${slug}`

export const logoUrlOf = (institution: Institution, origin: string): string | null =>
  institution.logoKey && `${pageOf(institution, origin)}/logo.png`

/** How the institution stands in a credential (OB 3.0, "Profile"). */
export function profileOf(institution: Institution, origin: string): ProfileParts {
  const logo = logoUrlOf(institution, origin)
  return {
    id: institution.did,
    name: institution.name[institution.language],
    url: institution.website ?? pageOf(institution, origin),
    ...(institution.contactEmail && { email: institution.contactEmail }),
    ...(logo && { image: { id: logo } }),
  }
}

/** Where version 2.0 of Open Badges finds the issuer. */
export const oldIssuerUrl = (origin: string, slug: string): string => `${origin}/i/${slug}/ob2.json`

/** Version 2.0 requires an address for questions; an institution that has given none is reached through this server. */
export function oldIssuerParts(
  institution: Institution,
  { origin, mailFrom }: Pick<Config, 'origin' | 'mailFrom'>,
): AssertionIssuerParts {
  const { name, url, email, image } = profileOf(institution, origin)
  return {
    ...{ url: oldIssuerUrl(origin, institution.slug), name, homepage: url ?? pageOf(institution, origin) },
    ...{ email: email ?? addressIn(mailFrom), image: image?.id },
  }
}

/** `Kolleges <badges@example>` → `badges@example`. */
const addressIn = (mailbox: string): string => /<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox

/** The institution as its own staff read it. */
export function wireOf(institution: Institution, origin: string): WireInstitution {
  const { logoKey: _, confirmedAt: __, sealKey, ...rest } = institution
  return {
    ...rest,
    logoUrl: logoUrlOf(institution, origin),
    sealUrl: sealKey && `${origin}/v1/institution/seal.png`,
  }
}
