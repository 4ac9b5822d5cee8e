/** The public page of an achievement: what it is, how it is earned, who gives it. */
import { longDate } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import { html, type Markup, raw } from '../platform/page.ts'
import { sitePage } from '../platform/site-page.ts'
import type { Published } from './find-published.ts'
import { schemaOrgText } from './schema-org.ts'
import { creditsText, EVIDENCE, hoursText, KINDS, WORDS } from './words.ts'

export type AchievementPage = {
  readonly published: Published
  /** Of this version, where its pictures and its data lie too. */
  readonly address: string
  readonly language: Language
  /** Path and query as they were asked for. */
  readonly path: string
}

export const achievementPage = (parts: AchievementPage): Promise<Response> => {
  const { content, institution } = parts.published
  const issuer = institution.name[parts.language]
  return sitePage({
    title: `${content.name} · ${issuer}`,
    language: parts.language,
    path: parts.path,
    headers: { link: `<${parts.address}.json>; rel="alternate"; type="application/ld+json"` },
    head: head(parts, issuer),
    main: html`${notices(parts)} ${title(parts, issuer)} ${about(parts)} ${skills(parts)} ${facts(parts)} ${alignments(parts)}
      ${issuerPart(parts, issuer)} ${data(parts)}`,
  })
}

export const achievementMissingPage = (language: Language, path: string): Promise<Response> =>
  sitePage({
    title: WORDS.missing[language],
    language,
    path,
    status: 404,
    narrow: true,
    head: html`<meta name="robots" content="noindex">`,
    main: html`<div class="empty"><h1>${WORDS.missing[language]}</h1><p class="quiet">${WORDS.missingMore[language]}</p></div>`,
  })

const head = ({ published, address }: AchievementPage, issuer: string): Markup => {
  const { content } = published
  return html`
  <link rel="canonical" href="${address}">
  <link rel="alternate" type="application/ld+json" href="${address}.json">
  <meta name="description" content="${content.description.slice(0, 160)}">
  <meta property="og:type" content="website">
  <meta property="og:site_name" content="${issuer}">
  <meta property="og:title" content="${content.name}">
  <meta property="og:description" content="${content.description.slice(0, 160)}">
  <meta property="og:url" content="${address}">
  <meta property="og:image" content="${address}/badge-600.png">
  <meta property="og:image:width" content="600">
  <meta property="og:image:height" content="600">
  <meta name="twitter:card" content="summary">
  <script type="application/ld+json">${raw(schemaOrgText(published, address))}</script>`
}

function notices({ published, language }: AchievementPage): Markup {
  const { isRetired, version, newestVersion, id, institution } = published
  return html`
    ${institution.standing === 'test' ? html`<p class="notice">${WORDS.test[language]}</p>` : ''}
    ${isRetired ? html`<p class="notice">${WORDS.retired[language]}</p>` : ''}
    ${
      version < newestVersion
        ? html`<p class="notice">${WORDS.older[language]} <a href="/b/${id}/${newestVersion}">${WORDS.newest[language]}</a></p>`
        : ''
    }`
}

const title = (
  { published: { content, institution }, address, language }: AchievementPage,
  issuer: string,
): Markup => html`
  <div class="credential-head">
    <img class="badge" src="${pathOf(address)}/badge-600.png" width="224" height="224" alt="${altOf(content.name, issuer, language)}">
    <div lang="${content.language}">
      <h1>${content.name}</h1>
      <p class="issuer-line"><a href="/i/${institution.slug}">${issuer}</a><span class="chip">${KINDS[content.kind][language]}</span></p>
    </div>
  </div>`

function facts({ published: { content, publishedAt, version }, language }: AchievementPage): Markup {
  const evidence = EVIDENCE[content.evidenceWanted]
  const rows: readonly (readonly [string, string | null])[] = [
    [WORDS.level[language], content.level && levelText(content.level)],
    [WORDS.hours[language], content.hours === null ? null : hoursText(content.hours, language)],
    [WORDS.credits[language], content.credits === null ? null : creditsText(content.credits, language)],
    [WORDS.evidence[language], evidence?.[language] ?? null],
    [
      WORDS.results[language],
      content.resultScale && `${content.resultScale.name}: ${content.resultScale.values.join(' · ')}`,
    ],
    [WORDS.publishedOn[language], longDate(publishedAt, language)],
    [WORDS.version[language], String(version)],
  ]
  return html`<section class="part"><h2>${WORDS.facts[language]}</h2><dl class="facts">${rows
    .filter(([, value]) => value !== null)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`
}

const levelText = ({ framework, value }: { framework: string; value: string }): string =>
  framework === 'own' ? value : `${framework} ${value}`

const about = ({ published: { content }, language }: AchievementPage): Markup => html`
  <section class="part"><h2>${WORDS.about[language]}</h2><p class="prose" lang="${content.language}">${content.description}</p></section>
  <section class="part"><h2>${WORDS.criteria[language]}</h2><p class="prose" lang="${content.language}">${content.criteria.narrative}</p></section>`

const skills = ({ published: { content }, language }: AchievementPage): Markup | '' =>
  content.skills.length === 0
    ? ''
    : html`<section class="part"><h2>${WORDS.skills[language]}</h2><ul class="tags" lang="${content.language}">${content.skills.map((skill) => html`<li>${skill}</li>`)}</ul></section>`

const alignments = ({ published: { content }, language }: AchievementPage): Markup | '' =>
  content.alignments.length === 0
    ? ''
    : html`<section class="part"><h2>${WORDS.alignments[language]}</h2><ul class="stack">${content.alignments.map(
        (one) => html`<li><a href="${one.targetUrl}" rel="noopener nofollow">${one.targetName}</a>
          <span class="small quiet">${[one.targetFramework, one.targetCode].filter(Boolean).join(' · ')}</span></li>`,
      )}</ul></section>`

const issuerPart = ({ published: { institution }, language }: AchievementPage, issuer: string): Markup => html`
  <section class="part"><h2>${WORDS.issuer[language]}</h2><div class="stack">
    <p><strong>${issuer}</strong><br><span class="quiet">${institution.name[language === 'ko' ? 'en' : 'ko']}</span></p>
    <p class="actions"><a class="button" href="/i/${institution.slug}">${WORDS.seeIssuer[language]}</a>
      ${institution.website ? html`<a class="button plain" href="${institution.website}" rel="noopener">${WORDS.website[language]}</a>` : ''}
      ${institution.contactEmail ? html`<a class="button plain" href="mailto:${institution.contactEmail}">${WORDS.contact[language]}</a>` : ''}</p>
  </div></section>`

const data = ({ address, language }: AchievementPage): Markup => html`
  <p class="small quiet"><a href="${pathOf(address)}.json">${WORDS.data[language]}</a></p>`

const altOf = (name: string, issuer: string, language: Language): string =>
  language === 'ko' ? `${issuer} ${name} 디지털배지` : `${issuer} ${name} digital badge`

/** Pictures come from whichever name the page was asked under. */
const pathOf = (address: string): string => new URL(address).pathname
