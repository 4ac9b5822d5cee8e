/** Says what an import leaves out, and why an SVG cannot be taken at all: stable codes, sentences for people. */
import type { Bilingual } from '../language.ts'

export const LEFT_OUT = {
  script: { ko: '스크립트와 동작', en: 'scripts and actions' },
  reference: { ko: '파일 밖을 가리키는 연결', en: 'links that lead out of the file' },
  picture: { ko: '그림 속의 사진. 따로 올려 주십시오', en: 'pictures inside it; upload them on their own' },
  filter: { ko: '그림자와 흐림 같은 효과', en: 'effects such as shadow and blur' },
  clip: { ko: '오려 내기와 가림. 가려졌던 부분이 보일 수 있습니다', en: 'clips and masks; what they hid may show' },
  gradient: { ko: '그러데이션. 한 가지 색으로 바꾸었습니다', en: 'gradients, made one flat colour' },
  pattern: { ko: '무늬와 기호', en: 'patterns and markers' },
  animation: { ko: '움직임', en: 'animation' },
  foreign: { ko: 'SVG가 아닌 내용', en: 'content that is not SVG' },
  stylesheet: { ko: '클래스 규칙이 아닌 스타일', en: 'style rules other than of classes' },
  colour: { ko: '알 수 없는 색. 검은색으로 바꾸었습니다', en: 'unknown colours, made black' },
  'turned-text': { ko: '기울어진 글자. 바로 세웠습니다', en: 'turned text, set upright' },
  'text-path': { ko: '곡선을 따라가는 글자. 한 줄로 폈습니다', en: 'text on a path, set straight' },
  letters: { ko: '글꼴에 없는 글자', en: 'characters our fonts do not have' },
  transform: { ko: '읽을 수 없는 변형', en: 'transforms that cannot be read' },
  'path-too-long': { ko: '너무 복잡한 도형', en: 'shapes with too many points' },
  element: { ko: '알 수 없는 요소', en: 'elements that are not known' },
} as const satisfies Readonly<Record<string, Bilingual>>

export type LeftOutCode = keyof typeof LEFT_OUT

/** How often something was left out or changed. */
export type LeftOut = { readonly code: LeftOutCode; readonly count: number }

export type Tell = (code: LeftOutCode) => void

export const SVG_REFUSALS = {
  'svg-too-long': { ko: 'SVG 파일이 너무 큽니다.', en: 'The SVG is too large.' },
  'svg-broken': { ko: 'SVG 파일을 읽을 수 없습니다.', en: 'The SVG cannot be read.' },
  'svg-not-svg': { ko: 'SVG 파일이 아닙니다.', en: 'This is not an SVG.' },
  'svg-entities': {
    ko: '엔티티를 쓰는 SVG는 받지 않습니다. 그림 프로그램에서 ‘SVG 1.1, 편집 기능 없음’으로 다시 저장하십시오.',
    en: 'An SVG with entities is not taken. Save it again as plain SVG 1.1.',
  },
  'svg-too-complex': {
    ko: 'SVG가 너무 복잡합니다. 단순하게 줄이거나 그림으로 올리십시오.',
    en: 'The SVG is too complex. Simplify it, or upload it as a picture.',
  },
  'svg-empty': { ko: 'SVG에 그려진 것이 없습니다.', en: 'Nothing is drawn in the SVG.' },
} as const satisfies Readonly<Record<string, Bilingual>>

export type SvgRefusal = keyof typeof SVG_REFUSALS
