/** Says what can be wrong with a design: stable codes, with a sentence for people in each language. */
import type { Bilingual, Language } from './language.ts'

/** Codes are forever; sentences may be rewritten. */
export const DESIGN_FAULTS = {
  'not-an-object': { ko: '디자인의 형식이 올바르지 않습니다.', en: 'The design is not an object.' },
  'field-missing': { ko: '필수 항목입니다.', en: 'This field is required.' },
  'field-unknown': { ko: '알 수 없는 항목입니다.', en: 'This field is not known.' },
  'not-text': { ko: '글자로 입력해야 합니다.', en: 'This must be text.' },
  'text-empty': { ko: '내용을 입력해야 합니다.', en: 'This must not be empty.' },
  'text-too-long': { ko: '허용된 길이보다 깁니다.', en: 'This is longer than allowed.' },
  'title-does-not-fit': {
    ko: '이 템플릿에 넣기에는 제목이 깁니다. 더 짧은 제목이 필요합니다.',
    en: 'The title is too long for this template. A shorter one is needed.',
  },
  'character-not-drawable': {
    ko: '배지 글꼴에 없는 글자가 들어 있습니다.',
    en: 'This holds a character that the badge font does not have.',
  },
  'template-unknown': { ko: '없는 템플릿입니다.', en: 'There is no such template.' },
  'icon-unknown': { ko: '없는 아이콘입니다.', en: 'There is no such icon.' },
  'colour-malformed': { ko: '색은 #rrggbb 형식이어야 합니다.', en: 'A colour is written #rrggbb.' },
  'year-malformed': { ko: '연도는 숫자 네 자리여야 합니다.', en: 'A year is four digits.' },
  'number-out-of-range': {
    ko: '허용 범위 안의 정수여야 합니다.',
    en: 'This must be a whole number within its range.',
  },
  'not-a-list': { ko: '목록이어야 합니다.', en: 'This must be a list.' },
  'list-too-long': { ko: '항목이 너무 많습니다.', en: 'This holds too many items.' },
  'not-a-number': { ko: '숫자여야 합니다.', en: 'This must be a number.' },
  'measure-out-of-range': { ko: '허용 범위를 벗어난 값입니다.', en: 'This is out of its range.' },
  'choice-unknown': { ko: '선택할 수 없는 값입니다.', en: 'This is not one of the choices.' },
  'id-malformed': {
    ko: '요소 이름표(id)는 영문 소문자, 숫자, 붙임표로 40자까지 쓸 수 있습니다.',
    en: 'An id is up to 40 lower-case letters, digits and hyphens.',
  },
  'id-repeated': { ko: '같은 요소 이름표(id)가 두 번 쓰였습니다.', en: 'This id is given twice.' },
  'path-malformed': { ko: '도형의 경로 데이터가 올바르지 않습니다.', en: 'This is not path data.' },
  'ribbon-unknown': { ko: '없는 리본 또는 테두리입니다.', en: 'There is no such ribbon or frame.' },
  'groups-too-deep': { ko: '묶음이 너무 깊이 겹쳐 있습니다.', en: 'Groups are nested too deep.' },
  'version-unknown': { ko: '디자인 문서의 판을 알 수 없습니다.', en: 'The version of the document is not known.' },
  'version-newer': {
    ko: '더 새로운 판의 디자인 문서입니다. 프로그램을 업데이트한 뒤 다시 여십시오.',
    en: 'The document is of a newer version. Update before opening it.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>

export type DesignFaultCode = keyof typeof DESIGN_FAULTS

/** One thing wrong: where (JSON Pointer, RFC 6901), what, and the limit that was passed, if there is one. */
export type DesignFault = { readonly path: string; readonly code: DesignFaultCode; readonly limit?: number }

/** The sentence for one fault, with the limit that was passed. */
export function describeDesignFault({ code, limit }: DesignFault, language: Language): string {
  const sentence = DESIGN_FAULTS[code][language]
  if (limit === undefined) return sentence
  const isLength = code === 'text-too-long'
  const most = { ko: isLength ? `최대 ${limit}자입니다.` : `최댓값은 ${limit}입니다.`, en: `The most is ${limit}.` }
  return `${sentence} ${most[language]}`
}
