/** An achievement: what can be earned, its draft, its life from draft to retirement. */
import type { AchievementContent } from '@kolleges/api'
import type { BadgeDesign } from '@kolleges/design'
import type { Instant } from '../platform/ports.ts'
import type { Certification } from './certification.ts'

export type State = 'draft' | 'published' | 'retired'

export type Achievement = {
  readonly id: string
  readonly state: State
  readonly content: AchievementContent
  readonly design: BadgeDesign
  readonly certification: Certification
  /** Of the certificate design, as it was pinned with the newest version. */
  readonly certificateVersion: number | null
  readonly publishedVersion: number | null
  readonly hasUnpublishedChanges: boolean
  /** Grows with every change of the draft. */
  readonly revision: number
  readonly issuedCount: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** What was published under one number; it never changes. */
export type AchievementVersion = {
  readonly id: string
  readonly version: number
  readonly content: AchievementContent
  readonly designId: string
  readonly certification: Certification
  /** Of the certificate design; null when it has none. */
  readonly certificateVersion: number | null
  /** Of the badge design; null when the badge is drawn from a template. */
  readonly badgeVersion: number | null
  readonly publishedAt: Instant
}

export type Refusal<Reason extends string> = { readonly outcome: 'refused'; readonly reason: Reason }
export const refuse = <Reason extends string>(reason: Reason): Refusal<Reason> => ({ outcome: 'refused', reason })

export type Publication =
  | { readonly outcome: 'publish'; readonly version: number }
  | { readonly outcome: 'unchanged' }
  | Refusal<'achievement-retired'>

/** Publishing what is published already is no fault: the newest version simply stays. */
export function publication({ state, publishedVersion, hasUnpublishedChanges }: Achievement): Publication {
  if (state === 'retired') return refuse('achievement-retired')
  if (state === 'published' && !hasUnpublishedChanges) return { outcome: 'unchanged' }
  return { outcome: 'publish', version: (publishedVersion ?? 0) + 1 }
}

export type Turn =
  | { readonly outcome: 'turn'; readonly to: State }
  | { readonly outcome: 'unchanged' }
  | Refusal<'achievement-not-draft'>

/** A draft was never awarded, so there is nothing to retire. */
export function retirement({ state }: Achievement): Turn {
  if (state === 'draft') return refuse('achievement-not-draft')
  return state === 'retired' ? { outcome: 'unchanged' } : { outcome: 'turn', to: 'retired' }
}

export function restoration({ state }: Achievement): Turn {
  if (state === 'draft') return refuse('achievement-not-draft')
  return state === 'published' ? { outcome: 'unchanged' } : { outcome: 'turn', to: 'published' }
}

export type Change = { readonly outcome: 'change' } | Refusal<'edit-conflict'> | Refusal<'achievement-retired'>

/** `basedOn` is the revision the editor saw; without one the last writer wins. */
export function change({ state, revision }: Achievement, basedOn: number | undefined): Change {
  if (state === 'retired') return refuse('achievement-retired')
  if (basedOn !== undefined && basedOn !== revision) return refuse('edit-conflict')
  return { outcome: 'change' }
}

export type Discarding = { readonly outcome: 'discard' } | Refusal<'achievement-not-draft'> | Refusal<'edit-conflict'>

/** What was published once is named by what was issued; only a draft can go. */
export function discarding(
  { state, publishedVersion, revision }: Achievement,
  basedOn: number | undefined,
): Discarding {
  if (state !== 'draft' || publishedVersion !== null) return refuse('achievement-not-draft')
  return basedOn !== undefined && basedOn !== revision ? refuse('edit-conflict') : { outcome: 'discard' }
}
