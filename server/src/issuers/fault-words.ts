/** What is wrong with a field of an institution, said in the reader's language. */
import type { FieldFault, Language } from '../platform/handler.ts'

const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  required: { ko: '이미지 파일을 선택하십시오.', en: 'Choose a picture file.' },
  'picture-too-large': { ko: '파일이 너무 큽니다.', en: 'The file is too large.' },
  'picture-too-many-pixels': { ko: '이미지의 픽셀 수가 너무 많습니다.', en: 'The picture has too many pixels.' },
  'picture-too-complex': { ko: '그림이 너무 복잡합니다.', en: 'The drawing is too complex.' },
  'picture-unknown-type': {
    ko: 'PNG, JPEG, SVG 파일만 사용할 수 있습니다.',
    en: 'Only PNG, JPEG and SVG files can be used.',
  },
  'picture-broken': { ko: '이미지를 읽을 수 없습니다.', en: 'The picture cannot be read.' },
  'picture-blank': {
    ko: '종이만 보이고 그려진 것이 없습니다. 더 또렷한 사진이나 스캔을 올려 주십시오.',
    en: 'Only paper can be seen. Use a clearer photo or scan.',
  },
  'template-unknown': { ko: '없는 배지 모양입니다.', en: 'There is no such badge shape.' },
  'since-in-future': { ko: '지금보다 나중일 수 없습니다.', en: 'This cannot lie in the future.' },
}

export const faultOf = (pointer: string, code: string, language: Language): FieldFault => ({
  pointer,
  code,
  detail: WORDS[code]?.[language] ?? code,
})
