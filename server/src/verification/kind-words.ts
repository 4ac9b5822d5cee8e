/** Names the achievement types of Open Badges 3.0 in Korean and English. */
import type { Language } from '../platform/handler.ts'

const KINDS: Readonly<Record<string, Record<Language, string>>> = {
  Badge: { ko: '디지털배지', en: 'Digital badge' },
  Course: { ko: '과정 이수', en: 'Course' },
  Certificate: { ko: '수료증', en: 'Certificate' },
  CertificateOfCompletion: { ko: '수료', en: 'Certificate of completion' },
  Competency: { ko: '역량 인증', en: 'Competency' },
  Assessment: { ko: '평가 통과', en: 'Assessment' },
  Award: { ko: '수상', en: 'Award' },
  Fieldwork: { ko: '현장실습', en: 'Fieldwork' },
  LearningProgram: { ko: '교육과정 이수', en: 'Learning programme' },
  Membership: { ko: '회원 자격', en: 'Membership' },
  MicroCredential: { ko: '마이크로디그리', en: 'Micro-credential' },
  CommunityService: { ko: '봉사활동', en: 'Community service' },
  CoCurricular: { ko: '비교과 활동', en: 'Co-curricular activity' },
}

/** A type we have no word for is shown as it is written. */
export const kindName = (type: string, language: Language): string => KINDS[type]?.[language] ?? type
