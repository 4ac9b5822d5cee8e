/** What a credential page tells to search engines and to the previews of shared links. */

import { longDate } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { html, type Markup, raw } from '../../platform/page.ts'
import type { Facts } from '../facts.ts'
import type { OwnCredential } from '../find-own.ts'
import { DESCRIPTION_CHARACTERS_MAX } from '../limits.ts'
import { schemaOrg } from '../schema-org.ts'
import { shareCardPath } from '../share-card.ts'
import { wording } from '../wording.ts'

export type CredentialHead = {
  readonly own: OwnCredential
  readonly facts: Facts
  readonly origin: string
  readonly language: Language
  readonly isValid: boolean
}

/** No verdict here: networks keep previews for days. A hidden name stays hidden even while its holder looks. */
export function credentialHead({ own, facts, origin, language, isValid }: CredentialHead): Markup {
  const { award, institution } = own
  const words = wording[language]
  const address = `${origin}/c/${award.publicId}`
  const issuer = institution.name[language]
  const isRevoked = award.state === 'revoked'
  const { recipient } = award
  const name = language === 'en' ? (recipient.nameEn ?? recipient.name) : recipient.name
  const description = isRevoked
    ? words.shareRevoked
    : words
        .shareDescription(award.nameHidden ? undefined : name, longDate(award.validFrom, language))
        .slice(0, DESCRIPTION_CHARACTERS_MAX)
  const title = isRevoked ? issuer : `${facts.title} — ${issuer}`
  const isPublic = award.visibility === 'public'
  return html`
    <meta name="description" content="${description}">
    <meta name="robots" content="${isPublic ? 'index,follow' : 'noindex,nofollow,noarchive'}">
    <link rel="canonical" href="${address}">
    ${own.showsOriginal ? html`<link rel="alternate" type="application/vc+ld+json" href="${address}.json">` : ''}
    <meta property="og:type" content="website">
    <meta property="og:site_name" content="${issuer}">
    <meta property="og:title" content="${title}">
    <meta property="og:description" content="${description}">
    <meta property="og:url" content="${address}">
    <meta property="og:locale" content="${LOCALES[language]}">
    <meta property="og:locale:alternate" content="${LOCALES[language === 'ko' ? 'en' : 'ko']}">
    <meta property="og:image" content="${origin}${shareCardPath(own, language)}">
    <meta property="og:image:type" content="image/png">
    <meta property="og:image:width" content="1200">
    <meta property="og:image:height" content="630">
    <meta property="og:image:alt" content="${isRevoked ? words.shareRevoked : words.badgeAlt(issuer, facts.title)}">
    <meta name="twitter:card" content="summary_large_image">
    ${isPublic && isValid ? html`<script type="application/ld+json">${raw(schemaOrg({ own, facts, origin }))}</script>` : ''}`
}

const LOCALES = { ko: 'ko_KR', en: 'en_US' } as const satisfies Record<Language, string>
