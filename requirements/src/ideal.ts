// The best learner a rule could meet: everything it names, earned on the best day at the best level.
import { everyPlace } from './describe.ts'
import type { Circumstances, Decision, Holding, Level } from './holding.ts'
import { CREDITS_MAX, HOURS_MAX, SEMESTERS_MAX } from './limits.ts'
import { USUAL_GRADES } from './matching.ts'
import { namedAchievements } from './named.ts'
import type { Condition, PoolCondition, Rule } from './rule.ts'

export interface Ideal {
  readonly at: string
  readonly holdings: readonly Holding[]
  readonly circumstances: Circumstances
}

/** One learner for each day and level worth trying: windows and level ranges may exclude one another. */
export const idealLearners = (rule: Rule): Ideal[] => {
  const conditions = everyPlace(rule.condition).map(({ condition }) => condition)
  return daysOf(conditions).flatMap((day) =>
    levelsOf(rule).map((level) => ({
      at: day,
      holdings: holdingsOf(rule, conditions, day, level),
      circumstances: { ...approvals(conditions), enrolledOn: day, semesters: SEMESTERS_MAX },
    })),
  )
}

/** Every approval of a rule given, for trying it on a past that has none; semesters enough. */
export const approvalsOf = (rule: Rule): Circumstances => ({
  ...approvals(everyPlace(rule.condition).map(({ condition }) => condition)),
  semesters: SEMESTERS_MAX,
})

/** Every decision taken in the learner's favour. */
export const approvals = (conditions: readonly Condition[]): Circumstances => ({
  decisions: conditions.flatMap((condition): Decision[] => {
    if (condition.kind === 'approval') return [{ stage: condition.stage, by: condition.by, outcome: 'approved' }]
    return condition.kind === 'manual' ? [{ manual: condition.text, outcome: 'approved' }] : []
  }),
})

/** Numbers and letters do not compare, so the grade is of the kind the rule speaks of. */
export const bestGrade = (rule: Rule): string | undefined => {
  const asked = everyPlace(rule.condition).flatMap(({ condition }) => minGradeOf(condition) ?? [])
  const numbers = asked.map(Number).filter((grade) => !Number.isNaN(grade))
  return numbers.length > 0 ? String(Math.max(...numbers)) : (rule.grades ?? USUAL_GRADES).at(-1)
}

const minGradeOf = (condition: Condition): string | undefined => {
  if (condition.kind === 'badge') return condition.minGrade
  return 'from' in condition && typeof condition.from === 'object' ? condition.from.minGrade : undefined
}

const SOME_DAY = '2026-03-02'
const FRAMEWORK_LEVELS = [8, 7, 6, 5, 4, 3, 2, 1]

const daysOf = (conditions: readonly Condition[]): string[] => {
  const edges = conditions.flatMap((condition) =>
    condition.kind === 'window' && !('within' in condition) ? [condition.from, condition.until] : [],
  )
  return [...new Set([SOME_DAY, ...edges.filter((edge) => edge !== undefined)])]
}

const levelsOf = ({ levels = [], condition }: Rule): Level[] => {
  const asked = everyPlace(condition).flatMap(({ condition: part }) =>
    part.kind === 'level' && part.scale === 'own' ? [part.is.value] : [],
  )
  const own = [...new Set([...levels.toReversed(), ...asked])]
  return FRAMEWORK_LEVELS.flatMap((level) =>
    (own.length > 0 ? own : [undefined]).map((name) => ({ kqf: level, eqf: level, own: name })),
  )
}

const holdingsOf = (rule: Rule, conditions: readonly Condition[], day: string, level: Level): Holding[] => {
  const forbidden = new Set(conditions.flatMap((part) => (part.kind === 'not' ? namesWithin(part.of) : [])))
  const base = {
    index: 0,
    level,
    awardedOn: day,
    status: 'valid' as const,
    countsIn: [],
    grade: bestGrade(rule),
  }
  const badges = conditions
    .filter((part) => part.kind === 'badge')
    .map((part) => ({ achievement: part.achievement, issuer: part.issuer, ...versionAndGrade(part) }))
  const others = namedAchievements(rule)
    .filter(({ path }) => !/(\/badge|\/external|^\/equivalences.*)$/.test(path))
    .map(({ achievement }) => ({ achievement }))
  const named = [...new Map([...others, ...badges].map((one) => [one.achievement, one])).values()]
    .filter(({ achievement }) => !forbidden.has(achievement))
    .map((one) => ({ ...base, halfCredits: 0, hours: 0, tags: [], ...one }))
  const pools = conditions.filter((part): part is PoolCondition => part.kind === 'credits' || part.kind === 'hours')
  const counts = conditions.filter((part) => part.kind === 'count')
  return [
    ...named,
    ...pools.flatMap((pool, n) =>
      poolHoldings(pool, rule).map((one, i) => ({
        ...base,
        ...one,
        achievement: listedAt(pool, i) ?? `amount ${n} ${i}`,
        level: levelFor(pool, level),
      })),
    ),
    ...counts.flatMap(({ min, from }) =>
      Array.from({ length: from?.achievements ? 0 : min }, (_, i) => ({
        ...base,
        ...{ achievement: `any ${i}`, halfCredits: 2, hours: 1, tags: from?.tag ? [from.tag] : [] },
      })),
    ),
  ]
}

const namesWithin = (condition: Condition): string[] =>
  everyPlace(condition).flatMap(({ condition: part }) => (part.kind === 'badge' ? [part.achievement] : []))

/** The version and the numeric grade that just satisfy the place. */
const versionAndGrade = ({
  version,
  minGrade,
}: Extract<Condition, { kind: 'badge' }>): Pick<Holding, 'version'> & { grade?: string } => {
  const step = version?.operator === '>' ? 1 : version?.operator === '<' ? -1 : 0
  return {
    version: version === undefined ? 1 : Number(version.value) + step,
    ...(minGrade !== undefined && !Number.isNaN(Number(minGrade)) && { grade: minGrade }),
  }
}

/** Where the badges are listed, each piece is another of them as long as there are any: a badge is counted once. */
const listedAt = ({ from }: PoolCondition, i: number): string | undefined =>
  from?.achievements?.[i % from.achievements.length]

const levelFor = ({ levelMin }: PoolCondition, level: Level): Level => {
  const [name] = Object.keys(levelMin)
  return level.own === undefined && name !== undefined ? { ...level, own: name } : level
}

/** One badge free of every cap, and for each floor one that reaches it as far as the cap allows. */
const poolHoldings = (
  pool: PoolCondition,
  rule: Rule,
): Pick<Holding, 'halfCredits' | 'hours' | 'tags' | 'issuer'>[] => {
  const most = pool.kind === 'credits' ? CREDITS_MAX : HOURS_MAX
  const of = (amount: number, tags: readonly string[], issuer?: string) => ({
    halfCredits: pool.kind === 'credits' ? amount * 2 : 0,
    hours: pool.kind === 'hours' ? amount : 0,
    tags: [...(pool.from?.tag ? [pool.from.tag] : []), ...tags],
    ...(issuer && { issuer }),
  })
  const capped = (tag: string): number => pool.overlapMax[tag] ?? most
  const floors = Object.keys(pool.tagMin).map((tag) => of(capped(tag), [tag]))
  const levels = Object.keys(pool.levelMin).map(() => of(most, []))
  const partner = pool.partnerMin === undefined ? [] : [of(pool.partnerMax ?? most, ['partner'], pool.partnerFrom?.[0])]
  const plain = pool.from?.tag === undefined || pool.overlapMax[pool.from.tag] === undefined
  return [
    ...(plain ? [of(most, [], rule.issuer)] : [of(capped(pool.from?.tag ?? ''), [])]),
    ...floors,
    ...levels,
    ...partner,
  ]
}
