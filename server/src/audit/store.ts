/** The SQL of the audit trail. */
import type { AuditEntry } from '@kolleges/api'
import type { Instant, Tx } from '../platform/ports.ts'
import type { Entry } from './entry.ts'

export async function saveEntries(tx: Tx, entries: readonly (Entry & { id: string; at: Instant })[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('audit_entries')
    .values(
      entries.map((entry) => ({
        institution_id: entry.institutionId,
        id: entry.id,
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        subject_kind: entry.subject.kind,
        subject_id: entry.subject.id,
        details: JSON.stringify(entry.details ?? {}),
      })),
    )
    .execute()
}

/** Newest first; `after` is the id of the last entry the reader has. Ids are UUIDv7, so their order is that of time. */
export async function listEntries(
  tx: Tx,
  institutionId: string,
  page: { readonly limit: number; readonly after: string | undefined },
): Promise<AuditEntry[]> {
  const rows = await tx
    .selectFrom('audit_entries')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .$if(page.after !== undefined, (query) => query.where('id', '<', page.after!))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    details: row.details as unknown as Record<string, unknown>,
  }))
}
