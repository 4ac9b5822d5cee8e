// Says how one condition stands for a learner: what it asks for, then what was found.
import { demandOf } from './describe.ts'
import type { Standing } from './evaluate.ts'
import type { Holding } from './holding.ts'
import { amountText, countText, inWords, longDay, nameOf, quoted, told, type Words } from './naming.ts'
import type { Condition } from './rule.ts'

export const say = (standing: Standing, words: Words): string =>
  `${demandOf(standing.condition, words)}: ${foundOf(standing, words)}`

type Found = {
  readonly [K in Condition['kind']]: (
    standing: Standing,
    words: Words,
    condition: Extract<Condition, { kind: K }>,
  ) => string
}

/** A whole sentence in Korean, a clause in English; both stand after a colon. */
const foundOf = (standing: Standing, words: Words): string =>
  (FOUND[standing.condition.kind] as (standing: Standing, words: Words, condition: Condition) => string)(
    standing,
    words,
    standing.condition,
  )

const metOrNot = ({ met }: Standing, words: Words): string =>
  met ? told(words, '충족했습니다.', 'met.') : told(words, '아직 충족하지 못했습니다.', 'not met yet.')

const partsText = (standing: Standing, words: Words): string => {
  const count = standing.parts.filter((part) => part.met).length
  return standing.met
    ? told(words, '충족했습니다.', 'met.')
    : told(words, `${count}가지를 충족했습니다.`, `${inWords(count)} met so far.`)
}

const FOUND: Found = {
  all: partsText,
  any: metOrNot,
  'n-of': partsText,
  not: ({ met }, words) =>
    met ? told(words, '해당하지 않습니다.', 'none does.') : told(words, '해당합니다.', 'it does apply.'),
  badge: ({ counted, near }, words) => {
    const [held] = counted
    if (held) return told(words, `${earnedText(held, words)}.`, `${earnedText(held, words)}.`)
    return near ? nearText(near, words) : told(words, '아직 취득하지 않았습니다.', 'not earned yet.')
  },
  credits: (standing, words) => poolText(standing, words, 'credits'),
  hours: (standing, words) => poolText(standing, words, 'hours'),
  count: ({ counted, met }, words, { min }) => {
    const have = told(words, `${counted.length}개를 취득했습니다`, `${inWords(counted.length)} earned`)
    if (met) return `${have}.`
    const short = min - counted.length
    return told(
      words,
      `${counted.length}개를 취득했고 ${short}개가 더 필요합니다.`,
      `${have}, ${inWords(short)} more needed.`,
    )
  },
  level: ({ left = [] }, words) => leftText(left, words),
  window: ({ left = [] }, words) => leftText(left, words),
  prerequisite: ({ counted: [held] }, words) =>
    held
      ? told(
          words,
          `${longDay(held.awardedOn, words)}에 이수했습니다.`,
          `completed on ${longDay(held.awardedOn, words)}.`,
        )
      : told(words, '아직 이수하지 않았습니다.', 'not completed yet.'),
  degrees: ({ met, tally = 0 }, words) =>
    met
      ? told(words, `현재 ${tally}개를 보유하고 있습니다.`, `${tally === 0 ? 'none' : inWords(tally)} held now.`)
      : told(words, `이미 ${tally}개를 보유하고 있습니다.`, `${inWords(tally)} held already.`),
  semesters: ({ met, tally }, words, { min }) => {
    if (tally === undefined) return told(words, '이수 학기를 확인하지 못했습니다.', 'the semesters are not on record.')
    const done = told(words, `${tally}개 학기를 이수했습니다.`, `${countText(tally, 'semester')} completed.`)
    return met
      ? done
      : told(
          words,
          `${tally}개 학기를 이수했고 ${min - tally}개 학기가 더 필요합니다.`,
          `${countText(tally, 'semester')} completed, ${inWords(min - tally)} more needed.`,
        )
  },
  approval: ({ met, isRefused }, words) => {
    if (met) return told(words, '승인되었습니다.', 'approved.')
    return isRefused
      ? told(words, '반려되었습니다.', 'declined.')
      : told(words, '아직 결정되지 않았습니다.', 'not decided yet.')
  },
  manual: ({ met, isRefused }, words) => {
    if (met) return told(words, '확인되었습니다.', 'confirmed.')
    return isRefused
      ? told(words, '확인 결과 인정되지 않았습니다.', 'looked into, and not confirmed.')
      : told(words, '아직 확인되지 않았습니다.', 'not yet.')
  },
}

const earnedText = ({ awardedOn, grade }: Holding, words: Words): string =>
  told(
    words,
    `${longDay(awardedOn, words)}에 취득했습니다${grade === undefined ? '' : ` (성적 ${grade})`}`,
    `earned on ${longDay(awardedOn, words)}${grade === undefined ? '' : ` with grade ${grade}`}`,
  )

const NEAR: Partial<Readonly<Record<NonNullable<Standing['near']>['because'], readonly [string, string]>>> = {
  revoked: ['발급이 취소되어 인정되지 않습니다.', 'was revoked and does not count.'],
  suspended: ['효력이 정지되어 있어 인정되지 않습니다.', 'is suspended and does not count.'],
  expired: ['유효기간이 지나 인정되지 않습니다.', 'has expired and does not count.'],
  unverified: ['발급기관을 확인하지 못해 인정되지 않습니다.', 'is of an issuer that could not be confirmed.'],
  'not-yet-awarded': ['심사일 뒤에 수여되어 아직 인정되지 않습니다.', 'is awarded after the day of review.'],
  'outside-window': ['인정 기간을 벗어나 인정되지 않습니다.', 'lies outside the time allowed and does not count.'],
  'below-level': ['요구하는 수준에 미치지 못해 인정되지 않습니다.', 'is below the level asked for and does not count.'],
}

/** The badge is held, but not as the rule wants it. */
const nearText = ({ holding, because }: NonNullable<Standing['near']>, words: Words): string => {
  const day = longDay(holding.awardedOn, words)
  if (because === 'other-version')
    return told(
      words,
      `${day}에 취득한 배지는 ${holding.version ?? 1}판이어서 인정되지 않습니다.`,
      `the one earned on ${day} is version ${holding.version ?? 1} and does not count.`,
    )
  const reason = NEAR[because]
  if (reason) return told(words, `${day}에 취득한 배지는 ${reason[0]}`, `the one earned on ${day} ${reason[1]}`)
  return holding.grade === undefined
    ? told(words, `${day}에 취득한 배지에는 성적이 없습니다.`, `the one earned on ${day} carries no grade.`)
    : told(
        words,
        `${day}에 취득한 배지(성적 ${holding.grade})는 요구하는 성적에 미치지 못합니다.`,
        `the one earned on ${day} was graded ${holding.grade} and does not count here.`,
      )
}

const poolText = ({ condition, pool }: Standing, words: Words, kind: 'credits' | 'hours'): string => {
  const total = pool?.total ?? 0
  const min = 'min' in condition ? condition.min : 0
  const amount = (value: number): string => amountText(value, kind, words)
  const short = min - total
  const lacking = (pool?.floors ?? [])
    .filter(({ have, need }) => have < need)
    .map(({ name, kind: of, have, need }) => {
      const where = {
        level: told(words, `${nameOf(name, words)} 수준`, `at ${nameOf(name, words)} level`),
        tag: told(words, quoted(name, words), `in ${quoted(name, words)}`),
        partner: told(words, `교류 기관 ${kind === 'credits' ? '학점' : '시간'}`, 'from partners'),
      }[of]
      return told(
        words,
        `그중 ${where} 요건에는 ${amount(need - have)}이 모자랍니다.`,
        `still ${amount(need - have)} short ${where}`,
      )
    })
  const [ko, en] =
    short > 0
      ? [
          `${amount(total)}을 인정했고 ${amount(short)}이 더 필요합니다.`,
          `${amount(total)} counted, ${amount(short)} more needed`,
        ]
      : [`${amount(total)}을 인정했습니다.`, `${amount(total)} counted`]
  // A floor lies within the whole amount: what it lacks is not to be added to what the whole lacks.
  return told(words, [ko, ...lacking].join(' '), `${[en, ...lacking].join('; ')}.`)
}

const leftText = (left: readonly Holding[], words: Words): string =>
  left.length === 0
    ? told(words, '해당하는 배지가 없습니다.', 'no badge qualifies.')
    : told(
        words,
        `해당하는 배지는 ${left.length}개입니다.`,
        `${countText(left.length, 'badge')} qualif${left.length === 1 ? 'ies' : 'y'}.`,
      )
