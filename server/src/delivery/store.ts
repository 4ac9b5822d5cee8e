/** All SQL of the delivery slice. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { Message, MessageState } from './message.ts'

export type NewMessage = {
  readonly id: string
  /** Null for what is not about one credential. */
  readonly awardId: string | null
  /** One message per award and occasion: a second one with the same key is not stored. */
  readonly onceKey: string
  readonly messageId: string
  readonly toEmail: string
  readonly toName: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Answers the ids of those that are new. */
export async function insertMessages(
  tx: Tx,
  institutionId: string,
  messages: readonly NewMessage[],
  at: Instant,
): Promise<string[]> {
  const inserted = await sql<{ id: string }>`
    INSERT INTO messages (institution_id, state, created_at, id, award_id, once_key, message_id, to_email, to_name, subject,
      text_body, html_body)
    SELECT ${institutionId}, 'queued', ${at}, m.id, m."awardId", m."onceKey", m."messageId", m."toEmail", m."toName",
      m.subject, m.text, m.html
    FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) AS m(id uuid, "awardId" uuid, "onceKey" text,
      "messageId" text, "toEmail" text, "toName" text, subject text, text text, html text)
    ON CONFLICT (institution_id, once_key) DO NOTHING
    RETURNING id`.execute(tx)
  return inserted.rows.map((row) => row.id)
}

const messagesOf = (tx: Tx, institutionId: string) =>
  tx
    .selectFrom('messages')
    .leftJoin('awards', (join) =>
      join.onRef('awards.institution_id', '=', 'messages.institution_id').onRef('awards.id', '=', 'messages.award_id'),
    )
    .selectAll('messages')
    .select(['awards.public_id as credential_id', 'awards.state as award_state'])
    .where('messages.institution_id', '=', institutionId)

export async function findMessage(tx: Tx, institutionId: string, id: string): Promise<Message | null> {
  const row = await messagesOf(tx, institutionId).where('messages.id', '=', id).executeTakeFirst()
  return row ? toMessage(row) : null
}

/** Holds the row until the end of the transaction. */
export async function findMessageForUpdate(tx: Tx, institutionId: string, id: string): Promise<Message | null> {
  const row = await messagesOf(tx, institutionId).where('messages.id', '=', id).forUpdate('messages').executeTakeFirst()
  return row ? toMessage(row) : null
}

/** Newest first; one more than `limit` when there are more. */
export async function listMessages(
  tx: Tx,
  institutionId: string,
  { startingAfter, limit }: { startingAfter?: string | undefined; limit: number },
): Promise<Message[]> {
  const rows = await messagesOf(tx, institutionId)
    .$if(startingAfter !== undefined, (query) => query.where('messages.id', '<', startingAfter!))
    .orderBy('messages.id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(toMessage)
}

export type MessageChange = {
  readonly state: MessageState
  readonly attempts?: number
  readonly possiblyRepeated?: boolean
  readonly lastFault?: string | null
  readonly attemptedAt?: Instant
  readonly sentAt?: Instant
}

export async function saveMessage(tx: Tx, institutionId: string, id: string, change: MessageChange): Promise<void> {
  await tx
    .updateTable('messages')
    .set({
      state: change.state,
      ...(change.attempts !== undefined && { attempts: change.attempts }),
      ...(change.possiblyRepeated !== undefined && { possibly_repeated: change.possiblyRepeated }),
      ...(change.lastFault !== undefined && { last_fault: change.lastFault }),
      ...(change.attemptedAt !== undefined && { attempted_at: change.attemptedAt }),
      ...(change.sentAt !== undefined && { sent_at: change.sentAt }),
    })
    .where('institution_id', '=', institutionId)
    .where('id', '=', id)
    .execute()
}

/** What the award tells of its delivery; a message that once arrived stays arrived, whatever a later one meets. */
export async function saveDelivery(
  tx: Tx,
  institutionId: string,
  awardId: string,
  state: 'delivered' | 'failed' | 'waiting',
  at: Instant | null,
): Promise<void> {
  await tx
    .updateTable('awards')
    .set({ delivery_state: state, delivered_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', awardId)
    .where('delivery_state', '!=', 'delivered')
    .execute()
}

export async function saveClaimExpiry(tx: Tx, institutionId: string, awardId: string, at: Instant): Promise<void> {
  await tx
    .updateTable('awards')
    .set({ claim_expires_at: at })
    .where('institution_id', '=', institutionId)
    .where('id', '=', awardId)
    .execute()
}

/** When messages about the award were asked for since an instant, newest first. */
export async function listMessageTimes(
  tx: Tx,
  institutionId: string,
  awardId: string,
  since: Instant,
): Promise<Instant[]> {
  const rows = await tx
    .selectFrom('messages')
    .select('created_at')
    .where('institution_id', '=', institutionId)
    .where('award_id', '=', awardId)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => row.created_at)
}

/** For the operator's eye: unsent messages that nobody has touched since `before`. */
export async function listStalled(
  tx: Tx,
  before: Instant,
  limit: number,
): Promise<{ institutionId: string; id: string }[]> {
  return tx
    .selectFrom('messages')
    .select(['institution_id as institutionId', 'id'])
    .where('state', 'in', ['queued', 'sending'])
    .where((where) => where.fn.coalesce('attempted_at', 'created_at'), '<', before)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Failed messages of a batch wait again; answers which. */
export async function reopenFailed(
  tx: Tx,
  institutionId: string,
  batchId: string,
): Promise<{ id: string; awardId: string }[]> {
  const reopened = await sql<{ id: string; awardId: string }>`
    UPDATE messages SET state = 'queued', attempts = 0
    FROM awards
    WHERE messages.institution_id = ${institutionId} AND awards.institution_id = ${institutionId}
      AND awards.id = messages.award_id AND awards.batch_id = ${batchId}
      AND awards.state = 'issued' AND messages.state = 'failed'
    RETURNING messages.id, messages.award_id AS "awardId"`.execute(tx)
  return reopened.rows
}

type MessageRow = Awaited<ReturnType<ReturnType<typeof messagesOf>['executeTakeFirstOrThrow']>>

const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  awardId: row.award_id,
  credentialId: row.credential_id,
  isClaim: row.once_key.startsWith('claim '),
  isOutdated: row.award_state === 'revoked',
  messageId: row.message_id,
  to: { email: row.to_email, name: row.to_name },
  subject: row.subject,
  text: row.text_body,
  html: row.html_body,
  state: row.state as MessageState,
  attempts: row.attempts,
  possiblyRepeated: row.possibly_repeated,
  lastFault: row.last_fault,
  createdAt: row.created_at,
  sentAt: row.sent_at,
})
