/** The pages of a claim link, one for each thing it can still do. */
import type { Language } from '../platform/handler.ts'
import { maskEmail, maskName } from '../platform/masking.ts'
import { html, type Markup } from '../platform/page.ts'
import { sharingPanel } from '../platform/sharing-panel.ts'
import { reloadLink, sitePage } from '../platform/site-page.ts'
import type { ClaimState } from './claim.ts'
import { PENDING_REFRESH_SECONDS } from './limits.ts'
import type { OpenClaim } from './open-claim.ts'
import { wording } from './words.ts'

const NOINDEX = { 'x-robots-tag': 'noindex, nofollow, noarchive' }

export type ClaimPage = {
  readonly opened: OpenClaim
  readonly token: string
  readonly origin: string
  readonly language: Language
  /** The asker is signed in with the address the badge went to. */
  readonly isHolder: boolean
}

/** Says nothing of the recipient but the masked address: mail is forwarded. */
export function claimPage(parts: ClaimPage): Promise<Response> {
  const { opened, language, token, isHolder } = parts
  const issuer = opened.institution.name[language]
  return sitePage({
    title: `${opened.achievement.content.name} · ${issuer}`,
    language,
    path: `/k/${token}`,
    headers: NOINDEX,
    narrow: true,
    bodyClass: opened.award.testMode ? 'hatched' : undefined,
    head: html`<meta name="robots" content="noindex,nofollow,noarchive">`,
    main: html`<div class="claim">${badge(parts)} ${BODIES[opened.claim](parts)}</div>`,
    script: isHolder || opened.claim === 'pending',
  })
}

function badge({ opened, language }: ClaimPage): Markup {
  const { award, achievement, institution } = opened
  const issuer = institution.name[language]
  return html`
    <img class="badge" src="/b/${award.achievementId}/${award.achievementVersion}/badge-600.png" width="240" height="240" alt="${wording[language].badgeAlt(issuer, achievement.content.name)}">
    <p class="lead-name"><strong lang="${achievement.content.language}">${achievement.content.name}</strong><br><span class="quiet">${issuer}</span></p>
    ${award.testMode ? html`<p class="notice">${wording[language].claim.test}</p>` : ''}`
}

const BODIES = {
  open: (parts) => {
    const { opened, language, token } = parts
    const words = wording[language].claim
    return html`<h1>${words.title(opened.institution.name[language])}</h1>
      <p>${words.isThisYou(maskEmail(opened.award.recipient.email))}</p>
      ${pressForm(`/k/${token}`, words.button)}
      <form method="post" action="/k/${token}/decline"><button class="button plain">${words.decline}</button></form>
      <p class="small quiet">${words.until(opened.award.claimExpiresAt)} ${words.noAccount}</p>`
  },
  claimed: (parts) => (parts.isHolder ? done(parts) : claimedElsewhere(parts)),
  declined: ({ language, token }) => {
    const words = wording[language].claim
    return html`<h1>${words.declinedTitle}</h1><p>${words.declinedText}</p>${pressForm(`/k/${token}`, words.declinedButton)}`
  },
  expired: ({ opened, language, token }) => {
    const words = wording[language].claim
    return html`<h1>${words.expiredTitle}</h1><p>${words.expiredText(maskEmail(opened.award.recipient.email))}</p>
      ${pressForm(`/k/${token}/renewal`, words.renew)}`
  },
  pending: ({ language, token }) => {
    const words = wording[language].claim
    return html`<h1>${words.pendingTitle}</h1><p role="status">${words.pendingText}</p>
      ${reloadLink(`/k/${token}`, words.reload, PENDING_REFRESH_SECONDS)}`
  },
  revoked: ({ opened, language }) => {
    const words = wording[language].claim
    return html`<h1>${words.revokedTitle}</h1><p>${words.revokedText(opened.institution.name[language])}</p>
      <p><a class="button" href="/c/${opened.award.publicId}">${words.open}</a></p>`
  },
} as const satisfies Record<ClaimState, (parts: ClaimPage) => Markup>

const pressForm = (action: string, label: string): Markup =>
  html`<form method="post" action="${action}"><button class="button primary large wide">${label}</button></form>`

function done({ opened, origin, language }: ClaimPage): Markup {
  const { award, achievement, institution } = opened
  const words = wording[language].claim
  const name = language === 'en' ? (award.recipient.nameEn ?? award.recipient.name) : award.recipient.name
  const sharing = {
    publicId: award.publicId,
    url: `${origin}/c/${award.publicId}`,
    title: achievement.content.name,
    institutionName: institution.name[language],
    number: award.number,
    issuedAt: award.validFrom,
    expiresAt: award.validUntil,
    visibility: award.visibility,
    nameHidden: award.nameHidden,
    maskedName: maskName(award.recipient.name),
    isRevoked: false,
    isCertified: award.details.certified === true,
    isQuiet: true,
  }
  return html`<div role="status"><h1>${words.doneTitle(name)}</h1><p>${words.doneText}</p></div>
    <div class="actions centred"><a class="button primary" href="/c/${award.publicId}">${words.open}</a><a class="button" href="/me">${words.wallet}</a></div>
    <div class="sheet from-start">${sharingPanel(sharing, language, `/c/${award.publicId}`)}</div>`
}

function claimedElsewhere({ opened, language }: ClaimPage): Markup {
  const words = wording[language].claim
  const isOpen = opened.award.visibility !== 'private'
  return html`<h1>${words.claimedTitle}</h1><p>${words.claimedText(maskEmail(opened.award.recipient.email))}</p>
    <div class="actions centred">
      ${isOpen ? html`<a class="button primary" href="/c/${opened.award.publicId}">${words.open}</a>` : ''}
      <a class="button" href="/sign-in?next=/me">${words.signIn}</a></div>`
}

export const renewedPage = (address: string, language: Language, isSent: boolean): Promise<Response> => {
  const words = wording[language].claim
  return messagePage(
    language,
    words.renewedTitle,
    isSent ? words.renewedText(maskEmail(address)) : words.limited,
    isSent ? 200 : 429,
  )
}

export const unknownClaimPage = (language: Language): Promise<Response> => {
  const words = wording[language].claim
  return messagePage(
    language,
    words.unknownTitle,
    words.unknownText,
    404,
    html`<p><a class="button" href="/find">${words.find}</a></p>`,
  )
}

const messagePage = (
  language: Language,
  title: string,
  text: string,
  status: number,
  more?: Markup,
): Promise<Response> =>
  sitePage({
    title,
    language,
    path: '/find',
    status,
    headers: NOINDEX,
    narrow: true,
    main: html`<div class="empty" role="status"><h1>${title}</h1><p>${text}</p>${more ?? ''}</div>`,
  })
