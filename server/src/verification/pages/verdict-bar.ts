/** The verdict as people meet it: first on the page, said aloud, with a shape of its own. */
import { longDateTime } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { pageIcon } from '../../platform/icons.ts'
import { html, type Markup } from '../../platform/page.ts'
import { linkable } from '../facts.ts'
import { headlineOf, LOOKS, type PageState, sentenceOf, type VerdictSubject } from '../verdict-words.ts'
import { wording } from '../wording.ts'

export type VerdictBar = {
  readonly state: PageState
  readonly subject: VerdictSubject
  readonly language: Language
  readonly checkedAt?: string
  /** Where asking again leads; absent when the input is not kept. */
  readonly recheck?: string
}

export function verdictBar({ state, subject, language, checkedAt, recheck }: VerdictBar): Markup {
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
    </div>
  </div></div>`
}

/** A line may break at the circle of a masked name, which is not a letter; a word joiner (U+2060) on both sides forbids it. */
const unbroken = (sentence: string): string => sentence.replaceAll('○', '\u2060○\u2060')
