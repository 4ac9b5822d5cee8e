/** Says what pre-flight can find: stable codes, with a sentence for people in each language. */
import type { Edit } from './edit.ts'
import type { Bilingual } from './language.ts'

/** Codes are forever; sentences may be rewritten. A blocking finding stops publishing. */
export const FINDINGS = {
  'text-contrast-low': {
    blocks: true,
    says: {
      ko: '글자와 바탕의 대비가 4.5:1보다 낮습니다.',
      en: 'The text has less than 4.5:1 contrast with its ground.',
    },
  },
  'text-does-not-fit': {
    blocks: true,
    says: { ko: '글자가 상자에 다 들어가지 않습니다.', en: 'The text does not fit its box.' },
  },
  'text-too-small': {
    blocks: false,
    says: { ko: '인쇄하면 읽기 어려운 크기입니다.', en: 'The text is too small to read in print.' },
  },
  'qr-too-small': {
    blocks: true,
    says: { ko: 'QR이 18 mm보다 작아 읽히지 않을 수 있습니다.', en: 'The QR code is under 18 mm and may not scan.' },
  },
  'qr-missing': { blocks: false, says: { ko: 'QR이 없습니다.', en: 'There is no QR code.' } },
  'outside-safe-area': {
    blocks: false,
    says: {
      ko: '가장자리에 너무 가까워 인쇄에서 잘릴 수 있습니다.',
      en: 'This is so near the edge that a printer may cut it off.',
    },
  },
  'seal-missing': {
    blocks: false,
    says: { ko: '직인이 없습니다.', en: 'There is no seal.' },
  },
  'seal-is-sample': {
    blocks: true,
    says: {
      ko: '견본 직인입니다. 기관의 직인을 등록해야 합니다.',
      en: 'This is the sample seal: the institution has none yet.',
    },
  },
  'number-missing': {
    blocks: true,
    says: { ko: '원본확인번호가 없습니다.', en: 'The verification number is missing.' },
  },
  'variable-unbound': {
    blocks: true,
    says: { ko: '값이 없는 변수가 있습니다.', en: 'A variable has no value.' },
  },
  'character-not-drawable': {
    blocks: true,
    says: { ko: '글꼴에 없는 글자가 들어 있습니다.', en: 'A value holds characters that no font has.' },
  },
  'picture-too-coarse': {
    blocks: false,
    says: { ko: '인쇄하기에는 그림의 해상도가 낮습니다.', en: 'The picture is too coarse for print.' },
  },
  'badge-words-many': {
    blocks: false,
    says: {
      ko: '배지에 글자가 많습니다. 한글 14자 이내가 잘 읽힙니다.',
      en: 'The badge holds many words: up to 14 Hangul syllables, or 28 letters, read well.',
    },
  },
  'badge-too-fine': {
    blocks: false,
    says: {
      ko: '64픽셀로 줄이면 알아볼 수 있는 그림이 없습니다.',
      en: 'At 64 pixels nothing on this badge can be made out.',
    },
  },
} as const satisfies Readonly<Record<string, { readonly blocks: boolean; readonly says: Bilingual }>>

export type FindingCode = keyof typeof FINDINGS

export type Finding = {
  readonly code: FindingCode
  readonly blocks: boolean
  /** The element to select, when there is one. */
  readonly element?: string
  readonly variable?: string
  /** What was found, to show beside what was wanted: a ratio, points or millimetres. */
  readonly found?: number
  /** What would mend it, where something would without asking a person. */
  readonly fix?: Edit
}
