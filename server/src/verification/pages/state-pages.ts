/** The pages for when there is no credential to show: nothing found, still being issued, asked too often. */
import type { Language } from '../../platform/handler.ts'
import { html } from '../../platform/page.ts'
import { reloadLink, sitePage } from '../../platform/site-page.ts'
import type { OwnCredential } from '../find-own.ts'
import { PENDING_REFRESH_SECONDS } from '../limits.ts'
import { headlineOf } from '../verdict-words.ts'
import { wording } from '../wording.ts'
import { ownIssuer } from './credential-page.ts'
import { verifyBox } from './hub-page.ts'
import { issuerLine } from './issuer-line.ts'
import { verdictBar } from './verdict-bar.ts'

const NOINDEX = { 'x-robots-tag': 'noindex, nofollow, noarchive' }

/** Byte for byte the same for unknown, private and declined: even the language switch leads to the hub. */
export const notFoundPage = (language: Language): Promise<Response> =>
  sitePage({
    title: headlineOf('not_found', language),
    language,
    path: '/v',
    status: 404,
    headers: NOINDEX,
    above: verdictBar({ state: 'not_found', subject: { issuer: '' }, language }),
    main: html`<div class="stack"><h1>${wording[language].hub.again}</h1>${verifyBox(language)}</div>`,
    script: true,
  })

export function pendingPage(own: OwnCredential, language: Language): Promise<Response> {
  const { award, achievement } = own
  const path = `/c/${award.publicId}`
  const issuer = ownIssuer(own, language)
  return sitePage({
    title: headlineOf('pending', language),
    language,
    path,
    status: 200,
    headers: NOINDEX,
    head: html`<meta name="robots" content="noindex">`,
    above: verdictBar({ state: 'pending', subject: { issuer: issuer.name }, language }),
    main: html`<div class="credential-head">
      <img class="badge" src="/b/${award.achievementId}/${award.achievementVersion}/badge-600.png" width="224" height="224" alt="${wording[language].badgeAlt(issuer.name, achievement.content.name)}">
      <div><h1 lang="${achievement.content.language}">${achievement.content.name}</h1>${issuerLine(issuer, language)}
        ${reloadLink(path, wording[language].reload, PENDING_REFRESH_SECONDS)}</div>
    </div>`,
    script: true,
  })
}

export const limitedPage = (language: Language, minutes: number): Promise<Response> =>
  sitePage({
    title: wording[language].limited.title,
    language,
    path: '/v',
    status: 429,
    headers: { ...NOINDEX, 'retry-after': String(minutes * 60) },
    narrow: true,
    main: html`<div class="empty"><h1>${wording[language].limited.title}</h1><p>${wording[language].limited.text(minutes)}</p></div>`,
  })
