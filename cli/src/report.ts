// What a person reads in the terminal: the verdict in one sentence, then each check.
import type { VerificationResult } from '@kolleges/credentials'

export type Language = 'ko' | 'en'
type Verdict = VerificationResult['verdict']
type Reported = { verdict: Verdict; checks: VerificationResult['checks']; title?: string | undefined; because?: string }

export const report = (input: string, { verdict, checks, title, because }: Reported, language: Language): string =>
  [
    input,
    `  ${MARK[verdict]} ${HEADLINES[verdict][language]}`,
    ...(title ? [`  ${title}`] : []),
    ...(because ? [`  ${sentence(because, language)}`] : []),
    ...checks.map(
      (check) =>
        `    ${OUTCOMES[check.outcome][language]}  ${CHECKS[check.check][language]}${check.because ? ` (${check.because})` : ''}`,
    ),
    '',
  ].join('\n')

export const sentence = (reason: string, language: Language): string =>
  (REASONS[reason] ?? { ko: reason, en: reason })[language]

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
  issuer: { ko: '발급기관 신원', en: 'issuer identity' },
  status: { ko: '취소·정지 여부', en: 'not revoked or suspended' },
  validity: { ko: '유효기간', en: 'validity period' },
  recipient: { ko: '수령자 일치', en: 'recipient' },
  evidence: { ko: '증빙 파일', en: 'evidence files' },
}

const OUTCOMES: Record<'passed' | 'failed' | 'inconclusive', Record<Language, string>> = {
  passed: { ko: '통과    ', en: 'passed      ' },
  failed: { ko: '실패    ', en: 'failed      ' },
  inconclusive: { ko: '확인불가', en: 'inconclusive' },
}

const REASONS: Record<string, Record<Language, string>> = {
  'file-not-found': { ko: '파일을 찾을 수 없습니다.', en: 'There is no such file.' },
  'not-a-file': { ko: '파일이 아닙니다.', en: 'That is not a file.' },
  'too-large': { ko: '너무 큰 파일입니다.', en: 'The input is too large.' },
  'address-malformed': { ko: '올바른 주소가 아닙니다.', en: 'That is not a valid address.' },
  'scheme-not-allowed': { ko: 'https 주소만 읽습니다.', en: 'Only https addresses are read.' },
  'not-found': { ko: '일치하는 증명을 찾지 못했습니다.', en: 'There is no credential at that address.' },
  unreachable: { ko: '주소에 연결하지 못했습니다.', en: 'The address could not be reached.' },
  'page-without-credential': { ko: '이 페이지에는 증명 정보가 없습니다.', en: 'This page names no credential.' },
  'proof-format-not-supported': {
    ko: '아직 읽지 못하는 서명 형식(JWT)입니다.',
    en: 'This proof format (JWT) is not read yet.',
  },
}
