import { layMap, mapEntries, type Rule } from '@kolleges/requirements'
import type { Language } from '../platform/handler.ts'
import { html, type Markup, raw } from '../platform/page.ts'
import { sitePage } from '../platform/site-page.ts'
import type { PathwayFacts, Stacked } from './facts.ts'
import { HOLDERS_SHOWN_MIN } from './limits.ts'
import { ruleList, ruleMap } from './map-pages.ts'
import { schemaOrgText } from './schema-org.ts'
import { AWARDED, ENROLMENT, WORDS } from './words.ts'

export type PathwayPage = {
  readonly facts: PathwayFacts
  readonly language: Language
  readonly isSignedIn: boolean
  readonly origin: string
  /** Path and query as they were asked for. */
  readonly path: string
}

export const pathwayPage = (page: PathwayPage): Promise<Response> => {
  const { facts, language, path } = page
  const issuer = facts.institution.name[language]
  const title = facts.title[language]
  return sitePage({
    title: `${title} · ${issuer}`,
    language,
    path,
    head: head(page, title, issuer),
    main: html`${facts.institution.standing === 'test' ? html`<p class="notice">${WORDS.test[language]}</p>` : ''}
      ${heading(page, title, issuer)}
      <section class="part"><h2>${WORDS.about[language]}</h2><p class="prose" lang="${facts.goal.content.language}">${facts.goal.content.description}</p></section>
      ${requirements(page)}
      ${parts(page)} ${stack(page)} ${factList(page)} ${takingPart(page)}`,
  })
}

/** Whoever collects badges takes part by itself; otherwise a learner signs in and says so. */
function takingPart({ facts, isSignedIn, language }: PathwayPage): Markup | '' {
  if (facts.enrolment === 'automatic' && !beginsWithApproval(facts.rule)) return ''
  const address = `/p/${facts.id}`
  const label = facts.enrolment === 'application' ? WORDS.apply[language] : WORDS.enrol[language]
  return isSignedIn
    ? html`<form method="post" action="${address}/enrolment" class="actions"><button class="button primary">${label}</button></form>`
    : html`<p class="actions"><a class="button primary" href="/sign-in?next=${encodeURIComponent(address)}">${WORDS.signInFirst[language]}</a></p>`
}

/** Then there is something to apply for before the first badge is earned. */
const beginsWithApproval = (rule: Rule): boolean =>
  mapEntries(layMap(rule)).some(({ step, item }) => step === 'entry' && item.condition.kind === 'approval')

export const unknownLearnerPage = (id: string, language: Language): Promise<Response> =>
  sitePage({
    title: WORDS.unknown[language],
    language,
    path: `/p/${id}`,
    status: 409,
    narrow: true,
    head: html`<meta name="robots" content="noindex">`,
    main: html`<div class="empty"><h1>${WORDS.unknown[language]}</h1><p class="quiet">${WORDS.unknownMore[language]}</p>
      <p class="actions centred"><a class="button" href="/p/${id}">${WORDS.back[language]}</a></p></div>`,
  })

export const pathwayMissingPage = (language: Language, path: string): Promise<Response> =>
  sitePage({
    title: WORDS.missing[language],
    language,
    path,
    status: 404,
    narrow: true,
    head: html`<meta name="robots" content="noindex">`,
    main: html`<div class="empty"><h1>${WORDS.missing[language]}</h1><p class="quiet">${WORDS.missingMore[language]}</p></div>`,
  })

const head = ({ facts, origin, path }: PathwayPage, title: string, issuer: string): Markup => {
  const address = `${origin}${path.split('?')[0]}`
  const { goal, institution } = facts
  const description = goal.content.description.slice(0, 160)
  return html`<link rel="canonical" href="${address}">
  <meta name="robots" content="${institution.standing === 'confirmed' ? 'index,follow' : 'noindex'}">
  <meta name="description" content="${description}">
  <meta property="og:type" content="website">
  <meta property="og:site_name" content="${issuer}">
  <meta property="og:title" content="${title}">
  <meta property="og:description" content="${description}">
  <meta property="og:url" content="${address}">
  <meta property="og:image" content="${origin}/b/${goal.id}/${goal.version}/badge-600.png">
  <script type="application/ld+json">${raw(schemaOrgText(facts, address, origin))}</script>`
}

const heading = ({ facts, language }: PathwayPage, title: string, issuer: string): Markup => {
  const { goal, institution } = facts
  return html`<div class="credential-head">
    <img class="badge" src="/b/${goal.id}/${goal.version}/badge-600.png" width="224" height="224" alt="${WORDS.badgeOf(title, language)}">
    <div>
      <h1>${title}</h1>
      <p class="issuer-line"><a href="/i/${institution.slug}">${issuer}</a><span class="chip">${WORDS.kind[language]}</span></p>
      <p class="quiet">${WORDS.summary(facts.parts.length, goal.content.credits, language)}</p>
    </div>
  </div>`
}

/** The map, and beside it the list that says the same. */
function requirements({ facts, language }: PathwayPage): Markup {
  const { rule, titles, versions, goal } = facts
  const parts = { rule, titles, versions, language, goal: { achievementId: goal.id, title: facts.title[language] } }
  return html`<section class="part plain" aria-labelledby="rule"><h2 id="rule">${WORDS.rule[language]}</h2>
    ${ruleMap(parts)}
    <h3>${WORDS.inWords[language]}</h3>${ruleList(parts)}</section>`
}

const parts = ({ facts, language }: PathwayPage): Markup | '' =>
  facts.parts.length === 0
    ? ''
    : html`<section class="part"><h2>${WORDS.parts[language]}</h2><ul class="catalogue">${facts.parts.map(
        ({ id, version, content }) => html`<li><a href="/b/${id}/${version}">
          <img src="/b/${id}/${version}/badge-320.png" width="112" height="112" alt="" loading="lazy">
          <span lang="${content.language}">${content.name}</span>
          ${content.credits === null ? '' : html`<span class="small quiet">${WORDS.credits(content.credits, language)}</span>`}
        </a></li>`,
      )}</ul></section>`

/** What it builds on and what it leads to; nothing where it stands alone. */
function stack({ facts: { buildsOn, leadsTo, institution }, language }: PathwayPage): Markup | '' {
  const list = (title: string, of: readonly Stacked[]): Markup | '' =>
    of.length === 0
      ? ''
      : html`<h3>${title}</h3><ul class="stack">${of.map(({ id, title: name }) => html`<li><a href="/p/${id}">${name[language]}</a></li>`)}</ul>`
  return html`<section class="part"><h2>${WORDS.stack[language]}</h2><div class="stack">
    ${list(WORDS.buildsOn[language], buildsOn)} ${list(WORDS.leadsTo[language], leadsTo)}
    <p><a href="/i/${institution.slug}/catalogue">${WORDS.catalogue[language]}</a></p></div></section>`
}

function factList({ facts, language }: PathwayPage): Markup {
  const { goal, holders, partners } = facts
  const rows: readonly (readonly [string, string | null])[] = [
    [
      WORDS.creditsOfGoal[language],
      goal.content.credits === null ? null : WORDS.credits(goal.content.credits, language),
    ],
    [WORDS.partners[language], partners.length === 0 ? null : partners.join(', ')],
    [WORDS.enrolment[language], ENROLMENT[facts.enrolment][language]],
    [WORDS.awarded[language], AWARDED[facts.mode](facts.batchDates, language)],
    // A count of a few would point at persons.
    [WORDS.holders[language], holders < HOLDERS_SHOWN_MIN ? WORDS.few[language] : WORDS.people(holders, language)],
  ]
  return html`<section class="part"><h2>${WORDS.facts[language]}</h2><dl class="facts">${rows
    .filter(([, value]) => value !== null)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`
}
