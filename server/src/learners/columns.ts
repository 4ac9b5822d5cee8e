/** Knows what people call the columns of a roster. */
import type { RosterField } from '@kolleges/api'

const SYNONYMS: Readonly<Record<RosterField, string>> = {
  name:
    '이름 성명 성함 수강생 수강생명 수강자 수강자명 수료자 수료자명 수료생 이수자 이수자명 학생 학생명 학생이름 참가자 참가자명 참여자 참여자명 ' +
    '교육생 교육생명 회원명 대상자 대상자명 수상자 수상자명 받는사람 한글이름 한글성명 국문이름 국문성명 이름한글 성명한글 이름국문 성명국문 ' +
    'name fullname learner learnername student studentname recipient recipientname participant koreanname displayname',
  nameEn:
    '영문 영문이름 영문성명 영문명 이름영문 성명영문 영어이름 영어성명 로마자이름 englishname nameen nameenglish nameinenglish romanizedname romanname',
  email: '이메일 이메일주소 메일 메일주소 전자우편 전자우편주소 전자메일 email emailaddress mail mailaddress',
  phone:
    '휴대폰 휴대폰번호 휴대전화 휴대전화번호 핸드폰 핸드폰번호 연락처 연락처번호 전화 전화번호 모바일 hp mobile mobileno mobilenumber mobilephone phone phoneno phonenumber tel telephone cell cellphone',
  studentNumber:
    '학번 사번 교번 학번사번 사번학번 학생번호 직원번호 회원번호 수험번호 studentno studentnumber studentid learnerid employeeno employeenumber employeeid memberno',
  department:
    '소속 소속명 소속기관 소속학과 소속부서 학과 학과명 학과전공 학과부서 부서 부서명 전공 학부 학부과 단과대학 기관 기관명 회사 회사명 department dept major affiliation company organization division school',
  birthDate: '생년월일 생일 출생일 출생년월일 생년월일자 birthdate dateofbirth birthday birth dob',
  course:
    '과정 과정명 강좌 강좌명 교과목 교과목명 과목 과목명 교육과정 교육과정명 프로그램 프로그램명 교육명 course coursename coursetitle class program programme subject',
  result: '점수 성적 등급 평점 결과 평가 평가결과 score grade result mark',
  hours: '이수시간 교육시간 수강시간 시간 시수 이수시수 hours studyhours traininghours coursehours',
  credits: '학점 이수학점 취득학점 credits credit creditsearned',
  completedOn:
    '수료일 수료일자 수료날짜 이수일 이수일자 이수날짜 완료일 완료일자 종료일 completedon completiondate datecompleted completed completedat',
}

const FIELD_OF = new Map(
  Object.entries(SYNONYMS).flatMap(([field, words]) => words.split(' ').map((word) => [word, field as RosterField])),
)

/** Parts of longer headers (`수강생 이메일 주소`), tried in this order. */
const PARTS: readonly (readonly [RegExp, RosterField])[] = [
  [/이메일|전자우편|email/, 'email'],
  [/휴대폰|휴대전화|핸드폰|연락처|전화번호|mobile|phone/, 'phone'],
  [/생년월일|dateofbirth/, 'birthDate'],
  [/학번|사번|studentid|studentnumber/, 'studentNumber'],
  [/영문(이름|성명|명)|englishname/, 'nameEn'],
  [/이수시간|교육시간/, 'hours'],
  [/수료일|이수일|completiondate/, 'completedOn'],
]
/** People beside the learner, whose names and numbers must not become the learner's. */
const OTHERS = /보호자|부모|비상|담임|강사|교수|담당|추천|팀장|guardian|parent|emergency|instructor|teacher|manager/

/** The field a header names; `null` for one we do not know, which stays out of the roster. */
export function fieldOfHeader(header: string): RosterField | null {
  const whole = keyOf(header)
  const bare = keyOf(header.replace(/[([{（〔][^)\]}）〕]*[)\]}）〕]/g, ''))
  const known = FIELD_OF.get(whole) ?? FIELD_OF.get(bare)
  if (known) return known
  if (OTHERS.test(whole)) return null
  return PARTS.find(([part]) => part.test(whole))?.[1] ?? null
}

export type NamePart = 'family' | 'given'

/** `이름` is the whole name unless a column beside it holds the family name. */
export function namePartOfHeader(header: string): NamePart | null {
  const key = keyOf(header)
  if (FAMILY.has(key)) return 'family'
  return GIVEN.has(key) ? 'given' : null
}

const FAMILY = new Set(['성', '성씨', 'lastname', 'familyname', 'surname'])
const GIVEN = new Set(['이름', '명', 'firstname', 'givenname', 'forename'])

const keyOf = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
