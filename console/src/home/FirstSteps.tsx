// The checklist of a newcomer, shown until it is done or hidden.
import './home.css'
import { Button, CloseButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay, useSession } from '../access/session.ts'
import { achievementsQuery } from '../achievements/queries.ts'
import { credentialsQuery } from '../issuing/queries.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { words } from './words.ts'

interface StepRow {
  name: string
  isDone: boolean
  /** Inside the console, or a public page. */
  to?: string
  href?: string
}

export function FirstSteps() {
  const say = useWords(words)
  const { isHidden, hide } = useHiding('hidden')
  const steps = useSteps()
  const mayDesign = useMay('achievements.write')
  const mayIssue = useMay('awards.write')
  if (!steps || !(mayDesign && mayIssue) || isHidden || steps.every(({ isDone }) => isDone)) return null
  const next = steps.findIndex(({ isDone }) => !isDone)
  return (
    <section className="section first-steps" aria-labelledby="first-steps">
      <div className="section-bar" style={{ margin: 0 }}>
        <h2 id="first-steps" className="section-title">
          {say.firstSteps}
        </h2>
        <CloseButton aria-label={say.dismiss} onClick={hide} />
      </div>
      <p className="section-lead">{say.firstStepsLead}</p>
      <ol>
        {steps.map((step, nth) => (
          <StepLine key={step.name} step={step} isNext={nth === next} />
        ))}
      </ol>
    </section>
  )
}

function StepLine({ step, isNext }: { step: StepRow; isNext: boolean }) {
  const say = useWords(words)
  const seePage = useHiding('seen')
  return (
    <li data-done={step.isDone || undefined}>
      <span className="first-steps-mark" aria-hidden>
        {step.isDone && <IconCheck size={14} stroke={3} />}
      </span>
      <span>
        {step.name}
        {step.isDone && <span className="sr-only"> ({say.done})</span>}
      </span>
      {isNext && step.to && (
        <Button component={Link} to={step.to} variant="light" size="xs">
          {say.start}
        </Button>
      )}
      {isNext && step.href && (
        <Button component="a" href={step.href} target="_blank" variant="light" size="xs" onClick={seePage.hide}>
          {say.see}
        </Button>
      )}
    </li>
  )
}

function useSteps(): StepRow[] | null {
  const say = useWords(words)
  const { isHidden: hasSeenPage } = useHiding('seen')
  const badges = useInfiniteQuery(achievementsQuery('published'))
  const issued = useInfiniteQuery(credentialsQuery({ state: 'issued' }, 1))
  if (!badges.data || !issued.data) return null
  const first = issued.data.pages[0]?.data[0]
  return [
    { name: say.stepInstitution, isDone: true },
    { name: say.stepBadge, isDone: (badges.data.pages[0]?.data.length ?? 0) > 0, to: '/achievements/new' },
    { name: say.stepIssue, isDone: first !== undefined, to: '/issue' },
    { name: say.stepPage, isDone: first !== undefined && hasSeenPage, href: first?.url },
  ]
}

/** Remembered in this browser, for this institution. */
function useHiding(what: 'hidden' | 'seen') {
  const { current } = useSession()
  const key = `kolleges.first-steps.${what}.${current?.institutionId}`
  const [isHidden, setHidden] = useState(() => localStorage.getItem(key) !== null)
  const hide = () => {
    localStorage.setItem(key, 'yes')
    setHidden(true)
  }
  return { isHidden, hide }
}
