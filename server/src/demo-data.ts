// Invented institutions and people for `npm run demo`: what each offers, who earned it, what went wrong with one.

import type { NewAchievement } from '@kolleges/api'
import type { z } from 'zod'

export type DemoAchievement = z.input<typeof NewAchievement> & { readonly key: string }
type Both = { readonly ko: string; readonly en: string }
export type DemoPerson = {
  readonly name: string
  readonly email: string
  readonly nameEn?: string
  readonly result?: string
}
export type DemoInstitution = {
  readonly slug: string
  readonly name: { readonly ko: string; readonly en: string }
  readonly kind: 'university' | 'academy' | 'association'
  readonly primaryColor: string
  readonly accentColor: string
  readonly owner: string
  readonly contactEmail: string
  readonly headTitle: string
  readonly head: { readonly title: Both; readonly name: Both }
  /** One of the achievements is certified on paper too. */
  readonly certificate: {
    readonly achievement: string
    readonly template: string
    readonly name: string
    readonly numberRule?: string
  }
  readonly achievements: readonly DemoAchievement[]
  readonly awards: readonly {
    readonly achievement: string
    readonly people: readonly DemoPerson[]
    /** What its certificate asks for beside the roster. */
    readonly values?: Readonly<Record<string, string>>
    readonly validUntil?: string
  }[]
  readonly claimed: string
  readonly revoked: { readonly email: string; readonly reason: string }
}

const haneul: DemoPerson = { name: '김하늘', nameEn: 'Kim Haneul', email: 'haneul.kim@learner.example' }
const seojun: DemoPerson = { name: '이서준', nameEn: 'Lee Seojun', email: 'seojun.lee@learner.example' }
const jiwoo: DemoPerson = { name: '박지우', nameEn: 'Park Jiwoo', email: 'jiwoo.park@learner.example' }
const alexandra: DemoPerson = { name: 'Alexandra Konstantinopoulou', email: 'alexandra@learner.example' }

export const DEMO: readonly DemoInstitution[] = [
  {
    slug: 'hanbit',
    name: { ko: '한빛대학교', en: 'Hanbit University' },
    kind: 'university',
    primaryColor: '#1f3a8a',
    accentColor: '#e0a526',
    owner: 'badges@hanbit.example',
    contactEmail: 'badges@hanbit.example',
    headTitle: '총장',
    head: { title: { ko: '총장', en: 'President' }, name: { ko: '이도윤', en: 'Doyun Lee' } },
    certificate: {
      achievement: 'ai-basic',
      template: 'isu-classic',
      name: '이수증',
      numberRule: '제 {YYYY}-{SEQ:3}호',
    },
    achievements: [
      {
        key: 'ai-basic',
        name: 'AI 데이터 기초',
        description: '공개 데이터를 모으고 다듬어 모델을 만들고, 결과를 근거와 함께 설명하는 실습 과정입니다.',
        criteria: {
          narrative:
            '주차별 실습 12회 가운데 10회 이상을 제출하고, 공개 데이터로 만든 최종 과제에서 B0 이상을 받아야 합니다. 최종 과제는 담당 교수와 현업 심사자 한 명이 함께 평가합니다.',
        },
        kind: 'Course',
        skills: ['데이터 전처리', '파이썬', '시각화', '모델 평가', '결과 설명'],
        level: { framework: 'KQF', value: '5' },
        hours: 192,
        credits: 12,
        resultScale: { name: '성적', values: ['C0', 'C+', 'B0', 'B+', 'A0', 'A+'] },
        design: { template: 'hex-crest', icon: 'code', level: 2, levels: 3 },
        publish: true,
      },
      {
        key: 'cloud',
        name: '클라우드 엔지니어',
        description: '컨테이너로 서비스를 배포하고 장애를 추적해 되살리는 능력을 확인합니다.',
        criteria: {
          narrative:
            '세 시간짜리 실기에서 주어진 서비스를 배포하고, 심어 둔 장애 두 가지를 찾아 복구한 기록을 제출합니다.',
        },
        kind: 'Competency',
        skills: ['컨테이너', '모니터링', '장애 대응'],
        hours: 48,
        design: { template: 'octagon', icon: 'chip', primary: '#2b2f38', accent: '#7f8ea3' },
        publish: true,
      },
    ],
    awards: [
      {
        achievement: 'ai-basic',
        people: [
          { ...haneul, result: 'A0' },
          { ...seojun, result: 'B+' },
          { ...jiwoo, result: 'B0' },
          { ...alexandra, result: 'A+' },
        ],
        values: { 기간: '2026년 3월 2일 ~ 6월 19일' },
      },
      { achievement: 'cloud', people: [haneul, jiwoo] },
    ],
    claimed: haneul.email,
    revoked: { email: seojun.email, reason: '정보 오류로 재발급' },
  },
  {
    slug: 'seohae',
    name: { ko: '서해공공아카데미', en: 'Seohae Public Academy' },
    kind: 'academy',
    primaryColor: '#0f5c46',
    accentColor: '#e3b23c',
    owner: 'office@seohae.example',
    contactEmail: 'office@seohae.example',
    headTitle: '원장',
    head: { title: { ko: '원장', en: 'Director' }, name: { ko: '박서연', en: 'Seoyeon Park' } },
    certificate: { achievement: 'data', template: 'suryo-band', name: '수료증', numberRule: '제 {YYYY}-{SEQ:3}호' },
    achievements: [
      {
        key: 'data',
        name: '공공데이터 분석',
        description: '행정 자료를 분석해 정책 질문에 답하는 과정입니다.',
        criteria: {
          narrative:
            '공공데이터 두 가지를 엮어 만든 분석 보고서를 발표하고 동료 평가와 강사 평가를 모두 통과해야 합니다.',
        },
        kind: 'Course',
        skills: ['공공데이터', '통계', '보고서 작성'],
        hours: 40,
        design: { template: 'round-seal', icon: 'chart', title: '데이터 분석', year: '2026', level: 3 },
        publish: true,
      },
      {
        key: 'heritage',
        name: '전통문화 해설',
        description: '지역 문화유산을 방문객의 눈높이에 맞추어 해설합니다.',
        criteria: {
          narrative: '현장 해설 두 번을 시연하고, 관람객 설문과 심사위원 평가에서 기준 점수를 넘어야 합니다.',
        },
        kind: 'Competency',
        skills: ['해설', '지역사', '안전 안내'],
        hours: 30,
        design: { template: 'eaves', icon: 'heart', level: 1 },
        publish: true,
      },
    ],
    awards: [
      { achievement: 'data', people: [haneul, seojun], values: { 기간: '2026년 5월 4일 ~ 5월 29일' } },
      { achievement: 'heritage', people: [jiwoo, seojun] },
    ],
    claimed: jiwoo.email,
    revoked: { email: seojun.email, reason: '요건 미충족 확인' },
  },
  {
    slug: 'pureun',
    name: { ko: '푸른배움협회', en: 'Pureun Learning Association' },
    kind: 'association',
    primaryColor: '#8f1d2c',
    accentColor: '#f0c05a',
    owner: 'members@pureun.example',
    contactEmail: 'members@pureun.example',
    headTitle: '회장',
    head: { title: { ko: '회장', en: 'Chair' }, name: { ko: '정하윤', en: 'Hayun Jung' } },
    certificate: { achievement: 'leadership', template: 'completion-en', name: 'Certificate of Completion' },
    achievements: [
      {
        key: 'leadership',
        name: 'Leadership Excellence',
        description: 'A two-day programme on leading small teams through change, assessed on a real case.',
        criteria: {
          narrative: 'Attend both days, lead one case discussion, and hand in a change plan that two assessors accept.',
        },
        kind: 'LearningProgram',
        skills: ['Facilitation', 'Decision making', 'Feedback'],
        language: 'en',
        hours: 14,
        design: { template: 'diamond', icon: 'star', level: 3 },
        publish: true,
      },
      {
        key: 'member',
        name: '2026 정회원',
        description: '푸른배움협회의 2026년 정회원임을 나타냅니다.',
        criteria: { narrative: '연회비를 내고 회원 윤리 서약에 서명한 분께 드립니다.' },
        kind: 'Membership',
        design: { template: 'ribbon-medal', icon: 'people', title: '정회원' },
        publish: true,
      },
    ],
    awards: [
      { achievement: 'leadership', people: [alexandra, haneul] },
      { achievement: 'member', people: [jiwoo, seojun], validUntil: '2026-12-31T14:59:59Z' },
    ],
    claimed: alexandra.email,
    revoked: { email: seojun.email, reason: '본인 요청' },
  },
]
