// Finds what makes a rule unfit to be published: contradictions, goals out of reach, cycles, a goal met by nothing.
import { everyPlace, type Place, partsOf } from './describe.ts'
import { evaluate, type Standing } from './evaluate.ts'
import { missingStandings } from './explain.ts'
import { type Fault, fault } from './faults.ts'
import { parseLevel } from './holding.ts'
import { approvals, idealLearners } from './ideal.ts'
import { SEMESTERS_MAX } from './limits.ts'
import { identityOf, USUAL_GRADES } from './matching.ts'
import { namedAchievements, namedOverlaps } from './named.ts'
import type { AchievementId, Condition, CountCondition, PoolCondition, Rule } from './rule.ts'

export interface Surroundings {
  /** The micro-degree's own achievement. */
  readonly self?: AchievementId
  /** What the other micro-degrees require, by their achievement. */
  readonly requires?: ReadonlyMap<AchievementId, readonly AchievementId[]>
  /** Achievements the institution has published; without it none is doubted. */
  readonly published?: ReadonlySet<AchievementId>
}

/** The rule has been parsed; an empty list means that it may be published. */
export const lint = (rule: Rule, surroundings: Surroundings = {}): Fault[] => {
  const places = everyPlace(rule.condition)
  const faults = [
    ...selfContaining(rule, surroundings),
    ...unknownAchievements(rule, surroundings),
    ...places.flatMap((place) => scaleFaults(place, rule)),
    ...places.flatMap(poolFaults),
    ...places.flatMap(contradictionsIn),
    ...countedTwice(rule),
    ...metByNothing(rule, places),
  ]
  return faults.length > 0 ? faults : unreachable(rule, places)
}

const selfContaining = (rule: Rule, { self, requires = new Map() }: Surroundings): Fault[] =>
  self === undefined
    ? []
    : [
        ...namedAchievements(rule).filter(
          ({ achievement, issuer }) => issuer === undefined && leadsTo(achievement, self, requires, new Set()),
        ),
        // Two micro-degrees may each cap what they share; only an overlap with itself makes no sense.
        ...namedOverlaps(rule).filter(({ achievement }) => achievement === self),
      ].map(({ path }) => fault(path, 'goal-contains-itself'))

const leadsTo = (
  from: AchievementId,
  goal: AchievementId,
  requires: ReadonlyMap<AchievementId, readonly AchievementId[]>,
  seen: Set<AchievementId>,
): boolean => {
  if (from === goal) return true
  if (seen.has(from)) return false
  seen.add(from)
  return (requires.get(from) ?? []).some((next) => leadsTo(next, goal, requires, seen))
}

const unknownAchievements = (rule: Rule, { published }: Surroundings): Fault[] =>
  published === undefined
    ? []
    : [...namedAchievements(rule), ...namedOverlaps(rule)]
        .filter(({ achievement, issuer }) => issuer === undefined && !published.has(achievement))
        .map(({ path }) => fault(path, 'achievement-unknown'))

/** A grade or level that is on no scale is reached by nobody. */
const scaleFaults = ({ condition, path }: Place, rule: Rule): Fault[] => {
  const grades = rule.grades ?? USUAL_GRADES
  const minGrade =
    condition.kind === 'badge'
      ? condition.minGrade
      : 'from' in condition && typeof condition.from === 'object'
        ? condition.from.minGrade
        : undefined
  const unknownGrade = minGrade !== undefined && Number.isNaN(Number(minGrade)) && !grades.includes(minGrade)
  const levels = condition.kind === 'credits' || condition.kind === 'hours' ? Object.keys(condition.levelMin) : []
  const isUnknown = (name: string): boolean =>
    rule.levels !== undefined &&
    parseLevel(/^\d$/.test(name) ? Number(name) : name).own !== undefined &&
    !rule.levels.includes(name)
  return [
    ...(unknownGrade ? [fault(path, 'grade-unknown')] : []),
    ...levels.filter(isUnknown).map((name) => fault(`${path}/${condition.kind}/levelMin/${name}`, 'level-unknown')),
  ]
}

const poolFaults = ({ condition, path }: Place): Fault[] => {
  if (condition.kind !== 'credits' && condition.kind !== 'hours') return []
  const here = `${path}/${condition.kind}`
  const floors = [...Object.entries(condition.levelMin), ...Object.entries(condition.tagMin)]
  return [
    ...(isFree(condition) ? [fault(here, 'met-by-nothing')] : []),
    ...floors.filter(([, need]) => need > (condition.max ?? need)).map(() => fault(here, 'floor-above-max')),
    ...Object.entries(condition.tagMin)
      .filter(([tag, need]) => need > (condition.overlapMax[tag] ?? need))
      .map(([tag]) => fault(`${here}/tagMin/${tag}`, 'contradiction')),
    ...((condition.partnerMin ?? 0) > (condition.partnerMax ?? condition.partnerMin ?? 0)
      ? [fault(`${here}/partner`, 'contradiction')]
      : []),
  ]
}

const isFree = ({ min, levelMin, tagMin, partnerMin = 0 }: PoolCondition): boolean =>
  [min, partnerMin, ...Object.values(levelMin), ...Object.values(tagMin)].every((need) => need === 0)

type Amount = { readonly pool: PoolCondition | CountCondition; readonly path: string }

/**
 * A badge is used once, but each amount is reckoned by itself: two of one kind that may draw on the same badges would count them twice.
 * One amount with floors says what is meant, and `reuse` says that twice is right. Alternatives never stand beside one another.
 */
const countedTwice = (rule: Rule): Fault[] => {
  const faults: Fault[] = []
  const amountsIn = (condition: Condition, path: string): Amount[] => {
    if (condition.kind === 'not') return []
    if (condition.kind === 'credits' || condition.kind === 'hours' || condition.kind === 'count')
      return [{ pool: condition, path: `${path}/${condition.kind}` }]
    const mayStandTogether = condition.kind === 'all' || (condition.kind === 'n-of' && condition.n > 1)
    const found: Amount[] = []
    for (const part of partsOf(condition, path)) {
      const here = amountsIn(part.condition, part.path)
      for (const { pool, path: at } of mayStandTogether ? here : [])
        if (found.some((other) => mayShare(pool, other.pool, rule))) faults.push(fault(at, 'counted-twice'))
      found.push(...here)
    }
    return found
  }
  if (!rule.reuse) amountsIn(rule.condition, '')
  return faults
}

/** Badges that are listed are told apart by their lists; tags and levels are no proof, for a badge may carry several. */
const mayShare = (a: Amount['pool'], b: Amount['pool'], rule: Rule): boolean => {
  const [those, these] = [a.from?.achievements, b.from?.achievements]
  if (a.kind !== b.kind) return false
  if (those === undefined || these === undefined) return true
  const names = new Set(those.map((achievement) => identityOf({ achievement }, rule)))
  return these.some((achievement) => names.has(identityOf({ achievement }, rule)))
}

/** What stands side by side under `all` must be possible together. */
const contradictionsIn = ({ condition, path }: Place): Fault[] => {
  if (condition.kind !== 'all') return []
  const parts = condition.of
  const required = parts.filter((part) => part.kind === 'badge').map(({ achievement }) => achievement)
  const prerequisites = new Set(parts.filter((part) => part.kind === 'prerequisite').map((part) => part.microdegree))
  return parts.flatMap((part, i) => {
    const refused =
      (part.kind === 'not' && part.of.kind === 'badge' && required.includes(part.of.achievement)) ||
      (part.kind === 'not' && part.of.kind === 'prerequisite' && prerequisites.has(part.of.microdegree)) ||
      (part.kind === 'degrees' && prerequisites.size >= part.max) ||
      (part.kind === 'window' && !('within' in part) && !overlapsAll(part, parts))
    return refused ? [fault(`${path}/all/${i}`, 'contradiction')] : []
  })
}

const overlapsAll = (window: { from?: string; until?: string }, parts: readonly Condition[]): boolean =>
  parts.every(
    (part) =>
      part.kind !== 'window' ||
      'within' in part ||
      ((window.from ?? '') <= (part.until ?? '9') && (part.from ?? '') <= (window.until ?? '9')),
  )

/** A degree is earned: approvals alone do not make one. */
const metByNothing = (rule: Rule, places: readonly Place[]): Fault[] => {
  const circumstances = { ...approvals(places.map(({ condition }) => condition)), semesters: SEMESTERS_MAX }
  const result = evaluate(rule, [], { at: '2026-03-02', circumstances })
  return result.outcome === 'evaluated' && result.evaluation.outcome === 'met' ? [fault('', 'met-by-nothing')] : []
}

/** Tries the rule on the best learners there could be. What `not` says of sums is beyond this test and is let through. */
const unreachable = (rule: Rule, places: readonly Place[]): Fault[] => {
  if (places.some(({ condition }) => condition.kind === 'not' && !isOfBadges(condition.of))) return []
  let nearest: Standing | undefined
  for (const { at, holdings, circumstances } of idealLearners(rule)) {
    const result = evaluate(rule, holdings, { at, circumstances })
    if (result.outcome === 'refused' || result.evaluation.outcome === 'met') return []
    const { standing } = result.evaluation
    if (nearest === undefined || standing.progress > nearest.progress) nearest = standing
  }
  const missing = nearest === undefined ? [] : missingStandings(nearest)
  return missing.map(({ condition }) => fault(pathOf(condition, places), 'unreachable'))
}

const isOfBadges = (condition: Condition): boolean =>
  everyPlace(condition).every(({ condition: part }) =>
    ['all', 'any', 'n-of', 'badge', 'prerequisite'].includes(part.kind),
  )

const pathOf = (condition: Condition, places: readonly Place[]): string =>
  places.find((place) => place.condition === condition)?.path ?? ''
