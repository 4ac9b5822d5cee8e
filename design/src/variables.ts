/** Lists the variables a document may hold: what they are called by staff, and what a sample person has there. */
import type { Bilingual } from './language.ts'

export type VariableKind = 'text' | 'date' | 'picture'

export type Variable = {
  readonly key: string
  /** How staff write it between braces; either language, besides the key itself. */
  readonly label: Bilingual
  readonly kind: VariableKind
  readonly sample: Bilingual
}

type Row = readonly [key: string, ko: string, en: string, sampleKo: string, sampleEn?: string, kind?: VariableKind]

const ROWS: readonly Row[] = [
  ['learner.name', '이름', 'Name', '김하늘'],
  ['learner.nameEnglish', '영문이름', 'Name in English', 'Haneul Kim'],
  ['learner.birthDate', '생년월일', 'Date of birth', '2003-05-14', undefined, 'date'],
  ['learner.affiliation', '소속', 'Affiliation', '컴퓨터공학과', 'Department of Computer Science'],
  ['learner.number', '학번', 'Student number', '20231234'],
  ['learner.role', '직위', 'Role', '책임연구원', 'Principal Researcher'],
  ['achievement.name', '과정명', 'Course', 'AI 데이터 기초 마이크로디그리', 'Foundations of AI and Data'],
  ['achievement.nameEnglish', '영문과정명', 'Course in English', 'Foundations of AI and Data'],
  ['achievement.description', '설명', 'Description', '데이터를 모으고 다듬어 인공지능 모형을 만드는 과정'],
  ['achievement.period', '기간', 'Period', '2026년 9월 1일 ~ 2026년 12월 18일', '1 September – 18 December 2026'],
  ['achievement.hours', '시간', 'Hours', '192'],
  ['achievement.credits', '학점', 'Credits', '12'],
  ['achievement.score', '평점', 'Grade point', '4.2 / 4.5'],
  ['achievement.grade', '등급', 'Grade', '최우수상', 'Grand Prize'],
  ['achievement.skills', '역량', 'Skills', '데이터 분석, 파이썬, 기계학습', 'Data analysis, Python, machine learning'],
  ['achievement.place', '장소', 'Place', '한빛대학교 국제회의장', 'Hanbit University Convention Hall'],
  ['credential.serial', '발급번호', 'Serial number', '제 2026-001호', 'No. 2026-001'],
  ['credential.number', '원본확인번호', 'Verification number', 'KL-7Q2M-9XKD'],
  ['credential.issuedOn', '발급일', 'Date of issue', '2026-12-22', undefined, 'date'],
  ['credential.expiresOn', '만료일', 'Date of expiry', '2028-12-31', undefined, 'date'],
  ['credential.url', '주소', 'Address', 'https://kolleges.example/c/7q2m9xkd4t8v'],
  ['credential.verifyAt', '확인주소', 'Where to verify', 'kolleges.example/v'],
  ...institution(1, '', ['한빛대학교', 'Hanbit University', '총장', 'President', '이도윤', 'Doyun Lee']),
  ...institution(2, '2', ['서해공공아카데미', 'Seohae Public Academy', '원장', 'Director', '박서연', 'Seoyeon Park']),
  ...institution(3, '3', ['가람산업협회', 'Garam Industry Association', '회장', 'Chair', '최민준', 'Minjun Choi']),
]

type InstitutionSample = readonly [
  ko: string,
  en: string,
  titleKo: string,
  titleEn: string,
  headKo: string,
  headEn: string,
]

function institution(at: number, mark: string, [ko, en, titleKo, titleEn, headKo, headEn]: InstitutionSample): Row[] {
  const key = `institution${at}`
  const label = mark ? ` ${mark}` : ''
  return [
    [`${key}.name`, `기관명${mark}`, `Institution${label}`, ko, en],
    [`${key}.nameEnglish`, `영문기관명${mark}`, `Institution${label} in English`, en],
    [`${key}.headTitle`, `기관장${mark}`, `Title of the head${label}`, titleKo, titleEn],
    [`${key}.headTitleEnglish`, `영문기관장${mark}`, `Title of the head${label} in English`, titleEn],
    [`${key}.headName`, `기관장이름${mark}`, `Name of the head${label}`, headKo, headEn],
    [`${key}.headNameEnglish`, `영문기관장이름${mark}`, `Name of the head${label} in English`, headEn],
    [`${key}.logo`, `로고${mark}`, `Logo${label}`, '', '', 'picture'],
    [`${key}.symbol`, `심볼${mark}`, `Symbol${label}`, '', '', 'picture'],
    [`${key}.seal`, `직인${mark}`, `Seal${label}`, '', '', 'picture'],
    [`${key}.signature`, `서명${mark}`, `Signature${label}`, '', '', 'picture'],
  ]
}

export const VARIABLES: readonly Variable[] = ROWS.map(([key, ko, en, sampleKo, sampleEn, kind = 'text']) => ({
  key,
  label: { ko, en },
  kind,
  sample: { ko: sampleKo, en: sampleEn ?? sampleKo },
}))

const byName = new Map(
  VARIABLES.flatMap((variable) =>
    [variable.key, variable.label.ko, variable.label.en].map((name) => [name, variable] as const),
  ),
)

/** The variable of a key or of either label; nothing for a column of the institution's own. */
export const findVariable = (name: string): Variable | undefined => byName.get(name)

/** The one name a value is kept under: the key, or the column's own name. */
export const keyOf = (name: string): string => byName.get(name)?.key ?? name.replace(/^custom\./, '')
