// Turns an achievement into the editor's fields and back.
import type { Achievement, AchievementContent, DesignInput, Institution } from '@kolleges/api'
import { type BadgeDesign, draftBadgeDesign, TEMPLATES, type TemplateField } from '@kolleges/design'

export type DesignForm = Achievement['design'] &
  Required<Pick<DesignInput, 'year' | 'level' | 'levels' | 'done' | 'total' | 'grade'>>

export interface AchievementForm {
  name: string
  description: string
  criteria: { narrative: string }
  kind: AchievementContent['kind']
  skills: string[]
  level: { framework: 'KQF' | 'EQF' | 'own'; value: string }
  /** Empty while nothing is typed. */
  hours: number | string
  credits: number | string
  alignments: { targetName: string; targetUrl: string }[]
  language: 'ko' | 'en'
  evidenceWanted: AchievementContent['evidenceWanted']
  resultScale: { name: string; values: string[] }
  design: DesignForm
}

const PARTS = { level: 1, levels: 3, done: 3, total: 5, grade: 'A' }

const withParts = (design: Achievement['design'], year: string): DesignForm => ({ ...PARTS, year, ...design })

type Ground = Pick<Institution, 'name' | 'primaryColor' | 'accentColor'>

export function newForm(institution: Ground, language: 'ko' | 'en', year: string): AchievementForm {
  const design = draftBadgeDesign({
    title: language === 'ko' ? '새 배지' : 'New badge',
    institutionName: institution.name[language] || institution.name.ko,
    primary: institution.primaryColor,
    accent: institution.accentColor,
  })
  return {
    name: '',
    description: '',
    criteria: { narrative: '' },
    kind: 'Badge',
    skills: [],
    level: { framework: 'KQF', value: '' },
    hours: '',
    credits: '',
    alignments: [],
    language,
    evidenceWanted: 'none',
    resultScale: { name: '', values: [] },
    design: withParts(design, year),
  }
}

export const formOf = (achievement: Achievement, year: string): AchievementForm => ({
  name: achievement.name,
  description: achievement.description,
  criteria: { narrative: achievement.criteria.narrative },
  kind: achievement.kind,
  skills: achievement.skills,
  level: achievement.level ?? { framework: 'KQF', value: '' },
  hours: achievement.hours ?? '',
  credits: achievement.credits ?? '',
  alignments: achievement.alignments,
  language: achievement.language,
  evidenceWanted: achievement.evidenceWanted,
  resultScale: achievement.resultScale ?? { name: '', values: [] },
  design: withParts(achievement.design, year),
})

/** What is sent: parts left empty are sent as none. */
export const contentOf = ({ design: _, ...form }: AchievementForm) => ({
  ...form,
  level: form.level.value.trim() ? form.level : null,
  hours: numberOrNone(form.hours),
  credits: numberOrNone(form.credits),
  alignments: form.alignments.filter(({ targetName, targetUrl }) => targetName.trim() || targetUrl.trim()),
  resultScale: form.resultScale.values.length > 0 ? form.resultScale : null,
})

const numberOrNone = (typed: number | string): number | null => (typed === '' ? null : Number(typed))

/** Only what the template draws: a year left over from another template is not part of this badge. */
export function designOf(form: DesignForm): Achievement['design'] {
  const { template, title, icon, primary, accent, institutionName } = form
  const drawn = fieldsOf(template)
  return {
    template,
    title,
    icon,
    primary,
    accent,
    institutionName,
    ...(drawn.includes('year') ? { year: form.year } : {}),
    ...(drawn.includes('level') ? { level: form.level, levels: form.levels } : {}),
    ...(drawn.includes('progress') ? { done: form.done, total: form.total } : {}),
    ...(drawn.includes('grade') ? { grade: form.grade } : {}),
  }
}

export const fieldsOf = (template: string): readonly TemplateField[] =>
  TEMPLATES.find(({ id }) => id === template)?.fields ?? []

/** A title made from the name follows the name; one that somebody typed stays. */
export function titleAfterRename(design: DesignForm, before: string, after: string): string {
  if (after.trim() === '') return design.title
  const isMade = before.trim() === '' || design.title === shortTitle(design, before)
  return isMade ? shortTitle(design, after) : design.title
}

const shortTitle = (design: DesignForm, name: string): string =>
  draftBadgeDesign({
    title: name,
    institutionName: design.institutionName,
    template: design.template as BadgeDesign['template'],
  }).title
