/** What a credential says, in the order in which a reader asks for it. */
import { longDate } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { html, type Markup } from '../../platform/page.ts'
import type { Facts } from '../facts.ts'
import { kindName } from '../kind-words.ts'
import { SKILLS_SHOWN_MAX } from '../limits.ts'
import { wording } from '../wording.ts'

type Part = Markup | ''

export const factParts = (facts: Facts, language: Language): Markup => html`
  ${knownPart(facts, language)} ${evidencePart(facts, language)} ${textPart(wording[language].about, facts.description, facts)}
  ${criteriaPart(facts, language)} ${textPart(wording[language].narrative, facts.narrative, facts)}
  ${alignmentPart(facts, language)} ${resultPart(facts, language)}`

/** The five lines that a recruiter reads in eight seconds. */
function knownPart(facts: Facts, language: Language): Markup {
  const { lines, known } = wording[language]
  const rows: readonly (readonly [string, Markup | string])[] = [
    [lines.skills, skillsLine(facts)],
    [lines.assessment, assessmentLine(facts, language)],
    [lines.effort, effortLine(facts, language)],
    [lines.when, whenLine(facts, language)],
    [lines.level, facts.level ?? ''],
  ]
  return html`<section class="part"><h2>${known}</h2><dl class="facts">${rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`
}

const skillsLine = ({ skills, contentLanguage }: Facts): Markup | '' =>
  skills.length === 0
    ? ''
    : html`<ul class="tags"${lang(contentLanguage)}>${skills.slice(0, SKILLS_SHOWN_MAX).map((skill) => html`<li>${skill}</li>`)}</ul>`

function assessmentLine({ kind, results, evidence, criteria }: Facts, language: Language): Markup | '' {
  const words = wording[language]
  const parts = [
    ...(kind ? [kindName(kind, language)] : []),
    ...results.map(({ value, scale }) => words.result(value, scale.join(' · '))),
    ...(evidence.length > 0 ? [words.evidenceCount(evidence.length)] : []),
  ]
  if (parts.length === 0 && !criteria) return ''
  return html`${parts.join(', ')}${criteria ? html` <a class="small" href="#criteria">${words.seeCriteria}</a>` : ''}`
}

function effortLine({ hours, credits }: Facts, language: Language): string {
  const words = wording[language]
  return [...(hours ? [words.hours(hours)] : []), ...(credits ? [words.credits(credits)] : [])].join(', ')
}

function whenLine({ period, issuedAt, validUntil }: Facts, language: Language): string {
  const words = wording[language]
  const date = (at: string): string => longDate(at, language)
  return [
    ...(period ? [words.period(date(period.from), date(period.to))] : []),
    ...(issuedAt ? [words.issuedOn(date(issuedAt))] : []),
    validUntil ? words.validUntil(date(validUntil)) : words.noEnd,
  ].join(', ')
}

function evidencePart({ evidence, contentLanguage }: Facts, language: Language): Part {
  if (evidence.length === 0) return ''
  const words = wording[language]
  return html`<section class="part"><h2>${words.evidence}</h2><ul class="evidence"${lang(contentLanguage)}>${evidence.map(
    ({ name, text, url }) => html`<li><strong>${name}</strong>
      ${text ? html`<p class="prose">${text}</p>` : ''}
      ${url ? html`<a href="${url}" rel="noopener nofollow ugc" aria-label="${words.openEvidence}: ${name}">${words.openEvidence}</a>` : ''}</li>`,
  )}</ul></section>`
}

function criteriaPart(facts: Facts, language: Language): Part {
  const { criteria, criteriaUrl, contentLanguage } = facts
  if (!criteria && !criteriaUrl) return ''
  return html`<section class="part" id="criteria"><h2>${wording[language].criteria}</h2>
    ${criteria ? html`<p class="prose"${lang(contentLanguage)}>${criteria}</p>` : ''}
    ${criteriaUrl ? html`<p><a href="${criteriaUrl}" rel="noopener nofollow">${criteriaUrl}</a></p>` : ''}</section>`
}

const textPart = (title: string, text: string | undefined, { contentLanguage }: Facts): Part =>
  text
    ? html`<section class="part"><h2>${title}</h2><p class="prose"${lang(contentLanguage)}>${text}</p></section>`
    : ''

function alignmentPart({ alignments }: Facts, language: Language): Part {
  if (alignments.length === 0) return ''
  return html`<section class="part"><h2>${wording[language].alignments}</h2><ul class="stack">${alignments.map(
    ({ name, url, note }) => html`<li>${url ? html`<a href="${url}" rel="noopener nofollow">${name}</a>` : name}
      ${note ? html`<br><span class="small quiet">${note}</span>` : ''}</li>`,
  )}</ul></section>`
}

function resultPart({ results, licenseNumber }: Facts, language: Language): Part {
  if (results.length === 0 && !licenseNumber) return ''
  const words = wording[language]
  const rows = [
    ...results.map(({ name, value, scale }) => [
      name || words.results,
      scale.length > 0 ? `${value} (${scale.join(' · ')})` : value,
    ]),
    ...(licenseNumber ? [[words.licenseNumber, licenseNumber]] : []),
  ]
  return html`<section class="part"><h2>${words.results}</h2><dl class="facts">${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl></section>`
}

/** What the issuer wrote is in the issuer's language, whatever the page's. */
const lang = (language: string | undefined): Markup | '' => (language ? html` lang="${language}"` : '')
