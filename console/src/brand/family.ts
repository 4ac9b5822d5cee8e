// Reads a list of courses as it was typed or pasted, and turns it into a set of badges and the achievements that carry them.
import type { AchievementContent, BrandKit } from '@kolleges/api'
import { type BadgeDesign, badgeFamily, type IconName, iconFor, type TemplateId, titleFit } from '@kolleges/design'

export interface Course {
  name: string
  level: number
}

export const COURSES_MAX = 40
const NAME_CHARACTERS_MAX = 120

/** One course a line; a last number after a tab, comma or semicolon is its level. Numbering in front and repeated lines are left out. */
export function readCourses(text: string, levels: number): Course[] {
  const seen = new Set<string>()
  return text.split(/\r?\n/).flatMap((line) => {
    const [, before = '', typed] = /^(.*?)(?:\s*[\t,;]\s*(\d+)\s*(?:단계|급|레벨)?)?\s*$/.exec(line.trim()) ?? []
    const name = before
      .replace(/^\s*(?:\d+[.)]|[-•·*])\s+/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, NAME_CHARACTERS_MAX)
    if (name === '' || seen.has(name)) return []
    seen.add(name)
    return [{ name, level: Math.min(levels, Number(typed ?? 0)) }]
  })
}

/** What staff changed by hand on one badge of the set; everything else follows the list. */
export interface Override {
  title?: string
  icon?: IconName
  level?: number
}

/** One badge of the set, with the course it stands for; the last may be for the whole. */
export interface Member {
  key: string
  name: string
  isWhole: boolean
  design: BadgeDesign
  fits: boolean
}

interface Wanted {
  programme: string
  courses: readonly Course[]
  withWhole: boolean
  kit: Pick<BrandKit, 'primary' | 'accent' | 'badge'>
  institutionName: string
  overrides: Readonly<Record<string, Override>>
}

const WHOLE_KEY = '\u0000whole'

export function familyOf({ programme, courses, withWhole, kit, institutionName, overrides }: Wanted): Member[] {
  if (courses.length === 0) return []
  const template = (kit.badge.template ?? 'hex-crest') as TemplateId
  const name = programme.trim() || courses[0]!.name
  const family = badgeFamily({
    name,
    institutionName,
    primary: kit.primary,
    accent: kit.accent,
    template,
    courses: courses.map((course) => ({ ...course, icon: overrides[course.name]?.icon ?? iconFor(course.name) })),
  })
  const members = courses.map((course, i) => {
    const levels = kit.badge.levels
    const level = Math.min(levels, overrides[course.name]?.level ?? course.level)
    const { level: _, levels: __, ...design } = family.courses[i]!
    return member(course.name, course.name, { ...design, ...(levels > 0 ? { level, levels } : {}) }, overrides)
  })
  if (!withWhole) return members
  return [...members, { ...member(WHOLE_KEY, name, family.whole, overrides), isWhole: true }]
}

function member(key: string, name: string, design: BadgeDesign, overrides: Wanted['overrides']): Member {
  const { title, icon } = overrides[key] ?? {}
  const drawn = { ...design, ...(title === undefined ? {} : { title }), ...(icon ? { icon } : {}) }
  const fits = drawn.title.trim() !== '' && titleFit(drawn.template, drawn.title).ok
  return { key, name, isWhole: false, design: drawn, fits }
}

export interface FamilyWords {
  description: (programme: string, course: string) => string
  criteria: (course: string) => string
  wholeDescription: (programme: string) => string
  wholeCriteria: (courses: string) => string
}

/** The achievement of one badge: first sentences for staff to write on. */
export function achievementOf(
  { name, isWhole, design }: Member,
  members: readonly Member[],
  programme: string,
  say: FamilyWords,
): Pick<AchievementContent, 'name' | 'description' | 'criteria' | 'kind'> & { design: BadgeDesign } {
  const courses = members.filter((one) => !one.isWhole).map((one) => one.name)
  const whole = programme.trim() || name
  return {
    name,
    kind: isWhole ? 'MicroCredential' : 'Course',
    description: isWhole ? say.wholeDescription(whole) : say.description(whole, name),
    criteria: { narrative: isWhole ? say.wholeCriteria(courses.join(', ')) : say.criteria(name) },
    design,
  }
}
