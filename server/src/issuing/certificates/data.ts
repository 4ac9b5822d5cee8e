/** Composes what one certificate says, out of the award and what it was awarded with. */
import { keyOf, undrawable } from '@kolleges/design'
import { type AchievementVersion, achievementValues } from '../../achievements/index.ts'
import { seoulDay } from '../../platform/dates.ts'
import { type Award, credentialUrl } from '../award.ts'
import type { CertificateBasis } from './basis.ts'

export type CertificateParts = {
  readonly award: Pick<Award, 'publicId' | 'number' | 'recipient' | 'details' | 'validFrom' | 'validUntil'>
  readonly achievement: Pick<AchievementVersion, 'content' | 'certification'>
  readonly basis: CertificateBasis
  readonly origin: string
}

/** The same award always says the same. A roster's column may tell the period or the place, but never whose certificate it is. */
export function certificateValues({ award, achievement, basis, origin }: CertificateParts): Record<string, string> {
  const { details, recipient, validFrom, validUntil } = award
  const url = credentialUrl(origin, award.publicId)
  return {
    ...achievementValues(achievement.content, achievement.certification),
    ...byKey(details.custom ?? {}),
    ...details.person,
    ...(details.result ? { 'achievement.grade': details.result } : {}),
    'learner.name': writableName(recipient),
    ...(recipient.nameEn ? { 'learner.nameEnglish': recipient.nameEn } : {}),
    ...(details.serial ? { 'credential.serial': details.serial } : {}),
    'credential.number': award.number,
    'credential.issuedOn': seoulDay(validFrom),
    ...(validUntil ? { 'credential.expiresOn': seoulDay(validUntil) } : {}),
    'credential.url': url,
    'credential.verifyAt': `${new URL(origin).host}/v`,
    ...basis.issuer.values,
  }
}

export const byKey = (custom: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(custom).map(([name, value]) => [keyOf(name), value]))

/** A name in a script that our fonts do not have is written as its owner writes it in English, where that is known. */
export function writableName({ name, nameEn }: { readonly name: string; readonly nameEn?: string | null }): string {
  const isWritable = (text: string) => undrawable(text.normalize('NFC')).length === 0
  return !isWritable(name) && nameEn && isWritable(nameEn) ? nameEn : name
}
