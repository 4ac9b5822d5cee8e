/** Makes a curriculum's badges as a set: one shape and colour, an icon for each field, marks for each level. */
import type { BadgeDesign, TemplateId } from './badge-design.ts'
import type { Colour } from './colour.ts'
import { draftBadgeDesign } from './draft.ts'
import type { IconName } from './icons.ts'
import { LEVELS_MAX, PROGRESS_PARTS_MAX, PROGRESS_PARTS_MIN } from './limits.ts'

export type Curriculum = {
  readonly name: string
  readonly institutionName: string
  readonly primary: Colour
  readonly accent: Colour
  /** The shape of its courses; shape says kind, so a curriculum keeps to one. */
  readonly template?: TemplateId
  readonly courses: readonly { readonly name: string; readonly level?: number; readonly icon?: IconName }[]
}

export type BadgeFamily = {
  readonly courses: readonly BadgeDesign[]
  /** The micro-degree that the courses lead to. */
  readonly whole: BadgeDesign
}

/** Every design parses; names too long for a badge are shortened. */
export function badgeFamily({ name, courses, template = 'hex-crest', ...brand }: Curriculum): BadgeFamily {
  const levels = Math.min(LEVELS_MAX, Math.max(0, ...courses.map(({ level = 0 }) => level)))
  const draw = (title: string, shape: TemplateId, icon: IconName) =>
    draftBadgeDesign({ ...brand, title, template: shape, icon })
  const total = Math.min(PROGRESS_PARTS_MAX, Math.max(PROGRESS_PARTS_MIN, courses.length))
  return {
    courses: courses.map(({ name: title, level = 0, icon }) => ({
      ...draw(title, template, icon ?? iconFor(title)),
      ...(levels > 0 ? { level: Math.min(Math.max(0, level), levels), levels } : {}),
    })),
    whole: { ...draw(name, 'micro-ring', iconFor(name)), done: total, total },
  }
}

/** Words of a course's name and the icon of its field: the first that is found. */
const FIELDS: readonly (readonly [RegExp, IconName])[] = [
  [/인공지능|머신러닝|딥러닝|\bAI\b|machine learning|robot|로봇/i, 'robot'],
  [/반도체|회로|전자|semiconductor|circuit/i, 'chip'],
  [/데이터베이스|database|SQL/i, 'database'],
  [/데이터|통계|분석|data|statistic|analy/i, 'chart'],
  [/프로그래밍|코딩|개발|파이썬|자바|software|program|coding|python/i, 'code'],
  [/네트워크|클라우드|network|cloud/i, 'network'],
  [/보안|security/i, 'lock'],
  [/간호|의료|보건|health|medic|nurs/i, 'stethoscope'],
  [/생명|유전|바이오|bio|gene/i, 'dna'],
  [/화학|실험|chem|lab/i, 'flask'],
  [/물리|원자|physic/i, 'atom'],
  [/환경|기후|친환경|climate|environment|green/i, 'leaf'],
  [/해양|바다|수산|ocean|marine/i, 'wave'],
  [/건축|한옥|architect/i, 'hanok'],
  [/설계|디자인|design|미술|art/i, 'palette'],
  [/경영|창업|business|startup|entrepreneur/i, 'rocket'],
  [/회계|금융|재무|finance|account/i, 'coin'],
  [/법|정책|law|policy/i, 'scales'],
  [/영어|한국어|언어|회화|language|english|korean/i, 'speech'],
  [/글로벌|국제|global|international/i, 'globe'],
  [/음악|music/i, 'music'],
  [/영상|미디어|media|film/i, 'film'],
  [/교육|수업|teach|educat/i, 'cap'],
  [/리더|팀|협업|leader|team/i, 'people'],
  [/자동차|모빌리티|automo|mobility/i, 'car'],
  [/기계|제조|공학|mechan|manufactur|engineer/i, 'gear'],
  [/인문|철학|역사|문학|고전|humanit|philosoph|histor|literat/i, 'book'],
  [/봉사|돌봄|복지|care|welfare/i, 'hands'],
]

/** The icon a name suggests; a star where it suggests none. */
export const iconFor = (name: string): IconName => FIELDS.find(([words]) => words.test(name))?.[1] ?? 'star'
