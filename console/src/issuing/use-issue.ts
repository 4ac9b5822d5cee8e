// The state of the issue wizard: the badge, the roster, the details, and which step is open.
import type { Achievement } from '@kolleges/api'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useRoster } from '../learners/use-roster.ts'
import { awardedRows, composeBatch, type Details, FIRST_DETAILS, readyRows } from './batch-input.ts'
import { useIssue } from './queries.ts'

export const STEPS = ['badge', 'people', 'check', 'issue'] as const
export type Step = (typeof STEPS)[number]

export function useIssueWizard(achievement: Achievement | undefined) {
  const results = achievement?.resultScale?.values ?? null
  const roster = useRoster(achievement?.id ?? '', results !== null)
  const [details, setDetails] = useState<Details>(FIRST_DETAILS)
  const { step, go } = useStep(achievement !== undefined, roster.counts.ready > 0)
  const awarded = useMemo(() => awardedRows(roster.rows, details), [roster.rows, details])
  const sending = useSending(step, () => composeBatch(achievement?.id ?? '', roster.rows, details))
  const ready = useMemo(() => readyRows(roster.rows), [roster.rows])
  return {
    achievement,
    results,
    roster,
    details,
    change: (part: Partial<Details>) => setDetails((now) => ({ ...now, ...part })),
    step,
    go,
    ready,
    awarded,
    held: ready.filter(({ alreadyAwarded }) => alreadyAwarded).length,
    ...sending,
  }
}
export type IssueWizard = ReturnType<typeof useIssueWizard>

/** The step is in the address, so the browser's own back button goes one step back. */
function useStep(hasAchievement: boolean, hasPeople: boolean) {
  const [search, setSearch] = useSearchParams()
  const wanted = STEPS.find((step) => step === search.get('step')) ?? (hasAchievement ? 'people' : 'badge')
  const reachable: Step = !hasAchievement ? 'badge' : !hasPeople && STEPS.indexOf(wanted) > 1 ? 'people' : wanted
  const go = (step: Step, achievement?: string) =>
    setSearch((now) => {
      const next = new URLSearchParams(now)
      next.set('step', step)
      if (achievement) next.set('achievement', achievement)
      return next
    })
  return { step: reachable, go }
}

/**
 * The key is made when the last step opens and kept while it is open: however often the button is pressed
 * or the network fails, the server issues once. Going back to change something makes another request of it.
 */
function useSending(step: Step, compose: () => ReturnType<typeof composeBatch>) {
  const navigate = useNavigate()
  const [idempotencyKey, setKey] = useState('')
  const mayLeave = useRef(false)
  const issue = useIssue()
  const { reset } = issue
  useEffect(() => {
    if (step !== 'issue') return
    setKey(crypto.randomUUID())
    reset()
  }, [step, reset])
  const send = () =>
    issue.mutate(
      { idempotencyKey, body: compose() },
      {
        onSuccess: (batch) => {
          mayLeave.current = true
          void navigate(`/batches/${batch.id}`, { replace: true })
        },
      },
    )
  return { send, isSending: issue.isPending, fault: issue.error, mayLeave }
}
