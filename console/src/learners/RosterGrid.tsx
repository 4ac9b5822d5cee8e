// The roster as an editable grid, what needs a look first; only the rows in sight are drawn.
import './roster.css'
import type { RosterField, RosterRow } from '@kolleges/api'
import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { hasError } from './roster-edits.ts'
import type { Roster } from './use-roster.ts'
import { words } from './words.ts'

const ROW_PX = 44
const HEAD_PX = 36
const SEEN_PX = 520
const ROWS_BEYOND = 8

interface RosterGridProps {
  roster: Roster
  /** The results that may be given; null when this badge has none. */
  results: string[] | null
}

export function RosterGrid({ roster, results }: RosterGridProps) {
  const say = useWords(words)
  const { rows, fields } = roster
  const scroll = useWindow(rows.length)
  return (
    <section
      className="roster"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={say.grid}
      style={{ maxHeight: SEEN_PX }}
      onScroll={scroll.onScroll}
    >
      <table className="roster-table" aria-rowcount={rows.length + 1}>
        <caption className="sr-only">{say.grid}</caption>
        <thead>
          <tr style={{ height: HEAD_PX }}>
            <th scope="col">{say.row}</th>
            <th scope="col" className="roster-problem">
              {say.problem}
            </th>
            {fields.map((field) => (
              <th key={field} scope="col" data-field={field}>
                {say.fields[field]}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{say.removeRow(0)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scroll.before > 0 && <tr aria-hidden style={{ height: scroll.before }} />}
          {rows.slice(scroll.from, scroll.to).map((row, nth) => (
            <GridRow
              key={row.row}
              row={row}
              rowIndex={scroll.from + nth + 2}
              fields={fields}
              results={results}
              edit={roster.edit}
              remove={roster.remove}
            />
          ))}
          {scroll.after > 0 && <tr aria-hidden style={{ height: scroll.after }} />}
        </tbody>
      </table>
    </section>
  )
}

/** Which rows are in sight, and how much room those before and after take. */
function useWindow(count: number) {
  const [first, setFirst] = useState(0)
  const from = Math.max(0, Math.min(first, count) - ROWS_BEYOND)
  const to = Math.min(count, first + Math.ceil(SEEN_PX / ROW_PX) + ROWS_BEYOND)
  return {
    from,
    to,
    before: from * ROW_PX,
    after: (count - to) * ROW_PX,
    onScroll: (event: { currentTarget: HTMLElement }) => setFirst(Math.floor(event.currentTarget.scrollTop / ROW_PX)),
  }
}

interface GridRowProps {
  row: RosterRow
  rowIndex: number
  fields: RosterField[]
  results: string[] | null
  edit: Roster['edit']
  remove: Roster['remove']
}

function GridRow({ row, rowIndex, fields, results, edit, remove }: GridRowProps) {
  const say = useWords(words)
  const problemId = `row-${row.row}-problem`
  return (
    <tr aria-rowindex={rowIndex} data-tone={hasError(row) ? 'bad' : row.faults.length > 0 ? 'warn' : undefined}>
      <th scope="row">{row.row}</th>
      <td className="roster-problem" id={problemId}>
        <Problem row={row} edit={edit} />
      </td>
      {fields.map((field) => (
        <td key={field}>
          <Cell row={row} field={field} results={results} problemId={problemId} edit={edit} />
        </td>
      ))}
      <td>
        <ActionIcon variant="subtle" color="ink.6" aria-label={say.removeRow(row.row)} onClick={() => remove(row.row)}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}

function Problem({ row, edit }: { row: RosterRow; edit: Roster['edit'] }) {
  const say = useWords(words)
  const { pick } = useFormat()
  const [fault] = row.faults.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  if (!fault) return <Chip tone="ok">{say.fine}</Chip>
  const { field, suggestion } = fault
  return (
    <>
      <span title={row.faults.map(pick).join(' ')}>{pick(fault)}</span>
      {field && suggestion && (
        <button type="button" className="text-button" onClick={() => edit(row.row, field, suggestion)}>
          {say.accept(suggestion)}
        </button>
      )}
    </>
  )
}

interface CellProps {
  row: RosterRow
  field: RosterField
  results: string[] | null
  problemId: string
  edit: Roster['edit']
}

function Cell({ row, field, results, problemId, edit }: CellProps) {
  const say = useWords(words)
  const value = row.values[field] ?? ''
  const isAtFault = row.faults.some((fault) => fault.field === field && fault.severity === 'error')
  const shared = {
    className: 'roster-cell',
    'aria-label': say.cell(row.row, say.fields[field]),
    'aria-invalid': isAtFault || undefined,
    'aria-describedby': isAtFault ? problemId : undefined,
  }
  const commit = (typed: string) => typed !== value && edit(row.row, field, typed)
  if (field === 'result' && results)
    return (
      <select {...shared} value={value} onChange={(event) => commit(event.currentTarget.value)}>
        <option value="">{say.noResult}</option>
        {value !== '' && !results.includes(value) && <option value={value}>{value}</option>}
        {results.map((result) => (
          <option key={result}>{result}</option>
        ))}
      </select>
    )
  return (
    <input
      // A new value from the server replaces what was typed.
      key={value}
      {...shared}
      defaultValue={value}
      spellCheck={false}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') moveDown(event.currentTarget)
        if (event.key === 'Escape') event.currentTarget.value = value
      }}
    />
  )
}

/** Enter goes to the same column of the next row, as in a spreadsheet; leaving the cell commits it. */
function moveDown(input: HTMLInputElement) {
  const column = input.closest('td')?.cellIndex ?? 0
  const below = input.closest('tr')?.nextElementSibling as HTMLTableRowElement | null
  const target = below?.cells[column]?.querySelector<HTMLElement>('input, select')
  if (target) target.focus()
  else input.blur()
}
