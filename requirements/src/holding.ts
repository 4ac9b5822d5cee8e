// What a learner holds: one badge each, with what a rule may ask of it.
import { asText, type Fault, fault, isObject, type JsonObject } from './faults.ts'
import { CREDITS_MAX, HOLDINGS_MAX, HOURS_MAX, SEMESTERS_MAX } from './limits.ts'
import { dayOf } from './time.ts'

export interface Holding {
  /** Where it stood in the list handed in. */
  readonly index: number
  readonly achievement: string
  readonly version?: number
  readonly issuer?: string
  /** In half points: 3 credits are 6. */
  readonly halfCredits: number
  readonly hours: number
  readonly level: Level
  readonly tags: readonly string[]
  /** Micro-degrees in which the badge counts already, by their achievement. */
  readonly countsIn: readonly string[]
  readonly grade?: string
  /** The day in Korea, `YYYY-MM-DD`. */
  readonly awardedOn: string
  readonly validUntil?: string
  readonly status: HoldingStatus
}

export type HoldingStatus = 'valid' | 'revoked' | 'suspended' | 'expired' | 'unverified'

export interface Level {
  readonly kqf?: number
  readonly eqf?: number
  readonly own?: string
}

/** What was decided by people, and when the learner enrolled. */
export interface Circumstances {
  readonly decisions: readonly Decision[]
  readonly enrolledOn?: string
  /** Semesters of study completed. */
  readonly semesters?: number
}
export interface Decision {
  readonly stage?: string
  readonly by?: string
  readonly manual?: string
  readonly outcome: 'approved' | 'refused'
}

const STATUSES: readonly string[] = ['valid', 'revoked', 'suspended', 'expired', 'unverified'] satisfies HoldingStatus[]

/** Reads `[holding…]` or `{ holdings, decisions?, enrolledAt? }`; reports every fault with its JSON Pointer. */
export const parseHoldings = (
  value: unknown,
):
  | { outcome: 'parsed'; holdings: Holding[]; circumstances: Circumstances }
  | { outcome: 'refused'; faults: Fault[] } => {
  const list = Array.isArray(value) ? value : isObject(value) ? value.holdings : undefined
  if (!Array.isArray(list)) return { outcome: 'refused', faults: [fault('', 'holdings-missing')] }
  if (list.length > HOLDINGS_MAX) return { outcome: 'refused', faults: [fault('', 'holdings-too-many')] }
  const faults: Fault[] = []
  const base = Array.isArray(value) ? '' : '/holdings'
  const holdings = list.map((entry, index) => parseHolding(entry, index, `${base}/${index}`, faults))
  const circumstances = parseCircumstances(isObject(value) ? value : {}, faults)
  return faults.length > 0 ? { outcome: 'refused', faults } : { outcome: 'parsed', holdings, circumstances }
}

const parseHolding = (value: unknown, index: number, path: string, faults: Fault[]): Holding => {
  const entry = isObject(value) ? value : {}
  if (!isObject(value)) faults.push(fault(path, 'not-an-object'))
  const awardedOn = dayOf(entry.awardedAt)
  if (awardedOn === undefined) faults.push(fault(`${path}/awardedAt`, 'date-malformed'))
  const validUntil = entry.validUntil === undefined ? undefined : dayOf(entry.validUntil)
  if (entry.validUntil !== undefined && validUntil === undefined)
    faults.push(fault(`${path}/validUntil`, 'date-malformed'))
  const status = entry.status ?? 'valid'
  if (typeof status !== 'string' || !STATUSES.includes(status)) faults.push(fault(`${path}/status`, 'status-unknown'))
  return {
    index,
    achievement: asText(entry.achievement, `${path}/achievement`, faults) ?? '',
    version: number(entry.version, 1_000_000, 1, `${path}/version`, faults),
    issuer: entry.issuer === undefined ? undefined : asText(entry.issuer, `${path}/issuer`, faults),
    halfCredits: 2 * (number(entry.credits, CREDITS_MAX, 0.5, `${path}/credits`, faults) ?? 0),
    hours: number(entry.hours, HOURS_MAX, 0, `${path}/hours`, faults) ?? 0,
    level: parseLevel(entry.level),
    tags: textsOf(entry.tags),
    countsIn: textsOf(entry.countsIn),
    grade: entry.grade === undefined ? undefined : String(entry.grade),
    awardedOn: awardedOn ?? '',
    validUntil,
    status: status as HoldingStatus,
  }
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** `5` and `"KQF 5"` are KQF; `{ kqf, eqf, own }` says it itself; any other text is the institution's own scale. */
export const parseLevel = (value: unknown): Level => {
  if (typeof value === 'number') return { kqf: value }
  if (isObject(value)) {
    const { kqf, eqf, own } = value
    return {
      kqf: typeof kqf === 'number' ? kqf : undefined,
      eqf: typeof eqf === 'number' ? eqf : undefined,
      own: typeof own === 'string' ? own : undefined,
    }
  }
  if (typeof value !== 'string') return {}
  const framed = /^\s*(kqf|eqf)[\s:_-]*(\d)\s*$/i.exec(value)
  if (!framed) return { own: value.trim() }
  return framed[1]?.toLowerCase() === 'kqf' ? { kqf: Number(framed[2]) } : { eqf: Number(framed[2]) }
}

/** `step` 0.5 allows half points and refuses thirds; 0 allows any fraction. */
const number = (value: unknown, max: number, step: number, path: string, faults: Fault[]): number | undefined => {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > max)
    faults.push(fault(path, 'number-out-of-range'))
  else if (step > 0 && !Number.isInteger(value / step))
    faults.push(fault(path, step === 0.5 ? 'not-a-half-point' : 'not-a-whole-number'))
  else return value
  return undefined
}

const parseCircumstances = (value: JsonObject, faults: Fault[]): Circumstances => {
  const enrolledOn = value.enrolledAt === undefined ? undefined : dayOf(value.enrolledAt)
  if (value.enrolledAt !== undefined && enrolledOn === undefined) faults.push(fault('/enrolledAt', 'date-malformed'))
  const decisions = Array.isArray(value.decisions) ? value.decisions.filter(isObject) : []
  return {
    enrolledOn,
    semesters: number(value.semesters, SEMESTERS_MAX, 1, '/semesters', faults),
    decisions: decisions.map((decision) => ({
      stage: typeof decision.stage === 'string' ? decision.stage : undefined,
      by: typeof decision.by === 'string' ? decision.by : undefined,
      manual: typeof decision.manual === 'string' ? decision.manual : undefined,
      outcome: decision.outcome === 'refused' ? 'refused' : 'approved',
    })),
  }
}
