/** Who stands behind a credential, and how sure we are of them. */
import type { Language } from '../../platform/handler.ts'
import { pageIcon } from '../../platform/icons.ts'
import { html, type Markup } from '../../platform/page.ts'
import { wording } from '../wording.ts'

export type Standing = 'confirmed' | 'test' | 'unconfirmed'

export type Issuer = {
  readonly name: string
  readonly otherName?: string | undefined
  readonly standing: Standing
  /** Present when the issuer has a page here. */
  readonly slug?: string | undefined
  readonly hasLogo: boolean
  readonly website?: string | undefined
  readonly email?: string | undefined
}

export const trustChip = (standing: Standing, language: Language): Markup => {
  const icon = standing === 'confirmed' ? 'building' : standing === 'test' ? 'flask' : 'inconclusive'
  return html`<span class="chip${standing === 'unconfirmed' ? ' warn' : ' info'}">${pageIcon(icon)}${wording[language].trust[standing]}</span>`
}

export const issuerLine = ({ name, slug, standing, hasLogo }: Issuer, language: Language): Markup => html`
  <p class="issuer-line">
    ${hasLogo && slug ? html`<img class="logo" src="/i/${slug}/logo.png" width="28" height="28" alt="">` : ''}
    <span class="visually-hidden">${wording[language].issuedBy}:</span>
    ${slug ? html`<a href="/i/${slug}">${name}</a>` : name} ${trustChip(standing, language)}
  </p>`

export function issuerCard(issuer: Issuer, language: Language): Markup {
  const words = wording[language]
  const { name, otherName, slug, hasLogo, website, email } = issuer
  return html`<section class="part"><h2>${words.issuer}</h2><div class="issuer-card">
    ${hasLogo && slug ? html`<img class="logo large" src="/i/${slug}/logo.png" width="56" height="56" alt="">` : ''}
    <div class="stack">
      <p><strong>${name}</strong>${otherName && otherName !== name ? html`<br><span class="quiet">${otherName}</span>` : ''}</p>
      ${
        email || website
          ? html`<dl class="facts">
        ${email ? html`<div><dt>${words.contact}</dt><dd><a href="mailto:${email}">${email}</a></dd></div>` : ''}
        ${website ? html`<div><dt>${words.website}</dt><dd><a href="${website}" rel="noopener">${website}</a></dd></div>` : ''}
      </dl>`
          : ''
      }
      ${slug ? html`<p><a href="/i/${slug}">${words.issuerPage}</a></p>` : ''}
    </div>
  </div></section>`
}
