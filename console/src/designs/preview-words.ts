// What the wall of previews says.
import type { Vision } from './colour-vision.ts'
import type { PersonKind } from './editor/preview-data.ts'

const ko = {
  title: '어디서든 잘 보이는지',
  lead: '아래 그림은 모두 실제로 발급되는 그림과 같은 코드로 그립니다.',
  open: '공유와 인쇄 미리보기',
  tryOn: '누구로 볼까요',
  people: {
    sample: '표본',
    longest: '가장 긴 이름',
    latin: '긴 로마자 이름',
    bare: '선택 항목 없음',
    english: '영어',
  } satisfies Record<PersonKind, string>,
  linkedin: 'LinkedIn',
  kakao: '카카오톡',
  naver: '네이버',
  small64: '64픽셀',
  small32: '32픽셀',
  dark: '어두운 배경',
  grey: '흑백 인쇄',
  visions: { protan: '적색맹', deutan: '녹색맹', tritan: '청색맹' } satisfies Record<Vision, string>,
  confused: (who: string) => `${who}인 사람에게는 두 색이 비슷하게 보입니다. 뜻을 색만으로 전하지 마십시오.`,
}
const en = {
  title: 'Wherever it is seen',
  lead: 'Everything below is drawn by the very code that draws what is issued.',
  open: 'Preview sharing and print',
  tryOn: 'Try it on',
  people: {
    sample: 'Sample',
    longest: 'Longest name',
    latin: 'Long Latin name',
    bare: 'Nothing optional',
    english: 'English',
  },
  linkedin: 'LinkedIn',
  kakao: 'KakaoTalk',
  naver: 'Naver',
  small64: '64 pixels',
  small32: '32 pixels',
  dark: 'On dark',
  grey: 'Printed in grey',
  visions: { protan: 'No red cones', deutan: 'No green cones', tritan: 'No blue cones' },
  confused: (who: string) =>
    `To people with ${who.toLowerCase()} the two colours look alike. Do not let colour alone carry a meaning.`,
} satisfies typeof ko

export const words = { ko, en }
