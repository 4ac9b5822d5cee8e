/** Shows what a roster holds before anything is awarded; nothing is stored. */
import type { RosterMapping, RosterPreview } from '@kolleges/api'
import { longDate, seoulMonth } from '../platform/dates.ts'
import type { Ports } from '../platform/ports.ts'
import type { Table, Unreadable } from './cells.ts'
import { rowFault } from './faults.ts'
import { readFile, readPaste } from './read-table.ts'
import { recipientKey } from './recipient-key.ts'
import { countsOf, readRoster } from './roster.ts'
import { findAlreadyAwarded } from './store.ts'

export type PreviewRoster = {
  readonly institutionId: string
  readonly source: { readonly text: string } | { readonly bytes: Uint8Array }
  readonly mapping: RosterMapping
  readonly achievementId: string | undefined
}

export type Preview = { readonly outcome: 'previewed'; readonly preview: RosterPreview } | Unreadable

export async function previewRoster(ports: Ports, command: PreviewRoster): Promise<Preview> {
  const table = await readSource(command.source)
  if (table.outcome === 'refused') return table
  const { year } = seoulMonth(ports.clock.now())
  const roster = readRoster(table, { mapping: command.mapping, thisYear: year })
  if (roster.outcome === 'refused') return roster
  const { outcome: _, ...preview } = roster
  const { achievementId } = command
  return {
    outcome: 'previewed',
    preview: achievementId ? await flagAwarded(ports, command.institutionId, achievementId, preview) : preview,
  }
}

const readSource = async (source: PreviewRoster['source']): Promise<Table | Unreadable> =>
  'bytes' in source ? readFile(source.bytes) : readPaste(source.text)

async function flagAwarded(
  ports: Ports,
  institutionId: string,
  achievementId: string,
  preview: RosterPreview,
): Promise<RosterPreview> {
  const keyOf = (email: string | undefined): string => recipientKey(email ?? '')
  const keys = [...new Set(preview.rows.map(({ values }) => keyOf(values.email)))]
  const awarded = await ports.db.tenant(institutionId, (tx) =>
    findAlreadyAwarded(tx, institutionId, achievementId, keys),
  )
  const rows = preview.rows.map((row) => {
    const at = awarded.get(keyOf(row.values.email))
    if (!at) return row
    const date = { ko: longDate(at, 'ko'), en: longDate(at, 'en') }
    return { ...row, alreadyAwarded: true, faults: [...row.faults, rowFault('already-awarded', null, { date })] }
  })
  return { ...preview, rows, counts: countsOf(rows) }
}
