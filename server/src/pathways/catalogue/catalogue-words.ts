/** The words of a public catalogue. */
import type { Language } from '../../platform/handler.ts'

type Both = Readonly<Record<Language, string>>

export const CATALOGUE = {
  title: { ko: '배지와 마이크로디그리', en: 'Badges and micro-degrees' },
  search: { ko: '찾기', en: 'Search' },
  text: { ko: '이름, 내용, 역량', en: 'Name, contents, skill' },
  kind: { ko: '종류', en: 'Kind' },
  skill: { ko: '분야·역량', en: 'Field or skill' },
  level: { ko: '수준', en: 'Level' },
  credits: { ko: '학점', en: 'Credits' },
  any: { ko: '모두', en: 'Any' },
  microDegree: { ko: '마이크로디그리', en: 'Micro-degree' },
  clear: { ko: '조건 지우기', en: 'Clear the filters' },
  empty: { ko: '아직 공개한 배지가 없어요', en: 'Nothing has been published yet' },
  emptyMore: {
    ko: '기관이 배지를 게시하면 여기에 보여요.',
    en: 'Badges appear here once the institution publishes them.',
  },
  previous: { ko: '앞 쪽', en: 'Previous' },
  next: { ko: '다음 쪽', en: 'Next' },
  pages: { ko: '쪽 넘기기', en: 'Pages' },
} as const satisfies Record<string, Both>

export const creditsFrom = (credits: number, language: Language): string =>
  language === 'ko' ? `${credits}학점 이상` : `${credits} or more`

export const foundText = (count: number, language: Language): string =>
  language === 'ko' ? `${count}개를 찾았어요` : `${count} found`

export const noneFound = (text: string, language: Language): string => {
  if (text === '') return language === 'ko' ? '조건에 맞는 결과가 없어요' : 'Nothing matches these filters'
  return language === 'ko' ? `‘${text}’에 맞는 결과가 없어요` : `Nothing matches “${text}”`
}

export const partsText = (parts: number, language: Language): string =>
  language === 'ko' ? `배지 ${parts}개` : `${parts} badge${parts === 1 ? '' : 's'}`
