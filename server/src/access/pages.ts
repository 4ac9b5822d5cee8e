/** The pages on which people sign in. */
import type { Language } from '../platform/handler.ts'
import { html, type Markup } from '../platform/page.ts'
import { sitePage } from '../platform/site-page.ts'
import { WORDS } from './page-words.ts'

/** How the letter reaches its reader: by mail, on the screen of whoever runs the server, or through that person. */
export type Reach = 'mail' | 'screen' | 'operator'

type Common = { readonly language: Language; readonly path: string }

export type AskFault = 'email-malformed' | 'rate-limited' | 'mail-unavailable'

const STATUS: Readonly<Record<AskFault, number>> = {
  'email-malformed': 422,
  'rate-limited': 429,
  'mail-unavailable': 503,
}

export type AskPage = Common & {
  readonly email: string
  readonly next: string | undefined
  readonly fault?: AskFault | undefined
  /** Somebody is signed in already. */
  readonly signedInAs?: string | undefined
}

/** Asks for an address. */
export const askPage = (parts: AskPage): Promise<Response> => {
  const { language, email, next, fault } = parts
  const words = WORDS[language]
  return framed(
    parts,
    words.title,
    fault ? STATUS[fault] : 200,
    html`
    <h1>${words.title}</h1>
    <p class="quiet">${words.lead}</p>
    ${parts.signedInAs ? continueBox(parts.signedInAs, next, language) : ''}
    <form class="stack" method="post" action="/sign-in">
      ${faultBox(fault && words.faults[fault])}
      <div class="field">
        <label for="email">${words.email}</label>
        <input id="email" name="email" type="email" autocomplete="email" inputmode="email" required maxlength="254" value="${email}"
          ${fault === 'email-malformed' ? html`aria-invalid="true" aria-describedby="fault"` : ''} placeholder="name@example.ac.kr">
      </div>
      ${nextField(next)}
      <button class="button large wide ${parts.signedInAs ? '' : 'primary'}" type="submit">${words.send}</button>
    </form>
    <p class="small quiet">${words.account}</p>`,
  )
}

export type SentPage = Common & {
  readonly email: string
  readonly next: string | undefined
  readonly reach: Reach
  readonly fault?: 'sign-in-invalid' | 'rate-limited' | undefined
}

/** Tells where the letter went, takes the code. */
export const sentPage = (parts: SentPage): Promise<Response> => {
  const { language, email, next, reach, fault } = parts
  const words = WORDS[language]
  return framed(
    parts,
    words.sentTitle[reach],
    fault === 'rate-limited' ? 429 : fault ? 422 : 200,
    html`
    <h1>${words.sentTitle[reach]}</h1>
    <p>${words.sent[reach](email)}</p>
    ${reach === 'operator' ? html`<p class="notice"><code class="mono">kolleges-server admin sign-in-link --email ${email}</code></p>` : ''}
    ${reach === 'operator' ? '' : codeForm(email, next, language, fault)}
    <p class="small quiet">${words.minutes[reach]} <a href="/sign-in?${query(email, next)}">${words.again}</a></p>`,
  )
}

const codeForm = (email: string, next: string | undefined, language: Language, fault: SentPage['fault']): Markup => {
  const words = WORDS[language]
  return html`<form class="stack" method="post" action="/sign-in/code">
    ${faultBox(fault && words.faults[fault])}
    <input type="hidden" name="email" value="${email}">
    ${nextField(next)}
    <div class="field">
      <label for="code">${words.code}</label>
      <input class="code-input" id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6"
        required autofocus ${fault ? html`aria-invalid="true" aria-describedby="fault"` : ''}>
    </div>
    <button class="button primary large wide" type="submit">${words.enter}</button>
  </form>`
}

/** What a link shows: a button, because mail scanners open links and press nothing. */
export const linkPage = (
  parts: Common & { readonly token: string; readonly email: string | undefined },
): Promise<Response> => {
  const { language, token, email } = parts
  const words = WORDS[language]
  if (email === undefined) return spentPage(parts)
  return framed(
    parts,
    words.linkTitle,
    200,
    html`
    <h1>${words.linkTitle}</h1>
    <p class="quiet">${words.linkLead(email)}</p>
    <form method="post" action="/sign-in/${token}">
      <button class="button primary large wide" type="submit" autofocus>${words.enter}</button>
    </form>`,
  )
}

/** For a link that was used, ran out or never was: nobody learns which. */
export const spentPage = (parts: Common): Promise<Response> => {
  const words = WORDS[parts.language]
  return framed(
    parts,
    words.spentTitle,
    422,
    html`
    <h1>${words.spentTitle}</h1>
    <p class="quiet">${words.spentLead}</p>
    <p><a class="button primary large wide" href="/sign-in">${words.again}</a></p>`,
  )
}

const framed = ({ language, path }: Common, title: string, status: number, main: Markup): Promise<Response> =>
  sitePage({
    title: `${title} · Kolleges`,
    language,
    path,
    status,
    narrow: true,
    head: html`<meta name="robots" content="noindex">
      <style>
        .sign-in { max-width: 440px; margin: 24px auto 0; padding: 32px 28px; }
        .code-input { font-family: var(--mono); font-size: 28px; letter-spacing: 0.3em; text-align: center; font-variant-numeric: tabular-nums; }
        @media (max-width: 480px) { .sign-in { margin-top: 0; padding: 24px 20px; } }
      </style>`,
    main: html`<div class="sheet stack sign-in">${main}</div>`,
  })

const faultBox = (text: string | undefined): Markup | '' =>
  text ? html`<p class="notice fault" id="fault" role="alert">${text}</p>` : ''

const nextField = (next: string | undefined): Markup | '' =>
  next ? html`<input type="hidden" name="next" value="${next}">` : ''

const continueBox = (email: string, next: string | undefined, language: Language): Markup => {
  const words = WORDS[language]
  return html`<div class="notice stack">
    <p>${words.signedInAs(email)}</p>
    <div class="actions">
      <a class="button primary" href="${next ?? '/app'}">${words.goOn}</a>
      <form method="post" action="/sign-out"><button class="button" type="submit">${words.signOut}</button></form>
    </div>
  </div>`
}

const query = (email: string, next: string | undefined): string =>
  String(new URLSearchParams({ email, ...(next && { next }) }))
