/** Shows what a roster holds before anything is awarded; nothing is stored. */
import type { RosterMapping, RosterPreview, RosterRow } from '@kolleges/api'
import { parseDocument, variablesOf } from '@kolleges/design'
import { longDate, seoulMonth } from '../platform/dates.ts'
import type { Instant, Ports } from '../platform/ports.ts'
import type { Table, Unreadable } from './cells.ts'
import { rowFault } from './faults.ts'
import { readFile, readPaste } from './read-table.ts'
import { recipientKey } from './recipient-key.ts'
import { countsOf, readRoster } from './roster.ts'
import { findAlreadyAwarded, findCertificateText, findResultValues } from './store.ts'

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
  const wanted = await wantedBy(ports, command)
  const roster = readRoster(table, { mapping: command.mapping, thisYear: year, wanted })
  if (roster.outcome === 'refused') return roster
  const { outcome: _, ...preview } = roster
  const { achievementId } = command
  if (!achievementId) return { outcome: 'previewed', preview }
  return { outcome: 'previewed', preview: await compare(ports, command.institutionId, achievementId, preview) }
}

const readSource = async (source: PreviewRoster['source']): Promise<Table | Unreadable> =>
  'bytes' in source ? readFile(source.bytes) : readPaste(source.text)

/** The variables of the achievement's certificate; none without one. */
async function wantedBy(ports: Ports, { institutionId, achievementId }: PreviewRoster): Promise<Set<string>> {
  if (!achievementId) return new Set()
  const text = await ports.db.tenant(institutionId, (tx) => findCertificateText(tx, institutionId, achievementId))
  const parsed = text === null ? null : parseDocument(JSON.parse(text))
  return new Set(parsed?.outcome === 'parsed' ? variablesOf(parsed.document).map(({ key }) => key) : [])
}

/** Sets the rows against what is known of the achievement: who holds it, which results it gives. */
async function compare(
  ports: Ports,
  institutionId: string,
  achievementId: string,
  preview: RosterPreview,
): Promise<RosterPreview> {
  const keys = [...new Set(preview.rows.map(keyOf))]
  const known = await ports.db.tenant(institutionId, async (tx) => ({
    awarded: await findAlreadyAwarded(tx, institutionId, achievementId, keys),
    results: await findResultValues(tx, institutionId, achievementId),
  }))
  const rows = preview.rows.map((row) => flagResult(flagAwarded(row, known.awarded.get(keyOf(row))), known.results))
  return { ...preview, rows, counts: countsOf(rows) }
}

const keyOf = ({ values }: RosterRow): string => recipientKey(values.email ?? '')

function flagAwarded(row: RosterRow, at: Instant | undefined): RosterRow {
  if (!at) return row
  const date = { ko: longDate(at, 'ko'), en: longDate(at, 'en') }
  return { ...row, alreadyAwarded: true, faults: [...row.faults, rowFault('already-awarded', null, { date })] }
}

function flagResult(row: RosterRow, results: readonly string[] | null): RosterRow {
  const { result } = row.values
  if (!results || !result || results.includes(result)) return row
  const suggestion = results.find((one) => one.toLowerCase() === result.toLowerCase())
  const fault = rowFault('result-unknown', 'result', { suggestion, allowed: results.join(', ') })
  return { ...row, faults: [...row.faults, fault] }
}
