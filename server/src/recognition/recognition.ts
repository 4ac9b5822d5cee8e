/** An application for credit recognition: what the table proposes, what people decide, what comes of it. */
import type { RecognitionItem, RecognitionOutcome } from '@kolleges/api'
import type { z } from 'zod'
import type { Instant } from '../platform/ports.ts'
import { type Articulation, type Badge, isOpenOn } from './articulation.ts'

export type Item = RecognitionItem
export type Outcome = z.infer<typeof RecognitionOutcome>
export type RecognitionState = 'submitted' | 'decided' | 'withdrawn'

export type Recognition = {
  readonly id: string
  readonly institutionId: string
  readonly programmeId: string
  readonly applicant: { readonly email: string; readonly name: string; readonly number: string | null }
  readonly state: RecognitionState
  readonly items: readonly Item[]
  readonly evidence: readonly { readonly name: string; readonly url: string }[]
  readonly note: string
  readonly packageSha256: string
  readonly comment: string | null
  readonly submittedAt: Instant
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly awardId: string | null
}

/** The badge beside its row, nothing decided yet. A row that is past its last day is no row any more. */
export function itemOf(badge: Badge, row: Articulation | null, index: number, day: string): Item {
  return {
    index,
    name: badge.name,
    issuer: badge.issuer.name,
    url: badge.url,
    verdict: badge.verdict,
    isTheirs: badge.isTheirs,
    articulation: row && isOpenOn(row, day) ? row : null,
    outcome: null,
    credits: 0,
    course: null,
    reason: null,
  }
}

export const isSound = ({ verdict, isTheirs }: Pick<Item, 'verdict' | 'isTheirs'>): boolean =>
  verdict === 'valid' && isTheirs

/** What the table would give, before anybody looks. */
export const proposedCredits = (items: readonly Item[]): number =>
  sum(items.map((item) => (isSound(item) && item.articulation ? worthOf(item.articulation) : 0)))

export const recognisedCredits = (items: readonly Item[]): number =>
  sum(items.map(({ outcome, credits }) => (outcome === 'accepted' || outcome === 'partly' ? credits : 0)))

const worthOf = ({ decision, credits }: Articulation): number => (decision === 'never' ? 0 : credits)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

export type Line = {
  readonly index: number
  readonly outcome: Outcome
  readonly credits?: number | undefined
  readonly course?: { readonly code: string; readonly name: string } | undefined
  readonly reason?: string | undefined
}

export type DecisionFaultCode =
  | 'item-unknown'
  | 'item-repeated'
  | 'item-undecided'
  | 'badge-not-valid'
  | 'credits-missing'
  | 'credits-too-many'
  | 'course-missing'
  | 'reason-missing'
export type DecisionFault = { readonly pointer: string; readonly code: DecisionFaultCode }

export type Decided =
  | { readonly outcome: 'decided'; readonly items: readonly Item[] }
  | { readonly outcome: 'refused'; readonly faults: readonly DecisionFault[] }

/** One line for each badge. Only a valid badge is accepted, and all together stay within the programme's limit. */
export function decideItems(items: readonly Item[], lines: readonly Line[], creditsMax: number | null): Decided {
  const faults: DecisionFault[] = []
  const byIndex = new Map<number, Item>()
  for (const [at, line] of lines.entries()) {
    const fault = (code: DecisionFaultCode, field = '') => void faults.push({ pointer: `#/items/${at}${field}`, code })
    const item = items[line.index]
    if (!item) fault('item-unknown', '/index')
    else if (byIndex.has(line.index)) fault('item-repeated', '/index')
    else byIndex.set(line.index, decidedItem(item, line, fault))
  }
  if (faults.length === 0 && byIndex.size < items.length) faults.push({ pointer: '#/items', code: 'item-undecided' })
  const decided = items.map((item) => byIndex.get(item.index) ?? item)
  if (faults.length === 0 && creditsMax !== null && recognisedCredits(decided) > creditsMax)
    faults.push({ pointer: '#/items', code: 'credits-too-many' })
  return faults.length > 0 ? { outcome: 'refused', faults } : { outcome: 'decided', items: decided }
}

function decidedItem(item: Item, line: Line, fault: (code: DecisionFaultCode, field?: string) => void): Item {
  const { outcome } = line
  const reason = line.reason || null
  if (outcome !== 'accepted' && !reason) fault('reason-missing', '/reason')
  if (outcome === 'refused') return { ...item, outcome, credits: 0, course: null, reason }
  if (item.verdict !== 'valid') fault('badge-not-valid', '/outcome')
  const course = line.course ?? item.articulation?.course ?? null
  const credits = line.credits ?? (outcome === 'accepted' ? item.articulation?.credits : undefined)
  if (!course) fault('course-missing', '/course')
  if (!credits) fault('credits-missing', '/credits')
  return { ...item, outcome, credits: credits ?? 0, course, reason }
}

/** Decides without anybody when every badge is sound and its row says so; otherwise a registrar looks at all of it. */
export function decideAutomatically(items: readonly Item[], creditsMax: number | null): readonly Item[] | null {
  const isClear = items.every((item) => isSound(item) && item.articulation?.decision === 'automatic')
  if (!isClear || items.length === 0) return null
  const lines = items.map(({ index }): Line => ({ index, outcome: 'accepted' }))
  const decided = decideItems(items, lines, creditsMax)
  return decided.outcome === 'decided' ? decided.items : null
}
