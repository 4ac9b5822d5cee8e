// Makes the request to issue out of the roster and the dates that were chosen.
import type { RosterRow } from '@kolleges/api'
import { endOfDayInSeoul, startOfDayInSeoul } from '../language/format.ts'
import { hasError } from '../learners/roster-edits.ts'
import type { AwardBatchInput } from './queries.ts'

export interface Details {
  /** A day in Seoul; empty means now. */
  validFrom: string
  /** A day in Seoul, valid to its end; empty means for ever. */
  validUntil: string
  alreadyAwarded: 'skip' | 'issue'
  /** For everybody's certificate, by the name of the variable: the period, the place. */
  values: Readonly<Record<string, string>>
}

export const FIRST_DETAILS: Details = { validFrom: '', validUntil: '', alreadyAwarded: 'skip', values: {} }

export const readyRows = (rows: readonly RosterRow[]): RosterRow[] => rows.filter((row) => !hasError(row))

/** Those who really get one: whoever holds the badge already is left out unless told otherwise. */
export const awardedRows = (rows: readonly RosterRow[], details: Details): RosterRow[] =>
  readyRows(rows).filter((row) => details.alreadyAwarded === 'issue' || !row.alreadyAwarded)

type Recipient = AwardBatchInput['recipients'][number]

export function composeBatch(achievement: string, rows: readonly RosterRow[], details: Details): AwardBatchInput {
  const { validFrom, validUntil, alreadyAwarded } = details
  const values = Object.fromEntries(Object.entries(details.values).filter(([, value]) => value.trim() !== ''))
  return {
    achievement,
    // In the order of the file, so that the server's "recipient 3" is the third line people see.
    recipients: awardedRows(rows, details)
      .toSorted((a, b) => a.row - b.row)
      .map(recipientOf),
    alreadyAwarded,
    ...(validFrom ? { validFrom: startOfDayInSeoul(validFrom) } : {}),
    ...(validUntil ? { validUntil: endOfDayInSeoul(validUntil) } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
  }
}

function recipientOf({ values, custom }: RosterRow): Recipient {
  const { name = '', email = '', nameEn, phone, studentNumber, department, birthDate, result } = values
  const rest = { nameEn, phone, studentNumber, department, birthDate, result }
  const written = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '')
  const kept = Object.keys(custom ?? {}).length > 0 ? { custom } : {}
  return { name, email, ...Object.fromEntries(written), ...kept }
}

/** What would be refused by the calendar, told before anything is sent. */
export function faultOfDates(
  { validFrom, validUntil }: Details,
  today: string,
): 'ends-before-it-begins' | 'ended' | null {
  if (validUntil === '') return null
  if (validUntil < today) return 'ended'
  return validUntil < (validFrom || today) ? 'ends-before-it-begins' : null
}

/** The name that is hardest to fit, for the preview. */
export const longestName = (rows: readonly RosterRow[]): string =>
  rows.reduce((longest, { values: { name = '' } }) => (name.length > longest.length ? name : longest), '')
