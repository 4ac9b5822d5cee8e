/** The verdict as people meet it: first on the page, said aloud, with a shape of its own. */
import { longDateTime } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { pageIcon } from '../../platform/icons.ts'
import { html, type Markup } from '../../platform/page.ts'
import { linkable } from '../facts.ts'
import { recheckWords } from '../recheck-words.ts'
import { headlineOf, LOOKS, type PageState, sentenceOf, type VerdictSubject } from '../verdict-words.ts'
import { wording } from '../wording.ts'

export type VerdictBar = {
  readonly state: PageState
  readonly subject: VerdictSubject
  readonly language: Language
  readonly checkedAt?: string
  /** Where asking again leads; absent when the input is not kept. */
  readonly recheck?: string
  /** The signed original that the visitor's own browser may check; absent when not everybody may have it. */
  readonly original?: string | undefined
}

export function verdictBar({ state, subject, language, checkedAt, recheck, original }: VerdictBar): Markup {
  const { tone, icon } = LOOKS[state]
  const words = wording[language]
  const newer = linkable(subject.newer)
  return html`<div class="verdict tone-${tone}" role="status" data-verdict="${state}"><div>
    ${pageIcon(icon)}
    <div>
      <strong>${headlineOf(state, language)}</strong>
      <p>${unbroken(sentenceOf(state, subject, language))}</p>
      ${newer ? html`<p>${words.newer}: <a href="${newer}" rel="noopener nofollow">${newer}</a></p>` : ''}
      ${
        checkedAt
          ? html`<p class="small">${words.checkedAt(longDateTime(checkedAt, language))}${recheck ? html` · <a href="${recheck}">${words.recheck}</a>` : ''}</p>`
          : ''
      }
      ${original ? recheckSeat(original, language) : ''}
    </div>
  </div></div>`
}

/** Filled by a script, so without one there is nothing to see. */
function recheckSeat(original: string, language: Language): Markup {
  const { offer, running, failed } = recheckWords[language]
  return html`<p class="small recheck" hidden data-recheck="${original}" data-words="/v/words/${language}" data-label="${offer}" data-running="${running}" data-failed="${failed}"></p>`
}

/** A line may break at the circle of a masked name, which is not a letter; a word joiner (U+2060) on both sides forbids it. */
const unbroken = (sentence: string): string => sentence.replaceAll('○', '\u2060○\u2060')
