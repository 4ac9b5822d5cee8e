/** What an applicant sees: the form, the list of their applications, the letter with the result. */
import type { Institution } from '../issuers/index.ts'
import { longDate } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import { html, type Markup } from '../platform/page.ts'
import { sitePage } from '../platform/site-page.ts'
import type { WalletItem } from '../wallet/index.ts'
import type { Articulation } from './articulation.ts'
import { EVIDENCE_LINKS_MAX, NOTE_CHARACTERS_MAX, UPLOADED_BADGES_MAX } from './limits.ts'
import type { Programme } from './programme.ts'
import { type Item, type Recognition, recognisedCredits } from './recognition.ts'
import { type ApplicationFault, creditsIn, wording } from './words.ts'

const PRIVATE = { head: html`<meta name="robots" content="noindex">`, headers: { 'x-robots-tag': 'noindex' } }

export type Offer = { readonly item: WalletItem; readonly row: Articulation | null }

export type FormPage = {
  readonly programme: Programme
  readonly institution: Institution
  readonly offers: readonly Offer[]
  readonly language: Language
  /** What the applicant had written, when something was wrong with it. */
  readonly sent?: Readonly<Record<string, string>>
  readonly fault?: ApplicationFault
}

export function formPage({ programme, institution, offers, language, sent = {}, fault }: FormPage): Promise<Response> {
  const words = wording[language].form
  const path = `/r/${programme.id}/application`
  return sitePage({
    ...PRIVATE,
    title: `${programme.title[language]} · ${wording[language].kicker}`,
    language,
    path,
    narrow: true,
    status: fault ? 422 : 200,
    main: html`<form class="stack loose" method="post" action="${path}" enctype="multipart/form-data">
      <div class="stack"><p class="quiet">${institution.name[language]}</p><h1>${programme.title[language]}</h1><p>${words.lead(programme.title[language])}</p></div>
      ${fault ? html`<p class="notice fault" role="alert">${wording[language].faults[fault]}</p>` : ''}
      <fieldset class="stack"><legend>${words.mine}</legend>
        ${offers.length === 0 ? html`<p class="quiet">${words.none}</p>` : offers.map((offer) => choice(offer, sent, language))}</fieldset>
      <fieldset class="stack"><legend>${words.files}</legend><p class="small quiet" id="files-hint">${words.filesHint}</p>
        ${more(UPLOADED_BADGES_MAX, words.more, (n) => html`<input type="file" name="file-${n}" aria-label="${words.file(n)}" aria-describedby="files-hint" accept=".png,.svg,.json,.jwt,.pdf">`)}</fieldset>
      <fieldset class="stack"><legend>${words.evidence}</legend><p class="small quiet">${words.evidenceHint}</p>
        ${more(EVIDENCE_LINKS_MAX, words.more, (n) => evidenceFields(n, sent, language))}</fieldset>
      <div class="field"><label for="name">${words.name}</label><input type="text" id="name" name="name" autocomplete="name" maxlength="60" value="${sent.name ?? offers[0]?.item.holding.recipientName ?? ''}"></div>
      <div class="field"><label for="note">${words.note}</label><textarea id="note" name="note" rows="4" maxlength="${NOTE_CHARACTERS_MAX}">${sent.note ?? ''}</textarea></div>
      <div class="stack"><p class="small quiet">${words.promise}</p><p><button class="button primary large">${words.send}</button></p></div>
    </form>`,
  })
}

/** The first field stands open; few applicants need the others. */
const more = (count: number, label: string, field: (n: number) => Markup): Markup => html`${field(1)}
  <details><summary>${label}</summary><div class="stack">${Array.from({ length: count - 1 }, (_, i) => field(i + 2))}</div></details>`

function choice({ item, row }: Offer, sent: Readonly<Record<string, string>>, language: Language): Markup {
  const { publicId } = item.holding
  const { name, language: own } = item.achievement.content
  const field = `credential-${publicId}`
  return html`<label class="choice"><input type="checkbox" name="${field}" value="yes"${sent[field] ? html` checked` : ''}>
    <span><span lang="${own}">${name}</span> <span class="quiet">· ${item.institution.name[language]}</span><br>
    <span class="small quiet">${worth(row, language)}</span></span></label>`
}

function worth(row: Articulation | null, language: Language): string {
  const words = wording[language].form
  if (row === null) return words.noRow
  return row.decision === 'never' ? words.refused : words.fits(`${row.course.code} ${row.course.name}`, row.credits)
}

function evidenceFields(n: number, sent: Readonly<Record<string, string>>, language: Language): Markup {
  const words = wording[language].form
  const [name, url] = [`evidence-name-${n}`, `evidence-url-${n}`]
  return html`<div class="pair"><input type="text" name="${name}" maxlength="120" aria-label="${words.evidenceName(n)}" placeholder="${words.evidenceName(n)}" value="${sent[name] ?? ''}">
    <input type="url" name="${url}" maxlength="500" aria-label="${words.evidenceUrl(n)}" placeholder="https://" value="${sent[url] ?? ''}"></div>`
}

export type OwnRecognition = {
  readonly recognition: Recognition
  readonly programme: Programme
  readonly institution: Institution
  readonly credential: string | undefined
}

export const ownListPage = (own: readonly OwnRecognition[], language: Language): Promise<Response> => {
  const words = wording[language].mine
  return sitePage({
    ...PRIVATE,
    title: words.title,
    language,
    path: '/me/recognitions',
    main: html`<div class="heading"><h1>${words.title}</h1><a class="button plain" href="/me">${words.badges}</a></div>
      ${
        own.length === 0
          ? html`<div class="sheet empty"><h2>${words.none}</h2><p class="quiet">${words.noneText}</p></div>`
          : html`<ul class="wallet-list">${own.map((one) => ownRow(one, language))}</ul>`
      }`,
  })
}

function ownRow({ recognition, programme, institution }: OwnRecognition, language: Language): Markup {
  const { mine, letter } = wording[language]
  const { id, state, items, submittedAt } = recognition
  return html`<li class="sheet wallet-item"><div>
    <p><span class="chip plain-chip${state === 'decided' ? ' info' : ''}">${mine.states[state]}</span></p>
    <h2><a href="/me/recognitions/${id}">${programme.title[language]}</a></h2>
    <p class="quiet">${institution.name[language]} · ${letter.submittedOn(longDate(submittedAt, language))}</p>
    ${state === 'decided' ? html`<p>${letter.decided(recognisedCredits(items))}</p>` : ''}
  </div></li>`
}

export function letterPage(
  { recognition, programme, institution, credential }: OwnRecognition,
  language: Language,
): Promise<Response> {
  const words = wording[language].letter
  const { id, state, items, applicant, comment, submittedAt, decidedAt, evidence, packageSha256 } = recognition
  const heading = { submitted: words.waitingTitle, decided: words.title, withdrawn: words.withdrawnTitle }[state]
  const lead = {
    submitted: words.waiting,
    decided: words.decided(recognisedCredits(items)),
    withdrawn: words.withdrawn,
  }[state]
  return sitePage({
    ...PRIVATE,
    title: heading,
    language,
    path: `/me/recognitions/${id}`,
    main: html`<article class="sheet stack loose">
      <header class="stack"><p class="quiet">${institution.name[language]} · ${programme.title[language]}</p><h1>${heading}</h1>
        <p><strong>${applicant.name}</strong> <span class="quiet">${applicant.number ?? ''}</span></p><p>${lead}</p></header>
      <ul class="rule">${items.map((item) => itemLine(item, state, language))}</ul>
      ${comment ? html`<section class="stack"><h2>${words.comment}</h2><p class="prose">${comment}</p></section>` : ''}
      ${
        evidence.length === 0
          ? ''
          : html`<section class="stack"><h2>${words.evidence}</h2><ul>${evidence.map((one) => html`<li><a href="${one.url}" rel="nofollow noopener">${one.name}</a></li>`)}</ul></section>`
      }
      <footer class="stack small quiet"><p>${words.submittedOn(longDate(submittedAt, language))}${decidedAt && state === 'decided' ? ` · ${words.decidedOn(longDate(decidedAt, language))}` : ''}</p>
        <p class="break">${words.package}: ${packageSha256}</p></footer>
    </article>
    <div class="actions spaced-above toolbar">
 ${state === 'decided' ? html`<a class="button" href="/me/recognitions/${id}/letter.pdf">${words.print}</a>` : ''}
      ${credential ? html`<a class="button primary" href="/c/${credential}">${words.credential}</a>` : ''}
      ${state === 'submitted' ? html`<form method="post" action="/me/recognitions/${id}/withdrawal"><button class="button">${words.withdraw}</button></form>` : ''}
      <a class="button plain" href="/me/recognitions">${wording[language].mine.title}</a></div>`,
  })
}

function itemLine(item: Item, state: Recognition['state'], language: Language): Markup {
  const words = wording[language].letter
  const { outcome, name, issuer, course, credits, reason } = item
  const result = outcome === null ? (state === 'submitted' ? words.open : '') : words.outcomes[outcome]
  return html`<li><strong>${name}</strong> <span class="quiet">· ${issuer}</span><br>
    ${result ? html`<span class="chip plain-chip${outcome === 'accepted' ? ' info' : outcome === 'partly' ? ' warn' : ''}">${result}</span>` : ''}
    ${course && credits > 0 ? html` ${course.code} ${course.name} ${creditsIn(credits, language)}` : ''}
    ${reason ? html`<br><span class="small quiet">${words.reason}: ${reason}</span>` : ''}</li>`
}
