/** A learner's own page of micro-degrees: how far each has come, and what is left. */
import type { TraceLine } from '@kolleges/requirements'
import type { Language } from '../platform/handler.ts'
import { html, type Markup } from '../platform/page.ts'
import { sitePage } from '../platform/site-page.ts'
import type { OwnPathway } from './list-own.ts'
import { OWN } from './words.ts'

export const ownPathwaysPage = (pathways: readonly OwnPathway[], language: Language): Promise<Response> =>
  sitePage({
    title: OWN.title[language],
    language,
    path: '/me/pathways',
    headers: { 'x-robots-tag': 'noindex' },
    head: html`<meta name="robots" content="noindex">`,
    main: html`<div class="heading"><h1>${OWN.title[language]}</h1><a class="button plain" href="/me">${OWN.badges[language]}</a></div>
      ${
        pathways.length === 0
          ? html`<div class="sheet empty"><h2>${OWN.none[language]}</h2><p class="quiet">${OWN.noneMore[language]}</p></div>`
          : html`<ul class="wallet-list">${pathways.map((pathway) => ownPathway(pathway, language))}</ul>`
      }`,
  })

function ownPathway(pathway: OwnPathway, language: Language): Markup {
  const { id, title, institution, progress, lines } = pathway
  const percent = Math.floor(progress * 100)
  return html`<li class="sheet wallet-item">
    <div>
      <h2><a href="/p/${id}">${title[language]}</a></h2>
      <p class="quiet">${institution.name[language]}</p>
    </div>
    <div>
      <progress class="meter" max="100" value="${percent}" aria-label="${OWN.progress[language]}">${percent}%</progress>
      <p>${standing(pathway, language)}</p>
    </div>
    ${pathway.credential ? html`<p><a class="button" href="/c/${pathway.credential}">${OWN.see[language]}</a></p>` : ''}
    ${lines.length === 0 ? '' : html`<details><summary>${OWN.requirements[language]}</summary><ul class="rule lines">${lines.map((line) => row(line, language))}</ul></details>`}
  </li>`
}

const standing = (
  { credential, isAwaited, isApplied, missing, credits, progress }: OwnPathway,
  language: Language,
): string => {
  if (isApplied) return OWN.applied[language]
  if (credential) return OWN.awarded[language]
  if (isAwaited) return OWN.awaited[language]
  return OWN.left(Math.floor(progress * 100), missing, credits, language)
}

const row = ({ depth, outcome, text }: TraceLine, language: Language): Markup =>
  html`<li class="depth-${Math.min(depth, 5)}"><span class="chip plain-chip${outcome === 'met' ? ' info' : ''}">${OWN[outcome][language]}</span> ${text}</li>`
