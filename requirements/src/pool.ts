// Chooses exactly which badges are counted toward credits or hours, when caps forbid counting them all.
import type { SetAsideReason } from './eligible.ts'
import type { Holding } from './holding.ts'
import { POOL_FILLINGS_MAX } from './limits.ts'
import { byPreference, identityOf, isPartner, matchesFilter, reachesLevel } from './matching.ts'
import type { PoolCondition, Rule } from './rule.ts'

export interface PoolChoice {
  readonly met: boolean
  /** 0 to 1. */
  readonly progress: number
  /** What is counted, in credits or hours, at most the condition's `max`. */
  readonly total: number
  readonly counted: readonly Holding[]
  /** What the badges that are counted come to before `max` cuts it. */
  readonly earned: number
  /** Fits the filter, and is not counted for another reason than that the same badge is. */
  readonly over: readonly { readonly holding: Holding; readonly because: SetAsideReason }[]
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

type Cap = {
  readonly applies: (holding: Holding) => boolean
  readonly limit: number
  readonly because: SetAsideReason
}
type Floor = PoolChoice['floors'][number] & { readonly applies: (holding: Holding) => boolean }
type State = {
  readonly used: readonly number[]
  readonly floors: readonly number[]
  readonly total: number
  readonly chosen: readonly Holding[]
}

/**
 * Badges under no cap are all counted: that never harms. Over the capped ones, and those held more than once, every filling of caps and
 * floors that may still prove the best is kept, so the choice is the best there is; a greedy choice can waste a cap on badges that
 * reach no floor. A badge that was earned twice, or an equivalent of it, is counted once.
 */
export const choosePool = (condition: PoolCondition, holdings: readonly Holding[], rule: Rule): PoolChoice => {
  const amountOf = (holding: Holding): number =>
    condition.kind === 'credits' ? holding.halfCredits / 2 : holding.hours
  const fitting = holdings.filter((holding) => amountOf(holding) > 0 && matchesFilter(holding, condition.from, rule))
  const candidates = fitting.filter((holding) => comesFrom(holding, condition, rule))
  const caps = capsOf(condition, rule)
  const floors = floorsOf(condition, rule)
  const isCapped = (holding: Holding): boolean => caps.some((cap) => cap.applies(holding))
  const add = (state: State, holding: Holding): State => ({
    used: state.used.map((amount, i) => (caps[i]?.applies(holding) ? amount + amountOf(holding) : amount)),
    floors: state.floors.map((have, i) => (floors[i]?.applies(holding) ? have + amountOf(holding) : have)),
    total: state.total + amountOf(holding),
    chosen: [...state.chosen, holding],
  })
  const same = [...Map.groupBy(candidates, (holding) => identityOf(holding, rule)).values()]
  const isFree = (group: readonly Holding[]): boolean => group.length === 1 && !group.some(isCapped)
  const start = same
    .filter(isFree)
    .flat()
    .reduce(add, { used: caps.map(() => 0), floors: floors.map(() => 0), total: 0, chosen: [] })
  const groups = same.filter((group) => !isFree(group)).map((group) => byPreference(group, rule))
  const best = bestState(start, groups, caps, floors, condition, add)
  const over = fitting
    .filter((holding) => !best.chosen.includes(holding))
    .map((holding) => ({
      holding,
      because: candidates.includes(holding) ? overWhich(holding, caps, best, amountOf(holding)) : 'outside-partners',
    }))
  return asChoice(best, candidates, over, floors, condition)
}

/** The first cap that has no room left for the badge. */
const overWhich = (holding: Holding, caps: readonly Cap[], { used }: State, amount: number): SetAsideReason =>
  caps.find((cap, i) => cap.applies(holding) && (used[i] ?? 0) + amount > cap.limit)?.because ?? 'repeated'

const capsOf = (condition: PoolCondition, rule: Rule): Cap[] => [
  ...Object.entries(condition.overlapMax).map(([tag, limit]) => ({
    applies: (holding: Holding) => holding.tags.includes(tag),
    limit,
    because: 'over-overlap' as const,
  })),
  ...Object.entries(condition.overlapDegrees).map(([degree, limit]) => ({
    applies: (holding: Holding) => holding.countsIn.includes(degree),
    limit,
    because: 'over-overlap' as const,
  })),
  ...(condition.partnerMax === undefined
    ? []
    : [
        {
          applies: (holding: Holding) => isPartner(holding, rule),
          limit: condition.partnerMax,
          because: 'over-partners' as const,
        },
      ]),
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

/** Told by `evaluate` as a refusal: an exact answer would take too long. */
export class TooManyFillings extends Error {}

/** One way to fill the caps and reach the floors, with the badges that lead to it as a chain. */
type Node = {
  readonly used: readonly number[]
  readonly reached: readonly number[]
  readonly total: number
  readonly chain: Chain | undefined
}
type Chain = { readonly holding: Holding; readonly before: Chain | undefined }

const bestState = (
  start: State,
  groups: readonly (readonly Holding[])[],
  caps: readonly Cap[],
  floors: readonly Floor[],
  condition: PoolCondition,
  add: (state: State, holding: Holding) => State,
): State => {
  const nodes = fillings(start, groups, caps, floors, condition)
  let [best, reached] = [start, progressOf(start, floors, condition)]
  let chain: Chain | undefined
  for (const node of nodes) {
    const state = { ...start, floors: node.reached, total: node.total }
    const gain = progressOf(state, floors, condition) - reached
    if (gain > 1e-9 || (gain > -1e-9 && node.total > best.total)) {
      best = state
      reached += gain
      chain = node.chain
    }
  }
  return holdingsOf(chain).reduce(add, start)
}

const holdingsOf = (chain: Chain | undefined): Holding[] =>
  chain === undefined ? [] : [...holdingsOf(chain.before), chain.holding]

/**
 * What lies beyond a floor makes no difference and is cut off. Of fillings that use the caps alike, one that reaches less of every
 * floor and of the total can never become the better one, so only the others are carried on.
 */
const fillings = (
  start: State,
  groups: readonly (readonly Holding[])[],
  caps: readonly Cap[],
  floors: readonly Floor[],
  { kind }: PoolCondition,
): Node[] => {
  const cut = (have: number, i: number): number => Math.min(have, floors[i]?.need ?? 0)
  const first: Node = { used: start.used, reached: start.floors.map(cut), total: start.total, chain: undefined }
  const byUse = new Map<string, Node[]>([[first.used.join(), [first]]])
  for (const group of groups) {
    // Grown first and put beside the others afterwards, so that nothing is added to a filling that holds it, or its like, already.
    const grown: Node[] = []
    for (const holding of group) {
      const amount = kind === 'credits' ? holding.halfCredits / 2 : holding.hours
      const uses = caps.map((cap) => (cap.applies(holding) ? amount : 0))
      const gains = floors.map((floor) => (floor.applies(holding) ? amount : 0))
      for (const nodes of byUse.values()) {
        const used = (nodes[0] as Node).used.map((have, i) => have + (uses[i] as number))
        if (used.some((have, i) => have > (caps[i] as Cap).limit)) continue
        for (const { reached, total, chain } of nodes) {
          const further = reached.map((have, i) => cut(have + (gains[i] as number), i))
          grown.push({ used, reached: further, total: total + amount, chain: { holding, before: chain } })
        }
      }
    }
    for (const node of grown) putBeside(byUse, node)
    const kept = [...byUse.values()].reduce((sum, nodes) => sum + nodes.length, 0)
    if (kept > POOL_FILLINGS_MAX) throw new TooManyFillings()
  }
  return [...byUse.values()].flat()
}

const putBeside = (byUse: Map<string, Node[]>, node: Node): void => {
  const key = node.used.join()
  const there = byUse.get(key) ?? []
  if (there.some((other) => isAtLeast(other, node))) return
  byUse.set(key, [...there.filter((other) => !isAtLeast(node, other)), node])
}

const isAtLeast = (a: Node, b: Node): boolean =>
  a.total >= b.total && a.reached.every((have, i) => have >= (b.reached[i] as number))

const progressOf = (state: State, floors: readonly Floor[], { min }: PoolCondition): number => {
  const share = (have: number, need: number): number => (need <= 0 ? 1 : Math.min(have / need, 1))
  const shares = [share(state.total, min), ...floors.map((floor, i) => share(state.floors[i] ?? 0, floor.need))]
  return shares.reduce((sum, part) => sum + part, 0) / shares.length
}

const asChoice = (
  state: State,
  candidates: readonly Holding[],
  over: PoolChoice['over'],
  floors: readonly Floor[],
  condition: PoolCondition,
): PoolChoice => {
  const reached = floors.map(({ name, kind, need }, i) => ({ name, kind, need, have: state.floors[i] ?? 0 }))
  return {
    met: state.total >= condition.min && reached.every((floor) => floor.have >= floor.need),
    progress: progressOf(state, floors, condition),
    total: Math.min(state.total, condition.max ?? state.total),
    earned: state.total,
    counted: candidates.filter((holding) => state.chosen.includes(holding)),
    over,
    floors: reached,
  }
}
