// Turns an achievement into the editor's fields and back.
import type { Achievement, AchievementContent, CoIssuer, DesignInput, Institution } from '@kolleges/api'
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
  nameEn: string
  /** The id of the design; empty without one. */
  certificate: string
  badgeDocument: string
  coIssuers: CoIssuer[]
  number: { rule: string; per: 'achievement' | 'institution' }
}

const BOTH = { ko: '', en: '' }
export const CO_ISSUER: CoIssuer = { name: BOTH, headTitle: BOTH, headName: BOTH, logo: null, seal: null }

const NO_CERTIFICATE = {
  nameEn: '',
  certificate: '',
  badgeDocument: '',
  coIssuers: [],
  number: { rule: '', per: 'achievement' as const },
}

const PARTS = { level: 1, levels: 3, done: 5, total: 5, grade: 'A' }

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
    ...NO_CERTIFICATE,
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
  nameEn: achievement.nameEn ?? '',
  certificate: achievement.certificate?.design ?? '',
  badgeDocument: achievement.design.document ?? '',
  coIssuers: achievement.coIssuers,
  number: achievement.certificateNumber ?? NO_CERTIFICATE.number,
})

/** What is sent: parts left empty are sent as none. */
export const contentOf = ({ design: _, badgeDocument: __, number, ...form }: AchievementForm) => ({
  ...form,
  nameEn: form.nameEn.trim() || null,
  certificate: form.certificate ? { design: form.certificate } : null,
  certificateNumber: number.rule.trim() ? number : null,
  level: form.level.value.trim() ? form.level : null,
  hours: numberOrNone(form.hours),
  credits: numberOrNone(form.credits),
  alignments: form.alignments.filter(({ targetName, targetUrl }) => targetName.trim() || targetUrl.trim()),
  resultScale: form.resultScale.values.length > 0 ? form.resultScale : null,
})

/** What the words of a badge's own design say of this achievement, by variable. */
export function valuesOf({ name, nameEn, description, hours, credits, skills }: AchievementForm) {
  const known: Record<string, string> = {
    'achievement.name': name.trim(),
    'achievement.nameEnglish': nameEn.trim(),
    'achievement.description': description.trim(),
    'achievement.hours': String(hours),
    'achievement.credits': String(credits),
    'achievement.skills': skills.join(', '),
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''))
}

const numberOrNone = (typed: number | string): number | null => (typed === '' ? null : Number(typed))

/** The first number of a rule as it will be written; null while it is no rule. */
export function serialSample(rule: string, year: string): string | null {
  const tokens = rule.match(/\{[^{}]*\}/g) ?? []
  const isRule = tokens.every((token) => /^\{(YYYY|YY|MM|SEQ|SEQ:[1-9])\}$/.test(token))
  if (!isRule || tokens.filter((token) => token.startsWith('{SEQ')).length !== 1) return null
  return rule
    .replace('{YYYY}', year)
    .replace('{YY}', year.slice(2))
    .replace('{MM}', '01')
    .replace(/\{SEQ(?::(\d))?\}/, (_, digits = '1') => '1'.padStart(Number(digits), '0'))
}

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
