/** Headers are recognised by what staff call them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldOfHeader } from './columns.ts'

for (const [field, headers] of [
  ['name', ['이름', '성　명', '성명(한글)', '수강생', 'Name', 'FULL NAME', '이름*', '수료자 명']],
  ['nameEn', ['영문 이름', '성명(영문)', 'English name', 'Name (English)', '영문성명']],
  ['email', ['이메일', '메일', 'E-mail', 'e-mail address', '이메일(필수)', '수강생 이메일 주소', 'EMAIL']],
  ['phone', ['휴대폰', '연락처', '전화', 'HP', 'H.P.', 'mobile', '휴대전화 번호']],
  ['studentNumber', ['학번', '사번', 'Student No.', '학번/사번']],
  ['department', ['소속', '학과', '부서', 'Department', '소속(학과)']],
  ['birthDate', ['생년월일', 'Date of birth', '생년월일(YYMMDD)']],
  ['course', ['과정', '강좌', '과정명']],
  ['result', ['점수', '성적', '등급', 'Grade']],
  ['hours', ['이수시간', '총 이수시간(h)']],
  ['credits', ['학점', '이수학점']],
  ['completedOn', ['수료일', '이수일', '수료일자']],
  [null, ['번호', '비고', '주민등록번호', '보호자 연락처', '담당 교수 이메일', '주소', '', 'No.']],
] as const) {
  test(`${headers.join(', ')} ${field ? `name ${field}` : 'stay out'}`, () => {
    for (const header of headers) assert.equal(fieldOfHeader(header), field, header)
  })
}
