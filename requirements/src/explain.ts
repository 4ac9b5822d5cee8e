// Tells an evaluation as a registrar would: one line a condition, met or missing with why, and the outcome in a sentence.
import type { SetAsideReason } from './eligible.ts'
import type { Evaluation, Standing } from './evaluate.ts'
import type { Holding } from './holding.ts'
import { type Language, say } from './wording.ts'

export interface TraceLine {
  /** How deep in the rule; 0 is the rule itself. */
  readonly depth: number
  readonly condition: string
  readonly outcome: 'met' | 'missing'
  readonly text: string
  readonly counted: readonly string[]
}

export const traceOf = (evaluation: Evaluation, language: Language): TraceLine[] =>
  linesOf(evaluation.standing, 0, language)

const linesOf = (standing: Standing, depth: number, language: Language): TraceLine[] => [
  {
    depth,
    condition: standing.condition.kind,
    outcome: standing.met ? 'met' : 'missing',
    text: say(standing, language),
    counted: standing.counted.map(({ achievement }) => achievement),
  },
  ...standing.parts.flatMap((part) => linesOf(part, depth + 1, language)),
]

/** The whole answer in words: the outcome, then what is still missing, then what was set aside. */
export const letterOf = (evaluation: Evaluation, language: Language): string => {
  const missing = missingLeaves(evaluation.standing).map((standing) => `- ${say(standing, language)}`)
  const aside = evaluation.setAside
    .filter(({ because }) => because !== 'not-asked-for')
    .map(({ holding, because }) => `- ${asideText(holding, because, language)}`)
  const korean = language === 'ko'
  const head = korean
    ? evaluation.outcome === 'met'
      ? `모든 요건을 충족했습니다. 인정 학점은 ${evaluation.credits}학점입니다.`
      : `아직 충족하지 못한 요건이 있습니다. 지금까지 인정된 학점은 ${evaluation.credits}학점입니다.`
    : evaluation.outcome === 'met'
      ? `All requirements are met. ${evaluation.credits} credits are counted.`
      : `Some requirements are not met yet. ${evaluation.credits} credits are counted so far.`
  const sections = [
    head,
    ...(missing.length > 0 ? [korean ? '남은 요건:' : 'Still missing:', ...missing] : []),
    ...(aside.length > 0 ? [korean ? '인정되지 않은 배지:' : 'Badges not counted:', ...aside] : []),
  ]
  return sections.join('\n')
}

/** The lowest unmet conditions; of alternatives only the nearest one is told. */
const missingLeaves = (standing: Standing): Standing[] => {
  if (standing.met) return []
  if (standing.parts.length === 0 || standing.condition.kind === 'not') return [standing]
  if (standing.condition.kind === 'all') return standing.parts.flatMap(missingLeaves)
  return [standing]
}

const ASIDE: Record<SetAsideReason, readonly [string, string]> = {
  revoked: ['발급이 취소되었습니다', 'it was revoked'],
  suspended: ['효력이 정지되어 있습니다', 'it is suspended'],
  expired: ['유효기간이 지났습니다', 'it has expired'],
  unverified: ['발급기관을 확인하지 못했습니다', 'its issuer could not be confirmed'],
  'not-yet-awarded': ['아직 수여되지 않았습니다', 'it is not awarded yet'],
  'outside-window': ['인정 기간 밖에 취득했습니다', 'it was earned outside the time allowed'],
  'below-level': ['요구 수준에 미치지 못합니다', 'it is below the required level'],
  'over-cap': ['중복·교류 인정 한도를 넘습니다', 'it is over the cap for overlapping or partner credits'],
  'not-asked-for': ['이 과정에서 요구하지 않습니다', 'this programme does not ask for it'],
}

const asideText = (holding: Holding, because: SetAsideReason, language: Language): string =>
  language === 'ko'
    ? `${holding.achievement} (${holding.awardedOn}): ${ASIDE[because][0]}`
    : `${holding.achievement} (${holding.awardedOn}): ${ASIDE[because][1]}`
