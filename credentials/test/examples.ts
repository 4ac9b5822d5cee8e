// Credentials in the manner of the Open Badges 3.0 documents, each showing one thing that the standard can say.

import type { AchievementParts, AlignmentParts, CredentialParts } from '../src/index.ts'
import { composeEndorsement } from '../src/index.ts'
import { anIssuer, emailIdentity, fullParts, hanbit, NOON, signed, someParts } from './fixtures.ts'

export const partner = anIssuer('partner')
export const learner = anIssuer('haneul')

const uuid = (last: number): string => `urn:uuid:00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const plain = someParts().achievement
const achievement = (change: Partial<AchievementParts>): AchievementParts => ({ ...plain, ...change })

const skills: readonly AlignmentParts[] = [
  {
    targetName: '데이터 전처리',
    targetUrl: 'https://skills.example/ncs/20010105',
    targetCode: '20010105',
    targetDescription: '분석에 쓸 자료를 모으고 다듬는다.',
    targetFramework: 'NCS',
    targetType: 'ceasn:Competency',
  },
  { targetName: 'Data literacy', targetUrl: 'https://skills.example/case/uri/7', targetType: 'CFItem' },
  { targetName: 'Own framework', targetUrl: 'https://skills.example/own/1', targetType: 'ext:Own.Skill' },
]

const rubric = ['도입', '숙달', '모범'].map((name, at) => ({
  id: uuid(100 + at),
  name,
  level: String(at + 1),
  points: String(at * 5),
  description: `${name} 수준의 과제`,
  alignment: [{ targetName: 'Rubric', targetUrl: 'https://skills.example/r/1', targetType: 'CFRubricCriterionLevel' }],
}))

const results: CredentialParts = someParts({
  achievement: achievement({
    resultDescription: [
      {
        id: uuid(1),
        name: '학점',
        resultType: 'LetterGrade',
        allowedValue: ['F', 'D', 'C', 'B', 'A'],
        requiredValue: 'C',
      },
      { id: uuid(2), name: '평점', resultType: 'GradePointAverage', valueMin: '0.0', valueMax: '4.5' },
      { id: uuid(3), name: '이수', resultType: 'Status' },
      { id: uuid(4), name: '출석', resultType: 'Percent', valueMin: '0', valueMax: '100', requiredValue: '80' },
      { id: uuid(5), name: '포트폴리오', resultType: 'ext:Portfolio' },
    ],
  }),
  results: [
    { resultDescription: uuid(1), value: 'A' },
    { resultDescription: uuid(2), value: '4.3' },
    { resultDescription: uuid(3), status: 'Completed' },
    { resultDescription: uuid(4), value: '96' },
    { resultDescription: uuid(5), value: '우수', alignment: [skills[0]!] },
    { value: '설명 없는 결과' },
  ],
})

const rubrics: CredentialParts = someParts({
  achievement: achievement({
    resultDescription: [
      {
        id: uuid(9),
        name: '최종 과제',
        resultType: 'RubricCriterionLevel',
        requiredLevel: rubric[1]!.id,
        rubricCriterionLevel: rubric,
        alignment: [skills[0]!],
      },
    ],
  }),
  results: [{ resultDescription: uuid(9), achievedLevel: rubric[2]!.id }],
})

const word = await signed(
  composeEndorsement({
    id: uuid(20),
    name: '현업 추천',
    description: '채용할 때 이 배지를 봅니다.',
    issuer: { id: partner.did, name: 'Partner Lab' },
    validFrom: NOON,
    validUntil: '2031-11-23T03:00:00Z',
    subjectId: plain.id,
    comment: '현업에서 **바로** 쓰는 내용입니다.',
  }),
  partner,
)

const english = achievement({
  id: `${plain.id}-en`,
  name: 'AI data basics',
  description: 'Collect data, clean it, and build a first model.',
  criteria: {
    id: 'https://badges.hanbit.example/criteria/ai-basic',
    narrative: 'Finish twelve weeks and the project.',
  },
  inLanguage: 'en',
  related: [{ id: plain.id, inLanguage: 'ko', version: '1' }],
})
const korean = achievement({
  inLanguage: 'ko',
  version: '1',
  related: [{ id: english.id, inLanguage: 'en', version: '1' }, { id: uuid(30) }],
})

const department: CredentialParts['issuer'] = {
  id: hanbit.did,
  name: '소프트웨어학과',
  url: 'https://hanbit.example/sw',
  phone: '+82-2-0000-0000',
  email: 'sw@hanbit.example',
  description: '소프트웨어를 가르칩니다.',
  image: { id: 'https://badges.hanbit.example/logo.png', caption: '학과 로고' },
  official: '학과장',
  otherIdentifier: [
    { identifier: 'SW', identifierType: 'systemId' },
    { identifier: '7', identifierType: 'ext:own' },
  ],
  parentOrg: { id: 'https://hanbit.example/', name: '한빛대학교', official: '총장' },
  address: {
    addressCountry: '대한민국',
    addressCountryCode: 'KR',
    addressRegion: '서울특별시',
    addressLocality: '한빛구',
    streetAddress: '배움로 1',
    postOfficeBoxNumber: '12',
    postalCode: '00000',
    geo: { latitude: 37.5, longitude: 127.25 },
  },
}

const person: CredentialParts['issuer'] = {
  id: learner.did,
  name: '김하늘',
  familyName: '김',
  givenName: '하늘',
  additionalName: '별',
  patronymicName: '바다',
  honorificPrefix: 'Dr',
  honorificSuffix: 'PhD',
  familyNamePrefix: 'van',
  dateOfBirth: '2001-03-15',
}

export const EXAMPLES: Readonly<Record<string, CredentialParts>> = {
  minimal: { ...someParts(), status: undefined, recipient: { id: 'did:example:haneul' }, schema: false },
  complete: fullParts({
    subjectImage: { id: 'https://badges.hanbit.example/c/1.png' },
    termsOfUse: [{ type: 'urn:x:T' }],
  }),
  results,
  rubrics,
  skills: someParts({ achievement: achievement({ alignment: skills, tag: ['Python', '통계'] }) }),
  korean: someParts({ achievement: korean }),
  english: someParts({ achievement: english }),
  endorsed: someParts({
    endorsement: [word],
    issuer: { ...someParts().issuer, endorsement: [word] },
    achievement: achievement({ endorsement: [word] }),
  }),
  'self-asserted': someParts({ issuer: person, recipient: { id: learner.did, name: '김하늘' }, status: undefined }),
  department: someParts({ issuer: department, achievement: achievement({ creator: department }) }),
  'vouched-for': someParts({
    source: { id: partner.did, name: 'Partner Lab' },
    role: '인턴',
    narrative: '# 여름 인턴',
  }),
  evidence: someParts({
    evidence: [
      { id: 'https://portfolio.example/1', name: '보고서', genre: 'Report', audience: '평가 위원' },
      { narrative: '면접에서 설명했습니다.', description: '구술' },
      { id: 'data:text/plain,evidence', name: '인라인' },
    ],
  }),
  'issued-again': someParts({ awardedDate: '2024-02-29T23:59:59+09:00', validUntil: '2030-01-01T00:00:00.5Z' }),
  'known-by-several': someParts({
    recipient: {
      name: '김하늘',
      identifiers: [
        emailIdentity,
        { type: 'IdentityObject', hashed: false, identityHash: '20260001', identityType: 'sisSourcedId' },
        { type: 'IdentityObject', hashed: false, identityHash: 'h-1', identityType: 'ext:studentId' },
      ],
    },
  }),
  'credits-and-terms': someParts({
    creditsEarned: 1.5,
    term: '2026-2',
    licenseNumber: '제 7호',
    activityStartDate: '2026-09-01T00:00:00Z',
    activityEndDate: '2026-11-20T00:00:00Z',
    achievement: achievement({ achievementType: 'ext:MicroDegree', creditsAvailable: 3, humanCode: 'AI101' }),
  }),
}
