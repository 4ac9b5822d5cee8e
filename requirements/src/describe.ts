// Says what a condition asks for, before anybody is held against it, in Korean and English.
import {
  amountText,
  capital,
  comparedText,
  countText,
  durationText,
  inWords,
  type Language,
  longDay,
  nameOf,
  quoted,
  type Titles,
  told,
  type Words,
} from './naming.ts'
import type { BadgeCondition, Condition, HoldingFilter, PoolCondition, Rule, WindowCondition } from './rule.ts'

export interface RuleLine {
  /** How deep in the rule; 0 is the rule itself. */
  readonly depth: number
  /** JSON Pointer into the rule. */
  readonly path: string
  readonly condition: Condition['kind']
  readonly text: string
}

/** The whole rule in words, a line a condition: what a learner reads before beginning. */
export const describeRule = (rule: Rule, language: Language, titles: Titles = {}): RuleLine[] =>
  linesOf(rule.condition, '', 0, { language, titles: { ...titles, ...rule.names } })

const linesOf = (condition: Condition, path: string, depth: number, words: Words): RuleLine[] => [
  { depth, path, condition: condition.kind, text: demandOf(condition, words) },
  ...partsOf(condition, path).flatMap((part) => linesOf(part.condition, part.path, depth + 1, words)),
]

export type Place = { readonly condition: Condition; readonly path: string }

/** What a condition is made of, each part with its JSON Pointer. */
export const partsOf = (condition: Condition, path: string): Place[] => {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.map((part, i) => ({ condition: part, path: `${path}/${condition.kind}/${i}` }))
    case 'n-of':
      return condition.of.map((part, i) => ({ condition: part, path: `${path}/nOf/of/${i}` }))
    case 'not':
      return [{ condition: condition.of, path: `${path}/not` }]
    default:
      return []
  }
}

export const everyPlace = (condition: Condition, path = ''): Place[] => [
  { condition, path },
  ...partsOf(condition, path).flatMap((part) => everyPlace(part.condition, part.path)),
]

type Demands = {
  readonly [K in Condition['kind']]: (condition: Extract<Condition, { kind: K }>, words: Words) => string
}

export const demandOf = (condition: Condition, words: Words): string =>
  (DEMANDS[condition.kind] as (condition: Condition, words: Words) => string)(condition, words)

const DEMANDS: Demands = {
  all: ({ of }, words) =>
    of.length === 1
      ? told(words, '다음 요건을 충족', 'The following')
      : told(
          words,
          `다음 ${of.length}가지 요건을 모두 충족`,
          of.length === 2 ? 'Both of the following' : `All ${inWords(of.length)} of the following`,
        ),
  any: ({ of }, words) =>
    told(words, `다음 ${of.length}가지 가운데 하나 이상 충족`, `At least one of the following ${inWords(of.length)}`),
  'n-of': ({ n, of }, words) =>
    told(
      words,
      `다음 ${of.length}가지 가운데 ${n}가지 이상 충족`,
      `At least ${inWords(n)} of the following ${inWords(of.length)}`,
    ),
  not: (_, words) => told(words, '다음에 해당하지 않을 것', 'None of the following applies'),
  badge: (condition, words) => badgeText(condition, words),
  credits: (condition, words) => poolText(condition, words),
  hours: (condition, words) => poolText(condition, words),
  count: ({ min, from }, words) =>
    told(
      words,
      `${fromText(from, words)}배지 ${min}개 이상 취득`,
      `At least ${countText(min, 'badge')}${fromText(from, words)}`,
    ),
  level: ({ scale, is }, words) => {
    const framework = scale === 'own' ? '' : `${scale.toUpperCase()} `
    const named = { ...is, value: nameOf(is.value, words) }
    const level = comparedText(named, scale === 'own' ? '' : '수준', `${framework}level`, words)
    return told(words, `${framework}${level}인 배지만 인정`, `Only badges at ${level} count`)
  },
  window: (condition, words) => windowText(condition, words),
  prerequisite: ({ microdegree }, words) =>
    told(
      words,
      `${quoted(microdegree, words)} 마이크로디그리를 먼저 이수`,
      `Micro-degree ${quoted(microdegree, words)} completed beforehand`,
    ),
  degrees: ({ max }, words) =>
    told(
      words,
      `마이크로디그리는 한 사람이 ${max}개까지 취득`,
      `No more than ${countText(max, 'micro-degree')} for each learner`,
    ),
  semesters: ({ min }, words) =>
    told(words, `${min}개 학기 이상 이수`, `At least ${countText(min, 'semester')} of study`),
  approval: ({ by, stage }, words) =>
    told(
      words,
      `${nameOf(stage, words)} 승인 (${nameOf(by, words)})`,
      `${capital(nameOf(stage, words))}, to be approved by ${nameOf(by, words)}`,
    ),
  manual: ({ text }, words) => nameOf(text, words),
}

const badgeText = ({ achievement, minGrade, version, issuer }: BadgeCondition, words: Words): string => {
  const demands = [
    ...(minGrade ? [told(words, `성적 ${minGrade} 이상`, `grade ${minGrade} or better`)] : []),
    ...(version ? [comparedText(version, '판', 'version', words)] : []),
    ...(issuer ? [told(words, `${nameOf(issuer, words)} 발급`, `issued by ${nameOf(issuer, words)}`)] : []),
  ].join(', ')
  const badge = quoted(achievement, words)
  return told(words, `${badge} 배지 취득${demands && ` (${demands})`}`, `Badge ${badge}${demands && `, ${demands}`}`)
}

const poolText = (condition: PoolCondition, words: Words): string => {
  const amount = (value: number): string => amountText(value, condition.kind, words)
  const parts = [
    ...(condition.max === undefined || condition.max === condition.min
      ? []
      : [told(words, `${amount(condition.max)}까지 인정`, `at most ${amount(condition.max)} count`)]),
    ...Object.entries(condition.levelMin).map(([level, need]) =>
      told(
        words,
        `그중 ${nameOf(level, words)} 수준 ${amount(need)} 이상`,
        `${amount(need)} or more at ${nameOf(level, words)} level`,
      ),
    ),
    ...Object.entries(condition.tagMin).map(([tag, need]) =>
      told(
        words,
        `그중 ${quoted(tag, words)} ${amount(need)} 이상`,
        `${amount(need)} or more in ${quoted(tag, words)}`,
      ),
    ),
    ...Object.entries(condition.overlapMax).map(([tag, most]) =>
      told(
        words,
        `${quoted(tag, words)} 중복 인정은 ${amount(most)}까지`,
        `at most ${amount(most)} shared with ${quoted(tag, words)}`,
      ),
    ),
    ...Object.entries(condition.overlapDegrees).map(([degree, most]) =>
      told(
        words,
        `${quoted(degree, words)} 마이크로디그리와 중복 인정은 ${amount(most)}까지`,
        `at most ${amount(most)} that also count in the micro-degree ${quoted(degree, words)}`,
      ),
    ),
    ...partnerTexts(condition, words, amount),
  ].join(told(words, ', ', '; '))
  const from = fromText(condition.from, words)
  // More than is asked for is cut off.
  const isExact = condition.max === condition.min
  return told(
    words,
    `${from}${amount(condition.min)} ${isExact ? '' : '이상 '}이수${parts && ` (${parts})`}`,
    `${isExact ? 'Exactly' : 'At least'} ${amount(condition.min)}${from}${parts && ` (${parts})`}`,
  )
}

const partnerTexts = (
  { kind, partnerMin, partnerMax, partnerFrom }: PoolCondition,
  words: Words,
  amount: (value: number) => string,
): string[] => [
  ...(partnerMin === undefined
    ? []
    : [told(words, `그중 교류 기관 ${amount(partnerMin)} 이상`, `${amount(partnerMin)} or more from partners`)]),
  ...(partnerMax === undefined
    ? []
    : [
        partnerMax === 0
          ? told(words, `교류 기관 ${kind === 'credits' ? '학점' : '시간'}은 인정하지 않음`, 'none from partners')
          : told(words, `교류 기관은 ${amount(partnerMax)}까지 인정`, `at most ${amount(partnerMax)} from partners`),
      ]),
  ...(partnerFrom === undefined
    ? []
    : [
        told(
          words,
          `교류 기관은 ${partnerFrom.map((id) => nameOf(id, words)).join(', ')}만 인정`,
          `partner credits only from ${partnerFrom.map((id) => nameOf(id, words)).join(', ')}`,
        ),
      ]),
]

/** Korean puts it before the noun with a space after, English behind it with a space before. */
const fromText = (filter: HoldingFilter | undefined, words: Words): string => {
  if (filter === undefined) return ''
  const { tag, level, achievements, minGrade } = filter
  const listed = achievements?.map((id) => quoted(id, words)).join(', ')
  const parts = [
    ...(tag ? [told(words, `${quoted(tag, words)} 분야에서`, `in ${quoted(tag, words)}`)] : []),
    ...(level ? [told(words, `${nameOf(level, words)} 수준 이상의`, `at ${nameOf(level, words)} level or above`)] : []),
    ...(listed ? [told(words, `${listed} 가운데`, `from ${listed}`)] : []),
    ...(minGrade ? [told(words, `성적 ${minGrade} 이상으로`, `with grade ${minGrade} or better`)] : []),
  ].join(' ')
  return parts && told(words, `${parts} `, ` ${parts}`)
}

const windowText = (condition: WindowCondition, words: Words): string => {
  if ('within' in condition) {
    const within = durationText(condition.within, words)
    if (condition.of === 'first')
      return told(words, `첫 배지를 취득한 날부터 ${within} 안에 취득`, `Earned within ${within} of the first badge`)
    return condition.of === 'enrolment'
      ? told(words, `등록한 날부터 ${within} 안에 취득`, `Earned within ${within} of enrolment`)
      : told(words, `심사일 전 ${within} 안에 취득`, `Earned within the ${within} before the award`)
  }
  const { from, until } = condition
  const [ko, en] = [
    [...(from ? [`${longDay(from, words)}부터`] : []), ...(until ? [`${longDay(until, words)}까지`] : [])],
    [...(from ? [`from ${longDay(from, words)}`] : []), ...(until ? [`until ${longDay(until, words)}`] : [])],
  ]
  return told(words, `${ko.join(' ')} 취득`, `Earned ${en.join(' ')}`)
}
