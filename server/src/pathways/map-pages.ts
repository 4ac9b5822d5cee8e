/** Draws the map of a rule, and the list that says the same; readable and scrollable without JavaScript. */
import {
  type Known,
  layMap,
  type MapItem,
  mapEntries,
  mapLabel,
  mapSentences,
  type Rule,
  type RuleMap,
  reasonText,
  stateText,
  stepText,
  type Titles,
} from '@kolleges/requirements'
import type { Language } from '../platform/handler.ts'
import { pageIcon } from '../platform/icons.ts'
import { html, type Markup } from '../platform/page.ts'
import { MAP } from './map-words.ts'

export type MapParts = {
  readonly rule: Rule
  readonly known?: Known | undefined
  readonly titles: Titles
  /** The newest published version of each achievement, for its picture and its page. */
  readonly versions: ReadonlyMap<string, number>
  readonly goal: { readonly achievementId: string; readonly title: string }
  readonly language: Language
}

/** The map in a box of its own, which scrolls sideways where it does not fit. */
export const ruleMap = (parts: MapParts): Markup => {
  const map = layMap(parts.rule, parts.known)
  const { language, goal } = parts
  return html`<div class="map-box" role="region" tabindex="0" aria-label="${MAP.region[language]}">
    <ol class="map">${map.columns.map(
      ({ step, items }) => html`<li class="map-step"><p class="map-step-name">${stepText(step, language)}</p>
      <ul class="map-slots">${items.map((item) => html`<li class="map-slot">${itemCard(item, parts)}</li>`)}</ul></li>`,
    )}<li class="map-step map-goal"><p class="map-step-name">${MAP.goal[language]}</p>
      <ul class="map-slots"><li class="map-slot"><div class="map-card ${map.goal.state}">
        ${ringed(map.goal.progress, map.goal.state !== 'plain', picture(goal.achievementId, parts))}
        <div><strong>${goal.title}</strong>${map.goal.state === 'plain' ? '' : goalState(map, language)}</div></div></li></ul></li></ol>
    ${limits(map, parts)}
  </div>`
}

const goalState = ({ goal }: RuleMap, language: Language): Markup =>
  html`<span class="map-state">${goal.state === 'done' ? html`${pageIcon('passed')}${stateText('done', language)}` : `${Math.floor(goal.progress * 100)}%`}</span>`

function itemCard(item: MapItem, parts: MapParts): Markup {
  if (item.items.length > 0) return groupCard(item, parts)
  const { language, titles } = parts
  const label = mapLabel(item, language, titles)
  return html`<div class="map-card ${item.state}" data-path="${item.path}" data-state="${item.state}">
    ${ringed(item.progress, item.state !== 'plain', inside(item, parts))}
    <div>${linked(item, label, parts)}${stateLine(item, language)}</div></div>`
}

const groupCard = (item: MapItem, parts: MapParts): Markup => html`
  <div class="map-group ${item.state}${item.condition.kind === 'all' ? ' in-line' : ''}" data-path="${item.path}" data-state="${item.state}">
    <p class="map-group-name"><strong>${mapLabel(item, parts.language, parts.titles)}</strong>${stateLine(item, parts.language)}</p>
    <ul>${item.items.map((inner) => html`<li>${itemCard(inner, parts)}</li>`)}</ul></div>`

/** What stands in the ring: the badge, an amount, or the sign of a decision. */
function inside(item: MapItem, parts: MapParts): Markup {
  const { condition, have, need } = item
  const achievement = achievementOf(item)
  if (achievement !== undefined) return picture(achievement, parts)
  if (need !== undefined) return html`<span class="map-amount">${have === undefined ? '' : `${have}/`}${need}</span>`
  return pageIcon(condition.kind === 'approval' || condition.kind === 'manual' ? 'check-shield' : 'clock')
}

const achievementOf = ({ condition }: MapItem): string | undefined =>
  condition.kind === 'badge' && condition.issuer === undefined
    ? condition.achievement
    : condition.kind === 'prerequisite'
      ? condition.microdegree
      : undefined

function picture(achievementId: string, { versions }: MapParts): Markup {
  const version = versions.get(achievementId)
  return version === undefined
    ? pageIcon('mark')
    : html`<img src="/b/${achievementId}/${version}/badge-compact.png" width="44" height="44" alt="" loading="lazy">`
}

/** The name leads to where the badge can be earned. */
function linked(item: MapItem, label: string, { versions }: MapParts): Markup {
  const achievement = achievementOf(item)
  return achievement !== undefined && versions.has(achievement)
    ? html`<a href="/b/${achievement}">${label}</a>`
    : html`<span class="map-label">${label}</span>`
}

/** 100 units of length, so that the progress is the length of the stroke. */
export const ringed = (progress: number, isShown: boolean, content: Markup): Markup => html`
  <span class="map-ring"><svg viewBox="0 0 64 64" aria-hidden="true" focusable="false"><circle class="track" cx="32" cy="32" r="29" pathLength="100"/>
  ${isShown && progress > 0 ? html`<circle class="value" cx="32" cy="32" r="29" pathLength="100" stroke-dasharray="${Math.round(progress * 100)} 100"/>` : ''}</svg>${content}</span>`

const SIGNS = { plain: '', done: 'passed', available: '', locked: 'lock', spare: '' } as const

function stateLine({ state, because }: MapItem, language: Language): Markup | '' {
  if (state === 'plain') return ''
  const sign = SIGNS[state]
  const reason = because ? `: ${reasonText(because, language)}` : ''
  return html`<span class="map-state">${sign ? pageIcon(sign) : ''}${stateText(state, language)}${reason}</span>`
}

function limits(map: RuleMap, parts: MapParts): Markup | '' {
  if (map.limits.length === 0) return ''
  const sentences = mapSentences(parts.rule, parts.known?.evaluation, parts.language, parts.titles)
  return html`<div class="map-limits"><p class="map-step-name">${stepText('limit', parts.language)}</p><ul>${map.limits.map(
    (
      item,
    ) => html`<li data-path="${item.path}" data-state="${item.state}">${sentences.get(item.path) ?? ''}${stateLine(item, parts.language)}
      ${item.items.length > 0 ? html`<ul>${item.items.map((inner) => html`<li>${itemCard(inner, parts)}</li>`)}</ul>` : ''}</li>`,
  )}</ul></div>`
}

/** The same places in the same order, each with its sentence and how it stands. */
export const ruleList = (parts: MapParts): Markup => {
  const { language, titles } = parts
  const sentences = mapSentences(parts.rule, parts.known?.evaluation, language, titles)
  return html`<ul class="map-list">${mapEntries(layMap(parts.rule, parts.known)).map(
    ({
      item,
      depth,
    }) => html`<li class="depth-${Math.min(depth, 5)}" data-path="${item.path}" data-state="${item.state}">
      ${item.state === 'plain' ? '' : html`<span class="chip plain-chip${TONES[item.state]}">${stateText(item.state, language)}</span> `}<span>${listed(item, sentences, parts)}</span></li>`,
  )}</ul>`
}

const TONES = { plain: '', done: ' ok', available: ' info', locked: ' warn', spare: '' } as const

function listed(item: MapItem, sentences: ReadonlyMap<string, string>, { versions, language }: MapParts): Markup {
  const achievement = achievementOf(item)
  const reason = item.because ? html` <span class="quiet">(${reasonText(item.because, language)})</span>` : ''
  const isLinked = achievement !== undefined && versions.has(achievement) && item.state !== 'done'
  return html`${sentences.get(item.path) ?? ''}${reason}${isLinked ? html` <a class="small" href="/b/${achievement}">${MAP.seeBadge[language]}</a>` : ''}`
}
