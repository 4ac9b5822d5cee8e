/** What applicants read about credit recognition (해요체), in both languages. */
import type { Language } from '../platform/handler.ts'
import { josa } from '../platform/josa.ts'
import type { Articulation } from './articulation.ts'
import type { Item, Outcome, RecognitionState } from './recognition.ts'

export const creditsIn = (credits: number, language: Language): string =>
  language === 'ko' ? `${credits}학점` : `${credits} ${credits === 1 ? 'credit' : 'credits'}`

/** One recognised badge in a line: `CSE201 데이터베이스 3학점 (SQL 기초, 한빛대학교)`. */
export const courseLine = ({ course, credits, name, issuer }: Item, language: Language): string =>
  `${course ? `${course.code} ${course.name} ` : ''}${creditsIn(credits, language)} (${name}, ${issuer})`

const ko = {
  kicker: '학점 인정',
  tableTitle: '어떤 배지가 어떤 교과목으로 인정되나요?',
  columns: { badge: '배지', course: '교과목', credits: '학점', decision: '결정', until: '신청 기한' },
  decisions: { automatic: '바로 인정', review: '심사 후 인정', never: '인정하지 않음' } as Record<
    Articulation['decision'],
    string
  >,
  noLimit: '기한 없음',
  noRows: '아직 정해진 배지가 없어요. 신청하면 담당자가 하나씩 살펴봐요.',
  limit: (credits: number): string => `한 사람이 모두 합해 ${creditsIn(credits, 'ko')}까지 인정받을 수 있어요.`,
  apply: '내 배지로 신청하기',
  closed: '지금은 신청을 받지 않아요.',
  missingTitle: '없는 페이지예요',
  missingText: '주소가 잘렸거나, 더 이상 운영하지 않는 과정이에요.',
  form: {
    lead: (programme: string): string => `${josa(programme, '으로/로')} 인정받을 배지를 골라 주세요.`,
    mine: '내 지갑의 배지',
    none: '지갑에 배지가 없어요. 다른 곳에서 받은 배지 파일을 올려 신청할 수 있어요.',
    fits: (course: string, credits: number): string => `${course} ${creditsIn(credits, 'ko')}`,
    noRow: '표에 없는 배지예요. 담당자가 살펴봐요.',
    refused: '이 과정에서는 인정하지 않는 배지예요.',
    files: '다른 기관에서 받은 배지 파일',
    filesHint: 'PNG, SVG, JSON, PDF 파일을 5개까지 올릴 수 있어요. 올리면 바로 검증해요.',
    file: (n: number): string => `파일 ${n}`,
    more: '더 추가하기',
    evidence: '증빙 링크',
    evidenceHint: '과제물, 성적 증명처럼 담당자가 볼 수 있는 주소를 적어 주세요.',
    evidenceName: (n: number): string => `증빙 ${n} 이름`,
    evidenceUrl: (n: number): string => `증빙 ${n} 주소`,
    note: '담당자에게 남길 말',
    name: '이름',
    promise: '고른 배지의 서명 원본이 이 기관의 담당자에게 전달돼요.',
    send: '신청하기',
  },
  faults: {
    'recognition-empty': '인정받을 배지를 하나 이상 고르거나 올려 주세요. 배지 정보가 없는 파일은 신청할 수 없어요.',
    'recognition-too-large': '한 번에 신청할 수 있는 것보다 많아요. 배지를 나누어 신청해 주세요.',
    'recognition-waiting': '이 과정에는 이미 신청한 것이 있어요. 결과를 받은 뒤 다시 신청할 수 있어요.',
    'recognition-closed': '지금은 신청을 받지 않아요.',
    'rate-limited': '잠시 후 다시 시도해 주세요. 짧은 시간에 파일을 너무 많이 확인했어요.',
    'resident-number': '주민등록번호는 적지 말아 주세요. 적으신 내용은 저장하지 않았어요.',
    'evidence-invalid': '증빙 링크를 확인해 주세요. http:// 또는 https://로 시작하는 주소여야 해요.',
  },
  mine: {
    title: '내 학점 인정',
    none: '아직 신청한 것이 없어요',
    noneText: '학교의 학점 인정 페이지에서 배지를 골라 신청하면 여기에서 결과를 볼 수 있어요.',
    badges: '내 배지',
    states: { submitted: '심사 중', decided: '결정됨', withdrawn: '취소함' } as Record<RecognitionState, string>,
    open: '자세히 보기',
  },
  paper: {
    title: '학점 인정 결과 통지서',
    lead: (name: string, credits: string): string =>
      `${name} 님의 학점 인정 신청을 심사한 결과 ${credits}을 인정합니다.`,
    applicant: '신청',
    name: '이름',
    number: '학번',
    programme: '과정',
    applied: '신청일',
    decided: '결정일',
    result: '심사 결과',
    badge: '배지',
    issuer: '발급기관',
    outcome: '결정',
    course: '인정 교과목',
    credits: '학점',
    check: '신청 자료',
  },
  letter: {
    title: '학점 인정 결과',
    waitingTitle: '신청을 받았어요',
    waiting: '담당자가 살펴보고 있어요. 결과는 메일로도 알려 드려요.',
    withdrawnTitle: '취소한 신청이에요',
    withdrawn: '이 신청은 심사하지 않아요.',
    decided: (credits: number): string =>
      credits > 0 ? `모두 ${creditsIn(credits, 'ko')}이 인정되었어요.` : '인정된 학점이 없어요.',
    outcomes: { accepted: '인정', partly: '일부 인정', refused: '인정하지 않음' } as Record<Outcome, string>,
    open: '심사 중',
    reason: '사유',
    comment: '담당자의 말',
    credential: '인정 증명 보기',
    withdraw: '신청 취소',
    print: '결과 통지서 (PDF)',
    submittedOn: (day: string): string => `${day} 신청`,
    decidedOn: (day: string): string => `${day} 결정`,
    evidence: '함께 낸 증빙',
    package: '신청 묶음의 SHA-256',
  },
  mail: {
    subject: (programme: string): string => `${programme} 학점 인정 결과를 알려 드려요`,
    greeting: (name: string): string => `${name} 님, 안녕하세요.`,
    result: (credits: number): string =>
      credits > 0
        ? `신청하신 배지로 모두 ${creditsIn(credits, 'ko')}이 인정되었어요.`
        : '신청하신 배지로 인정된 학점이 없어요.',
    refused: (name: string, reason: string): string => `${name}: 인정하지 않음 (${reason})`,
    see: '결과 보기',
    safety: '이 메일은 비밀번호나 결제를 요구하지 않아요.',
  },
}

const en: typeof ko = {
  kicker: 'Credit recognition',
  tableTitle: 'Which badge counts as which course?',
  columns: { badge: 'Badge', course: 'Course', credits: 'Credits', decision: 'Decision', until: 'Apply by' },
  decisions: { automatic: 'Recognised at once', review: 'After review', never: 'Not recognised' },
  noLimit: 'No deadline',
  noRows: 'No badges are listed yet. If you apply, the registrar looks at each one.',
  limit: (credits) => `One person can have up to ${creditsIn(credits, 'en')} recognised in all.`,
  apply: 'Apply with my badges',
  closed: 'No applications are taken now.',
  missingTitle: 'There is no such page',
  missingText: 'The address may be cut off, or the programme is not offered any more.',
  form: {
    lead: (programme) => `Choose the badges you want recognised for ${programme}.`,
    mine: 'Badges in my wallet',
    none: 'Your wallet is empty. You can apply with files of badges you received elsewhere.',
    fits: (course, credits) => `${course}, ${creditsIn(credits, 'en')}`,
    noRow: 'Not in the table; the registrar will look at it.',
    refused: 'This programme does not recognise this badge.',
    files: 'Badge files from other issuers',
    filesHint: 'Up to five PNG, SVG, JSON or PDF files. They are verified as soon as you send them.',
    file: (n) => `File ${n}`,
    more: 'Add more',
    evidence: 'Links to evidence',
    evidenceHint: 'Addresses the registrar can open: an assignment, a grade report.',
    evidenceName: (n) => `Name of evidence ${n}`,
    evidenceUrl: (n) => `Address of evidence ${n}`,
    note: 'A word to the registrar',
    name: 'Your name',
    promise: 'The signed originals of the badges you choose go to the registrar of this institution.',
    send: 'Apply',
  },
  faults: {
    'recognition-empty': 'Choose or upload at least one badge. A file without a credential cannot be sent.',
    'recognition-too-large': 'That is more than one application may hold. Please apply in parts.',
    'recognition-waiting': 'You have an application here already. You can apply again once it is decided.',
    'recognition-closed': 'No applications are taken now.',
    'rate-limited': 'Please try again shortly: too many files were checked in a short time.',
    'resident-number': 'Please leave out the resident registration number. Nothing you wrote was stored.',
    'evidence-invalid': 'Please check the links to your evidence: they begin with http:// or https://.',
  },
  mine: {
    title: 'My credit recognition',
    none: 'You have not applied for anything yet',
    noneText: 'Choose badges on a school’s recognition page and apply; the result will appear here.',
    badges: 'My badges',
    states: { submitted: 'Under review', decided: 'Decided', withdrawn: 'Withdrawn' },
    open: 'Details',
  },
  paper: {
    title: 'Result of credit recognition',
    lead: (name, credits) =>
      `On the application of ${name}, the following was decided; credits recognised: ${credits}.`,
    applicant: 'Application',
    name: 'Name',
    number: 'Student number',
    programme: 'Programme',
    applied: 'Applied on',
    decided: 'Decided on',
    result: 'Decision',
    badge: 'Badge',
    issuer: 'Issuer',
    outcome: 'Result',
    course: 'Counts as',
    credits: 'Credits',
    check: 'What was handed in',
  },
  letter: {
    title: 'Result of credit recognition',
    waitingTitle: 'We have your application',
    waiting: 'The registrar is looking at it. You will also get the result by mail.',
    withdrawnTitle: 'You withdrew this application',
    withdrawn: 'It will not be reviewed.',
    decided: (credits) =>
      credits > 0 ? `${creditsIn(credits, 'en')} were recognised in all.` : 'No credits were recognised.',
    outcomes: { accepted: 'Recognised', partly: 'Recognised in part', refused: 'Not recognised' },
    open: 'Under review',
    reason: 'Reason',
    comment: 'From the registrar',
    credential: 'See the credential',
    withdraw: 'Withdraw the application',
    print: 'Result letter (PDF)',
    submittedOn: (day) => `Applied on ${day}`,
    decidedOn: (day) => `Decided on ${day}`,
    evidence: 'Evidence you sent',
    package: 'SHA-256 of the package',
  },
  mail: {
    subject: (programme) => `Your credit recognition for ${programme}`,
    greeting: (name) => `Hello ${name},`,
    result: (credits) =>
      credits > 0
        ? `${creditsIn(credits, 'en')} were recognised for the badges you sent.`
        : 'No credits were recognised for the badges you sent.',
    refused: (name, reason) => `${name}: not recognised (${reason})`,
    see: 'See the result',
    safety: 'This message asks for no password and no payment.',
  },
}

export const wording: Readonly<Record<Language, typeof ko>> = { ko, en }
export type ApplicationFault = keyof typeof ko.faults
