// What a person reads in the terminal: the verdict in one sentence, then each check.
import type { ReadRefusal, VerificationResult } from '@kolleges/credentials'
import { printable } from './explain.ts'
import type { Outcome } from './verify-input.ts'

export type Language = 'ko' | 'en'
type Verdict = VerificationResult['verdict']
type Told = Pick<
  Outcome,
  'verdict' | 'checks' | 'credential' | 'because' | 'inner' | 'canonicalHash' | 'proofs' | 'agreement'
>
type More = (check: Told['checks'][number], outcome: Pick<Told, 'canonicalHash'>) => readonly string[]

/** `more` adds lines under each check. */
export const report = (input: string, outcome: Outcome, language: Language, more: More = () => []): string =>
  [input, ...lines(outcome, language, more).map((line) => `  ${line}`), '', ''].join('\n')

function lines(outcome: Told, language: Language, more: More): readonly string[] {
  const { verdict, checks, credential, because, inner = [], proofs = [], agreement } = outcome
  return [
    `${MARK[verdict]} ${HEADLINES[verdict][language]}`,
    ...(credential && verdict !== 'tampered' ? [printable(titleOf(credential))] : []),
    ...(because ? [sentence(because, language)] : []),
    ...checks.flatMap((check) => [
      `  ${OUTCOMES[check.outcome][language]}  ${CHECKS[check.check][language]}${check.because ? ` (${check.because})` : ''}`,
      ...more(check, outcome).map((line) => `      ${line}`),
    ]),
    ...proofs.flatMap(({ controller, outcome: held, because: why, detail }) => [
      `  ${OUTCOMES[held][language]}  ${SEAL[language]} ${printable(controller)}${why ? ` (${why})` : ''}`,
      ...more({ check: 'signature', outcome: held, detail }, {}).map((line) => `      ${line}`),
    ]),
    ...(agreement ? [`  ${AGREEMENTS[agreement][language]}`] : []),
    ...inner.flatMap(({ path, relation, result }) => [
      `  ${RELATIONS[relation][language]} ${path}`,
      ...lines(result, language, more).map((line) => `    ${line}`),
    ]),
  ]
}

const titleOf = (credential: NonNullable<Told['credential']>): string =>
  [
    credential.subject.achievement?.name ?? credential.name,
    credential.subject.name,
    credential.issuer.name ?? credential.issuer.id,
  ]
    .filter(Boolean)
    .join(' · ')

export const sentence = (reason: string, language: Language): string =>
  (REASONS as Record<string, Record<Language, string>>)[reason]?.[language] ?? reason

const MARK: Record<Verdict, string> = {
  valid: '✓',
  tampered: '✗',
  revoked: '✗',
  suspended: '!',
  expired: '!',
  not_yet_valid: '!',
  superseded: '!',
  test: '!',
  issuer_unverified: '?',
  status_unknown: '?',
  unreadable: '?',
}

const HEADLINES: Record<Verdict, Record<Language, string>> = {
  valid: { ko: '유효한 증명입니다', en: 'This credential is valid' },
  tampered: {
    ko: '내용이 변경된 증명입니다. 신뢰하지 마십시오',
    en: 'This credential has been altered. Do not rely on it',
  },
  revoked: { ko: '발급이 취소된 증명입니다', en: 'This credential was revoked' },
  suspended: { ko: '효력이 일시 정지되었습니다', en: 'This credential is suspended' },
  expired: { ko: '유효기간이 지났습니다', en: 'This credential has expired' },
  not_yet_valid: { ko: '아직 효력이 시작되지 않았습니다', en: 'Not valid yet' },
  superseded: { ko: '새 증명으로 대체되었습니다', en: 'Replaced by a newer credential' },
  test: { ko: '시험용(테스트) 증명이며 실제 효력이 없습니다', en: 'Test credential without real effect' },
  issuer_unverified: {
    ko: '서명은 맞지만 발급기관을 확인하지 못했습니다',
    en: 'Signature is intact, issuer not confirmed',
  },
  status_unknown: { ko: '지금은 상태를 확인할 수 없습니다', en: 'Status could not be checked right now' },
  unreadable: { ko: '읽을 수 있는 증명 정보가 없습니다', en: 'No readable credential data' },
}

const CHECKS: Record<VerificationResult['checks'][number]['check'], Record<Language, string>> = {
  format: { ko: '증명 형식', en: 'credential format' },
  signature: { ko: '전자서명', en: 'digital signature' },
  refresh: { ko: '최신 증명', en: 'newest edition' },
  issuer: { ko: '발급기관 신원', en: 'issuer identity' },
  status: { ko: '취소·정지 여부', en: 'not revoked or suspended' },
  validity: { ko: '유효기간', en: 'validity period' },
  recipient: { ko: '수령자 일치', en: 'recipient' },
  evidence: { ko: '증빙 파일', en: 'evidence files' },
}

const SEAL: Record<Language, string> = { ko: '서명한 곳:', en: 'signed by' }

const AGREEMENTS: Record<'all' | 'some' | 'none', Record<Language, string>> = {
  all: { ko: '모든 서명이 맞습니다', en: 'every signature holds' },
  some: { ko: '일부 서명만 맞습니다', en: 'some of the signatures hold' },
  none: { ko: '맞는 서명이 없습니다', en: 'no signature holds' },
}

const RELATIONS: Record<'part' | 'endorsement', Record<Language, string>> = {
  part: { ko: '담긴 증명', en: 'part' },
  endorsement: { ko: '추천', en: 'endorsement' },
}

const OUTCOMES: Record<'passed' | 'failed' | 'inconclusive', Record<Language, string>> = {
  passed: { ko: '통과    ', en: 'passed      ' },
  failed: { ko: '실패    ', en: 'failed      ' },
  inconclusive: { ko: '확인불가', en: 'inconclusive' },
}

type FetchRefusal =
  | 'file-not-found'
  | 'not-a-file'
  | 'too-large'
  | 'address-malformed'
  | 'scheme-not-allowed'
  | 'not-found'
  | 'gone'
  | 'unreachable'
  | 'page-without-credential'

const REASONS = {
  'file-not-found': { ko: '파일을 찾을 수 없습니다.', en: 'There is no such file.' },
  'not-a-file': { ko: '파일이 아닙니다.', en: 'That is not a file.' },
  'too-large': { ko: '너무 큰 파일입니다.', en: 'The input is too large.' },
  'address-malformed': { ko: '올바른 주소가 아닙니다.', en: 'That is not a valid address.' },
  'scheme-not-allowed': { ko: 'https 주소만 읽습니다.', en: 'Only https addresses are read.' },
  'not-found': { ko: '일치하는 증명을 찾지 못했습니다.', en: 'There is no credential at that address.' },
  unreachable: { ko: '주소에 연결하지 못했습니다.', en: 'The address could not be reached.' },
  'page-without-credential': { ko: '이 페이지에는 증명 정보가 없습니다.', en: 'This page names no credential.' },
  gone: { ko: '그 주소의 증명은 없어졌습니다.', en: 'The credential at that address is gone.' },
  'input-too-large': { ko: '너무 큰 파일입니다.', en: 'The input is too large.' },
  'input-unknown': {
    ko: 'PNG, SVG, PDF, JSON, JWT 가운데 어느 것도 아닙니다.',
    en: 'It is neither PNG, SVG, PDF, JSON nor JWT.',
  },
  'image-too-large': { ko: '너무 큰 그림입니다.', en: 'The picture is too large.' },
  'image-type-unknown': { ko: '알 수 없는 그림 형식입니다.', en: 'The kind of picture is unknown.' },
  'png-malformed': { ko: 'PNG의 구조가 잘못되었습니다.', en: 'The PNG is malformed.' },
  'png-checksum-wrong': { ko: 'PNG의 검사합이 맞지 않습니다.', en: 'A checksum in the PNG is wrong.' },
  'png-too-many-chunks': { ko: 'PNG의 조각이 너무 많습니다.', en: 'The PNG has too many chunks.' },
  'svg-malformed': { ko: 'SVG의 구조가 잘못되었습니다.', en: 'The SVG is malformed.' },
  'svg-doctype': { ko: '문서형 선언이 있는 SVG는 읽지 않습니다.', en: 'An SVG with a document type is not read.' },
  'svg-too-deep': { ko: 'SVG가 너무 깊이 겹쳐 있습니다.', en: 'The SVG is nested too deeply.' },
  'no-credential': {
    ko: '그림에 증명 정보가 없습니다. 다시 저장하면서 지워졌을 수 있습니다.',
    en: 'The picture carries no credential; saving it again may have removed it.',
  },
  'several-credentials': {
    ko: '한 그림에 증명이 여럿 들어 있습니다.',
    en: 'The picture carries more than one credential.',
  },
  'credential-compressed': { ko: '압축된 증명은 읽지 않습니다.', en: 'A compressed credential is not read.' },
  'credential-too-large': { ko: '증명이 너무 큽니다.', en: 'The credential is too large.' },
  'credential-malformed': { ko: '증명의 형식이 잘못되었습니다.', en: 'The credential is malformed.' },
  'pdf-too-large': { ko: '너무 큰 PDF입니다.', en: 'The PDF is too large.' },
  'pdf-encrypted': { ko: '암호가 걸린 PDF는 읽지 않습니다.', en: 'An encrypted PDF is not read.' },
  'pdf-without-credential': {
    ko: 'PDF에 증명이 첨부되어 있지 않습니다. 다시 저장하면서 지워졌을 수 있습니다.',
    en: 'No credential is attached to the PDF; saving it again may have removed it.',
  },
  'json-too-large': { ko: 'JSON이 너무 큽니다.', en: 'The JSON is too large.' },
  'json-syntax': { ko: 'JSON 문법에 맞지 않습니다.', en: 'It is not well-formed JSON.' },
  'json-too-deep': { ko: 'JSON이 너무 깊이 겹쳐 있습니다.', en: 'The JSON is nested too deeply.' },
  'json-too-many-values': { ko: 'JSON에 값이 너무 많습니다.', en: 'The JSON has too many values.' },
  'json-duplicate-key': { ko: 'JSON에 같은 이름이 두 번 나옵니다.', en: 'A name occurs twice in the JSON.' },
  'json-forbidden-key': { ko: 'JSON에 쓸 수 없는 이름이 있습니다.', en: 'The JSON has a name that is not allowed.' },
  'json-lone-surrogate': { ko: 'JSON에 반쪽 문자가 있습니다.', en: 'The JSON has half a character.' },
  'json-unsafe-number': {
    ko: 'JSON의 수가 너무 커서 정확하지 않습니다.',
    en: 'A number in the JSON is too large to be exact.',
  },
} satisfies Record<ReadRefusal | FetchRefusal, Record<Language, string>>
