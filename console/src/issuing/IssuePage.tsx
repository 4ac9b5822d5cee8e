// The way from a badge and a list of people to credentials, in four steps.
import './issuing.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { achievementQuery } from '../achievements/queries.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Page } from '../ui/Page.tsx'
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx'
import { BadgeStep } from './BadgeStep.tsx'
import { CheckStep } from './CheckStep.tsx'
import { ConfirmStep } from './ConfirmStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { STEPS, type Step, useIssueWizard } from './use-issue.ts'
import { words } from './words.ts'

const VIEWS = { badge: BadgeStep, people: PeopleStep, check: CheckStep, issue: ConfirmStep }

export function IssuePage() {
  const say = useWords(words)
  const [search] = useSearchParams()
  const id = search.get('achievement')
  const chosen = useQuery({ ...achievementQuery(id ?? ''), enabled: id !== null, refetchOnWindowFocus: false })
  const wizard = useIssueWizard(id !== null && chosen.data?.state === 'published' ? chosen.data : undefined)
  const View = VIEWS[wizard.step]
  useFocusOnStep(wizard.step)
  return (
    <Page title={say.issue} wide={wizard.step === 'people'}>
      <UnsavedGuard when={wizard.roster.reading !== null} letGo={wizard.mayLeave} />
      <Steps now={wizard.step} go={wizard.go} />
      <View wizard={wizard} />
    </Page>
  )
}

function Steps({ now, go }: { now: Step; go: (step: Step) => void }) {
  const say = useWords(words)
  const reached = STEPS.indexOf(now)
  return (
    <ol className="steps" aria-label={say.stepOf(reached + 1, STEPS.length)}>
      {STEPS.map((step, nth) => (
        <li key={step} aria-current={nth === reached ? 'step' : undefined} data-done={nth < reached || undefined}>
          {nth < reached ? (
            <button type="button" onClick={() => go(step)}>
              {say.steps[nth]}
            </button>
          ) : (
            <span>{say.steps[nth]}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

/** A new step begins at its question. */
function useFocusOnStep(step: Step) {
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    document.querySelector<HTMLElement>('#step-title')?.focus()
  }, [step])
}
