/** Decides which columns that are no field of ours stay with the award under their own names. */
import { CUSTOM_COLUMNS_MAX, CUSTOM_NAME_CHARACTERS_MAX, type RosterField, type RosterMapping } from '@kolleges/api'
import { keyOf } from '@kolleges/design'
import type { Header } from './header.ts'
import { tidyText } from './tidy-text.ts'

/** Names by column number. `wanted` are the variables a certificate asks for: such a column is kept unless staff leave it out. */
export function keptColumns(
  header: Header | null,
  fields: readonly (RosterField | null)[],
  mapping: RosterMapping,
  wanted: ReadonlySet<string>,
): Map<number, string> {
  const kept = new Map<number, string>()
  const taken = new Set<string>()
  for (const [column, title] of (header?.titles ?? []).entries()) {
    const name = tidyText(title).slice(0, CUSTOM_NAME_CHARACTERS_MAX)
    const chosen = mapping[String(column)]
    const isWanted = chosen === 'custom' || (chosen === undefined && !fields[column] && wanted.has(keyOf(name)))
    if (!isWanted || name === '' || taken.has(name) || kept.size >= CUSTOM_COLUMNS_MAX) continue
    taken.add(name)
    kept.set(column, name)
  }
  return kept
}
