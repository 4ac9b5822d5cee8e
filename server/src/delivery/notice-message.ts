/** Composes the message that tells a learner what has happened: to a credential, to a micro-degree. */
import { inkOn } from '@kolleges/design'
import type { Language } from '../platform/handler.ts'
import { type ClaimMessageParts, type ComposedMessage, oneLine } from './claim-message.ts'
import { SUBJECT_CHARACTERS_MAX } from './limits.ts'
import { renderMail } from './pages.ts'
import { fill, type NoticeWords, WORDS } from './words.ts'

export type NoticeParts = Omit<ClaimMessageParts, 'claimExpiresAt' | 'isTest'> & {
  readonly words: Readonly<Record<Language, NoticeWords>>
  readonly button: Readonly<Record<Language, string>>
  /** The page that says more. */
  readonly link: string
  /** What else the words speak of; a badge in here stands for its name in that language. */
  readonly values: Readonly<Record<Language, Readonly<Record<string, string>>>>
}

/** As with the claim message, nothing of what people wrote may become a header or markup. */
export function composeNotice(parts: NoticeParts): ComposedMessage {
  const { language, link, button } = parts
  const say = speaker(parts, language)
  const other = speaker(parts, language === 'ko' ? 'en' : 'ko')
  const values = valuesOf(parts, language)
  const safety = fill(WORDS[language].safety, values)
  const greeting = GREETINGS[language](values.name)
  const lines = [greeting, say('told'), say('more'), link, `--\n${safety}`, other('otherLanguage')]
  return {
    subject: [...say('subject')].slice(0, SUBJECT_CHARACTERS_MAX).join(''),
    text: lines.join('\n\n'),
    html: renderMail({
      language,
      subject: say('subject'),
      preheader: say('told'),
      institution: values.institution,
      greeting,
      arrived: say('told'),
      claim: say('more'),
      button: button[language],
      link,
      orOpen: WORDS[language].orOpen,
      validity: '',
      safety,
      otherLanguage: other('otherLanguage'),
      badge: values.badge,
      imageUrl: parts.badgeImageUrl,
      imageAlt: fill(WORDS[language].badgeAlt, values),
      color: parts.primaryColor,
      ink: inkOn(parts.primaryColor),
    }),
  }
}

const GREETINGS: Record<Language, (name: string) => string> = {
  ko: (name) => `${name} 님, 안녕하세요.`,
  en: (name) => `Dear ${name},`,
}

const speaker = (parts: NoticeParts, language: Language) => {
  const values = valuesOf(parts, language)
  return (key: keyof NoticeWords): string => fill(parts.words[language][key], values).trim()
}

const valuesOf = ({ recipientName, institutionName, badgeName, values }: NoticeParts, language: Language) => ({
  name: oneLine(recipientName[language]),
  institution: oneLine(institutionName[language]),
  badge: oneLine(badgeName),
  ...Object.fromEntries(Object.entries(values[language]).map(([key, value]) => [key, oneLine(value)])),
})
