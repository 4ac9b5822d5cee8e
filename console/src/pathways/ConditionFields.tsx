// The blanks of one requirement, by its kind.
import { Select, TextInput } from '@mantine/core'
import { useWords } from '../language/LanguageProvider.tsx'
import { Amount, type FieldsProps, inside, put } from './fields.tsx'
import { PoolFields } from './PoolFields.tsx'
import { kindOf } from './rule-tree.ts'
import { words } from './words.ts'

export function ConditionFields(props: FieldsProps) {
  switch (kindOf(props.block)) {
    case 'badge':
      return <BadgeFields {...props} />
    case 'prereq':
      return <PrerequisiteField {...props} />
    case 'credits':
    case 'hours':
      return <PoolFields {...props} />
    case 'count':
      return <CountFields {...props} />
    case 'nOf':
    case 'semesters':
    case 'degrees':
      return <NumberField {...props} />
    case 'level':
      return <LevelField {...props} />
    case 'window':
      return <WindowFields {...props} />
    case 'approval':
    case 'external':
      return <TextPair {...props} />
    case 'manual':
      return <ManualField {...props} />
    default:
      return null
  }
}

function BadgeFields({ block, badges, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  return (
    <>
      <Select
        label={say.badge}
        data={badges}
        value={String(block.badge || '') || null}
        searchable
        disabled={disabled}
        onChange={(badge) => onChange({ ...block, badge: badge ?? '' })}
      />
      <TextInput
        label={say.minGrade}
        value={String(block.minGrade ?? '')}
        disabled={disabled}
        onChange={(event) => onChange(put(block, 'minGrade', event.currentTarget.value))}
      />
    </>
  )
}

function PrerequisiteField({ block, badges, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  return (
    <Select
      label={say.badge}
      data={badges}
      value={String(inside(block, 'prereq').microdegree || '') || null}
      searchable
      disabled={disabled}
      onChange={(microdegree) => onChange({ ...block, prereq: { microdegree: microdegree ?? '' } })}
    />
  )
}

function CountFields({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  const count = inside(block, 'count')
  const from = (count.from ?? {}) as Record<string, unknown>
  return (
    <>
      <Amount
        label={say.min}
        value={count.min}
        disabled={disabled}
        onChange={(min) => onChange({ ...block, count: put(count, 'min', min) })}
      />
      <TextInput
        label={say.tag}
        value={String(from.tag ?? '')}
        disabled={disabled}
        onChange={(event) => {
          const filter = put(from, 'tag', event.currentTarget.value)
          onChange({ ...block, count: put(count, 'from', Object.keys(filter).length > 0 ? filter : undefined) })
        }}
      />
    </>
  )
}

const NUMBERS = { nOf: 'n', semesters: 'min', degrees: 'max' } as const

function NumberField({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  const kind = kindOf(block) as keyof typeof NUMBERS
  const name = NUMBERS[kind]
  return (
    <Amount
      label={say[name]}
      value={inside(block, kind)[name]}
      disabled={disabled}
      onChange={(value) => onChange({ ...block, [kind]: put(inside(block, kind), name, value) })}
    />
  )
}

const SCALES = ['kqf', 'eqf', 'own'] as const

function LevelField({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words)
  const level = inside(block, 'level')
  const scale = SCALES.find((name) => level[name] !== undefined) ?? 'kqf'
  return (
    <>
      <Select
        label={say.fields.scale}
        data={SCALES.map((value) => ({ value, label: say.scales[value] }))}
        value={scale}
        allowDeselect={false}
        disabled={disabled}
        onChange={(chosen) => onChange({ ...block, level: { [chosen ?? 'kqf']: level[scale] ?? '' } })}
      />
      <TextInput
        label={say.fields.level}
        value={String(level[scale] ?? '')}
        disabled={disabled}
        onChange={(event) => onChange({ ...block, level: { [scale]: event.currentTarget.value } })}
      />
    </>
  )
}

function WindowFields({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words)
  const window = inside(block, 'window')
  const years = /^P(\d{1,2})Y$/.exec(String(window.within ?? ''))?.[1]
  return (
    <>
      <Amount
        label={say.fields.years}
        value={years === undefined ? undefined : Number(years)}
        disabled={disabled || (window.within !== undefined && years === undefined)}
        onChange={(typed) => onChange({ ...block, window: { of: window.of ?? 'first', within: `P${typed || 1}Y` } })}
      />
      <Select
        label={say.fields.of}
        data={Object.entries(say.ofs).map(([value, label]) => ({ value, label }))}
        value={String(window.of ?? 'first')}
        disabled={disabled || window.within === undefined}
        onChange={(of) => onChange({ ...block, window: { ...window, of } })}
      />
    </>
  )
}

const PAIRS = { approval: ['stage', 'by'], external: ['issuer', 'achievement'] } as const

function TextPair({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words)
  const kind = kindOf(block) as keyof typeof PAIRS
  return (
    <>
      {PAIRS[kind].map((name) => (
        <TextInput
          key={name}
          label={say.fields[name]}
          value={String(inside(block, kind)[name] ?? '')}
          disabled={disabled}
          onChange={(event) =>
            onChange({ ...block, [kind]: { ...inside(block, kind), [name]: event.currentTarget.value } })
          }
        />
      ))}
      {kind === 'external' && <p className="quiet rule-block-note">{say.externalNote}</p>}
    </>
  )
}

function ManualField({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  return (
    <TextInput
      label={say.text}
      value={String(block.manual ?? '')}
      disabled={disabled}
      onChange={(event) => onChange({ ...block, manual: event.currentTarget.value })}
    />
  )
}
