/** A learner's own page: every badge under their address, with what can be done with each. */
import { type OwnPathway, pathwaysStrip } from '../pathways/index.ts'
import type { Language } from '../platform/handler.ts'
import { maskName } from '../platform/masking.ts'
import { html, type Markup } from '../platform/page.ts'
import type { Instant } from '../platform/ports.ts'
import { sharingPanel } from '../platform/sharing-panel.ts'
import { sitePage } from '../platform/site-page.ts'
import { type Mark, markOf } from './holding.ts'
import type { WalletItem } from './list-wallet.ts'
import { wording } from './words.ts'

export type WalletPage = {
  readonly items: readonly WalletItem[]
  readonly pathways: readonly OwnPathway[]
  readonly email: string
  readonly origin: string
  readonly now: Instant
  readonly language: Language
  /** What has just been done here. */
  readonly done?: 'saved' | 'claimed' | undefined
}

export function walletPage(parts: WalletPage): Promise<Response> {
  const { items, email, language, done } = parts
  const words = wording[language].wallet
  return sitePage({
    title: words.title,
    language,
    path: '/me',
    headers: { 'x-robots-tag': 'noindex' },
    head: html`<meta name="robots" content="noindex">`,
    main: html`<div class="heading"><h1>${words.title}</h1>
        <a class="button plain" href="/me/pathways">${words.pathways}</a>
        <a class="button plain" href="/me/recognitions">${words.recognitions}</a>
        <form method="post" action="/sign-out"><button class="button plain">${words.signOut}</button></form></div>
      <p class="quiet spaced">${words.signedInAs(email)}</p>
      ${done ? html`<p class="notice spaced" role="status">${done === 'saved' ? words.saved : words.claimedNow}</p>` : ''}
      ${pathwaysStrip(parts.pathways, language)}
      ${items.length === 0 ? empty(language) : html`<ul class="wallet-list">${items.map((item) => itemRow(item, parts))}</ul>`}`,
    script: true,
  })
}

const TONES: Readonly<Record<Mark, string>> = {
  new: ' info',
  issuing: '',
  revoked: ' bad',
  suspended: ' warn',
  expired: ' warn',
  private: '',
  public: '',
}

function itemRow({ holding, institution, achievement }: WalletItem, { origin, now, language }: WalletPage): Markup {
  const words = wording[language]
  const mark = markOf(holding, now)
  const issuer = institution.name[language]
  const { name, language: own } = achievement.content
  const picture = `/b/${holding.achievementId}/${holding.achievementVersion}/badge-320.png`
  const isTakenBack = holding.state === 'revoked' || holding.state === 'suspended'
  const isSigned = holding.state === 'issued' || isTakenBack
  const sharing = {
    ...holding,
    url: `${origin}/c/${holding.publicId}`,
    title: name,
    institutionName: issuer,
    issuedAt: holding.validFrom,
    expiresAt: holding.validUntil,
    maskedName: maskName(holding.recipientName),
    isRevoked: isTakenBack,
    isQuiet: mark === 'new',
  }
  return html`<li class="sheet wallet-item" id="${holding.publicId}">
    <div class="wallet-head">
      <img class="badge small${isTakenBack ? ' faded' : ''}" src="${picture}" width="96" height="96" loading="lazy" alt="${words.badgeAlt(issuer, name)}">
      <div>
        ${mark ? html`<p><span class="chip plain-chip${TONES[mark]}">${words.wallet.marks[mark]}</span></p>` : ''}
        <h2 lang="${own}"><a href="/c/${holding.publicId}">${name}</a></h2>
        <p class="quiet">${issuer}</p>
        <p class="small quiet">${words.wallet.issuedOn(holding.validFrom)}</p>
      </div>
    </div>
    ${mark === 'new' ? claimForm(holding.publicId, language) : ''}
    ${isSigned ? html`<details><summary>${words.wallet.manage}</summary>${sharingPanel(sharing, language, '/me')}</details>` : ''}
  </li>`
}

const claimForm = (publicId: string, language: Language): Markup => html`
  <form method="post" action="/me/credentials/${publicId}/claim"><button class="button primary">${wording[language].wallet.claim}</button></form>`

const empty = (language: Language): Markup => html`
  <div class="sheet empty"><h2>${wording[language].wallet.emptyTitle}</h2><p class="quiet">${wording[language].wallet.emptyText}</p>
  <p><a class="button" href="/find">${wording[language].find.title}</a></p></div>`

/** The form goes to the common sign-in, which answers alike whether the address is known or not. */
export const findPage = (language: Language): Promise<Response> => {
  const words = wording[language].find
  return sitePage({
    title: words.title,
    language,
    path: '/find',
    narrow: true,
    main: html`<form class="stack" method="post" action="/sign-in">
      <h1>${words.title}</h1><p>${words.text}</p>
      <input type="hidden" name="next" value="/me">
      <div class="field"><label for="email">${words.label}</label>
        <input type="email" id="email" name="email" required autocomplete="email" maxlength="254" aria-describedby="email-hint" placeholder="name@example.ac.kr">
        <p class="small quiet" id="email-hint">${words.hint}</p></div>
      <button class="button primary large">${words.button}</button>
    </form>`,
  })
}
