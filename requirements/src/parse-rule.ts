// Reads a rule's JSON into conditions; reports every fault with its place, guesses nothing.
import { asText, type Fault, fault, isObject, type JsonObject } from './faults.ts'
import { CREDITS_MAX, HOURS_MAX, RULE_CONDITIONS_MAX, RULE_DEPTH_MAX } from './limits.ts'
import { parseAward } from './parse-award.ts'
import { parseNames } from './parse-names.ts'
import type {
  Comparison,
  Condition,
  HoldingFilter,
  LevelCondition,
  PoolCondition,
  Rule,
  WindowCondition,
} from './rule.ts'
import { strayKeys } from './stray-keys.ts'
import { dayOf, parseDuration, semesterDays } from './time.ts'

type Reading = { faults: Fault[]; count: number }
type Reader = (value: unknown, path: string, reading: Reading, depth: number) => Condition | undefined

export const parseRule = (
  value: unknown,
): { outcome: 'parsed'; rule: Rule } | { outcome: 'refused'; faults: Fault[] } => {
  if (!isObject(value)) return { outcome: 'refused', faults: [fault('', 'not-an-object')] }
  const reading: Reading = { faults: [], count: 0 }
  const condition = parseCondition(value, '', reading, 0)
  const rule: Rule = {
    condition: condition ?? { kind: 'all', of: [] },
    grades: optionalTexts(value.grades, '/grades', reading),
    levels: optionalTexts(value.levels, '/levels', reading),
    names: parseNames(value.names, reading.faults),
    equivalences: parseEquivalences(value.equivalences, reading),
    reuse: parseReuse(value.reuse, reading),
    issuer: typeof value.issuer === 'string' ? value.issuer : undefined,
    award: parseAward(value.award, reading.faults),
  }
  if (reading.faults.length === 0) reading.faults.push(...strayKeys(value))
  return reading.faults.length > 0 ? { outcome: 'refused', faults: reading.faults } : { outcome: 'parsed', rule }
}

const parseEquivalences = (value: unknown, reading: Reading): string[][] => {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.map((group, i) => texts(group, `/equivalences/${i}`, reading))
  reading.faults.push(fault('/equivalences', 'text-missing'))
  return []
}

const parseReuse = (value: unknown, reading: Reading): boolean => {
  if (value !== undefined && typeof value !== 'boolean') reading.faults.push(fault('/reuse', 'not-yes-or-no'))
  return value === true
}

const parseCondition: Reader = (value, path, reading, depth) => {
  reading.count += 1
  if (reading.count > RULE_CONDITIONS_MAX) return refuse(path, reading, 'conditions-too-many')
  if (depth > RULE_DEPTH_MAX) return refuse(path, reading, 'rule-too-deep')
  if (!isObject(value)) return refuse(path, reading, 'not-an-object')
  const heads = Object.keys(value).filter((key) => key in READERS)
  if (heads.length > 1) return refuse(path, reading, 'condition-ambiguous')
  const head = heads[0]
  if (head === undefined) return refuse(path, reading, 'condition-unknown')
  // `badge` reads its qualifiers from beside it, the others from inside.
  return READERS[head]?.(
    head === 'badge' || head === 'external' ? value : value[head],
    `${path}/${head}`,
    reading,
    depth,
  )
}

const READERS: Record<string, Reader> = {
  all: (value, path, reading, depth) => ({ kind: 'all', of: children(value, path, reading, depth, true) }),
  any: (value, path, reading, depth) => ({ kind: 'any', of: children(value, path, reading, depth) }),
  nOf: (value, path, reading, depth) => {
    const { n, of } = isObject(value) ? value : {}
    const parts = children(of, `${path}/of`, reading, depth)
    const wanted = whole(n, `${path}/n`, reading)
    if (wanted > parts.length) reading.faults.push(fault(`${path}/n`, 'n-out-of-reach'))
    return { kind: 'n-of', n: wanted, of: parts }
  },
  not: (value, path, reading, depth) => {
    const inner = parseCondition(value, path, reading, depth + 1)
    return inner && { kind: 'not', of: inner }
  },
  badge: (value, path, reading) =>
    parseBadge(value as JsonObject, (value as JsonObject).badge, undefined, path, reading),
  external: (value, path, reading) => {
    const { external } = value as JsonObject
    const { issuer, achievement } = isObject(external) ? external : {}
    return parseBadge(value as JsonObject, achievement, asText(issuer, `${path}/issuer`, reading.faults), path, reading)
  },
  credits: (value, path, reading) => parsePool('credits', value, path, reading),
  hours: (value, path, reading) => parsePool('hours', value, path, reading),
  count: (value, path, reading) => {
    const { min, from } = isObject(value) ? value : {}
    return { kind: 'count', min: whole(min, `${path}/min`, reading), from: parseFilter(from, `${path}/from`, reading) }
  },
  level: (value, path, reading) => parseLevelCondition(value, path, reading),
  window: (value, path, reading) => parseWindow(value, path, reading),
  prereq: (value, path, reading) => {
    const microdegree = asText(isObject(value) ? value.microdegree : undefined, `${path}/microdegree`, reading.faults)
    return microdegree === undefined ? undefined : { kind: 'prerequisite', microdegree }
  },
  degrees: (value, path, reading) => ({
    kind: 'degrees',
    max: whole(isObject(value) ? value.max : undefined, `${path}/max`, reading),
  }),
  semesters: (value, path, reading) => ({
    kind: 'semesters',
    min: whole(isObject(value) ? value.min : undefined, `${path}/min`, reading),
  }),
  approval: (value, path, reading) => {
    const { by, stage } = isObject(value) ? value : {}
    return {
      kind: 'approval',
      by: asText(by, `${path}/by`, reading.faults) ?? '',
      stage: asText(stage, `${path}/stage`, reading.faults) ?? '',
    }
  },
  manual: (value, path, reading) => {
    const text = asText(value, path, reading.faults)
    return text === undefined ? undefined : { kind: 'manual', text }
  },
}

const children = (value: unknown, path: string, reading: Reading, depth: number, mayScope = false): Condition[] => {
  if (!Array.isArray(value) || value.length === 0) {
    reading.faults.push(fault(path, 'conditions-missing'))
    return []
  }
  const parts = value.map((entry, i) => parseCondition(entry, `${path}/${i}`, reading, depth + 1))
  parts.forEach((part, i) => {
    if (!mayScope && (part?.kind === 'window' || part?.kind === 'level'))
      reading.faults.push(fault(`${path}/${i}`, 'scope-outside-all'))
  })
  return parts.filter((part) => part !== undefined)
}

const parseBadge = (
  beside: JsonObject,
  id: unknown,
  issuer: string | undefined,
  path: string,
  reading: Reading,
): Condition | undefined => {
  const achievement = asText(id, path, reading.faults)
  if (achievement === undefined) return undefined
  return {
    kind: 'badge',
    achievement,
    issuer: issuer ?? (typeof beside.issuer === 'string' ? beside.issuer : undefined),
    minGrade: beside.minGrade === undefined ? undefined : asText(beside.minGrade, `${path}/minGrade`, reading.faults),
    version: beside.version === undefined ? undefined : comparison(beside.version, `${path}/version`, reading),
  }
}

const parsePool = (
  kind: 'credits' | 'hours',
  value: unknown,
  path: string,
  reading: Reading,
): PoolCondition | undefined => {
  if (!isObject(value)) return refuse(path, reading, 'not-an-object')
  const read = (entry: unknown, name: string): number | undefined =>
    entry === undefined ? undefined : amount(entry, kind, `${path}/${name}`, reading)
  const partner = isObject(value.partner) ? value.partner : {}
  const pool: PoolCondition = {
    kind,
    min: read(value.min ?? 0, 'min') ?? 0,
    max: read(value.max, 'max'),
    from: parseFilter(value.from, `${path}/from`, reading),
    levelMin: amounts(value.levelMin, kind, `${path}/levelMin`, reading),
    tagMin: amounts(value.tagMin, kind, `${path}/tagMin`, reading),
    ...parseOverlaps(value.overlapMax, kind, `${path}/overlapMax`, reading),
    partnerMin: read(partner.min, 'partner/min'),
    partnerMax: read(partner.max, 'partner/max'),
    partnerFrom: optionalTexts(partner.from, `${path}/partner/from`, reading),
  }
  if (pool.max !== undefined && pool.max < pool.min) reading.faults.push(fault(`${path}/max`, 'min-above-max'))
  return pool
}

/** `{ with: 'major', credits: 3 }` by tag, `{ with: { microdegree }, credits: 3 }` by another micro-degree, or several of them. */
const parseOverlaps = (
  value: unknown,
  kind: 'credits' | 'hours',
  path: string,
  reading: Reading,
): Pick<PoolCondition, 'overlapMax' | 'overlapDegrees'> => {
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value]
  const caps = list.map((entry, i) => {
    const { with: other, credits, hours } = isObject(entry) ? entry : {}
    const isDegree = isObject(other)
    const name = isDegree
      ? asText(other.microdegree, `${path}/${i}/with/microdegree`, reading.faults)
      : asText(other, `${path}/${i}/with`, reading.faults)
    return { isDegree, name: name ?? '', most: amount(credits ?? hours, kind, `${path}/${i}`, reading) }
  })
  const those = (isDegree: boolean) =>
    Object.fromEntries(caps.filter((cap) => cap.isDegree === isDegree).map(({ name, most }) => [name, most]))
  return { overlapMax: those(false), overlapDegrees: those(true) }
}

const amounts = (value: unknown, kind: 'credits' | 'hours', path: string, reading: Reading): Record<string, number> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).map(([name, entry]) => [
      name,
      amount(entry, kind, `${path}/${name}`, reading),
    ]),
  )

const parseFilter = (value: unknown, path: string, reading: Reading): HoldingFilter | undefined => {
  if (value === undefined) return undefined
  if (!isObject(value)) return refuse(path, reading, 'not-an-object')
  return {
    tag: typeof value.tag === 'string' ? value.tag : undefined,
    level: value.level === undefined ? undefined : String(value.level),
    achievements: value.badges === undefined ? undefined : texts(value.badges, `${path}/badges`, reading),
    minGrade: value.minGrade === undefined ? undefined : asText(value.minGrade, `${path}/minGrade`, reading.faults),
  }
}

const parseLevelCondition = (value: unknown, path: string, reading: Reading): LevelCondition | undefined => {
  const entry = isObject(value) ? value : {}
  const scale = (['kqf', 'eqf', 'own'] as const).find((name) => entry[name] !== undefined)
  const is = scale && comparison(entry[scale], `${path}/${scale}`, reading)
  return scale && is ? { kind: 'level', scale, is } : refuse(path, reading, 'comparison-malformed')
}

const parseWindow = (value: unknown, path: string, reading: Reading): WindowCondition | undefined => {
  const entry = isObject(value) ? value : {}
  if (entry.within !== undefined) {
    const within = parseDuration(entry.within)
    const of = entry.of ?? 'first'
    if (within === undefined) return refuse(`${path}/within`, reading, 'duration-malformed')
    return of === 'first' || of === 'enrolment' || of === 'award'
      ? { kind: 'window', within, of }
      : refuse(`${path}/of`, reading, 'window-malformed')
  }
  if (typeof entry.semester === 'string') {
    const days = semesterDays(entry.semester)
    return days ? { kind: 'window', ...days } : refuse(`${path}/semester`, reading, 'window-malformed')
  }
  const from = entry.from === undefined ? undefined : dayOf(entry.from)
  const until = entry.until === undefined ? undefined : dayOf(entry.until)
  if (
    (from === undefined && until === undefined) ||
    (entry.from !== undefined && !from) ||
    (entry.until !== undefined && !until)
  )
    return refuse(path, reading, 'window-malformed')
  return { kind: 'window', from, until }
}

const comparison = (value: unknown, path: string, reading: Reading): Comparison | undefined => {
  const parts = /^\s*(>=|<=|>|<|=)?\s*(\S.*?)\s*$/.exec(String(value))
  if (!parts || isObject(value)) return refuse(path, reading, 'comparison-malformed')
  return { operator: (parts[1] ?? '=') as Comparison['operator'], value: parts[2] ?? '' }
}

const whole = (value: unknown, path: string, reading: Reading): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= RULE_CONDITIONS_MAX) return value
  reading.faults.push(fault(path, Number.isInteger(value) ? 'number-out-of-range' : 'not-a-whole-number'))
  return 1
}

const amount = (value: unknown, kind: 'credits' | 'hours', path: string, reading: Reading): number => {
  if (
    typeof value !== 'number' ||
    !Number.isFinite(value) ||
    value < 0 ||
    value > (kind === 'credits' ? CREDITS_MAX : HOURS_MAX)
  ) {
    reading.faults.push(fault(path, 'number-out-of-range'))
  } else if (kind === 'credits' && !Number.isInteger(value * 2)) {
    reading.faults.push(fault(path, 'not-a-half-point'))
  } else return value
  return 0
}

const texts = (value: unknown, path: string, reading: Reading): string[] => {
  if (Array.isArray(value)) return value.map((entry, i) => asText(entry, `${path}/${i}`, reading.faults) ?? '')
  reading.faults.push(fault(path, 'text-missing'))
  return []
}

const optionalTexts = (value: unknown, path: string, reading: Reading): string[] | undefined =>
  value === undefined ? undefined : texts(value, path, reading)

const refuse = (path: string, reading: Reading, code: Fault['code']): undefined => {
  reading.faults.push(fault(path, code))
  return undefined
}
