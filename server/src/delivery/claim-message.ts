/** Composes the message that brings a credential to its holder. */
import { inkOn } from '@kolleges/design'
import { longDate } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import { SUBJECT_CHARACTERS_MAX } from './limits.ts'
import { renderMail } from './pages.ts'
import { fill, WORDS, type Words } from './words.ts'

export type ClaimMessageParts = {
  readonly language: Language
  readonly recipientName: Record<Language, string>
  readonly institutionName: Record<Language, string>
  readonly badgeName: string
  readonly badgeImageUrl: string
  readonly primaryColor: string
  readonly claimExpiresAt: string
  readonly isTest: boolean
}

export type ComposedMessage = { readonly subject: string; readonly text: string; readonly html: string }

/** Stands in the stored bodies for the claim link, which is a secret and made anew whenever it is needed. */
export const CLAIM_LINK = '{claim-link}'

/** The texts come from a roster and a catalogue, so nothing in them may become a header or markup. */
export function composeClaimMessage(parts: ClaimMessageParts): ComposedMessage {
  const { language } = parts
  const say = speaker(parts, language)
  const subject = say('subject')
  const other = speaker(parts, language === 'ko' ? 'en' : 'ko')
  const lines = {
    greeting: say('greeting'),
    arrived: say('arrived'),
    ...(parts.isTest && { test: say('test') }),
    claim: say('claim'),
    orOpen: say('orOpen'),
    validity: say('validity'),
    safety: say('safety'),
    otherLanguage: other('otherLanguage'),
  }
  const title = parts.isTest ? fill(WORDS[language].testSubject, { subject }) : subject
  return {
    subject: [...title].slice(0, SUBJECT_CHARACTERS_MAX).join(''),
    text: renderText({ ...lines, claim: say('claimText') }),
    html: renderMail({
      ...lines,
      language,
      subject,
      preheader: say('preheader'),
      button: say('button'),
      link: CLAIM_LINK,
      institution: oneLine(parts.institutionName[language]),
      badge: oneLine(parts.badgeName),
      imageUrl: parts.badgeImageUrl,
      imageAlt: say('badgeAlt'),
      color: parts.primaryColor,
      ink: inkOn(parts.primaryColor),
    }),
  }
}

type Lines = Readonly<
  Record<'greeting' | 'arrived' | 'claim' | 'orOpen' | 'validity' | 'safety' | 'otherLanguage', string>
> & { readonly test?: string }

const renderText = ({ greeting, arrived, test, claim, validity, safety, otherLanguage }: Lines): string =>
  [greeting, arrived, ...(test ? [test] : []), claim, CLAIM_LINK, validity, `--\n${safety}`, otherLanguage].join('\n\n')

function speaker(parts: ClaimMessageParts, language: Language): (key: keyof Words) => string {
  const values = {
    name: oneLine(parts.recipientName[language]),
    institution: oneLine(parts.institutionName[language]),
    badge: oneLine(parts.badgeName),
    date: longDate(parts.claimExpiresAt, language),
  }
  return (key) => fill(WORDS[language][key], values)
}

/** Line breaks and other control characters would end a header; direction marks would turn what follows around. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** The stored body with the link in its place. */
export const withClaimLink = (body: string, link: string): string => body.replaceAll(CLAIM_LINK, link)
