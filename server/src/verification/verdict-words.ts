/** Says each verdict to people: headline, sentence, tone and icon, in Korean and English. */
import type { Verdict } from '@kolleges/api'
import { longDate } from '../platform/dates.ts'
import type { Language } from '../platform/handler.ts'
import type { PageIcon } from '../platform/icons.ts'
import { josa } from '../platform/josa.ts'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral'

/** What a page shows above everything else: a verdict, or that there is nothing to show. */
export type PageState = Verdict | 'not_found' | 'pending' | 'unreachable' | 'unsupported'

/** Green belongs to `valid` alone; the shape differs too, for those who do not see the colour. */
export const LOOKS = {
  unreadable: { tone: 'neutral', icon: 'file-x' },
  tampered: { tone: 'bad', icon: 'broken-seal' },
  revoked: { tone: 'bad', icon: 'ban' },
  suspended: { tone: 'warn', icon: 'pause' },
  not_yet_valid: { tone: 'info', icon: 'clock' },
  expired: { tone: 'warn', icon: 'hourglass' },
  superseded: { tone: 'info', icon: 'refresh' },
  status_unknown: { tone: 'neutral', icon: 'cloud-off' },
  issuer_unverified: { tone: 'warn', icon: 'question-badge' },
  test: { tone: 'info', icon: 'flask' },
  valid: { tone: 'ok', icon: 'check-shield' },
  not_found: { tone: 'neutral', icon: 'search-x' },
  pending: { tone: 'info', icon: 'clock' },
  unreachable: { tone: 'neutral', icon: 'cloud-off' },
  unsupported: { tone: 'neutral', icon: 'file-x' },
} as const satisfies Record<PageState, { tone: Tone; icon: PageIcon }>

/** What the sentences speak of; a name is absent when nobody may see it. */
export type VerdictSubject = {
  readonly issuer: string
  readonly name?: string | undefined
  readonly issuedAt?: string | undefined
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
  readonly revokedAt?: string | undefined
  readonly suspendedUntil?: string | undefined
  readonly reason?: string | undefined
  readonly newer?: string | undefined
  /** The signature itself was established. */
  readonly isSealed?: boolean | undefined
  /** The part of a transcript that decided. */
  readonly part?: string | undefined
}

type Saying = { readonly headline: string; readonly sentence: (subject: VerdictSubject) => string }

const ko: Record<PageState, Saying> = {
  valid: {
    headline: '유효한 증명입니다',
    sentence: ({ issuer, name, issuedAt }) =>
      `${josa(issuer, '이/가')} ${day(issuedAt, 'ko')}에 ${name ? `${name} 님에게 ` : ''}발급했으며, 발급 이후 내용이 바뀌지 않았습니다.`,
  },
  expired: {
    headline: '유효기간이 지났습니다',
    sentence: ({ validUntil }) => `진본이 맞지만 ${day(validUntil, 'ko')}에 유효기간이 끝났습니다.`,
  },
  not_yet_valid: {
    headline: '아직 효력이 시작되지 않았습니다',
    sentence: ({ validFrom }) => `${day(validFrom, 'ko')}부터 유효합니다.`,
  },
  revoked: {
    headline: '발급이 취소된 증명입니다',
    sentence: ({ issuer, revokedAt, reason }) =>
      `${josa(issuer, '이/가')} ${revokedAt ? `${day(revokedAt, 'ko')}에 ` : ''}취소했습니다.${reason ? ` 사유: ${reason}` : ''}`,
  },
  suspended: {
    headline: '효력이 일시 정지되었습니다',
    sentence: ({ reason, suspendedUntil }) =>
      `발급기관이 확인 중입니다. 정지가 풀릴 때까지 유효한 증명으로 사용할 수 없습니다.${suspendedUntil ? ` 정지 기한: ${day(suspendedUntil, 'ko')}.` : ''}${reason ? ` 사유: ${reason}` : ''}`,
  },
  issuer_unverified: {
    headline: '서명은 맞지만 발급기관을 확인하지 못했습니다',
    sentence: ({ issuer }) => `내용은 바뀌지 않았습니다. 다만 이 발급자가 실제 ‘${issuer}’인지 확인된 기록이 없습니다.`,
  },
  tampered: {
    headline: '내용이 변경된 증명입니다',
    sentence: () => '서명과 내용이 일치하지 않습니다. 원본이 아니므로 신뢰하지 마십시오.',
  },
  status_unknown: {
    headline: '지금은 상태를 확인할 수 없습니다',
    sentence: ({ isSealed }) =>
      isSealed
        ? '서명은 맞지만 발급기관의 취소 목록에 연결하지 못했습니다. 잠시 후 다시 확인해 주십시오.'
        : '서명을 확인하는 데 필요한 발급기관의 정보를 얻지 못했습니다. 잠시 후 다시 확인해 주십시오.',
  },
  superseded: {
    headline: '새 증명으로 대체되었습니다',
    sentence: () => '발급기관이 더 새로운 증명을 발급했습니다.',
  },
  test: { headline: '시험용(테스트) 증명입니다', sentence: () => '실제 효력이 없습니다.' },
  unreadable: {
    headline: '이 파일에는 증명 정보가 없습니다',
    sentence: () =>
      '화면 캡처나 메신저로 전달된 이미지는 정보가 지워질 수 있습니다. 원본 파일이나 링크를 사용해 주십시오.',
  },
  not_found: {
    headline: '일치하는 증명을 찾지 못했습니다',
    sentence: () =>
      '번호나 주소를 다시 확인해 주십시오. 숫자 0과 영문 O, 숫자 1과 영문 I는 구분하지 않습니다. 소유자가 공개하지 않은 증명도 이렇게 보입니다.',
  },
  pending: {
    headline: '증명을 발급하고 있습니다',
    sentence: () => '전자서명을 만드는 중입니다. 보통 1분 안에 끝납니다. 잠시 뒤 새로 고쳐 주십시오.',
  },
  unreachable: {
    headline: '링크를 열지 못했습니다',
    sentence: () => '그 주소에서 증명을 받아 오지 못했습니다. 주소를 다시 확인하거나 파일로 확인해 주십시오.',
  },
  unsupported: {
    headline: '지원하지 않는 증명 형식입니다',
    sentence: () =>
      '이 서버는 Open Badges 3.0과 2.0, CLR 2.0 증명을 확인합니다. 발급기관에 그 형식의 파일을 요청해 주십시오.',
  },
}

const en: Record<PageState, Saying> = {
  valid: {
    headline: 'This credential is valid',
    sentence: ({ issuer, name, issuedAt }) =>
      `Issued by ${issuer}${name ? ` to ${name}` : ''} on ${day(issuedAt, 'en')}. Its contents have not changed since.`,
  },
  expired: {
    headline: 'This credential has expired',
    sentence: ({ validUntil }) => `It is genuine, but its validity ended on ${day(validUntil, 'en')}.`,
  },
  not_yet_valid: {
    headline: 'Not valid yet',
    sentence: ({ validFrom }) => `It becomes valid on ${day(validFrom, 'en')}.`,
  },
  revoked: {
    headline: 'This credential was revoked',
    sentence: ({ issuer, revokedAt, reason }) =>
      `${issuer} revoked it${revokedAt ? ` on ${day(revokedAt, 'en')}` : ''}.${reason ? ` Reason: ${reason}` : ''}`,
  },
  suspended: {
    headline: 'This credential is suspended',
    sentence: ({ reason, suspendedUntil }) =>
      `The issuer is reviewing it. Do not rely on it until the suspension is lifted${suspendedUntil ? ` (at the latest on ${day(suspendedUntil, 'en')})` : ''}.${reason ? ` Reason: ${reason}` : ''}`,
  },
  issuer_unverified: {
    headline: 'Signature is intact, issuer not confirmed',
    sentence: ({ issuer }) => `The contents are unchanged, but we have no record that this issuer really is ${issuer}.`,
  },
  tampered: {
    headline: 'This credential has been altered',
    sentence: () => 'The signature does not match the contents. Do not rely on it.',
  },
  status_unknown: {
    headline: 'Status could not be checked right now',
    sentence: ({ isSealed }) =>
      isSealed
        ? 'The signature is intact but the issuer’s status list did not answer. Please try again shortly.'
        : 'What is needed from the issuer to check the signature could not be had. Please try again shortly.',
  },
  superseded: {
    headline: 'Replaced by a newer credential',
    sentence: () => 'The issuer has issued a newer credential.',
  },
  test: { headline: 'Test credential', sentence: () => 'It has no real effect.' },
  unreadable: {
    headline: 'No credential data in this file',
    sentence: () => 'Screenshots and images re-saved by messengers lose the data. Use the original file or the link.',
  },
  not_found: {
    headline: 'No matching credential',
    sentence: () =>
      'Please check the number or address. 0/O and 1/I are treated as the same. A credential its owner keeps private looks the same.',
  },
  pending: {
    headline: 'This credential is being issued',
    sentence: () => 'Its digital signature is being made, usually within a minute. Please reload shortly.',
  },
  unreachable: {
    headline: 'The link could not be opened',
    sentence: () => 'No credential could be read from that address. Check the address, or use the file instead.',
  },
  unsupported: {
    headline: 'Unsupported kind of credential',
    sentence: () => 'This server checks Open Badges 3.0 and 2.0 and CLR 2.0. Ask the issuer for a file of that kind.',
  },
}

const SAYINGS = { ko, en } as const satisfies Record<Language, Record<PageState, Saying>>

export const headlineOf = (state: PageState, language: Language): string => SAYINGS[language][state].headline

export const sentenceOf = (state: PageState, subject: VerdictSubject, language: Language): string =>
  subject.part === undefined ? SAYINGS[language][state].sentence(subject) : PARTLY[language](subject.part)

const PARTLY = {
  ko: (part: string) =>
    `담긴 증명 ‘${part}’의 상태입니다. 여러 증명을 묶은 문서는 담긴 증명이 모두 유효할 때만 유효합니다.`,
  en: (part: string) => `This is the state of its part “${part}”. A transcript is valid only when all its parts are.`,
} as const satisfies Record<Language, (part: string) => string>

const day = (instant: string | undefined, language: Language): string => (instant ? longDate(instant, language) : '—')
