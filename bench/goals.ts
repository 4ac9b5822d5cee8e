// Judges a figure by its goal, so that a run says plainly what is met and what is not.

export interface Goal {
  readonly says: string
  /** Null: not run, or measured on too unsteady a machine. */
  readonly isMet: boolean | null
}

const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3)

export const atLeast = (name: string, found: number | null, wanted: number, unit = ''): Goal => ({
  says: `${name} ${found === null ? '?' : figure(found)} ≥ ${wanted.toLocaleString('en-US')}${unit}`,
  isMet: found === null ? null : found >= wanted,
})

export const atMost = (name: string, found: number | null, wanted: number, unit = ''): Goal => ({
  says: `${name} ${found === null ? '?' : figure(found)} ≤ ${wanted.toLocaleString('en-US')}${unit}`,
  isMet: found === null ? null : found <= wanted,
})

export const word = ({ isMet }: Goal): string => (isMet === null ? 'no verdict' : isMet ? 'met' : 'MISSED')
