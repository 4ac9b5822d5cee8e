/** Everything that can be wrong with a row of a roster, in words for both languages. */
import type { RosterField, RosterRow } from '@kolleges/api'
import type { Bilingual } from '@kolleges/design'
import type { UnreadableCause } from './cells.ts'

type Fault = RosterRow['faults'][number]
type Sentence = { readonly severity: Fault['severity'] } & Bilingual

/** `{suggestion}`, `{otherRow}`, `{field}`, `{max}`, `{allowed}` and `{date}` are filled in. */
export const ROW_FAULTS = {
  'name-missing': { severity: 'error', ko: '이름이 비어 있어요.', en: 'The name is empty.' },
  'name-unusual': {
    severity: 'warning',
    ko: '이름이 맞는지 확인해 주세요.',
    en: 'Please check that this is a name.',
  },
  'email-missing': { severity: 'error', ko: '이메일이 비어 있어요.', en: 'The email is empty.' },
  'email-malformed': { severity: 'error', ko: '이메일 형식이 아니에요.', en: 'Not an email address.' },
  'email-typo': {
    severity: 'warning',
    ko: '이메일에 오타가 있는 것 같아요. ‘{suggestion}’인가요?',
    en: 'This email looks mistyped. Did you mean “{suggestion}”?',
  },
  'duplicate-row': {
    severity: 'error',
    ko: '{otherRow}행과 같은 사람이에요.',
    en: 'Same person as row {otherRow}.',
  },
  'already-awarded': {
    severity: 'warning',
    ko: '이미 {date}에 같은 배지를 받았어요.',
    en: 'Already holds this badge ({date}).',
  },
  'result-unknown': {
    severity: 'error',
    ko: '이 배지의 성적에 없는 값이에요. 쓸 수 있는 값: {allowed}',
    en: 'The badge’s scale has no such result. Allowed: {allowed}',
  },
  'resident-number': {
    severity: 'error',
    ko: '주민등록번호로 보이는 값이 있어 저장하지 않았어요. 생년월일만 사용하세요.',
    en: 'This looks like a resident registration number and was not stored. Use the date of birth only.',
  },
  'formula-cell': {
    severity: 'error',
    ko: '{field} 칸에 수식이 들어 있어요. 값으로 바꿔 주세요.',
    en: 'The {field} cell holds a formula. Paste its value instead.',
  },
  'cell-error': {
    severity: 'error',
    ko: '{field} 칸에 엑셀 오류 값이 들어 있어요.',
    en: 'The {field} cell holds a spreadsheet error.',
  },
  'text-garbled': {
    severity: 'error',
    ko: '{field} 칸의 글자가 깨져 있어요.',
    en: 'The text in the {field} cell is garbled.',
  },
  'text-too-long': {
    severity: 'error',
    ko: '{field} 칸이 너무 길어요. {max}자까지 쓸 수 있어요.',
    en: 'The {field} cell is too long; at most {max} characters.',
  },
  'date-unreadable': {
    severity: 'error',
    ko: '날짜를 읽을 수 없어요. 예: 2026-11-23 또는 2026년 11월 23일',
    en: 'Unreadable date. For example: 2026-11-23',
  },
  'phone-unusual': {
    severity: 'warning',
    ko: '전화번호가 맞는지 확인해 주세요.',
    en: 'Please check the phone number.',
  },
  'number-rounded': {
    severity: 'warning',
    ko: '엑셀이 {field} 칸의 숫자를 줄여 썼어요(예: 1.2E+10). 셀 서식을 텍스트로 바꿔 다시 넣어 주세요.',
    en: 'The spreadsheet shortened the number in the {field} cell (like 1.2E+10). Format the cell as text and enter it again.',
  },
} as const satisfies Record<string, Sentence>

export type RowFaultCode = keyof typeof ROW_FAULTS

export const FIELD_NAMES: Readonly<Record<RosterField, Bilingual>> = {
  name: { ko: '이름', en: 'name' },
  nameEn: { ko: '영문 이름', en: 'English name' },
  email: { ko: '이메일', en: 'email' },
  phone: { ko: '휴대전화', en: 'phone' },
  studentNumber: { ko: '학번', en: 'student number' },
  department: { ko: '소속', en: 'department' },
  birthDate: { ko: '생년월일', en: 'date of birth' },
  course: { ko: '과정', en: 'course' },
  result: { ko: '성적', en: 'result' },
  hours: { ko: '이수시간', en: 'hours' },
  credits: { ko: '학점', en: 'credits' },
  completedOn: { ko: '수료일', en: 'completion date' },
}

export type FaultDetails = {
  readonly suggestion?: string | undefined
  readonly otherRow?: number
  readonly max?: number
  readonly allowed?: string
  readonly date?: Bilingual
}

/** Composes the fault with its sentences; the value itself is never quoted, save as a suggestion. */
export function rowFault(code: RowFaultCode, field: RosterField | null, details: FaultDetails = {}): Fault {
  const { severity, ko, en } = sentenceOf(code, details)
  return {
    field,
    code,
    severity,
    ...(details.suggestion === undefined ? {} : { suggestion: details.suggestion }),
    ...(details.otherRow === undefined ? {} : { otherRow: details.otherRow }),
    ko: fill(ko, 'ko', field, details),
    en: fill(en, 'en', field, details),
  }
}

function sentenceOf(code: RowFaultCode, { suggestion }: FaultDetails): Sentence {
  const sentence = ROW_FAULTS[code]
  if (code !== 'email-malformed' || suggestion === undefined) return sentence
  return {
    ...sentence,
    ko: `${sentence.ko} ‘{suggestion}’(으)로 바꿀까요?`,
    en: `${sentence.en} Change to “{suggestion}”?`,
  }
}

const fill = (text: string, language: 'ko' | 'en', field: RosterField | null, details: FaultDetails): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'field') return field ? FIELD_NAMES[field][language] : ''
    if (name === 'date') return details.date?.[language] ?? ''
    return String(details[name as 'suggestion' | 'otherRow' | 'max' | 'allowed'] ?? '')
  })

/** Why a file could not be read at all. */
export const FILE_FAULTS: Readonly<Record<UnreadableCause, Bilingual>> = {
  'encoding-unknown': {
    ko: '글자를 읽을 수 없어요. 엑셀에서 ‘CSV UTF-8’ 또는 .xlsx로 다시 저장해 주세요.',
    en: 'The text is neither UTF-8 nor CP949. Save it again as “CSV UTF-8” or .xlsx.',
  },
  'not-a-table': {
    ko: '표가 들어 있는 파일이 아니에요. 엑셀(.xlsx)이나 CSV 파일을 올려 주세요.',
    en: 'This is not a table. Upload an Excel (.xlsx) or CSV file.',
  },
  'workbook-old': {
    ko: '예전 엑셀 형식(.xls)이거나 암호가 걸린 파일이에요. 암호 없이 .xlsx로 다시 저장해 주세요.',
    en: 'This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password.',
  },
  'workbook-broken': {
    ko: '엑셀 파일이 손상되어 읽을 수 없어요. 엑셀에서 열어 다시 저장해 주세요.',
    en: 'The workbook is damaged. Open it in Excel and save it again.',
  },
  'workbook-locked': {
    ko: '암호가 걸린 파일이에요. 암호를 풀고 다시 저장해 주세요.',
    en: 'The workbook is encrypted. Save it without a password.',
  },
  'workbook-unsafe': {
    ko: '안전하지 않은 내용이 들어 있어 읽지 않았어요. 새 엑셀 파일에 표만 복사해 주세요.',
    en: 'The workbook holds something unsafe and was not read. Copy only the table into a new file.',
  },
  'workbook-too-large': {
    ko: '엑셀 파일의 내용이 너무 커요. 명단만 남기고 다시 저장해 주세요.',
    en: 'The workbook unpacks to more than can be read. Keep only the roster and save it again.',
  },
}
