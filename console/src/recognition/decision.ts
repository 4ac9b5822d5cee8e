// What a registrar is about to decide, badge by badge.
import type { RecognitionDecision, RecognitionItem } from '@kolleges/api'
import type { z } from 'zod'

export type Decision = z.input<typeof RecognitionDecision>

export interface Draft {
  index: number
  outcome: 'accepted' | 'partly' | 'refused'
  credits: number
  code: string
  name: string
  reason: string
}

/** Begins with what the table says: nothing is accepted that is not valid or not in the table. */
export function beginDecision({ index, verdict, articulation }: RecognitionItem): Draft {
  const isGiven = verdict === 'valid' && articulation !== null && articulation.decision !== 'never'
  return {
    index,
    outcome: isGiven ? 'accepted' : 'refused',
    credits: articulation?.credits ?? 0,
    code: articulation?.course.code ?? '',
    name: articulation?.course.name ?? '',
    reason: '',
  }
}

export const totalOf = (drafts: readonly Draft[]): number =>
  drafts.reduce((sum, { outcome, credits }) => sum + (outcome === 'refused' ? 0 : credits), 0)

export const linesOf = (drafts: readonly Draft[]): Decision['items'] =>
  drafts.map(({ index, outcome, credits, code, name, reason }) => {
    const course = code.trim() && name.trim() ? { course: { code: code.trim(), name: name.trim() } } : {}
    const given = outcome === 'refused' ? {} : { credits, ...course }
    return { index, outcome, ...given, ...(outcome !== 'accepted' && reason.trim() && { reason: reason.trim() }) }
  })
