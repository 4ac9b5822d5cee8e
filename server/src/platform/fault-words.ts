/** Says what is wrong with a value to somebody who never saw a schema, in Korean and English. */
import { z } from 'zod'
import type { Language } from './handler.ts'

type Raw = z.core.$ZodRawIssue
type Both = readonly [ko: string, en: string]

export const REQUIRED: Record<Language, string> = { ko: '꼭 필요한 값입니다.', en: 'This value is required.' }

/** An error map for zod; what it has no words for falls back to zod's own. */
export const wordsFor = (language: Language) => (issue: Raw) => {
  const said = sentence(issue)
  if (said) return said[language === 'ko' ? 0 : 1]
  return (language === 'ko' ? FALLBACK.ko : FALLBACK.en)(issue)
}

const FALLBACK = { ko: z.locales.ko().localeError, en: z.locales.en().localeError }

const sentence = (issue: Raw): Both | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? [REQUIRED.ko, REQUIRED.en] : TYPES[issue.expected]
    case 'too_small':
      return tooSmall(String(issue.origin), Number(issue.minimum))
    case 'too_big':
      return tooBig(String(issue.origin), Number(issue.maximum))
    case 'invalid_format':
      return FORMATS[issue.format] ?? ['형식이 올바르지 않습니다.', 'The format is not right.']
    case 'invalid_value':
      return [`다음 중 하나여야 합니다: ${issue.values.join(', ')}`, `It must be one of: ${issue.values.join(', ')}`]
    case 'unrecognized_keys':
      return [`모르는 항목입니다: ${issue.keys.join(', ')}`, `Unknown: ${issue.keys.join(', ')}`]
    default:
      return undefined
  }
}

const tooSmall = (origin: string, least: number): Both => {
  if (origin === 'string' && least <= 1) return ['비워 둘 수 없습니다.', 'This cannot be empty.']
  if (origin === 'string') return [`${least}자 이상 적어 주세요.`, `At least ${least} characters are needed.`]
  if (origin === 'array')
    return [`${least}개 이상 필요합니다.`, `At least ${least} ${least === 1 ? 'is' : 'are'} needed.`]
  return [`${least} 이상이어야 합니다.`, `It must be ${least} or more.`]
}

const tooBig = (origin: string, most: number): Both => {
  const [ko, en] = [most.toLocaleString('ko-KR'), most.toLocaleString('en-US')]
  if (origin === 'string') return [`${ko}자까지 적을 수 있습니다.`, `At most ${en} characters are possible.`]
  if (origin === 'array') return [`${ko}개까지 보낼 수 있습니다.`, `At most ${en} are possible.`]
  return [`${ko} 이하여야 합니다.`, `It must be ${en} or less.`]
}

const TYPES: Record<string, Both> = {
  string: ['글자여야 합니다.', 'It must be text.'],
  number: ['숫자여야 합니다.', 'It must be a number.'],
  int: ['정수여야 합니다.', 'It must be a whole number.'],
  boolean: ['true 또는 false여야 합니다.', 'It must be true or false.'],
  array: ['목록이어야 합니다.', 'It must be a list.'],
  object: ['객체여야 합니다.', 'It must be an object.'],
}

const FORMATS: Record<string, Both> = {
  email: ['이메일 주소가 올바르지 않습니다.', 'This is not an e-mail address.'],
  url: ['https://로 시작하는 주소여야 합니다.', 'It must be an address such as https://….'],
  uuid: ['올바른 식별자가 아닙니다.', 'This is not an identifier.'],
  datetime: [
    '2026-11-23T09:00:00+09:00처럼 시간대가 있는 시각이어야 합니다.',
    'It must be a time with a zone, such as 2026-11-23T09:00:00+09:00.',
  ],
  date: ['2026-11-23처럼 적어 주세요.', 'Write a date such as 2026-11-23.'],
}
