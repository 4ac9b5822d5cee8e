// Finds what a rule says in words that nobody reads: a misspelt `minGrade` would let every grade through.
import { type Fault, fault, isObject } from './faults.ts'

const OF_THE_RULE = ['$schema', 'grades', 'levels', 'names', 'equivalences', 'reuse', 'issuer', 'award']
const OF_A_BADGE = ['issuer', 'minGrade', 'version']
const OF_A_POOL = ['min', 'max', 'from', 'levelMin', 'tagMin', 'overlapMax', 'partner']

/** What may stand inside a condition of this kind. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  nOf: ['n', 'of'],
  external: ['issuer', 'achievement'],
  credits: OF_A_POOL,
  hours: OF_A_POOL,
  count: ['min', 'from'],
  level: ['kqf', 'eqf', 'own'],
  window: ['within', 'of', 'semester', 'from', 'until'],
  prereq: ['microdegree'],
  degrees: ['max'],
  semesters: ['min'],
  approval: ['by', 'stage'],
}

/** What may stand inside one of those; `from` of a partner or a window is a list or a day, and is passed over. */
const DEEPER: Readonly<Record<string, readonly string[]>> = {
  from: ['tag', 'level', 'badges', 'minGrade'],
  partner: ['min', 'max', 'from'],
  overlapMax: ['with', 'credits', 'hours'],
}

/** The value has been read as a rule: it is neither too deep nor too large. */
export const strayKeys = (rule: unknown): Fault[] => [
  ...inCondition(rule, '', OF_THE_RULE),
  ...(isObject(rule) ? among(rule.award, '/award', ['mode', 'batchDates', 'title', 'partners', 'annotations']) : []),
]

const HEADS = ['all', 'any', 'not', 'badge', 'manual', ...Object.keys(INSIDE)]

function inCondition(value: unknown, path: string, more: readonly string[] = []): Fault[] {
  if (!isObject(value)) return []
  const head = HEADS.find((one) => one in value)
  if (head === undefined) return []
  const beside = head === 'badge' || head === 'external' ? OF_A_BADGE : []
  return [...among(value, path, [head, ...beside, ...more]), ...within(head, value[head], `${path}/${head}`)]
}

function within(head: string, value: unknown, path: string): Fault[] {
  if (head === 'not') return inCondition(value, path)
  if (head === 'all' || head === 'any') return inEach(value, path)
  if (!isObject(value)) return []
  const known = INSIDE[head] ?? []
  const deeper = Object.entries(DEEPER).flatMap(([key, keys]) => {
    const parts = Array.isArray(value[key]) ? value[key] : [value[key]]
    return parts.flatMap((part, at) => {
      const here = `${path}/${key}${parts.length > 1 ? `/${at}` : ''}`
      return [...among(part, here, keys), ...(isObject(part) ? among(part.with, `${here}/with`, ['microdegree']) : [])]
    })
  })
  return [...among(value, path, known), ...deeper, ...(head === 'nOf' ? inEach(value.of, `${path}/of`) : [])]
}

const inEach = (value: unknown, path: string): Fault[] =>
  Array.isArray(value) ? value.flatMap((part, at) => inCondition(part, `${path}/${at}`)) : []

const among = (value: unknown, path: string, known: readonly string[]): Fault[] =>
  isObject(value)
    ? Object.keys(value).flatMap((key) =>
        known.includes(key) ? [] : [fault(`${path}/${pointed(key)}`, 'key-unknown')],
      )
    : []

/** RFC 6901 §3. */
const pointed = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')
