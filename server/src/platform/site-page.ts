/** A whole page of the public site: skip link, header, the page's own content, footer. */
import type { Language } from './handler.ts'
import { pageIcon } from './icons.ts'
import { html, type Markup, otherLanguage, page } from './page.ts'

export type SitePage = {
  readonly title: string
  readonly language: Language
  /** Path and query of this page, for the language switch; never one that carries a secret in its query. */
  readonly path: string
  readonly main: Markup
  /** Between header and main, across the whole width: the verdict. */
  readonly above?: Markup | undefined
  readonly head?: Markup | undefined
  readonly narrow?: boolean
  readonly bodyClass?: string | undefined
  readonly script?: boolean
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

const WORDS = {
  ko: {
    skip: '본문으로 건너뛰기',
    site: '사이트 메뉴',
    verify: '증명 확인',
    mine: '내 배지',
    switch: 'English',
    promise: '누구나 검증할 수 있는 디지털배지 · Open Badges 3.0',
  },
  en: {
    skip: 'Skip to content',
    site: 'Site',
    verify: 'Verify',
    mine: 'My badges',
    switch: '한국어',
    promise: 'Digital badges anyone can verify · Open Badges 3.0',
  },
} as const satisfies Record<Language, Record<string, string>>

export const sitePage = (parts: SitePage): Promise<Response> =>
  page({
    title: parts.title,
    language: parts.language,
    status: parts.status ?? 200,
    headers: { vary: 'cookie, accept-language', ...parts.headers },
    bodyClass: parts.bodyClass ?? '',
    head: html`${parts.head ?? ''}${parts.script ? html`<script src="/assets/page.js" defer></script>` : ''}`,
    body: html`<a class="skip" href="#main">${WORDS[parts.language].skip}</a>
    ${header(parts)} ${parts.above ?? ''}
    <main id="main" tabindex="-1"${parts.narrow ? html` class="narrow"` : ''}>${parts.main}</main>
    ${footer(parts)}`,
  })

/** A button that the page's script presses by itself after a while. */
export const reloadLink = (path: string, label: string, seconds: number): Markup =>
  html`<p class="spaced-above"><a class="button" href="${path}" data-reload-seconds="${seconds}">${label}</a></p>`

const header = ({ language, path }: SitePage): Markup => html`<header class="site-header"><div>
  <a class="wordmark" href="/">${pageIcon('mark')}Kolleges</a>
  <nav class="site-nav" aria-label="${WORDS[language].site}">
    <a href="/v">${WORDS[language].verify}</a>
    <a href="/me">${WORDS[language].mine}</a>
    ${languageSwitch(language, path)}
  </nav>
</div></header>`

const footer = ({ language, path }: SitePage): Markup => html`<footer class="site-footer"><div>
  <p>${WORDS[language].promise}</p>
  ${languageSwitch(language, path)}
</div></footer>`

function languageSwitch(language: Language, path: string): Markup {
  const other = otherLanguage(path, language)
  return html`<a href="${other.href}" hreflang="${other.language}" lang="${other.language}">${WORDS[language].switch}</a>`
}
