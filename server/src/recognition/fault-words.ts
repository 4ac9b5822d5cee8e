/** Says in words what is wrong with a table or a decision. */
import type { FieldFault, Language } from '../platform/handler.ts'
import type { DecisionFaultCode } from './recognition.ts'

type Code = DecisionFaultCode | 'articulation-repeated'

const WORDS: Readonly<Record<Code, Readonly<Record<Language, string>>>> = {
  'articulation-repeated': {
    ko: '위의 줄과 같은 배지와 교과목입니다.',
    en: 'A row above says the same badge and course.',
  },
  'item-unknown': { ko: '신청에 없는 배지입니다.', en: 'The application has no such badge.' },
  'item-repeated': { ko: '같은 배지를 두 번 결정했습니다.', en: 'This badge is decided about twice.' },
  'item-undecided': { ko: '아직 결정하지 않은 배지가 있습니다.', en: 'Some badges are not decided about yet.' },
  'badge-not-valid': {
    ko: '지금 유효하지 않은 배지는 인정할 수 없습니다.',
    en: 'A badge that is not valid now cannot be recognised.',
  },
  'credits-missing': { ko: '인정할 학점을 적어 주십시오.', en: 'State the credits.' },
  'credits-too-many': {
    ko: '이 과정에서 인정할 수 있는 학점을 넘습니다.',
    en: 'More than this programme recognises in all.',
  },
  'course-missing': { ko: '인정할 교과목을 적어 주십시오.', en: 'State the course.' },
  'reason-missing': { ko: '사유를 적어 주십시오.', en: 'State the reason.' },
}

export const faultsInWords = (
  faults: readonly { readonly pointer: string; readonly code: Code }[],
  language: Language,
): FieldFault[] => faults.map(({ pointer, code }) => ({ pointer, code, detail: WORDS[code][language] }))
