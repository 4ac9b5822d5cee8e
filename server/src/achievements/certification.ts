/** What certifies an achievement beside its badge: a certificate's design, the institutions that sign with us, its numbers. */
import type { AchievementContent, Certification as WireCertification } from '@kolleges/api'

export type Certification = WireCertification & {
  /** The badge design that its picture is drawn from instead of a template. */
  readonly badge: string | null
}

export const NO_CERTIFICATION: Certification = {
  nameEn: null,
  certificate: null,
  badge: null,
  coIssuers: [],
  certificateNumber: null,
}

/** Parts what certifies from what is certified: the two are kept apart. */
export function apart<T extends Partial<WireCertification>>(body: T) {
  const { nameEn, certificate, coIssuers, certificateNumber, ...content } = body
  const given = Object.entries({ nameEn, certificate, coIssuers, certificateNumber })
  const certification = Object.fromEntries(given.filter(([, value]) => value !== undefined))
  return { content, certification: certification as Partial<Certification> }
}

/** What a certificate may say of the achievement. */
export function achievementValues(content: AchievementContent, { nameEn }: Certification): Record<string, string> {
  const values = {
    'achievement.name': content.name,
    'achievement.nameEnglish': nameEn ?? (content.language === 'en' ? content.name : ''),
    'achievement.description': content.description,
    'achievement.hours': content.hours === null ? '' : String(content.hours),
    'achievement.credits': content.credits === null ? '' : String(content.credits),
    'achievement.skills': content.skills.join(', '),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}
