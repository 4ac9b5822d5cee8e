// Last step: what will happen, said plainly, and the button that makes it happen once.
import type { RosterRow } from '@kolleges/api'
import { Alert, Button } from '@mantine/core'
import { useSession } from '../access/session.ts'
import { explain, problemOf } from '../api.ts'
import { useInstitution } from '../issuers/queries.ts'
import { endOfDayInSeoul, startOfDayInSeoul } from '../language/format.ts'
import { useFormat, useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { IssueWizard } from './use-issue.ts'
import { words } from './words.ts'

export function ConfirmStep({ wizard }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const { sendsMail } = useSession()
  const institution = useInstitution()
  const count = wizard.awarded.length
  return (
    <StepFrame
      title={say.readyTitle}
      onBack={() => wizard.go('check')}
      action={
        <Button loading={wizard.isSending} onClick={wizard.send}>
          {say.doIssue(count)}
        </Button>
      }
    >
      <Summary wizard={wizard} />
      <Alert color={sendsMail ? 'ink' : 'gold'} mt="md">
        {sendsMail ? say.consequencesMail(count) : say.consequencesNoMail(count)}
        {institution.data?.standing === 'test' && ` ${say.testToo}`}
      </Alert>
      {wizard.fault && <Refusal error={wizard.fault} awarded={wizard.awarded} />}
    </StepFrame>
  )
}

function Summary({ wizard: { achievement, awarded, roster, held, details } }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const format = useFormat()
  const skippedHeld = details.alreadyAwarded === 'skip' ? held : 0
  const skipped = say.skippedText(roster.counts.errors, skippedHeld)
  return (
    <Section>
      <dl className="facts">
        <dt>{say.summaryBadge}</dt>
        <dd>
          <strong>{achievement?.name}</strong>
        </dd>
        <dt>{say.summaryPeople}</dt>
        <dd>
          <strong>{say.people(awarded.length)}</strong>
        </dd>
        {skipped && (
          <>
            <dt>{say.summarySkipped}</dt>
            <dd>{skipped}</dd>
          </>
        )}
        <dt>{say.validFrom}</dt>
        <dd>{details.validFrom ? format.date(startOfDayInSeoul(details.validFrom), 'longDate') : say.validFromNow}</dd>
        <dt>{say.validUntil}</dt>
        <dd>
          {details.validUntil ? say.ends(format.date(endOfDayInSeoul(details.validUntil), 'longDate')) : say.endless}
        </dd>
      </dl>
    </Section>
  )
}

const FAULTS_SHOWN_MAX = 10

/** The server names recipients by their place in the request; people know them by their row. */
function Refusal({ error, awarded }: { error: unknown; awarded: RosterRow[] }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const inFileOrder = awarded.toSorted((a, b) => a.row - b.row)
  const faults = (problemOf(error)?.errors ?? []).slice(0, FAULTS_SHOWN_MAX).map(({ pointer, detail }) => {
    const place = pointer.match(/recipients\/(\d+)/)?.[1]
    const row = place === undefined ? undefined : inFileOrder[Number(place)]?.row
    return row === undefined ? detail : say.faultInRow(row, detail)
  })
  return (
    <Alert color="red" mt="md" role="alert" title={explain(error, language)}>
      {faults.length > 0 && (
        <ul style={{ margin: '0 0 8px', paddingLeft: 20 }}>
          {faults.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {say.issueFailed}
    </Alert>
  )
}
