/** The words of the public achievement page in both languages. */
import type { AchievementContent } from '@kolleges/api'
import type { Language } from '../platform/handler.ts'

type Bilingual = Readonly<Record<Language, string>>

export const WORDS = {
  kind: { ko: '종류', en: 'Kind' },
  about: { ko: '소개', en: 'About' },
  criteria: { ko: '받는 기준', en: 'How to earn it' },
  skills: { ko: '할 수 있는 일', en: 'Skills' },
  facts: { ko: '한눈에 보기', en: 'At a glance' },
  level: { ko: '수준', en: 'Level' },
  hours: { ko: '들이는 시간', en: 'Time' },
  credits: { ko: '학점', en: 'Credits' },
  evidence: { ko: '증빙', en: 'Evidence' },
  results: { ko: '성적', en: 'Results' },
  alignments: { ko: '연결된 기준', en: 'Aligned with' },
  issuer: { ko: '발급기관', en: 'Issuer' },
  seeIssuer: { ko: '발급기관 살펴보기', en: 'See the issuer' },
  publishedOn: { ko: '게시일', en: 'Published' },
  version: { ko: '판', en: 'Version' },
  contact: { ko: '문의', en: 'Contact' },
  website: { ko: '누리집', en: 'Website' },
  data: { ko: '기계가 읽는 내용 (Open Badges 3.0)', en: 'Machine-readable (Open Badges 3.0)' },
  retired: {
    ko: '이 배지는 더 이상 새로 발급하지 않아요. 이미 발급된 증명은 그대로 유효해요.',
    en: 'This badge is no longer awarded. Credentials issued before stay as they are.',
  },
  older: { ko: '예전 판을 보고 있어요.', en: 'You are looking at an earlier version.' },
  newest: { ko: '지금 판 보기', en: 'See the current version' },
  test: {
    ko: '시험용(테스트) 기관의 배지예요. 발급기관이 아직 확인되지 않았어요.',
    en: 'A badge of a test institution; the issuer has not been confirmed.',
  },
  missing: { ko: '찾을 수 없어요', en: 'Not found' },
  missingMore: {
    ko: '주소를 다시 확인해 주세요. 배지가 게시되지 않았을 수도 있어요.',
    en: 'Please check the address. The badge may not have been published.',
  },
} as const satisfies Record<string, Bilingual>

export const KINDS: Readonly<Record<AchievementContent['kind'], Bilingual>> = {
  Badge: { ko: '디지털배지', en: 'Badge' },
  Course: { ko: '교과목', en: 'Course' },
  Certificate: { ko: '자격', en: 'Certificate' },
  CertificateOfCompletion: { ko: '수료', en: 'Certificate of completion' },
  Competency: { ko: '역량', en: 'Competency' },
  Assessment: { ko: '평가', en: 'Assessment' },
  Award: { ko: '수상', en: 'Award' },
  Fieldwork: { ko: '현장실습', en: 'Fieldwork' },
  LearningProgram: { ko: '학습 과정', en: 'Learning program' },
  Membership: { ko: '회원', en: 'Membership' },
  MicroCredential: { ko: '마이크로디그리', en: 'Micro-credential' },
  CommunityService: { ko: '봉사', en: 'Community service' },
  CoCurricular: { ko: '비교과 활동', en: 'Co-curricular activity' },
}

export const EVIDENCE: Readonly<Record<AchievementContent['evidenceWanted'], Bilingual | null>> = {
  none: null,
  optional: { ko: '있으면 함께 담아요', en: 'Included when there is some' },
  required: { ko: '꼭 있어야 해요', en: 'Required' },
}

export const hoursText = (hours: number, language: Language): string =>
  language === 'ko' ? `${hours}시간` : `${hours} ${hours === 1 ? 'hour' : 'hours'}`

export const creditsText = (credits: number, language: Language): string =>
  language === 'ko' ? `${credits}학점` : `${credits} ${credits === 1 ? 'credit' : 'credits'}`
