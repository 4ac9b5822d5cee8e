/** Where a credential stands in a micro-degree, for its public page. */
import type { Language } from '../../platform/handler.ts'
import { html, type Markup } from '../../platform/page.ts'
import { ruleList, ruleMap } from '../map-pages.ts'
import { OWN, placeText } from './own-words.ts'
import type { ShownProgress } from './shown-progress.ts'

export const shownProgressPart = (all: readonly ShownProgress[], language: Language): Markup | '' =>
  all.length === 0
    ? ''
    : html`<section class="part plain" aria-labelledby="pathway-place"><h2 id="pathway-place">${OWN.place[language]}</h2>${all.map((one) => place(one, language))}</section>`

function place(
  { id, title, done, total, rule, known, titles, versions, achievementId }: ShownProgress,
  language: Language,
): Markup {
  const parts = { rule, known, titles, versions, language, goal: { achievementId, title: title[language] } }
  return html`<p><a href="/p/${id}">${placeText(title[language], done, total, language)}</a></p>
    ${ruleMap(parts)}<details class="map-words"><summary>${OWN.inWords[language]}</summary>${ruleList(parts)}</details>`
}
