// Decides what a learner's badges amount to under a rule, with the choice of badges that serves the learner best.
import { contendedHoldings } from './contention.ts'
import { inOrder, isScope, narrowings, type Scope, type SetAsideReason, whySetAside } from './eligible.ts'
import { type Fault, fault } from './faults.ts'
import type { Circumstances, Decision, Holding } from './holding.ts'
import { CONTENDED_HOLDINGS_MAX } from './limits.ts'
import {
  byPreference,
  hasGrade,
  identityOf,
  matchesBadge,
  matchesFilter,
  meetsLevel,
  standsForBadge,
} from './matching.ts'
import { choosePool, type PoolChoice, TooManyFillings } from './pool.ts'
import type { BadgeCondition, Condition, CountCondition, PoolCondition, Rule } from './rule.ts'
import { dayOf } from './time.ts'

/** One condition of the rule as it stands for this learner. */
export interface Standing {
  readonly condition: Condition
  readonly met: boolean
  /** 0 to 1. */
  readonly progress: number
  readonly counted: readonly Holding[]
  readonly pool?: PoolChoice
  /** For a window or a level: what it left to the conditions beside it. */
  readonly left?: readonly Holding[]
  /** For a badge: one that is held but falls short. */
  readonly near?: { readonly holding: Holding; readonly because: SetAsideReason }
  /** Micro-degrees held, or semesters completed. */
  readonly tally?: number
  /** For what people decide: they said no. */
  readonly isRefused?: boolean
  readonly parts: readonly Standing[]
}

export interface Evaluation {
  readonly outcome: 'met' | 'missing'
  readonly progress: number
  /** Credits counted: of the largest credit condition, or of all counted badges where the rule asks for no credits. */
  readonly credits: number
  readonly counted: readonly Holding[]
  readonly setAside: readonly { readonly holding: Holding; readonly because: SetAsideReason }[]
  readonly standing: Standing
  /** What the rule calls its own words, for telling the evaluation. */
  readonly names?: Rule['names']
}

type Context = {
  readonly rule: Rule
  readonly day: string
  readonly circumstances: Circumstances
  readonly contended: ReadonlyMap<Holding, number>
  /** Everything that was handed in, also what cannot count today. */
  readonly held: readonly Holding[]
  /** The windows and levels that narrow what is looked at. */
  readonly scopes: readonly Scope[]
}
/** The best standing for each set of contended badges that it uses up, as a bit mask. */
type Options = Map<number, Standing>

const NO_CIRCUMSTANCES: Circumstances = { decisions: [] }

/**
 * Pure and exact: no better choice of badges exists. Adding a badge never lowers progress, except under `not` and `degrees`.
 * `at` is a date or an instant; days are days in Korea. Refuses only when too many badges could stand in several places at once.
 */
export const evaluate = (
  rule: Rule,
  holdings: readonly Holding[],
  { at, circumstances = NO_CIRCUMSTANCES }: { at: string; circumstances?: Circumstances },
): { outcome: 'evaluated'; evaluation: Evaluation } | { outcome: 'refused'; faults: Fault[] } => {
  const day = dayOf(at)
  if (day === undefined) return { outcome: 'refused', faults: [fault('/at', 'date-malformed')] }
  const sorted = inOrder(holdings)
  const eligible = sorted.filter((holding) => whySetAside(holding, day) === undefined)
  const contended = contendedHoldings(rule, eligible)
  if (contended.size > CONTENDED_HOLDINGS_MAX) return { outcome: 'refused', faults: [fault('', 'choice-too-large')] }
  const standing = exactStanding(eligible, { rule, day, circumstances, contended, held: sorted, scopes: [] })
  if (standing === null) return { outcome: 'refused', faults: [fault('', 'choice-too-large')] }
  const counted = countedIn(standing, sorted)
  return {
    outcome: 'evaluated',
    evaluation: {
      outcome: standing.met ? 'met' : 'missing',
      progress: standing.progress,
      credits: creditsOf(standing, counted),
      counted,
      // Asked for by letters alone, not where thousands are reckoned.
      get setAside() {
        return setAsideOf(sorted, counted, standing, { rule, day })
      },
      standing,
      ...(rule.names && { names: rule.names }),
    },
  }
}

const setAsideOf = (
  sorted: readonly Holding[],
  counted: readonly Holding[],
  standing: Standing,
  { rule, day }: Pick<Context, 'rule' | 'day'>,
): Evaluation['setAside'] => {
  const same = new Set(counted.map((holding) => identityOf(holding, rule)))
  return sorted
    .filter((holding) => !counted.includes(holding))
    .map((holding) => ({
      holding,
      because:
        whySetAside(holding, day) ??
        (same.has(identityOf(holding, rule)) ? 'repeated' : whyNotCounted(holding, standing)),
    }))
}

const exactStanding = (eligible: readonly Holding[], context: Context): Standing | null => {
  try {
    return bestOf(optionsOf(context.rule.condition, eligible, context))
  } catch (error) {
    if (error instanceof TooManyFillings) return null
    throw error
  }
}

const optionsOf = (condition: Condition, holdings: readonly Holding[], context: Context): Options => {
  switch (condition.kind) {
    case 'all':
      return allOptions(condition, condition.of, holdings, context)
    case 'any':
      return chooseOptions(condition, 1, condition.of, holdings, context)
    case 'n-of':
      return chooseOptions(condition, condition.n, condition.of, holdings, context)
    case 'not': {
      const inner = bestOf(optionsOf(condition.of, holdings, context))
      return one({ condition, met: !inner.met, progress: inner.met ? 0 : 1, counted: [], parts: [inner] })
    }
    case 'badge':
      return badgeOptions(condition, holdings, context)
    case 'credits':
    case 'hours':
      return one(poolStanding(condition, holdings, context.rule))
    default:
      return one(plainStanding(condition, holdings, context))
  }
}

/** Every condition, under every reading of the windows beside them. */
const allOptions = (
  condition: Condition,
  parts: readonly Condition[],
  holdings: readonly Holding[],
  context: Context,
): Options => {
  const scopes = parts.filter(isScope)
  const within = scopes.length === 0 ? context : { ...context, scopes: [...context.scopes, ...scopes] }
  const best: Options = new Map()
  for (const reading of narrowings(holdings, scopes, context.day, context.circumstances, context.rule)) {
    let combined = new Map<number, readonly Standing[]>([[0, []]])
    for (const part of parts)
      combined = combine(combined, isScope(part) ? one(scopeStanding(part, reading)) : optionsOf(part, reading, within))
    for (const [mask, standings] of combined) keepBest(best, mask, gathered(condition, standings, standings.length))
  }
  return best
}

const combine = (left: Map<number, readonly Standing[]>, right: Options): Map<number, readonly Standing[]> => {
  const out = new Map<number, readonly Standing[]>()
  for (const [leftMask, standings] of left) {
    for (const [rightMask, standing] of right) {
      if ((leftMask & rightMask) !== 0) continue
      const joined = [...standings, standing]
      const known = out.get(leftMask | rightMask)
      if (!known || totalProgress(joined) > totalProgress(known) + 1e-9) out.set(leftMask | rightMask, joined)
    }
  }
  return out
}

/** `n` of several: the chosen ones use badges up, the others are only told. */
const chooseOptions = (
  condition: Condition,
  n: number,
  parts: readonly Condition[],
  holdings: readonly Holding[],
  context: Context,
): Options => {
  const options = parts.map((part) => optionsOf(part, holdings, context))
  type Choice = { readonly mask: number; readonly chosen: ReadonlyMap<number, Standing> }
  let table = new Map<string, Choice>([['0|0', { mask: 0, chosen: new Map() }]])
  options.forEach((partOptions, index) => {
    const next = new Map(table)
    for (const { mask, chosen } of table.values()) {
      if (chosen.size === n) continue
      for (const [partMask, standing] of partOptions) {
        if ((mask & partMask) !== 0) continue
        const grown = { mask: mask | partMask, chosen: new Map([...chosen, [index, standing]]) }
        const key = `${grown.chosen.size}|${grown.mask}`
        const known = next.get(key)
        if (!known || totalProgress([...grown.chosen.values()]) > totalProgress([...known.chosen.values()]) + 1e-9)
          next.set(key, grown)
      }
    }
    table = next
  })
  const best: Options = new Map()
  for (const { mask, chosen } of table.values()) {
    const told = options.map((partOptions, index) => chosen.get(index) ?? { ...bestOf(partOptions), counted: [] })
    keepBest(best, mask, { ...gathered(condition, [...chosen.values()], n), parts: told })
  }
  return best
}

const badgeOptions = (condition: BadgeCondition, holdings: readonly Holding[], context: Context): Options => {
  const { rule, contended } = context
  const near = nearestTo(condition, holdings, context)
  const options: Options = one({ condition, met: false, progress: 0, counted: [], parts: [], ...(near && { near }) })
  const fitting = holdings.filter((holding) => matchesBadge(holding, condition, rule))
  for (const holding of byPreference(fitting, rule)) {
    const bit = contended.get(holding)
    keepBest(options, bit === undefined ? 0 : 1 << bit, {
      condition,
      met: true,
      progress: 1,
      counted: [holding],
      parts: [],
    })
  }
  return options
}

/** A badge that is held but does not count: by its grade or version, by a window or level beside it, or because it is not in force. */
const nearestTo = (
  condition: BadgeCondition,
  holdings: readonly Holding[],
  { rule, day, held, scopes }: Context,
): Standing['near'] => {
  const counting = holdings.find((one) => standsForBadge(one, condition, rule))
  if (counting !== undefined)
    return {
      holding: counting,
      because: hasGrade(counting, condition.minGrade, rule) ? 'other-version' : 'below-grade',
    }
  const holding = held.findLast((one) => standsForBadge(one, condition, rule))
  if (holding === undefined) return undefined
  const isBelow = scopes.some((scope) => scope.kind === 'level' && !meetsLevel(holding.level, scope, rule))
  return { holding, because: whySetAside(holding, day) ?? (isBelow ? 'below-level' : 'outside-window') }
}

const poolStanding = (condition: PoolCondition, holdings: readonly Holding[], rule: Rule): Standing => {
  const pool = choosePool(condition, holdings, rule)
  return { condition, met: pool.met, progress: pool.progress, counted: pool.counted, pool, parts: [] }
}

/** Inside `all` only: the badges have been narrowed already, so the scope itself is met when anything is left. */
const scopeStanding = (condition: Condition, left: readonly Holding[]): Standing => ({
  condition,
  met: left.length > 0,
  progress: left.length > 0 ? 1 : 0,
  counted: [],
  left,
  parts: [],
})

const plainStanding = (condition: Condition, holdings: readonly Holding[], context: Context): Standing => {
  const said = (met: boolean, progress = met ? 1 : 0, counted: readonly Holding[] = []): Standing => ({
    condition,
    met,
    progress,
    counted,
    parts: [],
  })
  // The newest decision stands: what was refused may be approved later, and the other way round.
  const decided = (concerns: (decision: Decision) => boolean): Standing => {
    const outcome = context.circumstances.decisions.findLast(concerns)?.outcome
    return { ...said(outcome === 'approved'), isRefused: outcome === 'refused' }
  }
  switch (condition.kind) {
    case 'count': {
      const fitting = fittingHoldings(condition, holdings, context.rule)
      return said(fitting.length >= condition.min, Math.min(fitting.length / condition.min, 1), fitting)
    }
    case 'prerequisite': {
      const held = holdings.filter((holding) => holding.achievement === condition.microdegree).slice(0, 1)
      return said(held.length > 0, held.length, held)
    }
    case 'degrees': {
      const tally = holdings.filter((holding) => holding.tags.includes('microdegree')).length
      return { ...said(tally < condition.max), tally }
    }
    case 'semesters': {
      const tally = context.circumstances.semesters
      return { ...said((tally ?? 0) >= condition.min, Math.min((tally ?? 0) / condition.min, 1)), tally }
    }
    case 'approval':
      return decided(({ stage, by }) => stage === condition.stage && (by === undefined || by === condition.by))
    case 'manual':
      return decided(({ manual }) => manual === condition.text)
    default:
      return said(holdings.length > 0)
  }
}

/** A badge that was earned twice is one badge. */
const fittingHoldings = ({ from }: CountCondition, holdings: readonly Holding[], rule: Rule): Holding[] => {
  const fitting = holdings.filter((holding) => matchesFilter(holding, from, rule))
  const first = new Map<string, Holding>()
  for (const holding of byPreference(fitting, rule)) {
    const name = identityOf(holding, rule)
    if (!first.has(name)) first.set(name, holding)
  }
  return first.size === fitting.length
    ? fitting
    : fitting.filter((holding) => first.get(identityOf(holding, rule)) === holding)
}

const gathered = (condition: Condition, standings: readonly Standing[], wanted: number): Standing => ({
  condition,
  met: standings.filter((standing) => standing.met).length >= wanted,
  progress: wanted === 0 ? 1 : totalProgress(standings) / wanted,
  counted: [],
  parts: standings,
})

const totalProgress = (standings: readonly Standing[]): number =>
  standings.reduce((sum, { progress }) => sum + progress, 0)

const one = (standing: Standing): Options => new Map([[0, standing]])

const isBetter = (a: Standing, b: Standing): boolean =>
  a.met === b.met
    ? a.progress > b.progress + 1e-9 || (a.progress > b.progress - 1e-9 && creditsWithin(a) > creditsWithin(b))
    : a.met

const keepBest = (options: Options, mask: number, standing: Standing): void => {
  const known = options.get(mask)
  if (!known || isBetter(standing, known)) options.set(mask, standing)
}

const bestOf = (options: Options): Standing =>
  [...options.values()].reduce((best, standing) => (isBetter(standing, best) ? standing : best))

const creditsWithin = (standing: Standing): number =>
  Math.max(
    standing.condition.kind === 'credits' ? (standing.pool?.total ?? 0) : 0,
    ...standing.parts.map(creditsWithin),
  )

const creditsOf = (standing: Standing, counted: readonly Holding[]): number =>
  asksForCredits(standing)
    ? creditsWithin(standing)
    : counted.reduce((sum, { halfCredits }) => sum + halfCredits, 0) / 2

export const asksForCredits = (standing: Standing): boolean =>
  standing.condition.kind === 'credits' || standing.parts.some(asksForCredits)

const countedIn = (standing: Standing, sorted: readonly Holding[]): Holding[] => {
  const used = new Set<Holding>()
  const visit = (part: Standing): void => {
    if (part.condition.kind === 'not') return
    for (const holding of part.counted) used.add(holding)
    for (const inner of part.parts) visit(inner)
  }
  visit(standing)
  return sorted.filter((holding) => used.has(holding))
}

const whyNotCounted = (holding: Holding, standing: Standing): SetAsideReason => {
  const standings = everyStanding(standing)
  const over = standings.flatMap(({ pool }) => pool?.over.filter((one) => one.holding === holding) ?? [])
  const [because] = ['outside-partners', 'over-partners', 'over-overlap', 'repeated'].flatMap(
    (reason) => over.find((one) => one.because === reason)?.because ?? [],
  )
  if (because !== undefined) return because
  const near = standings.find((part) => part.near?.holding === holding)?.near
  if (near?.because === 'below-grade' || near?.because === 'other-version') return near.because
  const scope = standings.find(({ left }) => left !== undefined && !left.includes(holding))
  if (scope === undefined) return 'not-asked-for'
  return scope.condition.kind === 'level' ? 'below-level' : 'outside-window'
}

export const everyStanding = (standing: Standing): Standing[] => [standing, ...standing.parts.flatMap(everyStanding)]
