// Lays a rule out as a map: columns are the steps toward the goal, rows what stands side by side in a step, each with how it stands.
import { partsOf } from './describe.ts'
import type { Evaluation, Standing } from './evaluate.ts'
import type { Circumstances } from './holding.ts'
import type { Condition, Rule, WindowCondition } from './rule.ts'
import { dayOf, lastDayOf } from './time.ts'

export type Step = 'entry' | 'required' | 'choice' | 'amounts' | 'decisions'

/** `plain` where nobody is held against the rule; `spare` where enough others of the group are done. */
export type MapState = 'plain' | 'done' | 'available' | 'locked' | 'spare'

export type MapReason =
  | 'rest-first'
  | 'window-closed'
  | 'window-ahead'
  | 'enrol-first'
  | 'more-semesters'
  | 'too-many'
  | 'held'
  | 'refused'
  | 'below-grade'
  | 'other-version'

/** One condition of the rule in its place: a badge, an amount, a decision, or a group with its alternatives. */
export interface MapItem {
  /** JSON Pointer into the rule. */
  readonly path: string
  readonly condition: Condition
  readonly state: MapState
  /** Why it is locked, or why what is held does not count yet. */
  readonly because?: MapReason
  /** 0 to 1. */
  readonly progress: number
  /** What was reached of what is asked, of groups and amounts. */
  readonly have?: number
  readonly need?: number
  readonly items: readonly MapItem[]
}

export interface MapColumn {
  readonly step: Step
  /** All of them are asked for; where there is a choice, it is a group. */
  readonly items: readonly MapItem[]
}

export interface RuleMap {
  /** Each leads to the next, the last to the goal. */
  readonly columns: readonly MapColumn[]
  /** What holds for everything at once: windows, levels, what must not apply. */
  readonly limits: readonly MapItem[]
  readonly goal: { readonly state: MapState; readonly progress: number }
}

/** A learner to be held against the rule: evaluated by this very rule, on that day. */
export interface Known {
  readonly evaluation: Evaluation
  readonly at: string
  readonly circumstances?: Circumstances
}

/** Every condition of the rule is in the map exactly once; the rule itself is the goal. */
export const layMap = (rule: Rule, known?: Known): RuleMap => {
  const root = rule.condition
  const isList = root.kind === 'all'
  const standing = known?.evaluation.standing
  const parts: Part[] = isList
    ? partsOf(root, '').map(({ condition, path }, i) => ({ condition, path, standing: standing?.parts[i] }))
    : [{ condition: root, path: '', standing }]
  const light = lightOf(parts, known)
  const steps = parts.map((part, i) => stepOf(part.condition, isBeforeEarning(parts, i)))
  const itemsOf = (wanted: Step | 'limit'): MapItem[] =>
    parts.filter((_, i) => steps[i] === wanted).map((part) => itemOf(part, { ...light, step: wanted }))
  const columns = (['entry', 'required', 'choice', 'amounts', 'decisions'] as const).flatMap((step): MapColumn[] => {
    const items = itemsOf(step)
    // Each choice is a step of its own.
    if (step === 'choice') return items.map((item) => ({ step, items: [item] }))
    return items.length === 0 ? [] : [{ step, items }]
  })
  return {
    columns,
    limits: itemsOf('limit'),
    goal: {
      state: known === undefined ? 'plain' : known.evaluation.outcome === 'met' ? 'done' : 'available',
      progress: known?.evaluation.progress ?? 0,
    },
  }
}

export interface MapEntry {
  readonly item: MapItem
  readonly depth: number
  readonly step: Step | 'limit'
}

/** The map as a list, in reading order: the same places, none more and none less. */
export const mapEntries = ({ columns, limits }: RuleMap): MapEntry[] => {
  const under = (item: MapItem, depth: number, step: Step | 'limit'): MapEntry[] => [
    { item, depth, step },
    ...item.items.flatMap((inner) => under(inner, depth + 1, step)),
  ]
  return [
    ...columns.flatMap(({ step, items }) => items.flatMap((item) => under(item, 0, step))),
    ...limits.flatMap((item) => under(item, 0, 'limit')),
  ]
}

type Part = { readonly condition: Condition; readonly path: string; readonly standing: Standing | undefined }

/** What an item must know of the things around it. */
type Light = {
  readonly day: string | undefined
  readonly enrolledOn: string | undefined
  readonly closed: MapReason | undefined
  readonly isRestMet: boolean
  readonly isSpare: boolean
  readonly step: Step | 'limit'
}

const lightOf = (parts: readonly Part[], known: Known | undefined): Light => {
  const day = dayOf(known?.at)
  const enrolledOn = known?.circumstances?.enrolledOn
  return {
    ...{ day, enrolledOn, isSpare: false, step: 'limit' },
    closed: closedBy(parts, day, enrolledOn),
    isRestMet: parts.every(({ condition, standing }) => isDecision(condition) || standing?.met === true),
  }
}

const isDecision = ({ kind }: Condition): boolean => kind === 'approval' || kind === 'manual'

const isEarned = ({ kind }: Condition): boolean =>
  ['badge', 'all', 'any', 'n-of', 'credits', 'hours', 'count'].includes(kind)

const isBeforeEarning = (parts: readonly Part[], index: number): boolean =>
  parts.slice(0, index).every(({ condition }) => !isEarned(condition))

const stepOf = (condition: Condition, isFirst: boolean): Step | 'limit' => {
  switch (condition.kind) {
    case 'badge':
      return 'required'
    case 'all':
    case 'any':
    case 'n-of':
      return 'choice'
    case 'credits':
    case 'hours':
    case 'count':
      return 'amounts'
    case 'prerequisite':
    case 'semesters':
      return 'entry'
    case 'approval':
    case 'manual':
      return isFirst ? 'entry' : 'decisions'
    default:
      return 'limit'
  }
}

const itemOf = (part: Part, light: Light): MapItem => {
  const { condition, path, standing } = part
  const state = stateOf(part, light)
  const inner: Part[] = partsOf(condition, path).map((one, i) => ({ ...one, standing: standing?.parts[i] }))
  const isChoice = condition.kind === 'any' || condition.kind === 'n-of'
  const within: Light = {
    ...light,
    closed: light.closed ?? (condition.kind === 'all' ? closedBy(inner, light.day, light.enrolledOn) : undefined),
    isSpare: light.isSpare || state.state === 'spare' || (isChoice && standing?.met === true),
  }
  return {
    ...{ path, condition, ...state, progress: standing?.progress ?? 0, ...amountsOf(condition, standing) },
    items: inner.map((one) => itemOf(one, within)),
  }
}

type State = { readonly state: MapState; readonly because?: MapReason }
const locked = (because: MapReason): State => ({ state: 'locked', because })

const stateOf = ({ condition, standing }: Part, light: Light): State => {
  if (standing === undefined) return { state: 'plain' }
  if (standing.met) return { state: 'done' }
  if (light.isSpare) return { state: 'spare' }
  switch (condition.kind) {
    case 'not':
      return locked('held')
    case 'degrees':
      return locked('too-many')
    case 'semesters':
      return locked('more-semesters')
    case 'approval':
    case 'manual':
      if (standing.isRefused) return locked('refused')
      return light.step === 'decisions' && !light.isRestMet ? locked('rest-first') : { state: 'available' }
    default: {
      if (light.closed) return locked(light.closed)
      const near = standing.near?.because
      return near === 'below-grade' || near === 'other-version'
        ? { state: 'available', because: near }
        : { state: 'available' }
    }
  }
}

const amountsOf = (condition: Condition, standing: Standing | undefined): Pick<MapItem, 'have' | 'need'> => {
  const met = standing?.parts.filter((part) => part.met).length
  switch (condition.kind) {
    case 'all':
      return { have: met, need: condition.of.length }
    case 'any':
      return { have: met && Math.min(met, 1), need: 1 }
    case 'n-of':
      return { have: met && Math.min(met, condition.n), need: condition.n }
    case 'credits':
    case 'hours':
      return { have: standing?.pool?.total, need: condition.min }
    case 'count':
      return { have: standing?.counted.length, need: condition.min }
    default:
      return {}
  }
}

/** Windows beside the others decide whether anything can still be earned today. */
const closedBy = (
  parts: readonly Part[],
  day: string | undefined,
  enrolledOn: string | undefined,
): MapReason | undefined =>
  day === undefined
    ? undefined
    : parts
        .map(({ condition }) => (condition.kind === 'window' ? closedWindow(condition, day, enrolledOn) : undefined))
        .find((reason) => reason !== undefined)

const closedWindow = (window: WindowCondition, day: string, enrolledOn: string | undefined): MapReason | undefined => {
  if (!('within' in window)) {
    if (window.until !== undefined && window.until < day) return 'window-closed'
    return window.from !== undefined && window.from > day ? 'window-ahead' : undefined
  }
  if (window.of !== 'enrolment') return undefined
  if (enrolledOn === undefined) return 'enrol-first'
  return lastDayOf(enrolledOn, window.within) < day ? 'window-closed' : undefined
}
