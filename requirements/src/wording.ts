// One sentence for each kind of condition, in Korean and English, from the rule and the learner's standing.
import type { Standing } from './evaluate.ts'
import type { Comparison, Condition, Duration, HoldingFilter, PoolCondition } from './rule.ts'

export type Language = 'ko' | 'en'
type Says<K extends Condition['kind']> = (
  condition: Extract<Condition, { kind: K }>,
  standing: Standing,
) => readonly [string, string]

export const say = (standing: Standing, language: Language): string => {
  const speak = SENTENCES[standing.condition.kind] as (
    condition: Condition,
    standing: Standing,
  ) => readonly [string, string]
  return speak(standing.condition, standing)[language === 'ko' ? 0 : 1]
}

const SENTENCES: { readonly [K in Condition['kind']]: Says<K> } = {
  all: (_, { parts }) => [
    `다음 ${parts.length}가지를 모두 충족: ${metCount(parts)}가지 충족`,
    `All of ${parts.length}: ${metCount(parts)} met`,
  ],
  any: (_, { parts, met }) => [
    `다음 ${parts.length}가지 중 하나 이상: ${met ? '충족' : '미충족'}`,
    `At least one of ${parts.length}: ${met ? 'met' : 'not met'}`,
  ],
  'n-of': ({ n }, { parts }) => [
    `다음 ${parts.length}가지 중 ${n}가지: ${Math.min(metCount(parts), n)}가지 충족`,
    `${n} of ${parts.length}: ${Math.min(metCount(parts), n)} met`,
  ],
  not: (_, { met }) => [
    `해당하지 않아야 하는 조건: ${met ? '해당하지 않음' : '해당함'}`,
    `Must not apply: ${met ? 'does not apply' : 'applies'}`,
  ],
  badge: (condition, { met, counted }) => {
    const [ko, en] = badgeDemands(condition)
    const held = counted[0]
    if (!met || !held)
      return [`‘${condition.achievement}’ 배지${ko}: 필요함`, `Badge “${condition.achievement}”${en}: needed`]
    const grade = held.grade === undefined ? ['', ''] : [`, 성적 ${held.grade}`, `, grade ${held.grade}`]
    return [
      `‘${condition.achievement}’ 배지${ko}: ${held.awardedOn} 취득${grade[0]}`,
      `Badge “${condition.achievement}”${en}: earned on ${held.awardedOn}${grade[1]}`,
    ]
  },
  credits: (condition, standing) => poolText(condition, standing),
  hours: (condition, standing) => poolText(condition, standing),
  count: ({ min, from }, { counted }) => {
    const [ko, en] = filterText(from)
    return [`${ko}배지 ${min}개 이상: ${counted.length}개 보유`, `At least ${min} badges${en}: ${counted.length} held`]
  },
  level: ({ scale, is }) => [
    `${SCALES[scale][0]} ${is.value} ${COMPARED[is.operator][0]}인 배지만 인정`,
    `Only badges with ${SCALES[scale][1]} ${COMPARED[is.operator][1]} ${is.value} count`,
  ],
  window: (condition) => {
    if (!('within' in condition))
      return [
        `${condition.from ?? ''}~${condition.until ?? ''}에 취득한 배지만 인정`,
        `Only badges earned ${condition.from ? `from ${condition.from} ` : ''}${condition.until ? `until ${condition.until} ` : ''}count`,
      ]
    const [ko, en] = durationText(condition.within)
    const from = {
      first: ['첫 배지 취득일부터', 'of the first badge'],
      enrolment: ['등록일부터', 'of enrolment'],
      award: ['심사일 이전', 'before the award'],
    }[condition.of]
    return [`${from[0]} ${ko} 안에 취득한 배지만 인정`, `Only badges earned within ${en} ${from[1]} count`]
  },
  prerequisite: ({ microdegree }, { met }) => [
    `먼저 이수할 마이크로디그리 ‘${microdegree}’: ${met ? '이수함' : '필요함'}`,
    `Prerequisite micro-degree “${microdegree}”: ${met ? 'held' : 'needed'}`,
  ],
  degrees: ({ max }, { met }) => [
    `마이크로디그리는 ${max}개까지: ${met ? '여유 있음' : '한도에 도달함'}`,
    `At most ${max} micro-degrees: ${met ? 'within the limit' : 'limit reached'}`,
  ],
  approval: ({ by, stage }, { met }) => [
    `${stage} 단계 승인(${by}): ${met ? '승인됨' : '대기 중'}`,
    `Approval at stage “${stage}” by ${by}: ${met ? 'given' : 'awaited'}`,
  ],
  manual: ({ text }, { met }) => [
    `${text}: ${met ? '확인됨' : '확인 대기'}`,
    `${text}: ${met ? 'confirmed' : 'awaiting confirmation'}`,
  ],
}

const metCount = (parts: readonly Standing[]): number => parts.filter((part) => part.met).length

const badgeDemands = ({
  minGrade,
  version,
  issuer,
}: Extract<Condition, { kind: 'badge' }>): readonly [string, string] => {
  const ko = [
    ...(minGrade ? [`${minGrade} 이상`] : []),
    ...(version ? [`${version.value}판 ${COMPARED[version.operator][0]}`] : []),
    ...(issuer ? [`발급 ${issuer}`] : []),
  ]
  const en = [
    ...(minGrade ? [`grade ${minGrade} or better`] : []),
    ...(version ? [`version ${COMPARED[version.operator][1]} ${version.value}`] : []),
    ...(issuer ? [`issued by ${issuer}`] : []),
  ]
  return [ko.length > 0 ? `(${ko.join(', ')})` : '', en.length > 0 ? ` (${en.join(', ')})` : '']
}

const poolText = (condition: PoolCondition, { pool }: Standing): readonly [string, string] => {
  const total = pool?.total ?? 0
  const [unit, name] = condition.kind === 'credits' ? ['학점', 'credits'] : ['시간', 'hours']
  const [fromKo, fromEn] = filterText(condition.from)
  const short = Math.max(condition.min - total, 0)
  const floors = (pool?.floors ?? []).map(({ name: of, kind, have, need }) => {
    const [ko, en] = {
      level: [`${of} 수준`, `at level ${of}`],
      tag: [`‘${of}’`, `in “${of}”`],
      partner: ['교류 기관', 'from partners'],
    }[kind] as [string, string]
    return [
      `${ko} ${need}${unit} 이상 중 ${Math.min(have, need)}${unit}`,
      `${Math.min(have, need)} of ${need} ${name} ${en}`,
    ] as const
  })
  const caps = [
    ...Object.entries(condition.overlapMax).map(
      ([tag, most]) => [`‘${tag}’ 중복은 ${most}${unit}까지`, `at most ${most} ${name} shared with “${tag}”`] as const,
    ),
  ]
  const rest = [...floors, ...caps]
  return [
    `${fromKo}${condition.min}${unit} 이상: ${total}${unit} 인정${short > 0 ? `, ${short}${unit} 부족` : ''}${rest.map(([ko]) => ` · ${ko}`).join('')}`,
    `At least ${condition.min} ${name}${fromEn}: ${total} counted${short > 0 ? `, ${short} short` : ''}${rest.map(([, en]) => ` · ${en}`).join('')}`,
  ]
}

const filterText = (filter: HoldingFilter | undefined): readonly [string, string] => {
  if (filter === undefined) return ['', '']
  const { tag, level, achievements, minGrade } = filter
  const ko = [
    ...(tag ? [`‘${tag}’`] : []),
    ...(level ? [`${level} 이상`] : []),
    ...(achievements ? [achievements.map((id) => `‘${id}’`).join(', ')] : []),
    ...(minGrade ? [`성적 ${minGrade} 이상`] : []),
  ]
  const en = [
    ...(tag ? [`in “${tag}”`] : []),
    ...(level ? [`at ${level} or above`] : []),
    ...(achievements ? [`from ${achievements.map((id) => `“${id}”`).join(', ')}`] : []),
    ...(minGrade ? [`with ${minGrade} or better`] : []),
  ]
  return [ko.length > 0 ? `${ko.join(' ')} ` : '', en.length > 0 ? ` ${en.join(' ')}` : '']
}

const durationText = ({ years, months, days }: Duration): readonly [string, string] => {
  const parts = [
    [years, '년', 'year'],
    [months, '개월', 'month'],
    [days, '일', 'day'],
  ] as const
  const said = parts.filter(([count]) => count > 0)
  return [
    said.map(([count, ko]) => `${count}${ko}`).join(' '),
    said.map(([count, , en]) => `${count} ${en}${count === 1 ? '' : 's'}`).join(' '),
  ]
}

const SCALES = { kqf: ['KQF', 'KQF'], eqf: ['EQF', 'EQF'], own: ['수준', 'level'] } as const
const COMPARED: Record<Comparison['operator'], readonly [string, string]> = {
  '>=': ['이상', 'at least'],
  '>': ['초과', 'above'],
  '=': ['', 'equal to'],
  '<': ['미만', 'below'],
  '<=': ['이하', 'at most'],
}
