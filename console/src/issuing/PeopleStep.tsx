// Second step: to whom; the roster is read, put right, and counted.
import { Alert, Button, Group } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { explain } from '../api.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { ColumnMapping } from '../learners/ColumnMapping.tsx'
import { RosterGrid } from '../learners/RosterGrid.tsx'
import { RosterInput } from '../learners/RosterInput.tsx'
import type { Reading } from '../learners/use-roster.ts'
import { words as rosterWords } from '../learners/words.ts'
import { StepFrame } from './StepFrame.tsx'
import type { IssueWizard } from './use-issue.ts'
import { words } from './words.ts'

export function PeopleStep({ wizard }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const { roster } = wizard
  return (
    <StepFrame
      title={say.whoTitle}
      lead={wizard.achievement?.name}
      onBack={() => wizard.go('badge')}
      action={roster.reading && <Onward wizard={wizard} />}
    >
      {roster.reading ? <People wizard={wizard} reading={roster.reading} /> : <RosterInput roster={roster} />}
    </StepFrame>
  )
}

function Onward({ wizard }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const { counts, isChecking, isReading } = wizard.roster
  if (counts.ready === 0) return <span className="quiet">{say.nobodyReady}</span>
  return (
    <Button loading={isChecking || isReading} onClick={() => wizard.go('check')}>
      {counts.errors > 0 ? say.onlyReady(counts.ready) : say.next_n(counts.ready)}
    </Button>
  )
}

function People({ wizard, reading }: { wizard: IssueWizard; reading: Reading }) {
  const say = useWords(rosterWords)
  const { roster } = wizard
  const { errors, warnings, clean } = roster.counts
  return (
    <>
      <Group justify="space-between" mb="xs" gap="xs">
        <div role="status" className="count-bar">
          <strong>{say.bar(errors, warnings, clean)}</strong>
          {roster.isChecking && !roster.fault && <span className="quiet"> · {say.checking}</span>}
        </div>
        <Group gap="xs">
          {roster.canUndo && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={roster.undo}
            >
              {say.undo}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={roster.clear}>
            {say.again}
          </Button>
        </Group>
      </Group>
      {reading.preview.encoding === 'cp949' && (
        <Alert color="ink" mb="xs">
          {say.cp949}
        </Alert>
      )}
      <CheckFault wizard={wizard} />
      <ColumnMapping key={reading.preview.headerRow} roster={roster} reading={reading} />
      <div style={{ marginTop: 12 }}>
        <RosterGrid roster={roster} results={wizard.results} />
      </div>
    </>
  )
}

function CheckFault({ wizard }: { wizard: IssueWizard }) {
  const { retry } = useWords(common)
  const { language } = useLanguage()
  const { fault, retry: again } = wizard.roster
  if (!fault) return null
  return (
    <Alert color="red" mb="xs" role="alert">
      {explain(fault, language)}{' '}
      <Button size="compact-xs" variant="default" onClick={again}>
        {retry}
      </Button>
    </Alert>
  )
}
