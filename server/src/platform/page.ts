/** Wraps the body of a server-rendered page, readable without JavaScript, into a whole document. */
import { html, raw } from 'hono/html'
import type { Language } from './handler.ts'

export type Markup = ReturnType<typeof html>

export type PageParts = {
  readonly title: string
  readonly language: Language
  readonly body: Markup
  /** More elements for the head: Open Graph tags, a canonical link. */
  readonly head?: Markup
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Put on the body element, for pages with a ground of their own. */
  readonly bodyClass?: string
  /** The current path and query, for the switch to the other language. */
  readonly path?: string
}

export async function page(parts: PageParts): Promise<Response> {
  return new Response(String(await documentOf(parts)), {
    status: parts.status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': parts.language, ...parts.headers },
  })
}

const documentOf = ({ title, language, head, body, bodyClass }: PageParts): Markup => html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="stylesheet" href="/assets/page.css">
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    ${head ?? ''}
  </head>
  <body class="${bodyClass ?? ''}">
    ${body}
  </body>
</html>
`

/** An address of the same page in the other language. */
export function otherLanguage(
  path: string,
  language: Language,
): { readonly language: Language; readonly href: string } {
  const other = language === 'ko' ? 'en' : 'ko'
  const url = new URL(path, 'http://localhost')
  url.searchParams.set('lang', other)
  return { language: other, href: `${url.pathname}${url.search}` }
}

export { html, raw }
