// What the places of a map are called, short enough for a card.
import { demandOf, partsOf } from './describe.ts'
import type { Evaluation, Standing } from './evaluate.ts'
import type { MapItem, MapReason, MapState, Step } from './map.ts'
import { type Language, nameOf, type Titles, told, type Words } from './naming.ts'
import type { Condition, Rule } from './rule.ts'
import { say } from './wording.ts'

const STEPS: Readonly<Record<Step | 'limit', readonly [string, string]>> = {
  entry: ['먼저 갖출 것', 'Beforehand'],
  required: ['모두 받을 배지', 'All of these'],
  choice: ['골라서 받을 배지', 'A choice'],
  amounts: ['채울 양', 'Amounts'],
  decisions: ['확인과 승인', 'Approval'],
  limit: ['함께 지킬 것', 'Throughout'],
}

export const stepText = (step: Step | 'limit', language: Language): string => STEPS[step][language === 'ko' ? 0 : 1]

const STATES: Readonly<Record<MapState, readonly [string, string]>> = {
  plain: ['요건', 'Required'],
  done: ['완료', 'Done'],
  available: ['남음', 'Open'],
  locked: ['잠김', 'Locked'],
  spare: ['없어도 됨', 'Not needed'],
}

export const stateText = (state: MapState, language: Language): string => STATES[state][language === 'ko' ? 0 : 1]

const REASONS: Readonly<Record<MapReason, readonly [string, string]>> = {
  'rest-first': ['나머지 요건을 먼저 채워야 함', 'the other requirements come first'],
  'window-closed': ['취득 기간이 지남', 'the time for it is over'],
  'window-ahead': ['취득 기간이 아직 시작되지 않음', 'the time for it has not begun'],
  'enrol-first': ['등록한 뒤에 받은 배지부터 인정', 'counts only after enrolling'],
  'more-semesters': ['이수 학기가 더 필요함', 'more semesters are needed'],
  'too-many': ['받을 수 있는 개수를 넘음', 'no more are allowed'],
  held: ['제외 조건에 해당함', 'it does apply'],
  refused: ['승인되지 않음', 'it was refused'],
  'below-grade': ['받은 배지의 성적이 모자람', 'the one held is below the grade'],
  'other-version': ['받은 배지가 다른 판임', 'the one held is of another version'],
}

export const reasonText = (reason: MapReason, language: Language): string => REASONS[reason][language === 'ko' ? 0 : 1]

/** A badge by its name, a group by how many of it, anything else by what it asks. */
export const mapLabel = (
  { condition }: Pick<MapItem, 'condition'>,
  language: Language,
  titles: Titles = {},
): string => {
  const words = { language, titles }
  switch (condition.kind) {
    case 'badge':
      return nameOf(condition.achievement, words)
    case 'prerequisite':
      return nameOf(condition.microdegree, words)
    case 'all':
      return told(
        words,
        `${condition.of.length}가지 모두`,
        condition.of.length === 2 ? 'Both' : `All ${condition.of.length}`,
      )
    case 'any':
      return told(words, `${condition.of.length}가지 중 하나`, `One of ${condition.of.length}`)
    case 'n-of':
      return told(words, `${condition.of.length}가지 중 ${condition.n}가지`, `${condition.n} of ${condition.of.length}`)
    default:
      return demandOf(condition, words)
  }
}

/** By JSON Pointer, the sentence of each condition: how it stands for a learner, or what it asks where there is none. */
export const mapSentences = (
  rule: Rule,
  evaluation: Evaluation | undefined,
  language: Language,
  titles: Titles = {},
): Map<string, string> =>
  new Map(sentencesOf(rule.condition, '', evaluation?.standing, { language, titles: { ...titles, ...rule.names } }))

const sentencesOf = (
  condition: Condition,
  path: string,
  standing: Standing | undefined,
  words: Words,
): [string, string][] => [
  [path, standing ? say(standing, words) : demandOf(condition, words)],
  ...partsOf(condition, path).flatMap((part, i) => sentencesOf(part.condition, part.path, standing?.parts[i], words)),
]
