/** The public page of one credential: the verdict first, then what it says, then how it was checked. */
import { qrSvg } from '@kolleges/design'
import { isInForce } from '../../issuing/index.ts'
import { type ShownProgress, shownProgressPart } from '../../pathways/index.ts'
import type { Language } from '../../platform/handler.ts'
import { pageIcon } from '../../platform/icons.ts'
import { maskName } from '../../platform/masking.ts'
import { html, type Markup, raw } from '../../platform/page.ts'
import { sharingPanel } from '../../platform/sharing-panel.ts'
import { sitePage } from '../../platform/site-page.ts'
import { type Facts, factsOf } from '../facts.ts'
import type { OwnCredential } from '../find-own.ts'
import type { VerdictSubject } from '../verdict-words.ts'
import { isSealed, type Result } from '../verify.ts'
import { wording } from '../wording.ts'
import { credentialHead } from './credential-head.ts'
import { factParts } from './fact-parts.ts'
import { howChecked } from './how-checked.ts'
import { type Issuer, issuerCard, issuerLine } from './issuer-line.ts'
import { verdictBar } from './verdict-bar.ts'

export type CredentialPage = {
  readonly own: OwnCredential
  readonly result: Result
  /** Where it stands in micro-degrees, as far as its holder shows it. */
  readonly progress: readonly ShownProgress[]
  readonly origin: string
  readonly language: Language
}

export function credentialPage(parts: CredentialPage): Promise<Response> {
  const { own, result, origin, language } = parts
  const { award } = own
  const path = `/c/${award.publicId}`
  const facts = shownFacts(parts)
  const issuer = ownIssuer(own, language)
  const isPublic = award.visibility === 'public'
  return sitePage({
    title: wording[language].title(facts.title, nameIn(own, language), issuer.name),
    language,
    path,
    status: 200,
    headers: isPublic ? {} : { 'x-robots-tag': 'noindex, nofollow, noarchive' },
    bodyClass: result.verdict === 'test' || award.testMode ? 'hatched' : undefined,
    head: credentialHead({ own, facts, origin, language, isValid: result.verdict === 'valid' }),
    above: verdictBar({
      state: result.verdict,
      subject: { ...ownSubject(own, facts, language), isSealed: isSealed(result) },
      language,
      checkedAt: result.at,
      recheck: path,
      original: own.showsOriginal ? `${path}.json` : undefined,
    }),
    main: html`${ownerPart(parts, facts)} ${title(own, facts, issuer, language)} ${isSealed(result) ? factParts(facts, language) : ''} ${shownProgressPart(parts.progress, language)}
      ${certificateLine(own, language)} ${degreePapers(own, language)} ${issuerCard(issuer, language)}
      ${howChecked({ result, language, intro: wording[language].howIntro, originalUrl: own.showsOriginal ? `${path}.json` : null })}
      ${foot(parts)}`,
    script: true,
  })
}

export const ownIssuer = ({ institution }: Pick<OwnCredential, 'institution'>, language: Language): Issuer => ({
  name: institution.name[language],
  otherName: institution.name[language === 'ko' ? 'en' : 'ko'],
  standing: institution.standing,
  slug: institution.slug,
  hasLogo: institution.logoKey !== null,
  website: institution.website ?? undefined,
  email: institution.contactEmail ?? undefined,
})

/** A stored text that was altered is not repeated: title and dates then come from our own record. */
function shownFacts({ own, result }: CredentialPage): Facts {
  const facts = factsOf(result.credential!, own)
  if (isSealed(result)) return facts
  const { award, achievement } = own
  return {
    ...facts,
    title: achievement.content.name,
    issuedAt: award.validFrom,
    validUntil: award.validUntil ?? undefined,
  }
}

const nameIn = ({ shownName, shownNameEn }: OwnCredential, language: Language): string =>
  language === 'en' ? (shownNameEn ?? shownName) : shownName

const ownSubject = (own: OwnCredential, facts: Facts, language: Language): VerdictSubject => ({
  issuer: own.institution.name[language],
  name: nameIn(own, language),
  issuedAt: facts.issuedAt,
  validFrom: facts.validFrom,
  validUntil: facts.validUntil,
  revokedAt: own.award.revocation?.at,
  suspendedUntil: own.award.suspension?.until ?? undefined,
  reason: (own.award.revocation ?? own.award.suspension)?.reason,
})

function title(own: OwnCredential, facts: Facts, issuer: Issuer, language: Language): Markup {
  const { achievementId, achievementVersion } = own.award
  const words = wording[language]
  const picture = `/b/${achievementId}/${achievementVersion}`
  return html`<div class="credential-head">
    <img class="badge${isInForce(own.award) ? '' : ' faded'}" src="${picture}/badge-600.png" width="224" height="224" alt="${words.badgeAlt(issuer.name, facts.title)}">
    <div>
      <h1${facts.contentLanguage ? html` lang="${facts.contentLanguage}"` : ''}>${facts.title}</h1>
      ${recipientLine(own, language)}
      ${facts.nameHidden ? html`<p class="small quiet">${words.nameHidden}</p>` : ''}
      ${issuerLine(issuer, language)}
    </div>
  </div>`
}

/** The papers of a micro-degree, and what became of its parts since. */
function degreePapers({ degree, award }: OwnCredential, language: Language): Markup | '' {
  if (degree === null) return ''
  const { papers } = wording[language]
  const address = `/c/${award.publicId}`
  const link = (file: string, words: string) => html`<li><a href="${address}/${file}">${words}</a></li>`
  return html`<section class="part" aria-labelledby="papers"><h2 id="papers">${papers.title}</h2>
    ${degree.isFlagged ? html`<p class="notice">${papers.flagged}</p>` : ''}
    <p><a class="button" href="${address}/record">${papers.check}</a></p>
    <ul class="lines">${link('supplement.pdf', papers.supplement)}${link('transcript.pdf', papers.transcript)}${link('clr.json', papers.record)}${link('europass.json', papers.europass)}</ul>
  </section>`
}

/** `김하늘 님`; in English the English name first, and the signed name beside it. */
function recipientLine({ shownName, shownNameEn }: OwnCredential, language: Language): Markup {
  if (language === 'ko') return html`<p class="recipient"><strong>${shownName}</strong> 님</p>`
  if (!shownNameEn) return html`<p class="recipient"><strong>${shownName}</strong></p>`
  return html`<p class="recipient"><strong>${shownNameEn}</strong> <span class="quiet" lang="ko">${shownName}</span></p>`
}

function ownerPart({ own, origin, language }: CredentialPage, facts: Facts): Markup | '' {
  if (!own.isHolder) return ''
  const { award, institution } = own
  const path = `/c/${award.publicId}`
  const sharing = {
    publicId: award.publicId,
    url: `${origin}${path}`,
    title: facts.title,
    institutionName: institution.name[language],
    number: award.number,
    issuedAt: award.validFrom,
    expiresAt: award.validUntil,
    visibility: award.visibility,
    nameHidden: award.nameHidden,
    maskedName: maskName(award.recipient.name),
    isRevoked: !isInForce(award),
    isCertified: award.details.certified === true,
  }
  return html`<details class="how toolbar"><summary><span>${wording[language].ownerTitle} <span class="small quiet plain">${wording[language].ownerMore}</span></span></summary><div>${sharingPanel(sharing, language, path)}</div></details>`
}

/** Only for those who may have the original: it carries the name and the credential. */
function certificateLine({ award, showsOriginal }: OwnCredential, language: Language): Markup | '' {
  if (!award.details.certified || !showsOriginal) return ''
  const words = wording[language]
  return html`<section class="part"><h2>${words.certificate}</h2><div class="stack"><p>${words.certificateMore}</p>
    <p class="actions"><a class="button" href="/c/${award.publicId}.pdf">${pageIcon('download')}${words.certificateGet}</a></p></div></section>`
}

function foot({ own, origin, language }: CredentialPage): Markup {
  const { award } = own
  const words = wording[language]
  return html`<footer class="credential-foot">
    <div class="with-qr">
      <div class="qr">${raw(qrSvg(`${origin}/c/${award.publicId}`, { size: 120, alt: words.qrAlt }))}</div>
      <div>
        <p class="small quiet">${words.number}</p>
        <p><strong class="number">${award.number}</strong></p>
        <p class="small quiet">${words.numberHint}</p>
      </div>
    </div>
    <p class="small quiet">${words.privacy}</p>
  </footer>`
}
