/** The public catalogue of an institution: search and filters as a plain form, and what was found. */
import { KINDS } from '../../achievements/index.ts'
import type { Institution } from '../../issuers/index.ts'
import type { Language } from '../../platform/handler.ts'
import { html, type Markup, raw } from '../../platform/page.ts'
import { sitePage } from '../../platform/site-page.ts'
import { CATALOGUE_PAGE_MAX } from '../limits.ts'
import { WORDS } from '../words.ts'
import { CATALOGUE, creditsFrom, foundText, noneFound, partsText } from './catalogue-words.ts'
import { type Entry, MICRO_DEGREE } from './entry.ts'
import { CREDIT_STEPS, choicesOf, type Filter, isFiltered, matching } from './filter.ts'
import type { OpenCatalogue } from './load-catalogue.ts'

export type CataloguePage = {
  readonly catalogue: OpenCatalogue
  readonly filter: Filter
  readonly language: Language
  readonly origin: string
  /** Path and query as they were asked for. */
  readonly path: string
}

export function cataloguePage(page: CataloguePage): Promise<Response> {
  const { catalogue, filter, language, path } = page
  const { institution, entries } = catalogue
  const found = matching(entries, filter)
  const name = institution.name[language]
  return sitePage({
    title: `${CATALOGUE.title[language]} · ${name}`,
    language,
    path,
    head: head(page, found),
    main: html`${institution.standing === 'test' ? html`<p class="notice spaced">${WORDS.test[language]}</p>` : ''}
      <div class="heading"><h1>${CATALOGUE.title[language]}</h1><a class="button plain" href="/i/${institution.slug}">${name}</a></div>
      ${entries.length === 0 ? empty(CATALOGUE.empty[language], html`<p class="quiet">${CATALOGUE.emptyMore[language]}</p>`) : html`${form(page)}${results(page, found)}`}`,
  })
}

const addressOf = (institution: Institution): string => `/i/${institution.slug}/catalogue`

function head(
  { catalogue: { institution }, filter, language, origin }: CataloguePage,
  found: readonly Entry[],
): Markup {
  const address = `${origin}${addressOf(institution)}`
  // A search is for its visitor; search engines read the whole.
  const isIndexed = institution.standing === 'confirmed' && !isFiltered(filter)
  const list = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: `${institution.name[language]} ${CATALOGUE.title[language]}`,
    numberOfItems: found.length,
    itemListElement: shownOf(found, filter).map((entry, i) => ({
      '@type': 'ListItem',
      position: (filter.page - 1) * CATALOGUE_PAGE_MAX + i + 1,
      name: entry.name[language],
      url: `${origin}${entry.path}`,
    })),
  }
  return html`<link rel="canonical" href="${address}"><meta name="robots" content="${isIndexed ? 'index,follow' : 'noindex'}">
    <script type="application/ld+json">${raw(JSON.stringify(list).replaceAll('<', '\\u003c'))}</script>`
}

function form({ catalogue: { institution, entries }, filter, language }: CataloguePage): Markup {
  const { kinds, skills, levels, hasCredits } = choicesOf(entries)
  const kindNames = kinds.map((kind): Option => [kind, kindName(kind, language)])
  const steps = CREDIT_STEPS.map((step): Option => [String(step), creditsFrom(step, language)])
  const plain = (values: readonly string[]): Option[] => values.map((value) => [value, value])
  const credits = filter.creditsMin > 0 ? String(filter.creditsMin) : ''
  return html`<form method="get" action="${addressOf(institution)}" class="filters" role="search">
    <div class="field wide"><label for="q">${CATALOGUE.text[language]}</label><input type="text" id="q" name="q" value="${filter.text}" maxlength="100" autocomplete="off"></div>
    ${select('kind', CATALOGUE.kind[language], filter.kind, kindNames, language)}
    ${select('skill', CATALOGUE.skill[language], filter.skill, plain(skills), language)}
    ${select('level', CATALOGUE.level[language], filter.level, plain(levels), language)}
    ${hasCredits ? select('credits', CATALOGUE.credits[language], credits, steps, language) : ''}
    <div class="actions"><button class="button primary">${CATALOGUE.search[language]}</button>
      ${isFiltered(filter) ? html`<a class="button plain" href="${addressOf(institution)}">${CATALOGUE.clear[language]}</a>` : ''}</div></form>`
}

type Option = readonly [value: string, label: string]

const select = (
  name: string,
  label: string,
  chosen: string,
  options: readonly Option[],
  language: Language,
): Markup | '' =>
  options.length < 2 && chosen === ''
    ? ''
    : html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">
        <option value="">${CATALOGUE.any[language]}</option>${options.map(
          ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
        )}</select></div>`

const kindName = (kind: string, language: Language): string =>
  kind === MICRO_DEGREE
    ? CATALOGUE.microDegree[language]
    : (Object.entries(KINDS).find(([key]) => key === kind)?.[1][language] ?? kind)

const shownOf = (found: readonly Entry[], { page }: Filter): readonly Entry[] =>
  found.slice((page - 1) * CATALOGUE_PAGE_MAX, page * CATALOGUE_PAGE_MAX)

function results(page: CataloguePage, found: readonly Entry[]): Markup {
  const { catalogue, filter, language } = page
  const shown = shownOf(found, filter)
  if (shown.length === 0)
    return empty(
      noneFound(filter.text, language),
      html`<p><a class="button" href="${addressOf(catalogue.institution)}">${CATALOGUE.clear[language]}</a></p>`,
    )
  return html`<p class="quiet small spaced" role="status">${foundText(found.length, language)}</p>
    <ul class="catalogue entries">${shown.map((entry) => item(entry, language))}</ul>${pager(page, found)}`
}

const item = (entry: Entry, language: Language): Markup => html`<li><a href="${entry.path}">
  <img src="${entry.picture}" width="112" height="112" alt="" loading="lazy">
  <span class="entry-name"${entry.kind === MICRO_DEGREE ? '' : html` lang="${entry.language}"`}>${entry.name[language]}</span>
  <span class="chip plain-chip">${kindName(entry.kind, language)}</span>
  <span class="small quiet">${factsOf(entry, language)}</span></a></li>`

const factsOf = ({ credits, level, parts }: Entry, language: Language): string =>
  [
    ...(parts === null || parts === 0 ? [] : [partsText(parts, language)]),
    ...(credits === null ? [] : [WORDS.credits(credits, language)]),
    ...(level === null ? [] : [level]),
  ].join(' · ')

function pager({ catalogue, filter, language }: CataloguePage, found: readonly Entry[]): Markup | '' {
  const last = Math.ceil(found.length / CATALOGUE_PAGE_MAX)
  if (last < 2) return ''
  const link = (to: number, label: string): Markup | '' =>
    to < 1 || to > last ? '' : html`<a class="button" href="${linkTo(catalogue.institution, filter, to)}">${label}</a>`
  return html`<nav class="actions centred spaced-above" aria-label="${CATALOGUE.pages[language]}">${link(filter.page - 1, CATALOGUE.previous[language])}
    <span class="number quiet">${filter.page} / ${last}</span>${link(filter.page + 1, CATALOGUE.next[language])}</nav>`
}

function linkTo(institution: Institution, { text, kind, skill, level, creditsMin }: Filter, page: number): string {
  const asked = { q: text, kind, skill, level, credits: creditsMin > 0 ? String(creditsMin) : '', page: String(page) }
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return `${addressOf(institution)}?${query}`
}

const empty = (title: string, more: Markup): Markup => html`<div class="sheet empty"><h2>${title}</h2>${more}</div>`
