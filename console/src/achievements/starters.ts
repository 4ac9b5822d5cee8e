// Criteria to begin with, by kind of achievement: easier to correct a sentence than to find one.
import type { AchievementContent } from '@kolleges/api'

type Kind = AchievementContent['kind']
type Starter = Readonly<Record<'ko' | 'en', string>>

const FINISHED: Starter = {
  ko: '- 전체 과정의 80% 이상을 출석했습니다.\n- 모든 과제를 제출했습니다.\n- 최종 평가에서 60점 이상을 받았습니다.',
  en: '- Attended at least 80% of the course.\n- Handed in every assignment.\n- Scored at least 60 in the final assessment.',
}
const ABLE: Starter = {
  ko: '- 실제 과제를 수행하고 결과물을 제출했습니다.\n- 평가자 두 명이 평가 기준표에 따라 ‘우수’ 이상으로 평가했습니다.',
  en: '- Carried out a real task and handed in the result.\n- Two assessors rated it “good” or better by a published rubric.',
}
const PRIZE: Starter = {
  ko: '- 대회(공모전)에 작품을 제출했습니다.\n- 심사위원회가 심사 기준에 따라 수상자로 정했습니다.',
  en: '- Entered the competition.\n- Was chosen by the jury by its published criteria.',
}
const PRACTICE: Starter = {
  ko: '- 현장에서 정해진 시간을 모두 채웠습니다.\n- 활동 일지를 제출했습니다.\n- 현장 지도자가 수행을 확인했습니다.',
  en: '- Completed the required hours on site.\n- Kept a log of the work.\n- The supervisor on site confirmed it.',
}
const TAKING_PART: Starter = {
  ko: '- 프로그램에 처음부터 끝까지 참여했습니다.\n- 활동 소감(또는 결과물)을 제출했습니다.',
  en: '- Took part from beginning to end.\n- Handed in a reflection or a result.',
}
const BELONGING: Starter = {
  ko: '- 회원 자격 요건을 갖추었습니다.\n- 올해의 보수교육을 마쳤습니다.',
  en: '- Meets the requirements of membership.\n- Completed this year’s continuing education.',
}
const SEVERAL: Starter = {
  ko: '- 필수 배지를 모두 받았습니다.\n- 선택 배지를 2개 이상 받았습니다.\n- 모두 9학점 이상을 이수했습니다.',
  en: '- Earned every required badge.\n- Earned at least two elective badges.\n- Completed at least 9 credits in all.',
}

export const STARTERS: Readonly<Record<Kind, Starter>> = {
  Badge: FINISHED,
  Course: FINISHED,
  Certificate: ABLE,
  CertificateOfCompletion: FINISHED,
  Competency: ABLE,
  Assessment: ABLE,
  Award: PRIZE,
  Fieldwork: PRACTICE,
  LearningProgram: SEVERAL,
  Membership: BELONGING,
  MicroCredential: SEVERAL,
  CommunityService: PRACTICE,
  CoCurricular: TAKING_PART,
}
