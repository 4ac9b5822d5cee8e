/** Builds the address that adds a credential to the visitor's LinkedIn profile. */
import { seoulMonth } from './dates.ts'

const NAME_CHARACTERS_MAX = 255

export type ProfileEntry = {
  readonly name: string
  readonly institutionName: string
  readonly url: string
  readonly number: string
  readonly issuedAt: string
  readonly expiresAt?: string | null | undefined
}

/** Needs no key and loads nothing from LinkedIn; the months are those of Seoul. */
export function linkedInProfileUrl(entry: ProfileEntry): string {
  const issued = seoulMonth(entry.issuedAt)
  const expires = entry.expiresAt ? seoulMonth(entry.expiresAt) : undefined
  const certUrl = new URL(entry.url)
  certUrl.searchParams.set('s', 'linkedin-profile')
  const fields: Record<string, string | number | undefined> = {
    startTask: 'CERTIFICATION_NAME',
    name: [...entry.name].slice(0, NAME_CHARACTERS_MAX).join(''),
    organizationName: entry.institutionName,
    issueYear: issued.year,
    issueMonth: issued.month,
    expirationYear: expires?.year,
    expirationMonth: expires?.month,
    certUrl: certUrl.href,
    certId: entry.number,
  }
  return `https://www.linkedin.com/profile/add?${query(fields)}`
}

// URLSearchParams writes a space as `+`, which LinkedIn shows literally.
const query = (fields: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')
