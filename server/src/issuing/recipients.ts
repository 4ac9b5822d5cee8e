/** Looks for what makes a list of recipients unfit to be awarded as a whole. */
import type { Recipient } from '@kolleges/api'
import { holdsResidentNumber, recipientKey } from '../learners/index.ts'
import type { FieldFault, Language } from '../platform/handler.ts'
import { RECIPIENT_FAULTS_MAX } from './limits.ts'

export type RecipientFaultCode =
  | 'recipient-repeated'
  | 'resident-number'
  | 'result-unknown'
  | 'name-unreadable'
  | 'certificate-value-missing'
  | 'certificate-name-unwritable'

/** `about` is the name of the column that is meant, where the sentence needs it. */
export type RecipientFault = { readonly pointer: string; readonly code: RecipientFaultCode; readonly about?: string }

/** Expects parsed recipients. `results` are the values that the achievement's scale allows; none means it has no scale. */
export function checkRecipients(
  recipients: readonly Recipient[],
  results: readonly string[] | undefined,
): RecipientFault[] {
  const seen = new Set<string>()
  const faults = recipients.flatMap((recipient, row) => {
    const key = recipientKey(recipient.email)
    const isRepeated = seen.has(key)
    seen.add(key)
    return [
      ...(isRepeated ? [fault(`${row}/email`, 'recipient-repeated')] : []),
      ...(['name', 'nameEn'] as const)
        .filter((field) => UNREADABLE.test(recipient[field] ?? ''))
        .map((field) => fault(`${row}/${field}`, 'name-unreadable')),
      ...(isOutside(recipient.result, results) ? [fault(`${row}/result`, 'result-unknown')] : []),
      ...textsWithin(recipient, String(row))
        .filter(([, text]) => holdsResidentNumber(text))
        .map(([path]) => fault(path, 'resident-number')),
    ]
  })
  return faults.slice(0, RECIPIENT_FAULTS_MAX)
}

/** Control characters, and marks that turn the reading direction around: a name that shows as another one. */
const UNREADABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u

const fault = (path: string, code: RecipientFaultCode): RecipientFault => ({ pointer: `#/recipients/${path}`, code })

const isOutside = (result: string | undefined, allowed: readonly string[] | undefined): boolean =>
  result !== undefined && result !== '' && allowed !== undefined && !allowed.includes(result)

/** Every text in the value with the JSON Pointer that leads to it. */
function textsWithin(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsWithin(inner, `${path}/${name}`))
}

const SENTENCES: Record<RecipientFaultCode, Record<Language, string>> = {
  'recipient-repeated': {
    ko: '같은 이메일이 앞에 있습니다.',
    en: 'This address appears earlier in the list.',
  },
  'resident-number': {
    ko: '주민등록번호로 보이는 값은 저장하지 않습니다. 생년월일만 사용하세요.',
    en: 'This looks like a resident registration number and was not stored. Use the date of birth only.',
  },
  'name-unreadable': {
    ko: '이름에 보이지 않는 문자가 들어 있습니다.',
    en: 'The name holds invisible characters.',
  },
  'result-unknown': {
    ko: '이 배지의 평가 척도에 없는 값입니다.',
    en: 'The achievement’s scale has no such result.',
  },
  'certificate-value-missing': {
    ko: '증서에 필요한 값이 없습니다',
    en: 'The certificate needs a value that is missing',
  },
  'certificate-name-unwritable': {
    ko: '증서 글꼴에 없는 글자가 이름에 들어 있습니다. 영문 이름을 함께 적어 주세요.',
    en: 'The name holds characters that the certificate’s fonts do not have. Give the name in English as well.',
  },
}

export const inWords = (faults: readonly RecipientFault[], language: Language): FieldFault[] =>
  faults.map(({ pointer, code, about }) => {
    const sentence = SENTENCES[code][language]
    return { pointer, code, detail: about === undefined ? sentence : `${sentence}: ${about}` }
  })
