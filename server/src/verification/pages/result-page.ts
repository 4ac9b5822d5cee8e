/** The answer to what was handed in at the hub: the same verdict and the same checks as on a credential's own page. */
import type { Language } from '../../platform/handler.ts'
import { pageIcon } from '../../platform/icons.ts'
import { html, type Markup } from '../../platform/page.ts'
import { sitePage } from '../../platform/site-page.ts'
import { type Facts, factsOf, linkable } from '../facts.ts'
import { decisivePart, partTitle } from '../parts.ts'
import { headlineOf, type PageState } from '../verdict-words.ts'
import { isSealed, type Result } from '../verify.ts'
import { wording } from '../wording.ts'
import { factParts } from './fact-parts.ts'
import { howChecked } from './how-checked.ts'
import { verifyBox } from './hub-page.ts'
import { type Issuer, issuerCard, issuerLine } from './issuer-line.ts'
import { verdictBar } from './verdict-bar.ts'

export type ResultPage = {
  readonly result: Result
  readonly issuer: Issuer
  readonly language: Language
  /** The credential's own page, when everybody may open it. */
  readonly pageUrl?: string | undefined
  readonly isRecord?: boolean
}

export function resultPage({ result, issuer, language, pageUrl, isRecord = false }: ResultPage): Promise<Response> {
  const state = stateOf(result)
  const facts = isSealed(result) && result.credential ? factsOf(result.credential) : undefined
  const status = result.checks.find(({ check }) => check === 'status')?.detail
  const subject = {
    issuer: issuer.name,
    name: facts?.name,
    issuedAt: facts?.issuedAt,
    validFrom: facts?.validFrom,
    validUntil: facts?.validUntil,
    revokedAt: status?.at,
    suspendedUntil: status?.until,
    reason: status?.reason,
    newer: status?.supersededBy,
    isSealed: isSealed(result),
    part: decisivePart(result),
  }
  return sitePage({
    title: headlineOf(state, language),
    language,
    path: '/v',
    headers: { 'x-robots-tag': 'noindex' },
    bodyClass: result.verdict === 'test' ? 'hatched' : undefined,
    above: verdictBar({ state, subject, language, checkedAt: result.at }),
    main: html`${facts ? told(facts, { result, issuer, language, pageUrl, isRecord }) : html`<h1 class="visually-hidden">${wording[language].hub.title}</h1>`}
      ${howChecked({ result, language, intro: wording[language].howPresented, open: facts === undefined })}
      <section class="part plain"><h2>${wording[language].hub.again}</h2>${verifyBox(language)}</section>`,
    script: true,
  })
}

/** An unreadable input tells why, where the reason helps the reader to go on. */
function stateOf({ verdict, checks }: Result): PageState {
  const reasons = checks.map(({ because }) => because)
  if (reasons.includes('address-unreachable')) return 'unreachable'
  if (reasons.includes('proof-suite-unknown')) return 'unsupported'
  return verdict
}

const told = (facts: Facts, { result, issuer, language, pageUrl, isRecord }: ResultPage): Markup => html`
  <div class="stack">
    <div>
      <p class="small quiet">${isRecord ? wording[language].hub.record : wording[language].hub.presented}</p>
      <h1${facts.contentLanguage ? html` lang="${facts.contentLanguage}"` : ''}>${facts.title}</h1>
      ${facts.name ? html`<p class="recipient"><strong>${facts.name}</strong>${language === 'ko' ? ' 님' : ''}</p>` : ''}
      <div class="start">${issuerLine(issuer, language)}</div>
    </div>
    ${pageUrl ? html`<p><a class="button" href="${pageUrl}">${wording[language].hub.fullPage}</a></p>` : ''}
  </div>
  ${isRecord ? contents(result, language) : ''} ${factParts(facts, language)} ${issuerCard(issuer, language)}`

/** Each badge of a transcript with its own verdict; what was checked of each stands below, for those who ask. */
const contents = (
  { inner = [] }: Result,
  language: Language,
): Markup => html`<section class="part"><h2>${wording[language].hub.contents}</h2>
  <ul class="checks">${inner.map(
    ({
      result,
    }) => html`<li class="${result.verdict === 'valid' ? 'passed' : 'failed'}">${pageIcon(result.verdict === 'valid' ? 'passed' : 'failed')}
      <div><strong>${partTitle(result)}</strong><p class="small">${headlineOf(result.verdict, language)}</p></div></li>`,
  )}</ul></section>`

/** A stranger's issuer, by its own words. */
export function claimedIssuer({ credential }: Result): Issuer {
  const { id = '', name, url, email } = credential?.issuer ?? {}
  return { name: name ?? id, standing: 'unconfirmed', hasLogo: false, website: linkable(url), email }
}
