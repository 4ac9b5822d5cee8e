import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBadgeDesign } from '@kolleges/design'
import { achievementOf, type FamilyWords, familyOf, readCourses } from './family.ts'

const KIT = { primary: '#0f5c46', accent: '#ff9f6b', badge: { template: 'shield', levels: 3 } }
const GROUND = {
  programme: 'AI 마이크로디그리',
  withWhole: true,
  kit: KIT,
  institutionName: '한빛대학교',
  overrides: {},
}

test('courses are read one a line, with or without a level, however they were pasted', () => {
  const text =
    '파이썬 프로그래밍, 1\r\n통계와 데이터 분석\t2\n\n  3. 인공지능 프로젝트; 3단계 \n- 글쓰기\n글쓰기\n회로 이론, 설계, 9'
  assert.deepEqual(readCourses(text, 3), [
    { name: '파이썬 프로그래밍', level: 1 },
    { name: '통계와 데이터 분석', level: 2 },
    { name: '인공지능 프로젝트', level: 3 },
    { name: '글쓰기', level: 0 },
    { name: '회로 이론, 설계', level: 3 },
  ])
  assert.deepEqual(readCourses(' \n\n', 3), [])
})

test('the set shares the programme’s shape and colours and differs by name, icon and level', () => {
  const members = familyOf({ ...GROUND, courses: readCourses('파이썬 프로그래밍, 1\n데이터 분석, 2', 3) })
  assert.deepEqual(
    members.map(({ design }) => [design.template, design.title, design.icon, design.level, design.levels]),
    [
      ['shield', '파이썬 프로그래밍', 'code', 1, 3],
      ['shield', '데이터 분석', 'chart', 2, 3],
      ['micro-ring', 'AI 마이크로디그리', 'robot', undefined, undefined],
    ],
  )
  for (const { design, fits } of members) assert.ok(fits && parseBadgeDesign(design).outcome === 'parsed')
})

test('what is changed by hand stays, and a title that does not fit is told', () => {
  const courses = readCourses('파이썬 프로그래밍, 1', 3)
  const overrides = { '파이썬 프로그래밍': { title: '파이썬', icon: 'robot', level: 3 } } as const
  const [changed] = familyOf({ ...GROUND, courses, overrides })
  assert.deepEqual([changed!.design.title, changed!.design.icon, changed!.design.level], ['파이썬', 'robot', 3])
  const long = {
    '파이썬 프로그래밍': { title: '아주길고긴이름을가진과목의정식명칭이여기에그대로들어갑니다'.repeat(2) },
  }
  assert.equal(familyOf({ ...GROUND, courses, overrides: long })[0]!.fits, false)
})

test('a kit without levels makes badges without marks', () => {
  const kit = { ...KIT, badge: { template: null, levels: 0 } }
  const [only] = familyOf({ ...GROUND, kit, withWhole: false, courses: readCourses('회로 이론, 2', 0) })
  assert.deepEqual([only!.design.template, only!.design.level], ['hex-crest', undefined])
})

test('each becomes a course, and the whole names them all', () => {
  const say: FamilyWords = {
    description: (programme, course) => `${programme}: ${course}`,
    criteria: (course) => course,
    wholeDescription: (programme) => programme,
    wholeCriteria: (courses) => courses,
  }
  const members = familyOf({ ...GROUND, courses: readCourses('회로 이론\n데이터 분석', 3) })
  const made = members.map((one) => achievementOf(one, members, GROUND.programme, say))
  assert.deepEqual(
    made.map(({ name, kind, criteria }) => [name, kind, criteria.narrative]),
    [
      ['회로 이론', 'Course', '회로 이론'],
      ['데이터 분석', 'Course', '데이터 분석'],
      ['AI 마이크로디그리', 'MicroCredential', '회로 이론, 데이터 분석'],
    ],
  )
})
