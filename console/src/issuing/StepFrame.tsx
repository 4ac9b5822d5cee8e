// One step of the wizard: its question, its contents, the way back and on.
import './issuing.css'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../language/LanguageProvider.tsx'
import { words } from './words.ts'

interface StepFrameProps {
  title: string
  lead?: string
  onBack?: () => void
  /** What stands at the right end of the bar: the one main action. */
  action?: ReactNode
  children: ReactNode
}

export function StepFrame({ title, lead, onBack, action, children }: StepFrameProps) {
  const say = useWords(words)
  return (
    <section aria-labelledby="step-title">
      <h2 id="step-title" tabIndex={-1} className="step-title">
        {title}
      </h2>
      {lead && <p className="section-lead">{lead}</p>}
      {children}
      {(onBack || action) && (
        <div className="action-bar">
          {onBack && (
            <Button variant="default" onClick={onBack}>
              {say.back}
            </Button>
          )}
          <span style={{ flex: 1 }} />
          {action}
        </div>
      )}
    </section>
  )
}
