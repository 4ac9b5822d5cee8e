// What is wrong with a rule or a holding, each with a stable code and where it stands.
import { TEXT_CHARACTERS_MAX } from './limits.ts'

export type JsonObject = { readonly [key: string]: unknown }
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface Fault {
  /** JSON Pointer into what was handed in. */
  readonly path: string
  readonly code: FaultCode
}

export const FAULTS = {
  'not-an-object': ['객체가 아닙니다.', 'This is not an object.'],
  'condition-unknown': ['알 수 없는 조건입니다.', 'This condition is not known.'],
  'condition-ambiguous': ['한 조건에는 하나의 뜻만 적어 주세요.', 'A condition must say one thing.'],
  'key-unknown': [
    '이 이름의 항목은 없습니다. 맞춤법을 확인해 주세요.',
    'There is no such field here; check its spelling.',
  ],
  'dates-missing': ['수여하는 날을 하나 이상 적어 주세요.', 'State at least one date of award.'],
  'conditions-missing': ['조건이 하나 이상 필요합니다.', 'At least one condition is needed.'],
  'conditions-too-many': ['조건이 너무 많습니다.', 'The rule has too many conditions.'],
  'rule-too-deep': ['조건이 너무 깊게 겹쳐 있습니다.', 'The conditions are nested too deeply.'],
  'scope-outside-all': [
    '기간과 수준 조건은 “모두” 안에서만 쓸 수 있습니다.',
    'A window or a level belongs directly inside “all”.',
  ],
  'text-missing': ['빈칸을 채워 주세요.', 'Something must be filled in here.'],
  'text-too-long': ['글자가 너무 깁니다.', 'The text is too long.'],
  'number-out-of-range': ['쓸 수 없는 수입니다.', 'This number is out of range.'],
  'not-a-half-point': ['학점은 0.5 단위로만 쓸 수 있습니다.', 'Credits go in half points.'],
  'not-a-whole-number': ['정수만 쓸 수 있습니다.', 'Only whole numbers are possible.'],
  'not-yes-or-no': ['예 또는 아니요만 쓸 수 있습니다.', 'This is yes or no.'],
  'comparison-malformed': ['“>=5”처럼 적어 주세요.', 'Write a comparison such as “>=5”.'],
  'duration-malformed': ['“P3Y”처럼 적어 주세요.', 'Write a duration such as “P3Y”.'],
  'date-malformed': ['날짜를 읽을 수 없습니다.', 'This date cannot be read.'],
  'window-malformed': ['기간을 읽을 수 없습니다.', 'This window cannot be read.'],
  'status-unknown': ['알 수 없는 상태입니다.', 'This status is not known.'],
  'grade-unknown': ['성적 목록에 없는 성적입니다.', 'This grade is not on the scale.'],
  'holdings-missing': ['보유 배지 목록이 없습니다.', 'There is no list of holdings.'],
  'holdings-too-many': ['보유 배지가 너무 많습니다.', 'There are too many holdings.'],
  'n-out-of-reach': ['고를 수 있는 것보다 많이 요구합니다.', 'More are asked for than there are.'],
  'min-above-max': ['최소가 최대보다 큽니다.', 'The minimum is above the maximum.'],
  'floor-above-max': ['부분 최소가 인정 최대보다 큽니다.', 'A floor is above what may be counted.'],
  'goal-contains-itself': ['마이크로디그리가 자기 자신을 요구합니다.', 'The micro-degree requires itself.'],
  'met-by-nothing': ['아무것도 없어도 충족되는 규칙입니다.', 'The rule is met by holding nothing.'],
  contradiction: ['동시에 충족할 수 없는 조건입니다.', 'These conditions can never be met together.'],
  unreachable: ['어떤 학습자도 충족할 수 없는 조건입니다.', 'No learner could ever meet this condition.'],
  'counted-twice': [
    '같은 배지를 두 번 셀 수 있는 조건이 나란히 있습니다. 한 조건으로 합치고 ‘그중 최소’로 나누거나, 한 배지를 여러 요건에 쓰도록 허용해 주세요.',
    'Two such amounts side by side could count the same badge twice. Join them into one with floors, or let a badge serve several requirements.',
  ],
  'level-unknown': ['수준 목록에 없는 수준입니다.', 'This level is not on the scale.'],
  'achievement-unknown': ['이 기관에 없거나 게시되지 않은 배지입니다.', 'The institution has published no such badge.'],
  'choice-too-large': [
    '겹치는 배지가 너무 많아 정확히 계산할 수 없습니다.',
    'Too many badges overlap for an exact choice.',
  ],
} as const satisfies Record<string, readonly [string, string]>
export type FaultCode = keyof typeof FAULTS

export const fault = (path: string, code: FaultCode): Fault => ({ path, code })

export const faultText = (code: FaultCode, language: 'ko' | 'en'): string => FAULTS[code][language === 'ko' ? 0 : 1]

export const asText = (value: unknown, path: string, faults: Fault[]): string | undefined => {
  if (typeof value !== 'string' || value.trim() === '') faults.push(fault(path, 'text-missing'))
  else if ([...value].length > TEXT_CHARACTERS_MAX) faults.push(fault(path, 'text-too-long'))
  else return value.trim()
  return undefined
}
