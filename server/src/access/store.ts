/** The SQL of signing in: accounts, links with their codes, sessions, counters. */
import { sql } from 'kysely'
import type { Instant, Tx } from '../platform/ports.ts'
import type { Account, SessionRow, SignInToken } from './sign-in.ts'

/** Counts one more in the window and answers how many that makes. */
export async function countUp(tx: Tx, bucket: string, windowStart: Instant): Promise<number> {
  const row = await tx
    .insertInto('rate_counters')
    .values({ bucket, window_start: windowStart, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['bucket', 'window_start']).doUpdateSet({ count: sql`rate_counters.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return row.count
}

export async function readCount(tx: Tx, bucket: string, windowStart: Instant): Promise<number> {
  const row = await tx
    .selectFrom('rate_counters')
    .select('count')
    .where('bucket', '=', bucket)
    .where('window_start', '=', windowStart)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function saveToken(tx: Tx, token: SignInToken): Promise<void> {
  await tx
    .insertInto('sign_in_tokens')
    .values({
      id: token.id,
      email: token.email,
      link_hash: token.linkHash,
      code_hash: token.codeHash,
      purpose: token.purpose,
      next_path: token.nextPath,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .execute()
}

export type Spent = { readonly email: string; readonly nextPath: string | null; readonly purpose: string }

/** One statement, so that of any number of callers at once exactly one gets the row. */
export async function spendLink(tx: Tx, linkHash: Uint8Array, at: Instant): Promise<Spent | undefined> {
  const row = await tx
    .updateTable('sign_in_tokens')
    .set({ consumed_at: at })
    .where('link_hash', '=', linkHash)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', at)
    .returning(['email', 'next_path', 'purpose'])
    .executeTakeFirst()
  return row && { email: row.email, nextPath: row.next_path, purpose: row.purpose }
}

/** The address that an unspent link is for. */
export async function findOpenLink(tx: Tx, linkHash: Uint8Array, at: Instant): Promise<string | undefined> {
  const row = await tx
    .selectFrom('sign_in_tokens')
    .select('email')
    .where('link_hash', '=', linkHash)
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row?.email
}

export type OpenCode = Spent & { readonly id: string; readonly codeHash: Uint8Array }

/** Charges one attempt to the newest open token of the address; the row stays locked until the commit. */
export async function chargeAttempt(
  tx: Tx,
  email: string,
  at: Instant,
  attemptsMax: number,
): Promise<OpenCode | undefined> {
  const row = await tx
    .updateTable('sign_in_tokens')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('sign_in_tokens')
        .select('id')
        .where('email', '=', email)
        .where('purpose', '=', 'sign-in')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(1),
    )
    .where('consumed_at', 'is', null)
    .where('expires_at', '>', at)
    .where('attempts', '<', attemptsMax)
    .returning(['id', 'email', 'code_hash', 'next_path', 'purpose'])
    .executeTakeFirst()
  return row && { id: row.id, email: row.email, codeHash: row.code_hash, nextPath: row.next_path, purpose: row.purpose }
}

export async function spendToken(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx.updateTable('sign_in_tokens').set({ consumed_at: at }).where('id', '=', id).execute()
}

/** The account of an address, made at its first sign-in. */
export async function openAccount(tx: Tx, fresh: Account & { createdAt: Instant }): Promise<Account> {
  await tx
    .insertInto('accounts')
    .values({
      id: fresh.id,
      email: fresh.email,
      name: fresh.name,
      language: fresh.language,
      created_at: fresh.createdAt,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
  const row = await tx
    .selectFrom('accounts')
    .select(['id', 'email', 'name', 'language'])
    .where('email', '=', fresh.email)
    .executeTakeFirstOrThrow()
  return row as Account
}

export async function loadAccount(tx: Tx, id: string): Promise<Account> {
  const row = await tx
    .selectFrom('accounts')
    .select(['id', 'email', 'name', 'language'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as Account
}

export async function saveAccount(tx: Tx, { id, name, language }: Account): Promise<void> {
  await tx.updateTable('accounts').set({ name, language }).where('id', '=', id).execute()
}

export async function saveSession(tx: Tx, session: SessionRow): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      institution_id: session.institutionId,
      is_operator: session.isOperator,
      for_wallet_only: session.forWalletOnly,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      last_seen_at: session.lastSeenAt,
    })
    .execute()
}

export async function findSession(
  tx: Tx,
  tokenHash: Uint8Array,
  at: Instant,
): Promise<(SessionRow & { account: Account }) | undefined> {
  const row = await tx
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .selectAll('sessions')
    .select(['accounts.email', 'accounts.name', 'accounts.language'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', at)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    tokenHash: row.token_hash,
    accountId: row.account_id,
    institutionId: row.institution_id,
    isOperator: row.is_operator,
    forWalletOnly: row.for_wallet_only,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastSeenAt: row.last_seen_at,
    account: { id: row.account_id, email: row.email, name: row.name, language: row.language as Account['language'] },
  }
}

export async function renewSession(tx: Tx, tokenHash: Uint8Array, seenAt: Instant, expiresAt: Instant): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ last_seen_at: seenAt, expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function removeSession(tx: Tx, tokenHash: Uint8Array): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

/** Removes what has run out: tokens long spent, sessions ended, counters of past windows. */
export async function sweep(tx: Tx, at: Instant, longAgo: Instant): Promise<void> {
  await tx.deleteFrom('sign_in_tokens').where('expires_at', '<', longAgo).execute()
  await tx.deleteFrom('sessions').where('expires_at', '<', at).execute()
  await tx.deleteFrom('rate_counters').where('window_start', '<', longAgo).execute()
}

/** In a holder's transaction: whether anything was awarded to that address. */
export async function holdsAwards(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('awards').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}
