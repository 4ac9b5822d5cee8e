// Tells an evaluation as a registrar would: one line a condition, met or missing with why, and a letter.
import type { SetAsideReason } from './eligible.ts'
import { asksForCredits, type Evaluation, everyStanding, type Standing } from './evaluate.ts'
import type { Holding } from './holding.ts'
import {
  amountText,
  capital,
  inWords,
  type Language,
  longDay,
  nameOf,
  type Titles,
  told,
  type Words,
} from './naming.ts'
import { say } from './wording.ts'

export interface TraceLine {
  /** How deep in the rule; 0 is the rule itself. */
  readonly depth: number
  readonly condition: string
  readonly outcome: 'met' | 'missing'
  readonly text: string
  readonly counted: readonly string[]
}

export const traceOf = (evaluation: Evaluation, language: Language, titles: Titles = {}): TraceLine[] =>
  linesOf(evaluation.standing, 0, { language, titles: { ...titles, ...evaluation.names } })

const linesOf = (standing: Standing, depth: number, words: Words): TraceLine[] => [
  {
    depth,
    condition: standing.condition.kind,
    outcome: standing.met ? 'met' : 'missing',
    text: say(standing, words),
    counted: standing.counted.map(({ achievement }) => achievement),
  },
  ...standing.parts.flatMap((part) => linesOf(part, depth + 1, words)),
]

/** The whole answer in words: the outcome, what is still missing, what was counted, what was set aside. */
export const letterOf = (evaluation: Evaluation, language: Language, titles: Titles = {}): string => {
  const words = { language, titles: { ...titles, ...evaluation.names } }
  const missing = missingStandings(evaluation.standing)
  const wanting = missing.flatMap((standing) => missingLines(standing, 0, words))
  const counted = evaluation.counted.map(
    (holding) => `${holdingText(holding, words)}${onlyFor(holding, evaluation, words)}`,
  )
  const aside = evaluation.setAside
    .filter(({ because }) => because !== 'not-asked-for')
    .map(({ holding, because }) => `${holdingText(holding, words)}: ${told(words, ...ASIDE[because])}`)
  return [
    [openingOf(evaluation, missing.length, words)],
    section(told(words, '남은 요건', 'Still to be completed'), wanting),
    section(told(words, '인정된 배지', 'Badges counted'), counted),
    section(told(words, '인정되지 않은 배지', 'Badges not counted'), aside),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => line.replace(/^ */, '$&- '))]

const openingOf = (evaluation: Evaluation, missing: number, words: Words): string => {
  const { credits, counted, standing } = evaluation
  const earned = earnedWithin(standing)
  const cut = earned > credits && asksForCredits(standing) ? String(earned) : ''
  const most = cut && ` (${cut} earned, of which at most ${credits} count)`
  const [countedKo, countedEn] =
    credits > 0 || asksForCredits(standing)
      ? [
          `인정된 학점은 ${credits}학점입니다${cut && `(취득한 ${cut}학점 가운데 ${credits}학점까지 인정)`}.`,
          `${amountText(credits, 'credits', words)} ${credits === 1 ? 'has' : 'have'} been counted`,
        ]
      : [`인정된 배지는 ${counted.length}개입니다.`, `${countedBadges(counted.length)} been counted`]
  if (evaluation.outcome === 'met')
    return told(
      words,
      `이수 요건을 모두 충족했습니다. ${countedKo}`,
      `All requirements are met. ${capital(countedEn)}${most}.`,
    )
  return told(
    words,
    `아직 충족하지 못한 요건이 ${missing}가지 있습니다. 현재까지 ${countedKo}`,
    `${capital(inWords(missing))} requirement${missing === 1 ? ' is' : 's are'} not yet met. So far, ${countedEn}${most}.`,
  )
}

const countedBadges = (count: number): string => `${inWords(count)} badge${count === 1 ? ' has' : 's have'}`

/** What the largest credit condition would come to without its maximum. */
const earnedWithin = ({ condition, pool, parts }: Standing): number =>
  Math.max(condition.kind === 'credits' ? (pool?.earned ?? 0) : 0, ...parts.map(earnedWithin))

/** The lowest unmet conditions. Alternatives are told as one requirement, for no single one of them is missing. */
export const missingStandings = (standing: Standing): Standing[] => {
  if (standing.met) return []
  return standing.condition.kind === 'all' ? standing.parts.flatMap(missingStandings) : [standing]
}

/** Alternatives are listed below their requirement, so that the reader sees what there is to choose from. */
const missingLines = (standing: Standing, depth: number, words: Words): string[] => {
  const line = `${'  '.repeat(depth)}${say(standing, words)}`
  if (standing.condition.kind === 'not') return [line]
  const open = standing.parts.filter((part) => !part.met)
  return [line, ...open.flatMap((part) => missingLines(part, depth + 1, words))]
}

const AMOUNTS = { credits: ['학점', 'credits'], hours: ['시간', 'hours'], count: ['개수', 'number'] } as const

/** A badge that falls short of its own place may still count toward an amount; unexplained it would look like a mistake. */
const onlyFor = (holding: Holding, { standing }: Evaluation, words: Words): string => {
  const all = everyStanding(standing)
  if (!all.some(({ near }) => near?.holding === holding)) return ''
  const amounts = (['credits', 'hours', 'count'] as const).filter((kind) =>
    all.some(({ condition, counted }) => condition.kind === kind && counted.includes(holding)),
  )
  const [ko, en] = [0, 1].map((at) => amounts.map((kind) => AMOUNTS[kind][at]))
  return amounts.length === 0
    ? ''
    : told(words, `: ${ko?.join('·')}으로만 인정`, `: counted toward the ${en?.join(' and ')} only`)
}

const holdingText = ({ achievement, awardedOn, halfCredits, grade }: Holding, words: Words): string => {
  const facts = [
    longDay(awardedOn, words),
    ...(halfCredits > 0 ? [amountText(halfCredits / 2, 'credits', words)] : []),
    ...(grade === undefined ? [] : [told(words, `성적 ${grade}`, `grade ${grade}`)]),
  ]
  return `${nameOf(achievement, words)} (${facts.join(', ')})`
}

const ASIDE: Record<SetAsideReason, readonly [string, string]> = {
  revoked: ['발급이 취소되었습니다.', 'it was revoked.'],
  suspended: ['효력이 정지되어 있습니다.', 'it is suspended.'],
  expired: ['유효기간이 지났습니다.', 'it has expired.'],
  unverified: ['발급기관을 확인하지 못했습니다.', 'its issuer could not be confirmed.'],
  'not-yet-awarded': ['심사일에는 아직 수여되지 않았습니다.', 'it was not yet awarded on the day of review.'],
  'outside-window': ['인정 기간 밖에 취득했습니다.', 'it was earned outside the time allowed.'],
  'below-level': ['요구하는 수준에 미치지 못합니다.', 'it is below the level asked for.'],
  'below-grade': ['요구하는 성적에 미치지 못합니다.', 'its grade is below the one asked for.'],
  'other-version': ['요구하는 판이 아닙니다.', 'it is not of the version asked for.'],
  repeated: ['같은 배지를 이미 인정했습니다.', 'the same badge is counted already.'],
  'over-overlap': ['중복 인정 한도를 넘습니다.', 'it goes over the limit on what may be shared.'],
  'over-partners': ['교류 기관 인정 한도를 넘습니다.', 'it goes over the limit on partner credits.'],
  'outside-partners': ['인정하는 교류 기관에서 발급하지 않았습니다.', 'its issuer is not one of the partners.'],
  'not-asked-for': ['이 과정에서 요구하지 않습니다.', 'this programme does not ask for it.'],
}
