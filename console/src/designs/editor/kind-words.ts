// What kinds of elements, people to preview with, and refusals are called in the design editor.
import type { EditRefusal, ElementKind } from '@kolleges/design'
import type { Addable } from './new-elements.ts'
import type { PersonKind } from './preview-data.ts'

export const kindsKo: Record<ElementKind, string> = {
  shape: '도형',
  path: '그림 경로',
  image: '그림',
  icon: '아이콘',
  ribbon: '장식',
  line: '선',
  text: '글',
  qr: 'QR',
  badge: '배지',
  seal: '직인',
  group: '묶음',
}
export const kindsEn: Record<ElementKind, string> = {
  shape: 'Shape',
  path: 'Path',
  image: 'Picture',
  icon: 'Icon',
  ribbon: 'Ornament',
  line: 'Line',
  text: 'Text',
  qr: 'QR',
  badge: 'Badge',
  seal: 'Seal',
  group: 'Group',
}
export const addKo: Record<Addable, string> = {
  text: '글',
  rectangle: '사각형',
  ellipse: '원',
  line: '선',
  icon: '아이콘',
  ribbon: '장식',
  qr: 'QR',
  badge: '배지',
  seal: '직인',
  logo: '로고',
  signature: '서명',
}
export const addEn: Record<Addable, string> = {
  text: 'Text',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  line: 'Line',
  icon: 'Icon',
  ribbon: 'Ornament',
  qr: 'QR',
  badge: 'Badge',
  seal: 'Seal',
  logo: 'Logo',
  signature: 'Signature',
}
export const peopleKo: Record<PersonKind, string> = {
  sample: '견본 학습자',
  longest: '가장 긴 이름',
  latin: '긴 로마자 이름',
  bare: '선택 정보 없음',
  english: '영어 값',
}
export const peopleEn: Record<PersonKind, string> = {
  sample: 'Sample learner',
  longest: 'Longest name',
  latin: 'Long Latin name',
  bare: 'No optional data',
  english: 'English values',
}
export const refusalsKo: Record<EditRefusal | 'invalid', string> = {
  'element-not-found': '고칠 요소가 없어졌습니다.',
  'element-locked': '잠긴 요소입니다. 잠금을 풀고 고치십시오.',
  'id-taken': '같은 이름의 요소가 있습니다.',
  'not-a-group': '묶음이 아닙니다.',
  'not-siblings': '같은 단계에 있는 요소만 묶을 수 있습니다.',
  invalid: '이 값은 쓸 수 없어 그대로 두었습니다.',
}
export const refusalsEn: Record<EditRefusal | 'invalid', string> = {
  'element-not-found': 'The element is no longer there.',
  'element-locked': 'This element is locked. Unlock it to change it.',
  'id-taken': 'Another element has this name.',
  'not-a-group': 'This is not a group.',
  'not-siblings': 'Only elements on one level can be grouped.',
  invalid: 'This value cannot be used; nothing was changed.',
}
