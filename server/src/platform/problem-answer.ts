/** Writes a refusal as `application/problem+json`, or as a page for people. */
import { PROBLEMS } from '@kolleges/api'
import type { FieldFault, Language, Problem } from './handler.ts'
import { html } from './page.ts'
import { sitePage } from './site-page.ts'

export type ProblemContext = { readonly language: Language; readonly requestId: string; readonly asPage: boolean }

export async function problemResponse(refusal: Problem, context: ProblemContext): Promise<Response> {
  const [status, ko, en] = PROBLEMS[refusal.code]
  const title = context.language === 'ko' ? ko : en
  const headers = { ...(status === 503 && { 'retry-after': '2' }), ...refusal.headers }
  if (context.asPage) return problemPage(status, title, refusal.detail, headers, context)
  const body: ProblemDocument = {
    type: `urn:kolleges:problem:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.detail,
    instance: `urn:kolleges:request:${context.requestId}`,
    errors: refusal.errors,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'content-language': context.language, ...headers },
  })
}

type ProblemDocument = {
  type: string
  title: string
  status: number
  code: string
  detail: string | undefined
  instance: string
  errors: readonly FieldFault[] | undefined
}

const problemPage = (
  status: number,
  title: string,
  detail: string | undefined,
  headers: Record<string, string>,
  { language, requestId }: ProblemContext,
): Promise<Response> =>
  sitePage({
    title,
    language,
    path: '/',
    status,
    headers: { 'x-robots-tag': 'noindex', ...headers },
    narrow: true,
    main: html`<div class="empty">
      <p class="quiet number">${status}</p>
      <h1>${title}</h1>
      ${detail ? html`<p>${detail}</p>` : ''}
      <div class="actions centred">
        <a class="button" href="/">${language === 'ko' ? '처음으로' : 'Home'}</a>
        <a class="button" href="/v">${language === 'ko' ? '증명 확인하기' : 'Verify a credential'}</a>
      </div>
      <p class="small quiet">${language === 'ko' ? '요청 번호' : 'Request'} <span class="mono">${requestId}</span></p>
    </div>`,
  })
