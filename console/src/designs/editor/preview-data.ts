// The people a design is looked at with: a sample, the longest name, a Latin one, one without optional data, one in English.
import {
  type BindingData,
  type DesignDocument,
  draftBadgeDesign,
  findVariable,
  isLatinName,
  type Picture,
  VARIABLES,
  variablesOf,
} from '@kolleges/design'

export const PEOPLE = ['sample', 'longest', 'latin', 'bare', 'english'] as const
export type PersonKind = (typeof PEOPLE)[number]

/** What is known of the institution whose design it is. */
export interface House {
  readonly name: { readonly ko: string; readonly en: string }
  readonly headTitle: { readonly ko: string; readonly en: string } | null
  readonly headName: { readonly ko: string; readonly en: string } | null
  readonly pictures: Readonly<Record<string, Picture>>
}

/** Twenty-seven letters, as a real learner brought them. */
const LATIN_NAME = 'Alexandra Konstantinopoulou'
/** Where no roster is known: nine syllables, more than the register of names allows. */
const LONG_NAME = '남궁하늘빛나래슬기'

export interface PreviewWish {
  readonly person: PersonKind
  readonly house: House
  /** The longest name among real learners, where there are any. */
  readonly longestName: string | null
  /** Values of the institution's own columns, as typed for looking at. */
  readonly columns: Readonly<Record<string, string>>
}

export function previewData(
  document: DesignDocument,
  { person, house, longestName, columns }: PreviewWish,
): BindingData {
  const language = person === 'english' ? 'en' : document.language
  // The institution that issues is never made up: what it lacks is missing, as it will be when publishing.
  const samples = VARIABLES.filter(({ key, kind }) => kind !== 'picture' && !key.startsWith('institution1.')).map(
    ({ key, sample }) => [key, sample[language]] as const,
  )
  const values: Record<string, string> = {
    ...Object.fromEntries(samples),
    ...ownColumns(document),
    ...houseValues(house, language),
    ...filled(columns),
  }
  if (person === 'longest') {
    const name = longestName ?? LONG_NAME
    values['learner.name'] = name
    if (isLatinName(name)) values['learner.nameEnglish'] = name
  }
  if (person === 'latin') {
    values['learner.name'] = LATIN_NAME
    values['learner.nameEnglish'] = LATIN_NAME
  }
  const badge = draftBadgeDesign({
    title: values['achievement.name'] ?? '',
    institutionName: values['institution1.name'] ?? '',
    primary: document.primary,
    accent: document.accent,
    template: 'round-seal',
    icon: 'cap',
  })
  return { values: person === 'bare' ? onlyNeeded(document, values) : values, badge, pictures: house.pictures }
}

function houseValues({ name, headTitle, headName }: House, language: 'ko' | 'en'): Record<string, string> {
  const known = {
    'institution1.name': name[language] || name.ko || name.en,
    'institution1.nameEnglish': name.en,
    'institution1.headTitle': headTitle?.[language] ?? '',
    'institution1.headTitleEnglish': headTitle?.en ?? '',
    'institution1.headName': headName?.[language] ?? '',
    'institution1.headNameEnglish': headName?.en ?? '',
  }
  return filled(known)
}

const filled = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''))

/** A name that is no variable of ours is a column of somebody's roster; its own name stands in for its value. */
const ownColumns = (document: DesignDocument): Record<string, string> =>
  Object.fromEntries(columnsOf(document).map((name) => [name, `〔${name}〕`]))

export const columnsOf = (document: DesignDocument): string[] =>
  variablesOf(document).flatMap(({ key }) => (findVariable(key) ? [] : [key]))

/** Everything the document says it can do without is left out. */
function onlyNeeded(document: DesignDocument, values: Readonly<Record<string, string>>): Record<string, string> {
  const needed = new Set(variablesOf(document).flatMap(({ key, isOptional }) => (isOptional ? [] : [key])))
  return Object.fromEntries(Object.entries(values).filter(([key]) => needed.has(key)))
}
