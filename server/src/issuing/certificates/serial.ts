/** Gives certificates their serial numbers: one after another, none twice, none left out. */
import type { CertificateNumber } from '@kolleges/api'
import { seoulMonth } from '../../platform/dates.ts'
import type { Instant, Tx } from '../../platform/ports.ts'
import { countSerials } from './store.ts'

export type SerialWish = {
  readonly rule: CertificateNumber | null
  readonly achievementId: string
  /** The day of issue: its year is counted in. */
  readonly issuedAt: Instant
}

/** In the transaction that writes the awards; others who want numbers of the same run wait for its end. */
export async function allotSerials(
  tx: Tx,
  institutionId: string,
  { rule, achievementId, issuedAt }: SerialWish,
  count: number,
): Promise<(string | undefined)[]> {
  if (!rule || count === 0) return Array.from({ length: count }, () => undefined)
  const { year, month } = seoulMonth(issuedAt)
  const scope = rule.per === 'institution' ? 'institution' : achievementId
  // A rule that does not tell the year would give the same number again in the next one.
  const run = /\{YY/.test(rule.rule) ? year : 0
  const last = await countSerials(tx, institutionId, { scope, year: run, count })
  return Array.from({ length: count }, (_, i) => serialText(rule.rule, { year, month, running: last - count + 1 + i }))
}

export type SerialFacts = { readonly year: number; readonly month: number; readonly running: number }

/** `제 {YYYY}-{SEQ:3}호` is `제 2026-001호`; a number with more digits than wished is written whole. */
export const serialText = (rule: string, { year, month, running }: SerialFacts): string =>
  rule.replace(/\{(YYYY|YY|MM|SEQ(?::([1-9]))?)\}/g, (_, token: string, digits?: string) => {
    if (token === 'YYYY') return String(year)
    if (token === 'YY') return String(year % 100).padStart(2, '0')
    if (token === 'MM') return String(month).padStart(2, '0')
    return String(running).padStart(Number(digits ?? 1), '0')
  })
