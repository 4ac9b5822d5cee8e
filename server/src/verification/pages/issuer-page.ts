/** The public page of an institution: who it is, what it issues, which keys it has signed with. */
import { longDate } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { html, type Markup } from '../../platform/page.ts'
import { sitePage } from '../../platform/site-page.ts'
import type { IssuerView } from '../load-issuer.ts'
import { wording } from '../wording.ts'
import { trustChip } from './issuer-line.ts'

export function issuerPage(view: IssuerView, origin: string, language: Language): Promise<Response> {
  const { institution } = view
  const words = wording[language].issuerPageWords
  const name = institution.name[language]
  const address = `${origin}/i/${institution.slug}`
  return sitePage({
    title: words.title(name),
    language,
    path: `/i/${institution.slug}`,
    headers: { link: `<${address}.json>; rel="alternate"; type="application/ld+json"` },
    head: html`<link rel="canonical" href="${address}">
      <meta name="robots" content="${institution.standing === 'confirmed' ? 'index,follow' : 'noindex'}">
      <meta property="og:type" content="website"><meta property="og:title" content="${words.title(name)}"><meta property="og:url" content="${address}">`,
    main: html`${title(view, language)} ${facts(view, language)} ${badges(view, language)} ${recognition(view, language)} ${keys(view, language)}
      <p class="small quiet">${words.machine}: <a href="/i/${institution.slug}.json">Profile</a> · <a href="/i/${institution.slug}/did.json">did.json</a></p>`,
  })
}

const title = ({ institution }: IssuerView, language: Language): Markup => html`<div class="credential-head plain-head">
  ${institution.logoKey ? html`<img class="logo huge" src="/i/${institution.slug}/logo.png" width="96" height="96" alt="">` : ''}
  <div>
    <h1>${institution.name[language]}</h1>
    <p class="recipient quiet" lang="${language === 'ko' ? 'en' : 'ko'}">${institution.name[language === 'ko' ? 'en' : 'ko']}</p>
    <p class="issuer-line">${trustChip(institution.standing, language)}</p>
  </div>
</div>`

function facts({ institution }: IssuerView, language: Language): Markup {
  const words = wording[language].issuerPageWords
  const { website, contactEmail } = institution
  const rows: readonly (readonly [string, Markup | string | null])[] = [
    [words.standing, words.standings[institution.standing] ?? institution.standing],
    [words.kind, words.kinds[institution.kind] ?? institution.kind],
    [wording[language].website, website && html`<a href="${website}" rel="noopener">${website}</a>`],
    [wording[language].contact, contactEmail && html`<a href="mailto:${contactEmail}">${contactEmail}</a>`],
    [words.did, html`<span class="mono">${institution.did}</span>`],
  ]
  return html`<section class="part"><h2>${words.facts}</h2><dl class="facts">${rows
    .filter(([, value]) => value !== null)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`
}

function badges({ badges: all, institution }: IssuerView, language: Language): Markup {
  const words = wording[language].issuerPageWords
  const alt = (name: string): string => wording[language].badgeAlt(institution.name[language], name)
  return html`<section class="part"><h2>${words.badges}</h2>${
    all.length === 0
      ? html`<p class="quiet">${words.none}</p>`
      : html`<ul class="catalogue">${all.map(
          ({ id, version, name, language: own }) => html`<li><a href="/b/${id}/${version}">
            <img src="/b/${id}/${version}/badge-320.png" width="112" height="112" loading="lazy" alt="${alt(name)}">
            <span lang="${own}">${name}</span></a></li>`,
        )}</ul>`
  }<p><a href="/i/${institution.slug}/catalogue">${words.catalogue}</a></p></section>`
}

function recognition({ programmes }: IssuerView, language: Language): Markup | string {
  const words = wording[language].issuerPageWords
  if (programmes.length === 0) return ''
  return html`<section class="part"><h2>${words.recognition}</h2><p class="quiet">${words.recognitionLead}</p>
    <ul>${programmes.map(({ id, title: of }) => html`<li><a href="/r/${id}">${of[language]}</a></li>`)}</ul></section>`
}

function keys({ keys: all }: IssuerView, language: Language): Markup {
  const words = wording[language].issuerPageWords
  return html`<section class="part"><h2>${words.keys}</h2><p class="quiet small">${words.keysIntro}</p>
    <table class="lines"><thead><tr><th scope="col">${words.key}</th><th scope="col">${words.state}</th><th scope="col">${words.since}</th></tr></thead>
    <tbody>${all.map(
      ({ publicKeyMultibase, state, stateSince }) => html`<tr><td class="mono">${publicKeyMultibase}</td>
        <td class="nowrap">${words.states[state] ?? state}</td><td class="nowrap">${longDate(stateSince, language)}</td></tr>`,
    )}</tbody></table></section>`
}
