// The state of a roster on the screen: where it came from, what was corrected, what the server says of it.
import type { RosterField, RosterPreview, RosterRow } from '@kolleges/api'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Mapping, previewRoster, type RosterSource } from './queries.ts'
import {
  composeRosterText,
  countRows,
  type Edits,
  editCell,
  editedRows,
  fieldsShown,
  isUnedited,
  mergeChecked,
  NO_EDITS,
  removeRow,
  troubledFirst,
} from './roster-edits.ts'

/** Long enough not to ask at every keystroke, short enough to seem at once. */
const CHECK_AFTER_MS = 250

interface Checked {
  rows: RosterRow[]
  /** The corrections that were checked: an answer about older ones counts for nothing. */
  edits: Edits
}

export interface Reading {
  source: RosterSource
  mapping: Mapping
  preview: RosterPreview
  order: number[]
}

export function useRoster(achievementId: string, wantsResult: boolean) {
  const [reading, setReading] = useState<Reading | null>(null)
  const [history, setHistory] = useState<Edits[]>([NO_EDITS])
  const edits = history.at(-1) ?? NO_EDITS
  const read = useMutation({
    mutationFn: ({ source, mapping = {} }: { source: RosterSource; mapping?: Mapping }) =>
      previewRoster(source, mapping, achievementId),
    onSuccess: (preview, { source, mapping = {} }) => {
      setReading({ source, mapping, preview, order: troubledFirst(preview.rows) })
      setHistory([NO_EDITS])
    },
    meta: { quiet: true },
  })
  const fields = useMemo(() => (reading ? fieldsShown(reading.preview, wantsResult) : []), [reading, wantsResult])
  const check = useChecking(reading?.preview ?? null, edits, fields, achievementId)
  const rows = useMemo(() => rowsNow(reading, edits, check.checked), [reading, edits, check.checked])
  const change = (how: (edits: Edits) => Edits) => setHistory((before) => [...before, how(before.at(-1) ?? NO_EDITS)])
  return {
    reading,
    fields,
    rows,
    counts: useMemo(() => countRows(rows), [rows]),
    isReading: read.isPending,
    fault: read.error ?? check.fault,
    isChecking: !isUnedited(edits) && check.checked?.edits !== edits,
    retry: check.retry,
    read: (source: RosterSource) => read.mutate({ source }),
    remap: (mapping: Mapping) => reading && read.mutate({ source: reading.source, mapping }),
    edit: (row: number, field: RosterField, value: string) => change((now) => editCell(now, row, field, value)),
    remove: (row: number) => change((now) => removeRow(now, row)),
    canUndo: history.length > 1,
    undo: () => setHistory((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    clear: () => setReading(null),
  }
}
export type Roster = ReturnType<typeof useRoster>

/** In the order they stood when first read: a row does not run away while it is being corrected. */
function rowsNow(reading: Reading | null, edits: Edits, checked: Checked | null): RosterRow[] {
  if (!reading) return []
  const { rows } = reading.preview
  const isFresh = checked?.edits === edits && !isUnedited(edits)
  const now = isFresh ? mergeChecked(rows, checked.rows, edits) : editedRows(rows, edits)
  const byRow = new Map(now.map((row) => [row.row, row]))
  return reading.order.flatMap((row) => byRow.get(row) ?? [])
}

function useChecking(preview: RosterPreview | null, edits: Edits, fields: RosterField[], achievementId: string) {
  const [checked, setChecked] = useState<Checked | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  const newest = useRef(edits)
  newest.current = edits
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    setFault(null)
    if (!preview || isUnedited(edits)) return
    const ask = async () => {
      const { text, mapping } = composeRosterText(preview, editedRows(preview.rows, edits), fields)
      try {
        const { rows } = await previewRoster({ kind: 'text', text }, mapping, achievementId)
        if (newest.current === edits) setChecked({ rows, edits })
      } catch (error) {
        if (newest.current === edits) setFault(error)
      }
    }
    const timer = setTimeout(() => void ask(), CHECK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [preview, edits, fields, achievementId, tries])
  return { checked, fault, retry: () => setTries((count) => count + 1) }
}
