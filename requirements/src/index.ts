// The rules of micro-degrees: which badges add up to which degree, who stands where, why.
// It promises an exact answer with its reasons in Korean and English, the same for the same input; it never reads a clock, a database
// or a network, and it awards nothing.

export { describeRule, everyPlace, type Place, type RuleLine } from './describe.ts'
export type { SetAsideReason } from './eligible.ts'
export { type Evaluation, evaluate, everyStanding, type Standing } from './evaluate.ts'
export { letterOf, missingStandings, type TraceLine, traceOf } from './explain.ts'
export { FAULTS, type Fault, type FaultCode, faultText } from './faults.ts'
export { type Forecast, forecast, lastDayToEarn } from './forecast.ts'
export {
  type Circumstances,
  type Decision,
  type Holding,
  type HoldingStatus,
  parseHoldings,
  parseLevel,
} from './holding.ts'
export { approvalsOf } from './ideal.ts'
export * from './limits.ts'
export { lint, type Surroundings } from './lint.ts'
export {
  type Known,
  layMap,
  type MapColumn,
  type MapEntry,
  type MapItem,
  type MapReason,
  type MapState,
  mapEntries,
  type RuleMap,
  type Step,
} from './map.ts'
export { mapLabel, mapSentences, reasonText, stateText, stepText } from './map-words.ts'
export { type Named, namedAchievements, namedOverlaps } from './named.ts'
export { type Language, nameOf, type Titles } from './naming.ts'
export {
  earning,
  helpful,
  type NextStep,
  nextStep,
  type Offer,
  type Outlook,
  type Way,
  wayToGoal,
  whatIf,
} from './outlook.ts'
export { parseRule } from './parse-rule.ts'
export type { Award, Condition, Rule } from './rule.ts'
export { dayOf, lastDayOf, semesterDays } from './time.ts'
