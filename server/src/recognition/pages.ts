/** The public page of a programme: which badge counts as which course. */
import type { Institution } from '../issuers/index.ts'
import { longDate } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import { html, type Markup } from '../platform/page.ts'
import { sitePage } from '../platform/site-page.ts'
import type { Articulation } from './articulation.ts'
import type { Programme } from './programme.ts'
import { creditsIn, wording } from './words.ts'

export type ProgrammePage = {
  readonly programme: Programme
  readonly institution: Institution
  readonly language: Language
  readonly origin: string
}

export function programmePage({ programme, institution, language, origin }: ProgrammePage): Promise<Response> {
  const words = wording[language]
  const title = programme.title[language]
  const issuer = institution.name[language]
  const path = `/r/${programme.id}`
  return sitePage({
    title: `${title} · ${words.kicker} · ${issuer}`,
    language,
    path,
    head: html`<link rel="canonical" href="${origin}${path}">
      <meta name="robots" content="${institution.standing === 'confirmed' ? 'index,follow' : 'noindex'}">
      <meta name="description" content="${`${title} — ${words.tableTitle}`}">`,
    main: html`<div class="stack">
      <p class="quiet">${words.kicker} · <a href="/i/${institution.slug}">${issuer}</a></p>
      <h1>${title}</h1>
      ${programme.description ? html`<p class="prose">${programme.description}</p>` : ''}
      ${programme.creditsMax === null ? '' : html`<p>${words.limit(programme.creditsMax)}</p>`}
      <p>${programme.open ? html`<a class="button primary" href="${path}/application">${words.apply}</a>` : html`<span class="notice">${words.closed}</span>`}</p>
      </div>
      <section class="part plain" aria-labelledby="table"><h2 id="table">${words.tableTitle}</h2>
      ${programme.articulations.length === 0 ? html`<p class="quiet">${words.noRows}</p>` : table(programme.articulations, language)}
      </section>`,
  })
}

/** The page stands beside the API's `origin`, so badges of ours lead to their own pages. */
function table(rows: readonly Articulation[], language: Language): Markup {
  const { columns, tableTitle } = wording[language]
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${tableTitle}"><table class="lines">
    <thead><tr><th scope="col">${columns.badge}</th><th scope="col">${columns.course}</th><th scope="col">${columns.credits}</th><th scope="col">${columns.decision}</th><th scope="col">${columns.until}</th></tr></thead>
    <tbody>${rows.map((row) => rowOf(row, language))}</tbody></table></div>`
}

function rowOf({ source, course, credits, decision, validUntil }: Articulation, language: Language): Markup {
  const words = wording[language]
  return html`<tr>
    <td>${source.name}${source.issuer ? html`<br><span class="small quiet">${source.issuer}</span>` : ''}</td>
    <td>${course.name}<br><span class="small quiet">${course.code}</span></td>
    <td>${decision === 'never' ? '–' : creditsIn(credits, language)}</td>
    <td>${words.decisions[decision]}</td>
    <td>${validUntil === null ? words.noLimit : longDate(`${validUntil}T00:00:00+09:00`, language)}</td>
  </tr>`
}

export const programmeMissingPage = (language: Language, path: string): Promise<Response> =>
  sitePage({
    title: wording[language].missingTitle,
    language,
    path,
    status: 404,
    narrow: true,
    head: html`<meta name="robots" content="noindex">`,
    main: html`<div class="empty"><h1>${wording[language].missingTitle}</h1><p class="quiet">${wording[language].missingText}</p></div>`,
  })
