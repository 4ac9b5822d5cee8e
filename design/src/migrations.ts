/** Raises stored documents of older versions, one version at a time. */
import { isRecord } from './checks.ts'
import { DOCUMENT_VERSION } from './document.ts'
import type { DesignFault } from './faults.ts'

export type Migrated =
  | { readonly outcome: 'migrated'; readonly value: unknown }
  | { readonly outcome: 'refused'; readonly fault: DesignFault }

type Step = (document: Record<string, unknown>) => Record<string, unknown>

/** From each version to the next. Never edited once released: what was stored then is read by them for ever. */
const STEPS: Readonly<Record<number, Step>> = {}

/** Takes anything; nothing is checked but the version. A newer version is refused: what it means is not known here. */
export function migrate(
  value: unknown,
  steps: Readonly<Record<number, Step>> = STEPS,
  to = DOCUMENT_VERSION,
): Migrated {
  if (!isRecord(value)) return { outcome: 'refused', fault: { path: '', code: 'not-an-object' } }
  const { version } = value
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { outcome: 'refused', fault: { path: '/version', code: 'version-unknown' } }
  if (version > to) return { outcome: 'refused', fault: { path: '/version', code: 'version-newer', limit: to } }
  let document = value
  for (let from = version; from < to; from++) document = { ...steps[from]!(document), version: from + 1 }
  return { outcome: 'migrated', value: document }
}
