/** Turns the rule sets of real programmes, kept under invented names in `vectors/rules`, into micro-degrees of the demo's institutions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NewAchievement } from '@kolleges/api'
import type { TEMPLATE_IDS } from '@kolleges/design'
import type { z } from 'zod'

type Title = { readonly ko: string; readonly en: string }
type Template = (typeof TEMPLATE_IDS)[number]

export type DemoSchool = {
  readonly slug: string
  readonly name: Title
  readonly kind: 'university' | 'academy' | 'association'
  readonly primaryColor: string
  readonly accentColor: string
  readonly language: 'ko' | 'en'
  /** What its courses' badges look like. */
  readonly template: Template
  /** Files of `vectors/rules`. */
  readonly programmes: readonly string[]
}

export const SCHOOLS: readonly DemoSchool[] = [
  {
    slug: 'northfield',
    name: { ko: '북필드 평생교육원', en: 'Northfield Division of Continuing Education' },
    ...{ kind: 'university', primaryColor: '#7a1f2b', accentColor: '#d9b25f', language: 'en', template: 'shield' },
    programmes: ['leadership-four-of-six'],
  },
  {
    slug: 'meridian',
    name: { ko: '메리디안 공과대학', en: 'Meridian Institute of Technology' },
    ...{ kind: 'university', primaryColor: '#3b2f7a', accentColor: '#6fc3df', language: 'en', template: 'hex-crest' },
    programmes: ['statistics-with-proctored-exam'],
  },
  {
    slug: 'harbour',
    name: { ko: '하버 경제대학', en: 'Harbour School of Economics' },
    ...{ kind: 'university', primaryColor: '#0d4f6c', accentColor: '#f2b84b', language: 'en', template: 'octagon' },
    programmes: ['stacked-micro-badges'],
  },
  {
    slug: 'fjordheim',
    name: { ko: '피오르하임 교육대학', en: 'Fjordheim University of Teacher Education' },
    ...{ kind: 'university', primaryColor: '#14532d', accentColor: '#c9d66b', language: 'en', template: 'ring-binder' },
    programmes: ['teacher-practicum'],
  },
  {
    slug: 'kaarna',
    name: { ko: '카르나 대학교', en: 'Kaarna University' },
    ...{ kind: 'university', primaryColor: '#4b2e83', accentColor: '#e9c46a', language: 'en', template: 'squircle' },
    programmes: ['constellation-four-of-five'],
  },
  {
    slug: 'garam',
    name: { ko: '가람대학교', en: 'Garam University' },
    ...{ kind: 'university', primaryColor: '#123c69', accentColor: '#d98e04', language: 'ko', template: 'book-plate' },
    programmes: [
      ...['future-car-beginner', 'future-car-intermediate', 'future-car-advanced', 'two-stage-application'],
      ...['overlap-with-major', 'range-after-two-semesters', 'transcript-entry', 'spring-and-autumn-awards'],
    ],
  },
  {
    slug: 'nuri',
    name: { ko: '누리경영원', en: 'Nuri Executive Academy' },
    ...{ kind: 'academy', primaryColor: '#2d2a26', accentColor: '#b8860b', language: 'ko', template: 'rosette' },
    programmes: [
      ...['executive-eight-saturdays', 'bundled-courses-with-evaluation', 'decree-joint-programme'],
      'two-week-intensive',
    ],
  },
]

type Held = {
  readonly achievement: string
  readonly issuer?: string
  readonly credits?: number
  readonly hours?: number
  readonly level?: string | Readonly<Record<string, number>>
  readonly tags?: readonly string[]
  readonly grade?: string
  readonly awardedAt: string
  readonly status?: string
}

type Decided = {
  readonly stage?: string
  readonly by?: string
  readonly manual?: string
  readonly outcome?: 'approved' | 'refused'
}

export type RuleFixture = {
  readonly about: Title
  readonly titles?: Readonly<Record<string, Title | string>>
  readonly rule: Readonly<Record<string, unknown>> & { readonly award?: { readonly title?: Title } }
  readonly learners: readonly {
    readonly learner: string
    readonly holdings: readonly Held[]
    readonly semesters?: number
    readonly decisions?: readonly Decided[]
  }[]
}

export const readFixture = (name: string): RuleFixture =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/rules', `${name}.json`), 'utf8')) as RuleFixture

type Achievement = z.input<typeof NewAchievement>

export type DemoProgramme = {
  readonly title: Title
  /** Courses by the names that the rule has for them. */
  readonly courses: ReadonlyMap<string, Achievement>
  readonly goal: Achievement
  readonly awards: readonly {
    readonly course: string
    readonly person: string
    readonly grade?: string
    readonly on: string
  }[]
  /** Who takes part, and what was decided about them. */
  readonly learners: readonly {
    readonly person: string
    readonly semesters?: number
    readonly decisions: readonly Decided[]
  }[]
  /** The rule once its courses have ids. */
  ruleWith(ids: ReadonlyMap<string, string>): Record<string, unknown>
}

/** Badges of other issuers and revoked ones stay out: the demo issues only what its institution would. */
export function programmeOf(fixture: RuleFixture, school: DemoSchool): DemoProgramme {
  const { language, template } = school
  const { rule, about, titles = {} } = fixture
  const title = rule.award?.title ?? about
  const held = fixture.learners.flatMap(({ learner, holdings }) =>
    holdings.filter(({ issuer, status }) => !issuer && !status).map((one) => ({ ...one, learner })),
  )
  const scale = [...new Set(held.flatMap(({ grade }) => grade ?? []))].toSorted(byGrade)
  const courses = new Map<string, Achievement>()
  for (const name of new Set([...held.map(({ achievement }) => achievement), ...namesIn(rule)]))
    courses.set(name, {
      ...worthOf(held.find(({ achievement }) => achievement === name)),
      ...(scale.length > 1 && { resultScale: { name: language === 'ko' ? '성적' : 'Grade', values: scale } }),
      ...{
        name: titleOf(titles[name] ?? name, language),
        language,
        kind: 'Course',
        design: { template },
        publish: true,
      },
      ...WORDS[language](title),
    })
  // Whoever gets it has all of it: the ring is closed.
  const parts = Math.min(Math.max(courses.size, 2), RING_PARTS_MAX)
  const goal: Achievement = {
    ...{
      name: title[language],
      language,
      kind: 'MicroCredential',
      design: { template: 'micro-ring', done: parts, total: parts },
      publish: true,
    },
    ...{ description: about[language], criteria: { narrative: about[language] } },
  }
  const awards = held.map(({ achievement, learner, grade, awardedAt }) => ({
    ...{ course: achievement, person: learner, on: awardedAt },
    ...(grade && scale.length > 1 && { grade }),
  }))
  // What is not a badge has no name elsewhere: tags, levels, stages, offices, partners.
  const names = Object.fromEntries(Object.entries(titles).filter(([id]) => !courses.has(id)))
  const learners = fixture.learners.map(({ learner: person, semesters, decisions = [] }) => ({
    ...{ person, decisions },
    ...(semesters !== undefined && { semesters }),
  }))
  return { title, courses, goal, awards, learners, ruleWith: (ids) => ({ ...(replaced(rule, ids) as object), names }) }
}

const RING_PARTS_MAX = 8

const WORDS = {
  ko: ({ ko }: Title) => ({
    description: `‘${ko}’에 드는 과목입니다.`,
    criteria: { narrative: '출석과 과제, 평가 기준을 모두 충족한 사람에게 드립니다.' },
  }),
  en: ({ en }: Title) => ({
    description: `A part of ${en}.`,
    criteria: { narrative: 'For those who attended, handed in the work and passed the assessment.' },
  }),
}

const titleOf = (title: Title | string, language: 'ko' | 'en'): string =>
  typeof title === 'string' ? title : title[language]

function worthOf(one: Held | undefined): Partial<Achievement> {
  const { credits, hours, level, tags } = one ?? {}
  return {
    ...(credits !== undefined && { credits }),
    ...(hours !== undefined && { hours }),
    ...(level !== undefined && { level: levelOf(level) }),
    ...(tags && { skills: [...tags] }),
  }
}

function levelOf(level: NonNullable<Held['level']>): Achievement['level'] {
  if (typeof level === 'string') return { framework: 'own', value: level }
  const [[framework, value] = ['kqf', 5]] = Object.entries(level)
  return framework === 'kqf' || framework === 'eqf'
    ? { framework: framework === 'kqf' ? 'KQF' : 'EQF', value: String(value) }
    : { framework: 'own', value: framework }
}

/** Lowest first: letters from the back of the alphabet, a plus above, a minus below; numbers by their size. */
const byGrade = (a: string, b: string): number => worth(a) - worth(b)
const worth = (grade: string): number =>
  Number(grade) || -10 * (grade.codePointAt(0) ?? 0) + (grade.endsWith('+') ? 2 : grade.endsWith('0') ? 1 : 0)

/** What a rule calls a badge or a micro-degree of its own institution. */
function namesIn(rule: unknown): string[] {
  if (Array.isArray(rule)) return rule.flatMap(namesIn)
  if (typeof rule !== 'object' || rule === null) return []
  return Object.entries(rule).flatMap(([key, value]) => {
    if (key === 'external') return []
    return (key === 'badge' || key === 'microdegree') && typeof value === 'string' ? [value] : namesIn(value)
  })
}

/** The same rule with ids in the place of names; whose badges are meant is left to the institution. */
function replaced(part: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof part === 'string') return ids.get(part) ?? part
  if (Array.isArray(part)) return part.map((one) => replaced(one, ids))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, value]) =>
      key === 'issuer' && typeof value === 'string' && part !== null && 'award' in part
        ? []
        : // Everything that the demo issues is of the first version.
          key === 'version'
          ? []
          : [[key, KEPT.has(key) ? value : replaced(value, ids)]],
    ),
  )
}

/** Words of the rule that are no names of badges, even where they read the same. */
const KEPT = new Set(['external', 'tag', 'with', 'stage', 'by', 'manual', 'award', 'levels', 'levelMin'])
