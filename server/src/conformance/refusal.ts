/** What a refused document is answered with. */
import { CredentialError, type Fault, type Json } from '@kolleges/credentials'
import type { Language } from '../platform/handler.ts'
import { FAULTS_SHOWN_MAX } from './limits.ts'
import { sentenceOf } from './words.ts'

/** One thing wrong; `says` replaces the sentence of the code where there is more to tell. */
export type Refused = { readonly pointer: string; readonly code: string; readonly says?: string }

export type Refusal = { readonly outcome: 'refused'; readonly faults: readonly Refused[] }

export const refusal = (...faults: readonly Refused[]): Refusal => ({ outcome: 'refused', faults })

/** Faults that the credentials package found in the shape of an Open Badge. */
export const faultsOf = (faults: readonly Fault[]): Refused[] =>
  faults.map(({ path, message }) => ({ pointer: path, code: 'credential-malformed', says: message }))

/** What could not be signed is the document's fault; anything else is ours and goes on its way. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof CredentialError)) throw error
  const { url, because } = error.detail
  const says = [url, because].find((found) => typeof found === 'string')
  const pointer = error.code.startsWith('context') ? '/@context' : ''
  return refusal({ pointer, code: error.code, ...(says === undefined ? {} : { says: String(says) }) })
}

/** RFC 9457 with the members that the VC API and the data model name; the status is always 422. */
export function refusalBody({ faults }: Refusal, language: Language): { readonly [key: string]: Json } {
  const shown = faults.slice(0, FAULTS_SHOWN_MAX)
  const [first] = shown
  return {
    type: `urn:kolleges:problem:${first?.code ?? 'document-refused'}`,
    title: language === 'ko' ? '문서를 받아들이지 않았습니다.' : 'The document is refused.',
    status: REFUSED_STATUS,
    code: first?.code ?? 'document-refused',
    verified: false,
    errors: shown.map((fault) => ({
      pointer: `#${fault.pointer}`,
      code: fault.code,
      detail: detailOf(fault, language),
    })),
    problemDetails: shown.map((fault) => ({
      type: `https://www.w3.org/TR/vc-data-model#${standardName(fault.code)}`,
      title: fault.code,
      detail: detailOf(fault, language),
    })),
  }
}

export const REFUSED_STATUS = 422

const detailOf = ({ code, says }: Refused, language: Language): string =>
  says === undefined ? sentenceOf(code, language) : `${sentenceOf(code, language)} (${says.slice(0, 400)})`

const SECURITY = /^(signature|key|proof|issuer-(unreachable|document)|challenge|domain|holder-differs|self|claims)/
const STATUS_RETRIEVAL = /^status-list-(unreachable|untrusted|expired|malformed)/

/** VCDM 2.0 §7.1 and BSL §3.5 name a few kinds of problem. */
function standardName(code: string): string {
  if (SECURITY.test(code)) return 'CRYPTOGRAPHIC_SECURITY_ERROR'
  if (STATUS_RETRIEVAL.test(code)) return 'STATUS_RETRIEVAL_ERROR'
  if (['expired', 'not-yet-valid', 'status-index-out-of-range', 'validity-reversed'].includes(code))
    return 'RANGE_ERROR'
  return code.startsWith('document') ? 'PARSING_ERROR' : 'MALFORMED_VALUE_ERROR'
}
