/** Finds the row of an articulation table that a badge falls under. */
import type { Articulation } from '@kolleges/api'

export type { Articulation }

/** A badge somebody hands in, as far as the table looks at it. */
export type Badge = {
  readonly name: string
  readonly issuer: { readonly id: string; readonly name: string }
  /** Every name its achievement goes by: the address in the credential, and our own id where it is ours. */
  readonly achievementIds: readonly string[]
  readonly verdict: string
  /** Issued to the applicant's own address. */
  readonly isTheirs: boolean
  readonly url: string | null
}

/** A row without an issuer means the institution's own achievement; the first row that fits counts. */
export const rowFor = (rows: readonly Articulation[], badge: Badge, ownDid: string): Articulation | null =>
  rows.find(
    ({ source }) => (source.issuer ?? ownDid) === badge.issuer.id && badge.achievementIds.includes(source.achievement),
  ) ?? null

/** Days are calendar days in Seoul; the last one counts to its end. */
export const isOpenOn = ({ validUntil }: Articulation, day: string): boolean => validUntil === null || day <= validUntil

/** The places of rows that say again what an earlier row says: the same badge for the same course. */
export function repeatedRows(rows: readonly Articulation[]): number[] {
  const seen = new Set<string>()
  return rows.flatMap(({ source, course }, at) => {
    const key = JSON.stringify([source.issuer ?? '', source.achievement, course.code])
    if (seen.has(key)) return [at]
    seen.add(key)
    return []
  })
}
