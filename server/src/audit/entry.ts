/** What the audit trail is told about one act. */
export type Entry = {
  readonly institutionId: string
  /** The actor's label: an address, the name of a key, `operator`. */
  readonly actor: string
  /** Noun and past participle: `credential.revoked`. */
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** Ids, codes and counts: no token and no secret. */
  readonly details?: Readonly<Record<string, unknown>>
}
