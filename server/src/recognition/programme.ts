/** A programme that recognises badges as credits, with its articulation table. */
import type { Instant } from '../platform/ports.ts'
import type { Articulation } from './articulation.ts'

export type ProgrammeContent = {
  readonly title: { readonly ko: string; readonly en: string }
  readonly description: string
  readonly creditsMax: number | null
  /** The achievement that confirms recognised credits as a credential. */
  readonly achievement: string | null
  readonly open: boolean
  readonly articulations: readonly Articulation[]
}

export type Programme = ProgrammeContent & {
  readonly id: string
  readonly institutionId: string
  readonly counts: { readonly submitted: number; readonly decided: number }
  readonly revision: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export const programmeUrl = (origin: string, id: string): string => `${origin}/r/${id}`
