/** Reads one cell as one field: the value in its normal form and what is wrong with it. */
import { NAME_CHARACTERS_MAX, type RosterField, type RosterRow } from '@kolleges/api'
import { readDay } from './calendar.ts'
import type { Cell } from './cells.ts'
import { readEmail } from './email.ts'
import { type RowFaultCode, rowFault } from './faults.ts'
import {
  DEPARTMENT_CHARACTERS_MAX,
  EMAIL_CHARACTERS_MAX,
  PHONE_CHARACTERS_MAX,
  RESULT_CHARACTERS_MAX,
  SHORT_TEXT_CHARACTERS_MAX,
  STUDENT_NUMBER_CHARACTERS_MAX,
} from './limits.ts'
import { readPhone } from './phone.ts'
import { holdsResidentNumber, maskResidentNumbers } from './resident-number.ts'
import { tidyText } from './tidy-text.ts'

type Fault = RosterRow['faults'][number]
export type ReadCell = { readonly value: string; readonly faults: readonly Fault[] }

const CHARACTERS_MAX: Readonly<Record<RosterField, number>> = {
  name: NAME_CHARACTERS_MAX,
  nameEn: NAME_CHARACTERS_MAX,
  email: EMAIL_CHARACTERS_MAX,
  phone: PHONE_CHARACTERS_MAX,
  studentNumber: STUDENT_NUMBER_CHARACTERS_MAX,
  department: DEPARTMENT_CHARACTERS_MAX,
  birthDate: SHORT_TEXT_CHARACTERS_MAX,
  course: SHORT_TEXT_CHARACTERS_MAX,
  result: RESULT_CHARACTERS_MAX,
  hours: SHORT_TEXT_CHARACTERS_MAX,
  credits: SHORT_TEXT_CHARACTERS_MAX,
  completedOn: SHORT_TEXT_CHARACTERS_MAX,
}

/** A cell with a resident registration number gives its mask; the row's own fault tells the rest. */
export function readCell(field: RosterField, cell: Cell | undefined, thisYear: number): ReadCell {
  const raw = cell?.text ?? ''
  if (holdsResidentNumber(raw)) return { value: maskResidentNumbers(tidyText(raw)), faults: [] }
  const text = tidyText(raw)
  const spoilt = spoiltBy(text, cell)
  if (spoilt) return { value: text.slice(0, CHARACTERS_MAX[field]), faults: [rowFault(spoilt, field)] }
  const max = CHARACTERS_MAX[field]
  if (text.length > max) return { value: text.slice(0, max), faults: [rowFault('text-too-long', field, { max })] }
  return READERS[field](text, field, thisYear)
}

/** What no field can be read from. */
function spoiltBy(text: string, cell: Cell | undefined): RowFaultCode | undefined {
  if (cell?.isFormula || FORMULA.test(text)) return 'formula-cell'
  if (/^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(text)) return 'cell-error'
  return text.includes('\ufffd') ? 'text-garbled' : undefined
}

/** `+82 10…` and a lone `-` are no formulas; a spreadsheet would run these. */
const FORMULA = /^(=|[+@-]\s*[A-Za-z_][\w.]*\()/

type Reader = (text: string, field: RosterField, thisYear: number) => ReadCell

const plain: Reader = (text) => ({ value: text === '-' ? '' : text, faults: [] })

const name: Reader = (text) => {
  // `김 하 늘`: spread out to fill a column.
  const value = /^[가-힣]( [가-힣]){1,4}$/.test(text) ? text.replaceAll(' ', '') : text
  if (value === '') return { value, faults: [rowFault('name-missing', 'name')] }
  return { value, faults: /[\d@]|^\P{L}+$/u.test(value) ? [rowFault('name-unusual', 'name')] : [] }
}

const email: Reader = (text) => {
  if (text === '' || text === '-') return { value: '', faults: [rowFault('email-missing', 'email')] }
  const { email: value, fault, suggestion } = readEmail(text)
  return { value, faults: fault ? [rowFault(fault, 'email', { suggestion })] : [] }
}

const phone: Reader = (text) => {
  if (text === '' || text === '-') return { value: '', faults: [] }
  if (isRounded(text)) return { value: '', faults: [rowFault('number-rounded', 'phone')] }
  const value = readPhone(text)
  return value ? { value, faults: [] } : { value: text, faults: [rowFault('phone-unusual', 'phone')] }
}

const studentNumber: Reader = (text, field) =>
  isRounded(text) ? { value: '', faults: [rowFault('number-rounded', field)] } : plain(text, field, 0)

const isRounded = (text: string): boolean => /^\d(\.\d+)?E\+\d+$/i.test(text)

const day: Reader = (text, field, thisYear) => {
  if (text === '' || text === '-') return { value: '', faults: [] }
  const value = readDay(text, thisYear)
  return value ? { value, faults: [] } : { value: text, faults: [rowFault('date-unreadable', field)] }
}

/** `24시간`, `3 학점`. */
const amount: Reader = (text, field) => {
  const digits = /^(\d+(?:\.\d+)?)\s*(?:시간|시수|학점|h|hrs?|hours?|credits?)?$/i.exec(text)?.[1]
  return digits ? { value: digits, faults: [] } : plain(text, field, 0)
}

const READERS: Readonly<Record<RosterField, Reader>> = {
  name,
  nameEn: plain,
  email,
  phone,
  studentNumber,
  department: plain,
  birthDate: day,
  course: plain,
  result: plain,
  hours: amount,
  credits: amount,
  completedOn: day,
}
