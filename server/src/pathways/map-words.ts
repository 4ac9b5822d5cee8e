/** The words around a map. */
import type { Language } from '../platform/handler.ts'

export const MAP = {
  region: { ko: '이수 지도 (옆으로 넘겨 볼 수 있어요)', en: 'Map of the requirements (scrolls sideways)' },
  goal: { ko: '목표', en: 'Goal' },
  seeBadge: { ko: '배지 보기', en: 'See the badge' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>
