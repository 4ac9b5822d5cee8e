// Tells the classes of credential apart by their types.

export type CredentialKind = 'achievement' | 'endorsement' | 'clr' | 'status-list' | 'other'

const KIND_OF_TYPE: Readonly<Record<string, CredentialKind>> = {
  OpenBadgeCredential: 'achievement',
  AchievementCredential: 'achievement',
  EndorsementCredential: 'endorsement',
  ClrCredential: 'clr',
  BitstringStatusListCredential: 'status-list',
}

export const kindOf = (types: readonly string[]): CredentialKind =>
  types.map((type) => KIND_OF_TYPE[type]).find((kind) => kind !== undefined) ?? 'other'
