/** A learner's page of one micro-degree: the map, what is missing, what a badge would change, what can be asked for. */
import {
  describeRule,
  type Evaluation,
  earning,
  layMap,
  type MapItem,
  mapEntries,
  mapLabel,
  type Rule,
  reasonText,
  stateText,
  wayToGoal,
  whatIf,
} from '@kolleges/requirements'
import type { Language } from '../../platform/handler.ts'
import { html, type Markup } from '../../platform/page.ts'
import { sitePage } from '../../platform/site-page.ts'
import { HELPFUL_SHOWN_MAX } from '../limits.ts'
import { ruleList, ruleMap } from '../map-pages.ts'
import { nextSentence, progressRing, titleOf } from './list-pages.ts'
import type { OwnPathway, OwnStanding } from './load-own.ts'
import { forecastText, isApproval, OWN, remark, stageWaiting, standingText, whatIfText } from './own-words.ts'

export type OnePathwayPage = {
  readonly own: OwnPathway
  readonly standing: OwnStanding
  /** Achievements chosen to try out, as a stranger wrote them. */
  readonly chosen: readonly string[]
  readonly done: 'applied' | 'adopted' | 'saved' | undefined
  readonly language: Language
}

export function onePathwayPage(page: OnePathwayPage): Promise<Response> {
  const { own, language, done } = page
  const path = `/me/pathways/${own.id}`
  return sitePage({
    title: own.title[language],
    language,
    path,
    headers: { 'x-robots-tag': 'noindex' },
    head: html`<meta name="robots" content="noindex">`,
    main: html`${done ? html`<p class="notice spaced" role="status">${{ applied: OWN.appliedNow, adopted: OWN.adopted, saved: OWN.saved }[done][language]}</p>` : ''}
      ${heading(page)} ${next(page)} ${requirements(page)} ${whatIfPart(page)} ${forecastPart(page)} ${stages(page)} ${newVersion(page)} ${visibility(page)}
      <p class="actions"><a class="button" href="/me/pathways">${OWN.all[language]}</a></p>`,
  })
}

const heading = ({ own, standing, language }: OnePathwayPage): Markup => html`
  <div class="own-head large">${progressRing(own, language)}
    <div><h1>${own.title[language]}</h1>
      <p class="quiet"><a href="/i/${own.institution.slug}">${own.institution.name[language]}</a> · <a href="/p/${own.id}">${OWN.publicPage[language]}</a></p>
      <p class="own-standing">${standingText(standing, language)}</p>
      ${remark(own, language) ? html`<p>${remark(own, language)}</p>` : ''}
      ${own.credential ? html`<p class="actions"><a class="button primary" href="/c/${own.credential}">${OWN.see[language]}</a></p>` : ''}
    </div></div>`

const next = ({ own, standing, language }: OnePathwayPage): Markup | '' =>
  standing.next === null
    ? ''
    : html`<section class="part"><h2>${OWN.next[language]}</h2><p class="own-next">${badgePicture(standing, standing.next.achievement)}<span>${nextSentence(own, language)}</span></p></section>`

function badgePicture({ versions }: OwnStanding, achievement: string): Markup | '' {
  const version = versions.get(achievement)
  return version === undefined
    ? ''
    : html`<img src="/b/${achievement}/${version}/badge-compact.png" width="56" height="56" alt="">`
}

function requirements({ standing, language }: OnePathwayPage): Markup {
  const { rule, known, titles, versions, goal } = standing
  const parts = { rule, known, titles, versions, language, goal: { ...goal, title: goal.title[language] } }
  return html`<section class="part plain"><h2>${OWN.map[language]}</h2>${ruleMap(parts)}<h3>${OWN.inWords[language]}</h3>${ruleList(parts)}</section>`
}

/** A form that only asks: the answer is a page like any other. */
function whatIfPart({ own, standing, chosen, language }: OnePathwayPage): Markup | '' {
  const choices = standing.helpful.slice(0, HELPFUL_SHOWN_MAX)
  const known = new Set(choices)
  const wanted = chosen.filter((id) => known.has(id))
  if (choices.length === 0) return ''
  const evaluation = wanted.length > 0 ? whatIf(standing.outlook, wanted) : null
  return html`<section class="part" id="what-if"><h2>${OWN.whatIf[language]}</h2><form method="get" action="/me/pathways/${own.id}#what-if" class="stack">
    <p class="quiet">${OWN.whatIfMore[language]}</p>
    ${evaluation ? html`<p class="notice" role="status">${answered(standing, evaluation, wanted, language)}</p>` : ''}
    <fieldset><legend class="visually-hidden">${OWN.whatIf[language]}</legend>${choices.map(
      (
        achievement,
      ) => html`<div class="own-choice"><label class="choice"><input type="checkbox" name="with" value="${achievement}"${wanted.includes(achievement) ? html` checked` : ''}>${titleOf(standing, achievement)}</label>
        <a class="small" href="/b/${achievement}">${OWN.seeBadge[language]}<span class="visually-hidden">: ${titleOf(standing, achievement)}</span></a></div>`,
    )}</fieldset>
    <div class="actions"><button class="button">${OWN.whatIfButton[language]}</button></div></form></section>`
}

function answered(
  standing: OwnStanding,
  evaluation: Evaluation,
  wanted: readonly string[],
  language: Language,
): string {
  const isMet = evaluation.outcome === 'met'
  const way = isMet ? { achievements: [], isComplete: true } : wayToGoal(earning(standing.outlook, wanted))
  const supposed = { ...standing, known: { ...standing.known, evaluation }, way }
  const text = whatIfText(standingText(supposed, language), isMet, language)
  const onlyDecisions = !isMet && way.isComplete && way.achievements.length === 0
  return onlyDecisions ? `${text} ${OWN.onlyDecisions[language]}` : text
}

function forecastPart({ standing, language }: OnePathwayPage): Markup | '' {
  const text = standing.way.isComplete ? forecastText(standing.forecast, language) : ''
  return text
    ? html`<section class="part"><h2>${OWN.forecast[language]}</h2><p class="quiet">${text}</p></section>`
    : ''
}

/** Every approval the rule asks for, with the button where it is the learner's turn. */
function stages({ own, standing, language }: OnePathwayPage): Markup | '' {
  const items = mapEntries(layMap(standing.rule, standing.known)).filter(({ item }) => isApproval(item.condition))
  return items.length === 0
    ? ''
    : html`<section class="part"><h2>${OWN.stages[language]}</h2><ul class="stack">${items.map(
        ({ item }) => html`<li class="own-stage">${stageOf(item, own, standing, language)}</li>`,
      )}</ul></section>`
}

function stageOf(item: MapItem, own: OwnPathway, standing: OwnStanding, language: Language): Markup {
  const { condition, state, because } = item
  if (!isApproval(condition)) return html``
  const { stage } = condition
  const application = standing.applications.find((one) => one.stage === stage)
  const decided = own.enrolment.decisions.findLast((one) => one.stage === stage)
  const isWaiting = application !== undefined && (decided === undefined || decided.at < application.appliedAt)
  const mayApply = !isWaiting && (state === 'available' || because === 'refused')
  return html`<div><strong>${mapLabel(item, language, standing.titles)}</strong>
      <p class="small quiet">${stateText(state, language)}${because ? `: ${reasonText(because, language)}` : ''}${because === 'refused' && decided?.note ? html` — ${decided.note}` : ''}</p>
      ${isWaiting && state !== 'done' ? html`<p class="small">${stageWaiting(application.appliedAt, language)}</p>` : ''}</div>
    ${
      mayApply
        ? html`<form method="post" action="/me/pathways/${own.id}/applications"><input type="hidden" name="stage" value="${stage}">
          <button class="button">${OWN.apply[language]}<span class="visually-hidden">: ${mapLabel(item, language, standing.titles)}</span></button></form>`
        : ''
    }`
}

/** The difference first, then the choice. */
function newVersion({ own, standing, language }: OnePathwayPage): Markup | '' {
  const { newestRule } = standing
  if (newestRule === null || own.credential) return ''
  const [before, after] = [linesOf(standing.rule, standing, language), linesOf(newestRule, standing, language)]
  const removed = before.filter((line) => !after.includes(line))
  const added = after.filter((line) => !before.includes(line))
  const list = (title: string, lines: readonly string[]): Markup | '' =>
    lines.length === 0
      ? ''
      : html`<h3>${title}</h3><ul class="own-lines">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  return html`<section class="part" id="version"><h2>${OWN.version[language]}</h2><div class="stack">
    <p>${OWN.versionMore[language]}</p>
    ${removed.length + added.length === 0 ? html`<p class="quiet">${OWN.same[language]}</p>` : ''}
    ${list(OWN.removed[language], removed)} ${list(OWN.added[language], added)}
    <form method="post" action="/me/pathways/${own.id}/version"><button class="button">${OWN.adopt[language]}</button></form></div></section>`
}

const linesOf = (rule: Rule, { titles }: OwnStanding, language: Language): string[] =>
  describeRule(rule, language, titles)
    .filter(({ path }) => path !== '')
    .map(({ text }) => text)

const visibility = ({ own, standing, language }: OnePathwayPage): Markup => html`
  <section class="part"><h2>${OWN.showing[language]}</h2><form method="post" action="/me/pathways/${own.id}/showing" class="field">
    <label class="choice"><input type="checkbox" name="show" value="yes"${standing.isShown ? html` checked` : ''}>${OWN.showLabel[language]}</label>
    <p class="small quiet">${OWN.showMore[language]}</p>
    <div class="actions"><button class="button">${OWN.save[language]}</button></div></form></section>`
