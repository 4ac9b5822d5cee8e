// Reads what is known of one person, or of a brand, from JSON however it is nested: everything becomes one flat record of texts.
import { findVariable, keyOf } from '@kolleges/design'
import { DATA_DEPTH_MAX } from './limits.ts'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Short names that a roster's author would write without looking anything up. */
const SHORT: Readonly<Record<string, string>> = {
  name: 'learner.name',
  fullName: 'learner.name',
  성명: 'learner.name',
  nameEn: 'learner.nameEnglish',
  englishName: 'learner.nameEnglish',
  'learner.nameEn': 'learner.nameEnglish',
  'achievement.nameEn': 'achievement.nameEnglish',
  'institution1.nameEn': 'institution1.nameEnglish',
  nameEnglish: 'learner.nameEnglish',
  birthDate: 'learner.birthDate',
  affiliation: 'learner.affiliation',
  role: 'learner.role',
  course: 'achievement.name',
  achievement: 'achievement.name',
  courseEnglish: 'achievement.nameEnglish',
  description: 'achievement.description',
  period: 'achievement.period',
  hours: 'achievement.hours',
  credits: 'achievement.credits',
  grade: 'achievement.grade',
  score: 'achievement.score',
  skills: 'achievement.skills',
  place: 'achievement.place',
  serial: 'credential.serial',
  number: 'credential.number',
  issuedOn: 'credential.issuedOn',
  expiresOn: 'credential.expiresOn',
  url: 'credential.url',
  verifyAt: 'credential.verifyAt',
  institutionName: 'institution1.name',
  headTitle: 'institution1.headTitle',
  headName: 'institution1.headName',
}

/** `{ learner: { name } }`, `{ "learner.name": … }`, `{ name }` and `{ "이름": … }` all say the same. */
export function flatten(value: Json, prefix = '', depth = 0): Record<string, string> {
  if (depth > DATA_DEPTH_MAX) throw new Error(`the data are nested more than ${DATA_DEPTH_MAX} deep`)
  if (value === null) return {}
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => typeof item !== 'object')
    return isPlain
      ? flatten(value.join(', '), prefix, depth)
      : Object.assign({}, ...value.map((item, i) => flatten(item, `${prefix}${i + 1}`, depth + 1)))
  }
  if (typeof value !== 'object') return { [meantBy(prefix)]: String(value) }
  const parts = Object.entries(value).map(([name, inner]) =>
    flatten(inner, prefix ? `${prefix}.${name}` : name, depth + 1),
  )
  return Object.assign({}, ...parts)
}

/** What others call the parts of an award. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^(recipient|person|student)\./, 'learner.'],
  [/^(course|programme|program)\./, 'achievement.'],
  [/^(institution|issuer)\./, 'institution1.'],
  [/^(institutions|issuers)([1-3])\./, 'institution$2.'],
]

/** The variable that a name means, in whatever style it is written; a name that means none is a column's own and stays as it is. */
function meantBy(name: string): string {
  const camel = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const candidates = [name, camel, ...PARTS.map(([pattern, part]) => camel.replace(pattern, part))]
  const found = candidates.map((one) => findVariable(one)?.key ?? SHORT[one]).find(Boolean)
  return found ?? keyOf(name)
}

/** A brand is one institution, or up to three under `institutions`; names in two languages become two values. */
export function institutionValues(brand: Json): Record<string, string> {
  if (!isRecord(brand)) return {}
  const list = Array.isArray(brand.institutions)
    ? brand.institutions
    : [isRecord(brand.institution) ? brand.institution : brand]
  return Object.assign({}, ...list.slice(0, 3).map((one, i) => institutionOf(one, `institution${i + 1}`)))
}

const TEXTS = ['name', 'headTitle', 'headName'] as const

function institutionOf(one: Json, key: string): Record<string, string> {
  if (!isRecord(one)) return {}
  const values: Record<string, string> = {}
  for (const name of TEXTS) {
    const given = one[name]
    const [ko, en] = isRecord(given) ? [given.ko, given.en] : [given, one[`${name}English`]]
    if (typeof ko === 'string') values[`${key}.${name}`] = ko
    if (typeof en === 'string') values[`${key}.${name}English`] = en
  }
  return values
}

export const isRecord = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
