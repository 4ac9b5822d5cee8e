// Chooses exactly which badges are counted toward credits or hours, when caps forbid counting them all.
import type { Holding } from './holding.ts'
import { isPartner, matchesFilter, reachesLevel } from './matching.ts'
import type { PoolCondition, Rule } from './rule.ts'

export interface PoolChoice {
  readonly met: boolean
  /** 0 to 1. */
  readonly progress: number
  /** What is counted, in credits or hours, at most the condition's `max`. */
  readonly total: number
  readonly counted: readonly Holding[]
  /** Fits the filter but goes over a cap. */
  readonly over: readonly Holding[]
  readonly floors: readonly {
    readonly name: string
    readonly kind: 'level' | 'tag' | 'partner'
    readonly have: number
    readonly need: number
  }[]
}

/** Badges of partners outside the list do not count at all. */
const comesFrom = (holding: Holding, { partnerFrom }: PoolCondition, rule: Rule): boolean =>
  partnerFrom === undefined ||
  !isPartner(holding, rule) ||
  (holding.issuer !== undefined && partnerFrom.includes(holding.issuer))

type Cap = { readonly applies: (holding: Holding) => boolean; readonly limit: number }
type Floor = PoolChoice['floors'][number] & { readonly applies: (holding: Holding) => boolean }
type State = {
  readonly used: readonly number[]
  readonly floors: readonly number[]
  readonly total: number
  readonly chosen: readonly Holding[]
}

/**
 * Badges under no cap are all counted: that never harms. Over the capped ones a table of states (use of each cap, reach of each floor) keeps
 * the largest total of each state, so the choice is the best there is; a greedy choice can waste a cap on badges that reach no floor.
 */
export const choosePool = (condition: PoolCondition, holdings: readonly Holding[], rule: Rule): PoolChoice => {
  const amountOf = (holding: Holding): number =>
    condition.kind === 'credits' ? holding.halfCredits / 2 : holding.hours
  const candidates = holdings.filter(
    (holding) =>
      amountOf(holding) > 0 && matchesFilter(holding, condition.from, rule) && comesFrom(holding, condition, rule),
  )
  const caps = capsOf(condition, rule)
  const floors = floorsOf(condition, rule)
  const isCapped = (holding: Holding): boolean => caps.some((cap) => cap.applies(holding))
  const add = (state: State, holding: Holding): State => ({
    used: state.used.map((amount, i) => (caps[i]?.applies(holding) ? amount + amountOf(holding) : amount)),
    floors: state.floors.map((have, i) => (floors[i]?.applies(holding) ? have + amountOf(holding) : have)),
    total: state.total + amountOf(holding),
    chosen: [...state.chosen, holding],
  })
  const start = candidates
    .filter((holding) => !isCapped(holding))
    .reduce(add, { used: caps.map(() => 0), floors: floors.map(() => 0), total: 0, chosen: [] })
  const best = bestState(start, candidates.filter(isCapped), caps, floors, condition, add)
  return asChoice(best, candidates, floors, condition)
}

const capsOf = (condition: PoolCondition, rule: Rule): Cap[] => [
  ...Object.entries(condition.overlapMax).map(([tag, limit]) => ({
    applies: (holding: Holding) => holding.tags.includes(tag),
    limit,
  })),
  ...(condition.partnerMax === undefined
    ? []
    : [{ applies: (holding: Holding) => isPartner(holding, rule), limit: condition.partnerMax }]),
]

const floorsOf = (condition: PoolCondition, rule: Rule): Floor[] => [
  ...Object.entries(condition.levelMin).map(([name, need]) => ({
    name,
    kind: 'level' as const,
    have: 0,
    need,
    applies: (holding: Holding) => reachesLevel(holding.level, name, rule),
  })),
  ...Object.entries(condition.tagMin).map(([name, need]) => ({
    name,
    kind: 'tag' as const,
    have: 0,
    need,
    applies: (holding: Holding) => holding.tags.includes(name),
  })),
  ...(condition.partnerMin === undefined
    ? []
    : [
        {
          name: '',
          kind: 'partner' as const,
          have: 0,
          need: condition.partnerMin,
          applies: (holding: Holding) => isPartner(holding, rule),
        },
      ]),
]

const bestState = (
  start: State,
  capped: readonly Holding[],
  caps: readonly Cap[],
  floors: readonly Floor[],
  condition: PoolCondition,
  add: (state: State, holding: Holding) => State,
): State => {
  let table = new Map<string, State>([[keyOf(start, floors), start]])
  for (const holding of capped) {
    const next = new Map(table)
    for (const state of table.values()) {
      const grown = add(state, holding)
      if (grown.used.some((amount, i) => amount > (caps[i]?.limit ?? 0))) continue
      const key = keyOf(grown, floors)
      const known = next.get(key)
      if (!known || known.total < grown.total) next.set(key, grown)
    }
    table = next
  }
  let best = start
  for (const state of table.values()) {
    const gain = progressOf(state, floors, condition) - progressOf(best, floors, condition)
    if (gain > 1e-9 || (gain > -1e-9 && state.total > best.total)) best = state
  }
  return best
}

/** What lies beyond a floor makes no difference, so it is cut off and the table stays small. */
const keyOf = (state: State, floors: readonly Floor[]): string =>
  `${state.used.join()}|${state.floors.map((have, i) => Math.min(have, floors[i]?.need ?? 0)).join()}`

const progressOf = (state: State, floors: readonly Floor[], { min }: PoolCondition): number => {
  const share = (have: number, need: number): number => (need <= 0 ? 1 : Math.min(have / need, 1))
  const shares = [share(state.total, min), ...floors.map((floor, i) => share(state.floors[i] ?? 0, floor.need))]
  return shares.reduce((sum, part) => sum + part, 0) / shares.length
}

const asChoice = (
  state: State,
  candidates: readonly Holding[],
  floors: readonly Floor[],
  condition: PoolCondition,
): PoolChoice => {
  const reached = floors.map(({ name, kind, need }, i) => ({ name, kind, need, have: state.floors[i] ?? 0 }))
  return {
    met: state.total >= condition.min && reached.every((floor) => floor.have >= floor.need),
    progress: progressOf(state, floors, condition),
    total: Math.min(state.total, condition.max ?? state.total),
    counted: candidates.filter((holding) => state.chosen.includes(holding)),
    over: candidates.filter((holding) => !state.chosen.includes(holding)),
    floors: reached,
  }
}
