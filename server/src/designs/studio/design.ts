/** A design as staff draw it: a document with a draft, a history, and versions that never change. */
import type { DesignDocument } from '@kolleges/design'
import type { FieldFault } from '../../platform/handler.ts'
import type { Instant } from '../../platform/ports.ts'

export type DesignKind = 'badge' | 'certificate'

export type StudioDesign = {
  readonly id: string
  readonly kind: DesignKind
  readonly name: string
  readonly document: DesignDocument
  readonly template: string | null
  readonly brandKit: string | null
  readonly publishedVersion: number | null
  readonly hasUnpublishedChanges: boolean
  /** Grows with every change of the draft. */
  readonly revision: number
  readonly usedBy: readonly { readonly id: string; readonly name: string }[]
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** One state of its history. */
export type DesignState = {
  readonly id: string
  readonly kind: 'published' | 'saved'
  readonly version: number | null
  readonly at: Instant
  readonly by: string
}

/** What was published under one number; it never changes. */
export type DesignVersion = {
  readonly designId: string
  readonly version: number
  readonly document: DesignDocument
  readonly brandKit: string | null
}

export type Refusal<Reason extends string> = { readonly outcome: 'refused'; readonly reason: Reason }
export const refuse = <Reason extends string>(reason: Reason): Refusal<Reason> => ({ outcome: 'refused', reason })

/** A refusal with what is wrong, field by field. */
export type FaultyRefusal<Reason extends string> = Refusal<Reason> & { readonly errors: readonly FieldFault[] }

export const kindOf = ({ page }: Pick<DesignDocument, 'page'>): DesignKind =>
  page === 'badge' ? 'badge' : 'certificate'
