// The blanks of one requirement, by its kind.
import { NumberInput, Select, TextInput } from '@mantine/core'
import { useWords } from '../language/LanguageProvider.tsx'
import { type Block, kindOf } from './rule-tree.ts'
import { words } from './words.ts'

export interface BadgeOption {
  value: string
  label: string
}

interface FieldsProps {
  block: Block
  badges: BadgeOption[]
  disabled: boolean
  onChange: (block: Block) => void
}

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

/** An empty field says nothing, so its name is left out. */
const put = (block: object, name: string, value: unknown): Block => {
  const { [name]: _, ...rest } = block as Record<string, unknown>
  return value === '' || value === undefined || value === null ? rest : { ...rest, [name]: value }
}
const inside = (block: Block, kind: string): Record<string, unknown> => (block[kind] ?? {}) as Record<string, unknown>

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

interface AmountProps {
  label: string
  value: unknown
  step?: number
  disabled: boolean
  onChange: (value: number | '') => void
}

function Amount({ label, value, step = 1, disabled, onChange }: AmountProps) {
  return (
    <NumberInput
      label={label}
      value={typeof value === 'number' ? value : ''}
      min={0}
      step={step}
      disabled={disabled}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : '')}
    />
  )
}

function PoolFields({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  const kind = kindOf(block)
  const pool = inside(block, kind)
  const from = (pool.from ?? {}) as Record<string, unknown>
  // Several caps can be written through the API; here the first is shown.
  const overlap = ([pool.overlapMax].flat()[0] ?? {}) as Record<string, unknown>
  const change = (name: string, value: unknown) => onChange({ ...block, [kind]: put(pool, name, value) })
  const cap = (changed: Record<string, unknown>) =>
    change('overlapMax', changed.with ? { with: changed.with, [kind]: changed[kind] ?? 0 } : undefined)
  return (
    <>
      <Amount label={say.min} value={pool.min} step={0.5} disabled={disabled} onChange={(min) => change('min', min)} />
      <Amount label={say.max} value={pool.max} step={0.5} disabled={disabled} onChange={(max) => change('max', max)} />
      <TextInput
        label={say.tag}
        value={String(from.tag ?? '')}
        disabled={disabled}
        onChange={(event) => {
          const filter = put(from, 'tag', event.currentTarget.value)
          change('from', Object.keys(filter).length > 0 ? filter : undefined)
        }}
      />
      <TextInput
        label={say.overlapTag}
        value={String(overlap.with ?? '')}
        disabled={disabled}
        onChange={(event) => cap({ ...overlap, with: event.currentTarget.value })}
      />
      {overlap.with !== undefined && (
        <Amount
          label={say.overlapMax}
          value={overlap[kind]}
          step={0.5}
          disabled={disabled}
          onChange={(most) => cap({ ...overlap, [kind]: most === '' ? 0 : most })}
        />
      )}
    </>
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

function LevelField({ block, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  const level = inside(block, 'level')
  return (
    <TextInput
      label={say.kqf}
      value={String(level.kqf ?? '')}
      disabled={disabled || level.kqf === undefined}
      onChange={(event) => onChange({ ...block, level: { kqf: event.currentTarget.value } })}
    />
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
  const say = useWords(words).fields
  const kind = kindOf(block) as keyof typeof PAIRS
  return PAIRS[kind].map((name) => (
    <TextInput
      key={name}
      label={say[name]}
      value={String(inside(block, kind)[name] ?? '')}
      disabled={disabled}
      onChange={(event) =>
        onChange({ ...block, [kind]: { ...inside(block, kind), [name]: event.currentTarget.value } })
      }
    />
  ))
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
