/** A learner's micro-degrees in a list: how far each has come, what is left, what to do next. */
import type { Language } from '../../platform/handler.ts'
import { html, type Markup } from '../../platform/page.ts'
import { sitePage } from '../../platform/site-page.ts'
import { ringed } from '../map-pages.ts'
import type { OwnPathway } from './load-own.ts'
import { nextText, OWN, remark, standingText } from './own-words.ts'

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
          : html`<ul class="wallet-list">${pathways.map((one) => html`<li class="sheet wallet-item" id="${one.id}">${summary(one, language)}</li>`)}</ul>`
      }`,
  })

/** Those on the way, for the wallet's first page; nothing where there are none. */
export const pathwaysStrip = (pathways: readonly OwnPathway[], language: Language): Markup | '' =>
  pathways.length === 0
    ? ''
    : html`<section class="own-strip" aria-labelledby="own-strip"><h2 id="own-strip">${OWN.title[language]}</h2>
      <ul>${pathways.map((one) => html`<li class="sheet">${head(one, language)}</li>`)}</ul></section>`

const summary = (own: OwnPathway, language: Language): Markup => html`
  ${head(own, language)}
  ${own.standing?.next ? html`<p><strong>${OWN.next[language]}</strong> ${nextSentence(own, language)}</p>` : ''}
  <p class="actions">${own.standing ? html`<a class="button" href="/me/pathways/${own.id}">${OWN.open[language]}<span class="visually-hidden"> ${own.title[language]}</span></a>` : ''}
    <a class="button plain" href="/p/${own.id}">${OWN.publicPage[language]}<span class="visually-hidden"> ${own.title[language]}</span></a>
    ${own.credential ? html`<a class="button plain" href="/c/${own.credential}">${OWN.see[language]}</a>` : ''}</p>`

const head = (own: OwnPathway, language: Language): Markup => html`
  <div class="own-head">
    ${own.standing ? progressRing(own, language) : ''}
    <div><h3><a href="${own.standing ? `/me/pathways/${own.id}` : `/p/${own.id}`}">${own.title[language]}</a></h3>
      <p class="small quiet">${own.institution.name[language]}</p>
      ${own.standing ? html`<p>${standingText(own.standing, language)}</p>` : ''}
      ${remark(own, language) ? html`<p class="small">${remark(own, language)}</p>` : ''}</div>
  </div>`

/** The percentage stands in the ring as text, so the ring itself may be left to the eye. */
export function progressRing({ standing }: OwnPathway, language: Language): Markup | '' {
  if (standing === null) return ''
  const { progress, outcome } = standing.known.evaluation
  const percent = Math.floor(progress * 100)
  const label = language === 'ko' ? `${percent}% 진행` : `${percent}% of the way`
  return html`<div class="own-ring${outcome === 'met' ? ' done' : ''}">${ringed(progress, true, html`<span class="map-amount" aria-hidden="true">${percent}%</span>`)}<span class="visually-hidden">${label}</span></div>`
}

export function nextSentence({ standing }: OwnPathway, language: Language): Markup | '' {
  if (!standing?.next) return ''
  const { achievement, evaluation } = standing.next
  const text = nextText(
    titleOf(standing, achievement),
    Math.floor(evaluation.progress * 100),
    evaluation.outcome === 'met',
    language,
  )
  return html`${text} <a href="/b/${achievement}">${OWN.seeBadge[language]}</a>`
}

export const titleOf = ({ titles }: { titles: NonNullable<OwnPathway['standing']>['titles'] }, id: string): string => {
  const title = titles[id]
  return typeof title === 'string' ? title : (title?.ko ?? id)
}
