/** The words of a micro-degree's public page. */
import type { Language } from '../platform/handler.ts'
import { HOLDERS_SHOWN_MIN } from './limits.ts'
import type { EnrolmentMode } from './pathway.ts'

type Both = Readonly<Record<Language, string>>

export const WORDS = {
  kind: { ko: '마이크로디그리', en: 'Micro-degree' },
  test: {
    ko: '아직 확인되지 않은 기관의 시험용 페이지입니다.',
    en: 'A test page of an institution that is not confirmed yet.',
  },
  about: { ko: '소개', en: 'About' },
  rule: { ko: '이수 요건', en: 'What it takes' },
  inWords: { ko: '글로 읽기', en: 'In words' },
  parts: { ko: '모으는 배지', en: 'Badges that count' },
  stack: { ko: '이어지는 길', en: 'Where it leads' },
  buildsOn: { ko: '먼저 쌓는 마이크로디그리', en: 'Builds on' },
  leadsTo: { ko: '이 과정이 쓰이는 마이크로디그리', en: 'Counts toward' },
  catalogue: { ko: '이 기관의 배지와 마이크로디그리 모두 보기', en: 'All badges and micro-degrees of the institution' },
  facts: { ko: '안내', en: 'In brief' },
  creditsOfGoal: { ko: '인정 학점', en: 'Credits' },
  partners: { ko: '함께 운영하는 곳', en: 'Partners' },
  enrolment: { ko: '참여', en: 'Taking part' },
  awarded: { ko: '수여', en: 'Award' },
  holders: { ko: '받은 사람', en: 'Holders' },
  few: { ko: `${HOLDERS_SHOWN_MIN}명 미만`, en: `Fewer than ${HOLDERS_SHOWN_MIN}` },
  missing: { ko: '페이지를 찾을 수 없습니다', en: 'Page not found' },
  missingMore: {
    ko: '주소가 바뀌었거나 아직 공개되지 않은 과정입니다.',
    en: 'The address has changed, or the micro-degree is not public yet.',
  },
  apply: { ko: '신청하기', en: 'Apply' },
  enrol: { ko: '참여하기', en: 'Take part' },
  signInFirst: { ko: '로그인하고 참여하기', en: 'Sign in to take part' },
  unknown: { ko: '이 기관의 명부에 없는 주소입니다', en: 'The institution does not know this address' },
  unknownMore: {
    ko: '기관에 등록한 이메일로 로그인했는지 확인하십시오. 아직 등록하지 않았다면 기관에 문의하십시오.',
    en: 'Check that you signed in with the address the institution has, or ask them to add you.',
  },
  back: { ko: '돌아가기', en: 'Back' },
  badgeOf: (title: string, language: Language): string => (language === 'ko' ? `${title} 배지` : `Badge of ${title}`),
  credits: (credits: number, language: Language): string =>
    language === 'ko' ? `${credits}학점` : `${credits} credit${credits === 1 ? '' : 's'}`,
  people: (count: number, language: Language): string =>
    language === 'ko' ? `${count.toLocaleString('ko-KR')}명` : `${count.toLocaleString('en-GB')} people`,
  summary: (parts: number, credits: number | null, language: Language): string => {
    const sum = credits === null ? '' : language === 'ko' ? ` · ${credits}학점` : ` · ${credits} credits`
    if (parts === 0) return sum.slice(3)
    return language === 'ko'
      ? `배지 ${parts}개로 이루어진 과정${sum}`
      : `Built from ${parts} badge${parts === 1 ? '' : 's'}${sum}`
  },
} as const satisfies Record<string, Both | ((...words: never[]) => string)>

export const ENROLMENT: Readonly<Record<EnrolmentMode, Both>> = {
  automatic: { ko: '따로 신청하지 않아도 배지를 모으면 참여합니다', en: 'Everybody who earns a badge takes part' },
  open: { ko: '등록하면 참여합니다', en: 'Open to everybody who enrols' },
  application: { ko: '신청하고 승인을 받아 참여합니다', en: 'By application' },
}

type Awarded = (dates: readonly string[], language: Language) => string

export const AWARDED: Readonly<Record<'auto' | 'review' | 'batch', Awarded>> = {
  auto: (_, language) =>
    language === 'ko' ? '요건을 충족하면 바로 수여합니다' : 'At once, when the requirements are met',
  review: (_, language) => (language === 'ko' ? '담당자가 심사한 뒤 수여합니다' : 'After review'),
  batch: (dates, language) =>
    language === 'ko'
      ? `해마다 ${dates.map(monthDay('ko')).join(', ')}에 수여합니다`
      : `Each year on ${dates.map(monthDay('en')).join(' and ')}`,
}

/** `03-02` as people write it. */
const monthDay =
  (language: Language) =>
  (date: string): string => {
    const [month = 1, day = 1] = date.split('-').map(Number)
    const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, month - 1, day),
    )
    return language === 'ko' ? `${month}월 ${day}일` : `${day} ${name}`
  }
