// Says what of a credential was changed in the form; what is as it was is left out.
import type { Credential } from '@kolleges/api'
import type { Correction } from './queries.ts'

export interface Typed {
  name: string
  nameEn: string
  result: string
}

/** Null when there is nothing to correct, or no name left. */
export function correctionOf(
  { recipient, result }: Pick<Credential, 'recipient' | 'result'>,
  typed: Typed,
): Correction | null {
  const name = typed.name.trim()
  const nameEn = typed.nameEn.trim() || null
  const grade = typed.result.trim() || null
  const changed: Correction = {
    ...(name === recipient.name ? {} : { name }),
    ...(nameEn === recipient.nameEn ? {} : { nameEn }),
    ...(grade === result ? {} : { result: grade }),
  }
  return name === '' || Object.keys(changed).length === 0 ? null : changed
}
