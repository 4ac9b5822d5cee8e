// Looks ahead for a learner: what a badge would change, which one helps most, which way leads to the goal.

import { everyPlace } from './describe.ts'
import type { SetAsideReason } from './eligible.ts'
import { type Evaluation, evaluate, type Standing } from './evaluate.ts'
import type { Circumstances, Holding } from './holding.ts'
import { approvalsOf, bestGrade } from './ideal.ts'
import { OFFERS_TRIED_MAX, PAIRS_OF_OFFERS_MAX, WAY_BADGES_MAX, WAY_PAIRED_BADGES_MAX } from './limits.ts'
import { matchesFilter } from './matching.ts'
import { namedAchievements } from './named.ts'
import type { Condition, Rule } from './rule.ts'
import { dayOf } from './time.ts'

/** A badge that can be earned now: what holding it would be worth. */
export type Offer = Pick<Holding, 'achievement' | 'halfCredits' | 'hours' | 'level' | 'tags'> &
  Partial<Pick<Holding, 'version' | 'issuer'>>

export interface Outlook {
  readonly rule: Rule
  readonly holdings: readonly Holding[]
  readonly offers: readonly Offer[]
  readonly at: string
  readonly circumstances?: Circumstances
}

/** Where the learner would stand with these badges earned today at the best grade; none of them is where they stand. */
export const whatIf = (outlook: Outlook, chosen: readonly string[]): Evaluation | null => {
  const { rule, holdings, offers, at, circumstances } = outlook
  const added = offers.filter(({ achievement }) => chosen.includes(achievement))
  const result = evaluate(
    rule,
    [...holdings, ...added.map((offer, i) => asHolding(offer, holdings.length + i, outlook))],
    {
      at,
      ...(circumstances && { circumstances }),
    },
  )
  return result.outcome === 'evaluated' ? result.evaluation : null
}

export interface NextStep {
  readonly achievement: string
  readonly evaluation: Evaluation
}

/** The badge that leaves least to do; of equals the one that asks for least itself. Null when no single badge helps. */
export const nextStep = (outlook: Outlook, ranked: readonly string[] = helpful(outlook)): NextStep | null => {
  const [achievement] = ranked
  const evaluation = achievement === undefined ? null : whatIf(outlook, [achievement])
  return achievement === undefined || evaluation === null ? null : { achievement, evaluation }
}

/** Badges that bring the learner nearer, the best first. Of badges worth the same, one is tried and speaks for all. */
export const helpful = (outlook: Outlook): string[] => {
  const before = whatIf(outlook, [])
  if (before === null || before.outcome === 'met') return []
  const held = heldOf(before)
  const largest = largestOf(outlook.offers)
  const alike = Map.groupBy(
    tried(outlook).filter(({ offer }) => !held.has(offer.achievement)),
    ({ worth }) => worth,
  )
  return [...alike.values()]
    .flatMap((group): Ranked[] => {
      const evaluation = whatIf(outlook, [group[0]?.offer.achievement ?? ''])
      if (evaluation === null || evaluation.progress <= before.progress + 1e-9) return []
      const effort = effortOf(evaluation.standing, largest)
      return group.map(({ offer }) => ({ offer, progress: evaluation.progress, effort }))
    })
    .sort(byEffort)
    .map(({ offer }) => offer.achievement)
}

export interface Way {
  /** In an order that helps at every step. */
  readonly achievements: readonly string[]
  /** False when badges alone lead no further: time or a closed window stands in the way. */
  readonly isComplete: boolean
}

/**
 * Decisions and semesters are taken as given, for no badge brings them. One or two badges are the fewest there are; of a longer way no
 * badge can be left out, but it is not proven the shortest.
 */
export const wayToGoal = (outlook: Outlook): Way => {
  const assumed = assuming(outlook)
  const start = whatIf(assumed, [])
  if (start === null) return { achievements: [], isComplete: false }
  let [steps, standing] = [[] as string[], start]
  while (standing.outcome !== 'met' && steps.length < WAY_BADGES_MAX) {
    const further = walk(assumed, steps, standing)
    if (further.steps.length === steps.length) return { achievements: steps, isComplete: false }
    ;({ steps, standing } = further)
  }
  if (standing.outcome !== 'met') return { achievements: steps, isComplete: false }
  const needed = steps.length > 1 ? withoutSpare(assumed, steps) : steps
  const isWorthPairing = needed.length > 2 && needed.length <= WAY_PAIRED_BADGES_MAX
  return { achievements: (isWorthPairing ? completingPair(assumed) : undefined) ?? needed, isComplete: true }
}

type Walked = { readonly steps: string[]; readonly standing: Evaluation }

/** As far as the badges that help now go on helping, in their order; each is looked at once more before it is taken. */
const walk = (outlook: Outlook, from: readonly string[], standing: Evaluation): Walked => {
  let [steps, reached] = [[...from], standing]
  for (const achievement of helpful(earning(outlook, from))) {
    const next = whatIf(outlook, [...steps, achievement])
    if (next === null || next.progress <= reached.progress + 1e-9) continue
    ;[steps, reached] = [[...steps, achievement], next]
    if (reached.outcome === 'met' || steps.length === WAY_BADGES_MAX) break
  }
  return { steps, standing: reached }
}

/** What turned out not to be needed is left out, the last taken first. */
const withoutSpare = (outlook: Outlook, steps: readonly string[]): string[] =>
  steps.toReversed().reduce<string[]>(
    (kept, one) => {
      const fewer = kept.filter((other) => other !== one)
      return whatIf(outlook, fewer)?.outcome === 'met' ? fewer : kept
    },
    [...steps],
  )

const completingPair = (outlook: Outlook): string[] | undefined => {
  const first = helpful(outlook).slice(0, PAIRS_OF_OFFERS_MAX)
  for (const [i, one] of first.entries())
    for (const other of first.slice(i + 1)) if (whatIf(outlook, [one, other])?.outcome === 'met') return [one, other]
  return undefined
}

const assuming = (outlook: Outlook): Outlook => {
  const given = approvalsOf(outlook.rule)
  const known = outlook.circumstances
  return {
    ...outlook,
    circumstances: {
      ...given,
      ...(known?.enrolledOn !== undefined && { enrolledOn: known.enrolledOn }),
      decisions: [...(known?.decisions ?? []), ...given.decisions],
    },
  }
}

/** The same learner with these badges earned today. */
export const earning = (outlook: Outlook, steps: readonly string[]): Outlook => {
  const added = outlook.offers.filter(({ achievement }) => steps.includes(achievement))
  const base = outlook.holdings.length
  return {
    ...outlook,
    holdings: [...outlook.holdings, ...added.map((offer, i) => asHolding(offer, base + i, outlook))],
  }
}

const asHolding = (offer: Offer, index: number, { rule, at }: Outlook): Holding => {
  const grade = bestGrade(rule)
  return {
    ...offer,
    countsIn: [],
    index,
    awardedOn: dayOf(at) ?? '',
    status: 'valid',
    ...(grade !== undefined && { grade }),
  }
}

/** Held in a way that counts or could: to earn it again would bring nothing. */
const heldOf = ({ counted, setAside }: Evaluation): Set<string> =>
  new Set([
    ...counted.map(({ achievement }) => achievement),
    ...setAside.filter(({ because }) => STILL_HELD.has(because)).map(({ holding }) => holding.achievement),
  ])

const STILL_HELD: ReadonlySet<SetAsideReason> = new Set([
  'not-asked-for',
  'repeated',
  'over-overlap',
  'over-partners',
  'not-yet-awarded',
])

type Tried = { readonly offer: Offer /** Of two with the same, either will do. */; readonly worth: string }

/** What the rule names goes first; of the others only what some amount could count, the largest first. */
const tried = ({ rule, offers }: Outlook): Tried[] => {
  const named = new Set(namedAchievements(rule).map(({ achievement }) => achievement))
  const amounts = everyPlace(rule.condition).flatMap(({ condition }) =>
    condition.kind === 'credits' || condition.kind === 'hours' || condition.kind === 'count' ? [condition] : [],
  )
  const grade = bestGrade(rule)
  const counts = (offer: Offer): boolean =>
    amounts.some(({ from }) => matchesFilter({ ...offer, ...(grade && { grade }) } as Holding, from, rule))
  const others = offers.filter((offer) => !named.has(offer.achievement) && counts(offer))
  const largest = others.sort(
    (a, b) => b.halfCredits - a.halfCredits || b.hours - a.hours || compare(a.achievement, b.achievement),
  )
  return [
    ...offers.filter(({ achievement }) => named.has(achievement)).map((offer) => ({ offer, worth: offer.achievement })),
    ...largest.map((offer) => ({ offer, worth: JSON.stringify({ ...offer, achievement: '', version: 0 }) })),
  ].slice(0, OFFERS_TRIED_MAX)
}

type Largest = { readonly credits: number; readonly hours: number }

const largestOf = (offers: readonly Offer[]): Largest => ({
  credits: Math.max(0.5, ...offers.map(({ halfCredits }) => halfCredits / 2)),
  hours: Math.max(1, ...offers.map(({ hours }) => hours)),
})

/** About how many badges are still missing. One badge may fill a place and an amount at once, so amounts are not added on top. */
const effortOf = (standing: Standing, largest: Largest): number => {
  if (standing.met) return 0
  const { condition, parts, pool, counted } = standing
  const of = (part: Standing): number => effortOf(part, largest)
  switch (condition.kind) {
    case 'all': {
      const amounts = parts.filter((part) => isAmount(part.condition))
      const others = parts.filter((part) => !isAmount(part.condition))
      return Math.max(
        others.reduce((sum, part) => sum + of(part), 0),
        ...amounts.map(of),
      )
    }
    case 'any':
    case 'n-of': {
      const wanted = (condition.kind === 'any' ? 1 : condition.n) - parts.filter((part) => part.met).length
      const open = parts.filter((part) => !part.met).map(of)
      return open
        .sort((a, b) => a - b)
        .slice(0, Math.max(wanted, 0))
        .reduce((sum, effort) => sum + effort, 0)
    }
    case 'credits':
    case 'hours': {
      const short = Math.max(
        condition.min - (pool?.total ?? 0),
        ...(pool?.floors ?? []).map(({ have, need }) => need - have),
      )
      return Math.ceil(Math.max(short, 0.5) / largest[condition.kind])
    }
    case 'count':
      return condition.min - counted.length
    case 'badge':
    case 'prerequisite':
      return 1
    default:
      return 0
  }
}

const isAmount = ({ kind }: Condition): boolean => kind === 'credits' || kind === 'hours' || kind === 'count'

type Ranked = { readonly offer: Offer; readonly progress: number; readonly effort: number }

const byEffort = (a: Ranked, b: Ranked): number =>
  a.effort - b.effort ||
  b.progress - a.progress ||
  a.offer.halfCredits - b.offer.halfCredits ||
  a.offer.hours - b.offer.hours ||
  compare(a.offer.achievement, b.offer.achievement)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
