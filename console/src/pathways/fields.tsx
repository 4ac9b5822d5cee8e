// What the blanks of every kind of requirement have in common.
import { NumberInput } from '@mantine/core'
import type { Block } from './rule-tree.ts'

export interface BadgeOption {
  value: string
  label: string
}

export interface FieldsProps {
  block: Block
  badges: BadgeOption[]
  disabled: boolean
  onChange: (block: Block) => void
}

/** An empty field says nothing, so its name is left out. */
export const put = (block: object, name: string, value: unknown): Block => {
  const { [name]: _, ...rest } = block as Record<string, unknown>
  return value === '' || value === undefined || value === null ? rest : { ...rest, [name]: value }
}
export const inside = (block: Block, kind: string): Record<string, unknown> =>
  (block[kind] ?? {}) as Record<string, unknown>

interface AmountProps {
  label: string
  value: unknown
  step?: number
  disabled: boolean
  onChange: (value: number | '') => void
}

export function Amount({ label, value, step = 1, disabled, onChange }: AmountProps) {
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
