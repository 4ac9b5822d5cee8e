/** A table as it was read, before anybody knows what its columns mean. */
export type Cell = {
  readonly text: string
  /** The cell computes its value; what it shows is not what somebody wrote. */
  readonly isFormula?: true
}

export type SheetRow = {
  /** Counted from 1, as the spreadsheet shows it. */
  readonly row: number
  /** By column from 0; an absent one is blank. */
  readonly cells: readonly (Cell | undefined)[]
}

export type Encoding = 'utf-8' | 'cp949' | 'text' | 'xlsx'

export type Table = { readonly outcome: 'read'; readonly encoding: Encoding; readonly rows: readonly SheetRow[] }

export type Unreadable = {
  readonly outcome: 'refused'
  readonly reason: 'roster-unreadable' | 'roster-empty' | 'roster-too-long'
  readonly because?: UnreadableCause
}

export type UnreadableCause =
  | 'encoding-unknown'
  | 'not-a-table'
  | 'workbook-old'
  | 'workbook-broken'
  | 'workbook-locked'
  | 'workbook-unsafe'
  | 'workbook-too-large'

export const unreadable = (because: UnreadableCause): Unreadable => ({
  outcome: 'refused',
  reason: 'roster-unreadable',
  because,
})
