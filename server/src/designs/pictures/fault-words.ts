/** What is wrong with a picture, said in the reader's language. */
import type { FieldFault, Language } from '../../platform/handler.ts'

const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  required: { ko: '이미지 파일을 선택하십시오.', en: 'Choose a picture file.' },
  'picture-too-large': {
    ko: '파일이 너무 큽니다. 5 MB 이하의 이미지를 올리십시오.',
    en: 'The file is too large: up to 5 MB.',
  },
  'picture-too-many-pixels': {
    ko: '이미지의 픽셀 수가 너무 많습니다. 4,000×4,000 이하로 줄여 올리십시오.',
    en: 'The picture has too many pixels: up to 4,000×4,000.',
  },
  'picture-too-complex': { ko: '그림이 너무 복잡합니다.', en: 'The drawing is too complex.' },
  'picture-unknown-type': {
    ko: 'PNG, JPEG, SVG 파일만 사용할 수 있습니다.',
    en: 'Only PNG, JPEG and SVG files can be used.',
  },
  'picture-broken': { ko: '이미지를 읽을 수 없습니다.', en: 'The picture cannot be read.' },
  'drawing-too-heavy': {
    ko: '그림이 너무 많거나 큽니다. 그림을 줄여 주십시오.',
    en: 'The pictures are too many or too large together.',
  },
}

export const pictureFault = (pointer: string, code: string, language: Language): FieldFault => ({
  pointer,
  code,
  detail: WORDS[code]?.[language] ?? code,
})
