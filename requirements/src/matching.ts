// Whether one held badge is what a condition speaks of: its identity, version, grade, level and tags.
import { type Holding, type Level, parseLevel } from './holding.ts'
import type { BadgeCondition, Comparison, HoldingFilter, LevelCondition, Rule } from './rule.ts'

/** The usual Korean grades, lowest first; S stands above them where plaques use S, A, B. */
export const USUAL_GRADES = [
  'F',
  'P',
  'D-',
  'D',
  'D0',
  'D+',
  'C-',
  'C',
  'C0',
  'C+',
  'B-',
  'B',
  'B0',
  'B+',
  'A-',
  'A',
  'A0',
  'A+',
  'S',
]

export const matchesBadge = (holding: Holding, condition: BadgeCondition, rule: Rule): boolean =>
  standsForBadge(holding, condition, rule) &&
  (condition.version === undefined ||
    (holding.version !== undefined && compares(holding.version, condition.version))) &&
  hasGrade(holding, condition.minGrade, rule)

/** Is the badge asked for, whatever its version and grade. */
export const standsForBadge = (holding: Holding, { achievement, issuer }: BadgeCondition, rule: Rule): boolean =>
  standsFor(holding.achievement, achievement, rule) && (issuer === undefined || holding.issuer === issuer)

const standsFor = (held: string, wanted: string, rule: Rule): boolean =>
  held === wanted || rule.equivalences.some((group) => group.includes(held) && group.includes(wanted))

/** The name that a badge shares with its equivalents: of those with one name only one is counted. */
export const identityOf = ({ achievement }: Pick<Holding, 'achievement'>, { equivalences }: Rule): string =>
  equivalences.find((group) => group.includes(achievement))?.[0] ?? achievement

/** Of badges that serve equally the better grade goes first, then the earlier one. Handed in by date, handed back by preference. */
export const byPreference = (holdings: readonly Holding[], { grades = USUAL_GRADES }: Rule): readonly Holding[] => {
  if (holdings.length < 2 || holdings.every(({ grade }) => grade === holdings[0]?.grade)) return holdings
  const worth = ({ grade }: Holding): number =>
    grade === undefined ? -2 : Number.isNaN(Number(grade)) ? grades.indexOf(grade) : Number(grade)
  return holdings.toSorted((a, b) => worth(b) - worth(a))
}

export const matchesFilter = (holding: Holding, filter: HoldingFilter | undefined, rule: Rule): boolean =>
  filter === undefined ||
  ((filter.tag === undefined || holding.tags.includes(filter.tag)) &&
    (filter.level === undefined || reachesLevel(holding.level, filter.level, rule)) &&
    (filter.achievements === undefined ||
      filter.achievements.some((wanted) => standsFor(holding.achievement, wanted, rule))) &&
    hasGrade(holding, filter.minGrade, rule))

/** A grade that is on no scale compares with nothing: it does not reach the minimum. */
export const hasGrade = (holding: Holding, minimum: string | undefined, rule: Rule): boolean => {
  if (minimum === undefined) return true
  if (holding.grade === undefined) return false
  const [held, wanted] = [Number(holding.grade), Number(minimum)]
  if (!Number.isNaN(held) && !Number.isNaN(wanted)) return held >= wanted
  const scale = rule.grades ?? USUAL_GRADES
  return scale.includes(minimum) && scale.indexOf(holding.grade) >= scale.indexOf(minimum)
}

/** At the named level or, where the scale is known, above it. */
export const reachesLevel = (level: Level, name: string, rule: Rule): boolean => {
  const wanted = parseLevel(/^\d$/.test(name) ? Number(name) : name)
  if (wanted.kqf !== undefined) return level.kqf !== undefined && level.kqf >= wanted.kqf
  if (wanted.eqf !== undefined) return level.eqf !== undefined && level.eqf >= wanted.eqf
  if (level.own === undefined || wanted.own === undefined) return false
  const scale = rule.levels ?? []
  return scale.includes(wanted.own) ? scale.indexOf(level.own) >= scale.indexOf(wanted.own) : level.own === wanted.own
}

export const meetsLevel = (level: Level, { scale, is }: LevelCondition, rule: Rule): boolean => {
  if (scale !== 'own') return level[scale] !== undefined && compares(level[scale], is)
  const names = rule.levels ?? []
  if (level.own === undefined) return false
  if (!names.includes(is.value)) return is.operator.includes('=') && level.own === is.value
  return (
    names.includes(level.own) && compares(names.indexOf(level.own), { ...is, value: String(names.indexOf(is.value)) })
  )
}

export const isPartner = (holding: Holding, rule: Rule): boolean =>
  holding.tags.includes('partner') ||
  (rule.issuer !== undefined && holding.issuer !== undefined && holding.issuer !== rule.issuer)

const compares = (held: number, { operator, value }: Comparison): boolean => {
  const wanted = Number(value)
  if (Number.isNaN(wanted)) return false
  if (operator === '=') return held === wanted
  if (operator === '>=') return held >= wanted
  if (operator === '>') return held > wanted
  return operator === '<' ? held < wanted : held <= wanted
}
