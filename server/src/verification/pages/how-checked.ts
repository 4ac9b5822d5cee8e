/** Answers "how was this checked?" with every check, what was compared, and how to do it without us. */
import { didWebUrl, type ProofOutcome } from '@kolleges/credentials'
import { longDateTime } from '../../platform/dates.ts'
import type { Language } from '../../platform/handler.ts'
import { pageIcon } from '../../platform/icons.ts'
import { html, type Markup } from '../../platform/page.ts'
import { checkWords, reasonOf } from '../check-words.ts'
import { partTitle } from '../parts.ts'
import { headlineOf } from '../verdict-words.ts'
import type { CheckLine, Result } from '../verify.ts'
import { wording } from '../wording.ts'

export type HowChecked = {
  readonly result: Result
  readonly language: Language
  readonly intro: string
  /** Where the signed original can be had; null when its holder hides the name in it. */
  readonly originalUrl?: string | null
  readonly open?: boolean
}

export const howChecked = ({ result, language, intro, originalUrl, open }: HowChecked): Markup => html`
  <details class="how"${open ? html` open` : ''}>
    <summary>${wording[language].how}</summary>
    <div>
      <p class="quiet">${intro}</p>
      <ul class="checks">${result.checks.map((line) => checkRow(line, result, language))}</ul>
      ${proofsPart(result, language)}
      ${innerPart(result, language)}
      ${originalUrl === undefined ? '' : yourself(originalUrl, language)}
    </div>
  </details>`

/** Institutions that sign together are each told by themselves, with who they are and whether their own signature holds. */
const proofsPart = ({ proofs = [], agreement }: Result, language: Language): Markup | '' =>
  agreement === undefined
    ? ''
    : html`<section class="stack">
        <h3>${wording[language].signatures(proofs.length)}</h3>
        <p>${wording[language].agreements[agreement]}</p>
        <ul class="checks">${proofs.map((proof) => proofRow(proof, language))}</ul>
      </section>`

function proofRow({ controller, standing, outcome, because, detail }: ProofOutcome, language: Language): Markup {
  const words = checkWords[language]
  const reason = because === undefined ? '' : reasonOf(because, language)
  const rows = [
    [words.details.id, controller] as const,
    ...detailRows({ check: 'signature', outcome, detail }, {}, language),
  ]
  return html`<li class="${outcome}">${pageIcon(outcome)}
    <div><strong>${wording[language].signedBy(wording[language].trust[standing])}</strong>
    <p class="small">${words.outcomes[outcome]}${reason ? html` — ${reason}` : ''}</p></div>
    <dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></li>`
}

/** Each part of a transcript and each endorsement has a verdict and checks of its own. */
const innerPart = ({ inner = [] }: Result, language: Language): Markup | '' =>
  inner.length === 0
    ? ''
    : html`${inner.map(
        ({ relation, result }) => html`<section class="stack">
          <h3>${wording[language].inner[relation]}: ${partTitle(result)}</h3>
          <p><strong>${headlineOf(result.verdict, language)}</strong></p>
          <ul class="checks">${result.checks.map((line) => checkRow(line, result, language))}</ul>
        </section>`,
      )}`

function checkRow(line: CheckLine, result: Result, language: Language): Markup {
  const words = checkWords[language]
  const reason = line.because === undefined ? '' : reasonOf(line.because, language)
  return html`<li class="${line.outcome}">${pageIcon(line.outcome)}
    <div><strong>${words.names[line.check]}</strong>
    <p class="small">${words.outcomes[line.outcome]}${reason ? html` — ${reason}` : ''}</p></div>
    <dl>${detailRows(line, result, language).map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl></li>`
}

const INSTANTS = new Set(['at', 'created', 'validFrom', 'validUntil'])

function detailRows(
  { check, detail = {} }: CheckLine,
  result: Pick<Result, 'canonicalHash'>,
  language: Language,
): (readonly [string, string])[] {
  const words = checkWords[language]
  const rows = Object.entries(detail).map(
    ([name, value]) => [words.details[name] ?? name, INSTANTS.has(name) ? spoken(value, language) : value] as const,
  )
  if (check !== 'signature') return rows
  return [...rows, ...signatureRows(detail, result, language)]
}

function signatureRows(
  detail: Readonly<Record<string, string>>,
  { canonicalHash }: Pick<Result, 'canonicalHash'>,
  language: Language,
): (readonly [string, string])[] {
  const words = wording[language]
  const source = didWebUrl(detail.verificationMethod?.split('#')[0] ?? '')
  const algorithm = ALGORITHMS[detail.cryptosuite ?? '']
  return [
    ...(source ? [[words.keyFrom, source] as const] : []),
    ...(algorithm ? [[words.algorithm, algorithm] as const] : []),
    ...(canonicalHash ? [[words.signedHash, canonicalHash] as const] : []),
  ]
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  'eddsa-rdfc-2022': 'Ed25519, RDFC-1.0, SHA-256',
  'ecdsa-rdfc-2019': 'ECDSA P-256, RDFC-1.0, SHA-256',
}

const spoken = (value: string, language: Language): string =>
  Number.isNaN(Date.parse(value)) ? value : `${longDateTime(value, language)} (KST)`

const oldOf = (originalUrl: string, kind: 'json' | 'png'): string => originalUrl.replace(/\.json$/, `/ob2.${kind}`)

const yourself = (originalUrl: string | null, language: Language): Markup => html`
  <div class="stack">
    <h3>${wording[language].yourself}</h3>
    ${
      originalUrl === null
        ? html`<p class="small quiet">${wording[language].rawHidden}</p>`
        : html`<p><a class="button" href="${originalUrl}">${wording[language].rawJson}</a></p>
          <p class="small quiet">${wording[language].oldEdition}
            <a href="${oldOf(originalUrl, 'json')}">JSON</a> · <a href="${oldOf(originalUrl, 'png')}">PNG</a></p>
          <ol class="steps small">${wording[language].yourselfSteps.map((step) => html`<li>${step}</li>`)}</ol>`
    }
  </div>`
