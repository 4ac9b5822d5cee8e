// The blanks of credits and hours: how much, of what, how much of it must be or may be what.
import { Select, TextInput } from '@mantine/core'
import { useWords } from '../language/LanguageProvider.tsx'
import { Amount, type FieldsProps, inside, put } from './fields.tsx'
import { kindOf } from './rule-tree.ts'
import { words } from './words.ts'

type Json = Record<string, unknown>

export function PoolFields({ block, badges, disabled, onChange }: FieldsProps) {
  const say = useWords(words).fields
  const kind = kindOf(block)
  const pool = inside(block, kind)
  const from = (pool.from ?? {}) as Json
  const change = (name: string, value: unknown) => onChange({ ...block, [kind]: put(pool, name, value) })
  const [byTag, byDegree] = [capOf(pool, false), capOf(pool, true)]
  const cap = (isDegree: boolean, other: string, most: unknown): void => {
    const others = capsOf(pool).filter((one) => one !== (isDegree ? byDegree : byTag))
    const mine = { with: isDegree ? { microdegree: other } : other, [kind]: typeof most === 'number' ? most : 0 }
    const caps = other ? [...others, mine] : others
    change('overlapMax', caps.length > 1 ? caps : caps[0])
  }
  const degree = (byDegree?.with as { microdegree?: string } | undefined)?.microdegree
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
      <Floor labels={[say.levelMin, say.levelMinAmount]} {...{ pool, disabled, change }} name="levelMin" />
      <Floor labels={[say.tagMin, say.tagMinAmount]} {...{ pool, disabled, change }} name="tagMin" />
      <TextInput
        label={say.overlapTag}
        value={String(byTag?.with ?? '')}
        disabled={disabled}
        onChange={(event) => cap(false, event.currentTarget.value, byTag?.[kind])}
      />
      {byTag && (
        <Amount
          label={say.overlapMax}
          value={byTag[kind]}
          step={0.5}
          disabled={disabled}
          onChange={(most) => cap(false, String(byTag.with), most)}
        />
      )}
      <Select
        label={say.overlapDegree}
        data={badges}
        value={degree ?? null}
        searchable
        clearable
        disabled={disabled}
        onChange={(chosen) => cap(true, chosen ?? '', byDegree?.[kind])}
      />
      {degree !== undefined && (
        <Amount
          label={say.overlapDegreeMax}
          value={byDegree?.[kind]}
          step={0.5}
          disabled={disabled}
          onChange={(most) => cap(true, degree, most)}
        />
      )}
    </>
  )
}

const capsOf = (pool: Json): Json[] => [pool.overlapMax ?? []].flat() as Json[]

/** Several caps of a kind can be written through the API; the first of each is shown here, the others are kept. */
const capOf = (pool: Json, isDegree: boolean): Json | undefined =>
  capsOf(pool).find((one) => (typeof one.with === 'object') === isDegree)

interface FloorProps {
  labels: readonly [name: string, amount: string]
  pool: Json
  name: 'levelMin' | 'tagMin'
  disabled: boolean
  change: (name: string, value: unknown) => void
}

/** `{ advanced: 6 }`: the first is shown here, the others are kept. */
function Floor({ labels, pool, name, disabled, change }: FloorProps) {
  const [[known, least] = ['', undefined], ...others] = Object.entries((pool[name] ?? {}) as Json)
  const save = (what: string, amount: unknown): void => {
    const floors = [...(what ? [[what, typeof amount === 'number' ? amount : 0] as const] : []), ...others]
    change(name, floors.length > 0 ? Object.fromEntries(floors) : undefined)
  }
  return (
    <>
      <TextInput
        label={labels[0]}
        value={known}
        disabled={disabled}
        onChange={(event) => save(event.currentTarget.value, least)}
      />
      {known && (
        <Amount label={labels[1]} value={least} step={0.5} disabled={disabled} onChange={(to) => save(known, to)} />
      )}
    </>
  )
}
