// A choice among pictures that arrow keys and screen readers can make too.
import { memo, type ReactNode, useId } from 'react'

interface Option {
  value: string
  label: string
  picture: ReactNode
}
interface PictureRadiosProps {
  legend: string
  value: string
  options: Option[]
  /** How wide one choice is, or how many stand beside each other. */
  grid: string
  showLabels?: boolean
  disabled?: boolean
  onChange: (value: string) => void
}

export const PictureRadios = memo(function PictureRadios(props: PictureRadiosProps) {
  const { legend, value, options, grid, showLabels, disabled, onChange } = props
  const name = useId()
  return (
    <fieldset className="picture-radios" disabled={disabled}>
      <legend>{legend}</legend>
      <div style={{ display: 'grid', gap: 8, gridTemplateColumns: grid }}>
        {options.map((option) => (
          <label key={option.value} title={option.label}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.picture}
            <span className={showLabels ? 'picture-radio-label' : 'sr-only'}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
})
