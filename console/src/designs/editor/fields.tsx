// The fields of the inspector: small, typed, and stepped with the arrow keys.
import { COLOUR_SLOTS, type ColourRef, coloursOf, isColour } from '@kolleges/design'
import { Popover } from '@mantine/core'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useWords } from '../../language/LanguageProvider.tsx'
import { useEditor } from './editor-context.ts'
import { words } from './words.ts'

interface NumberFieldProps {
  label: string
  value: number | null
  min?: number
  max?: number
  step?: number
  unit?: string
  disabled?: boolean
  onChange: (value: number) => void
}

/** Taken when it is left or with Enter; arrow keys step at once, ten times as far with Shift. */
export function NumberField({
  label,
  value,
  min = -2000,
  max = 2000,
  step = 1,
  unit,
  disabled,
  onChange,
}: NumberFieldProps) {
  const id = useId()
  const shown = value === null ? '' : String(hundredth(value))
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const take = (next: number) => {
    const kept = hundredth(Math.max(min, Math.min(max, next)))
    setText(String(kept))
    if (kept !== value) onChange(kept)
  }
  const commit = () => {
    const typed = Number(text.replace(',', '.'))
    if (text.trim() === '' || !Number.isFinite(typed)) setText(shown)
    else if (text !== shown) take(typed)
  }
  return (
    <div className="design-field">
      <label htmlFor={id}>{label}</label>
      <span className="design-input" data-unit={unit}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          disabled={disabled}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit()
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            const by = step * (event.shiftKey ? 10 : 1) * (event.key === 'ArrowUp' ? 1 : -1)
            take((Number(text) || 0) + by)
          }}
        />
      </span>
    </div>
  )
}

const hundredth = (value: number): number => Math.round(value * 100) / 100

interface ChoiceFieldProps<T extends string> {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
  wide?: boolean
}

export function ChoiceField<T extends string>({ label, value, options, onChange, wide }: ChoiceFieldProps<T>) {
  const id = useId()
  return (
    <div className="design-field" data-wide={wide || undefined}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

interface WordsFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  rows?: number
  maxLength?: number
}

/** Writes as one types; each letter is part of one step. */
export function WordsField({ label, value, onChange, placeholder, rows, maxLength }: WordsFieldProps) {
  const id = useId()
  const shared = { id, value, placeholder, maxLength }
  return (
    <div className="design-field" data-wide>
      <label htmlFor={id}>{label}</label>
      {rows ? (
        <textarea {...shared} rows={rows} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  )
}

export function CheckField({
  label,
  isOn,
  onChange,
}: {
  label: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}) {
  return (
    <label className="design-check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} /> {label}
    </label>
  )
}

interface ColourFieldProps {
  label: string
  value: ColourRef | undefined
  /** Whether it may be none. */
  mayBeNone?: boolean
  onChange: (value: ColourRef | null) => void
}

/** The colours of the brand by name, which follow when the brand changes; or one of one's own. */
export function ColourField({ label, value, mayBeNone, onChange }: ColourFieldProps) {
  const say = useWords(words)
  const { state } = useEditor()
  const [isOpen, setOpen] = useState(false)
  const colours = coloursOf(state.document)
  const shown = value && colours(value)
  const take = (next: ColourRef | null) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <div className="design-field">
      <span className="design-label" aria-hidden>
        {label}
      </span>
      <Popover opened={isOpen} onChange={setOpen} width={236} position="bottom-end" withinPortal trapFocus shadow="md">
        <Popover.Target>
          <button
            type="button"
            className="design-colour"
            aria-label={`${label}: ${value ?? say.noColour}`}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Swatch colour={shown} /> <span>{value ?? say.noColour}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>
          <div className="design-swatches">
            {mayBeNone && (
              <button
                type="button"
                title={say.noColour}
                aria-label={say.noColour}
                aria-pressed={!value}
                onClick={() => take(null)}
              >
                <Swatch colour={undefined} />
              </button>
            )}
            {COLOUR_SLOTS.map((slot) => (
              <button
                key={slot}
                type="button"
                title={slot}
                aria-label={slot}
                aria-pressed={value === slot}
                onClick={() => take(slot)}
              >
                <Swatch colour={colours(slot)} />
              </button>
            ))}
          </div>
          <OwnColour label={say.ownColour} value={shown ?? '#000000'} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

const Swatch = ({ colour }: { colour: string | undefined }) => (
  <span className="design-swatch" data-none={!colour || undefined} style={{ background: colour }} />
)

/** The browser's own picker, and the six digits for those who know them. */
export function OwnColour({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const say = useWords(words)
  const id = useId()
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <div className="design-own-colour">
      <label htmlFor={id}>{label}</label>
      <input
        type="color"
        aria-label={say.pick(label)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        id={id}
        value={text}
        maxLength={7}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value)
          if (isColour(event.target.value)) onChange(event.target.value.toLowerCase())
        }}
      />
    </div>
  )
}

export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="design-fields">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
