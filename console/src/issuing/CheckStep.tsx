// Third step: the dates, those who hold it already, and how it will look.
import { Button, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { BadgePicture } from '../achievements/BadgePicture.tsx'
import { useInstitution } from '../issuers/queries.ts'
import { dayInSeoul, endOfDayInSeoul, startOfDayInSeoul } from '../language/format.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Section } from '../ui/Page.tsx'
import { faultOfDates, longestName } from './batch-input.ts'
import { CertificateValues } from './CertificateValues.tsx'
import { StepFrame } from './StepFrame.tsx'
import type { IssueWizard } from './use-issue.ts'
import { words } from './words.ts'

export function CheckStep({ wizard }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const fault = faultOfDates(wizard.details, dayInSeoul(Date.now()))
  return (
    <StepFrame
      title={say.detailsTitle}
      onBack={() => wizard.go('people')}
      action={
        wizard.awarded.length > 0 ? (
          <Button disabled={fault !== null} onClick={() => wizard.go('issue')}>
            {say.next}
          </Button>
        ) : (
          <span className="quiet">{say.nobodyLeft}</span>
        )
      }
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack>
          <Dates wizard={wizard} fault={fault && say[fault]} />
          <CertificateValues wizard={wizard} />
          {wizard.held > 0 && <AlreadyHeld wizard={wizard} />}
        </Stack>
        <LongestPreview wizard={wizard} />
      </SimpleGrid>
    </StepFrame>
  )
}

function Dates({ wizard: { details, change }, fault }: { wizard: IssueWizard; fault: string | null }) {
  const say = useWords(words)
  return (
    <Section>
      <Stack>
        <TextInput
          type="date"
          label={say.validFrom}
          description={say.validFromHint}
          value={details.validFrom}
          onChange={(event) => change({ validFrom: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={say.validUntil}
          description={say.validUntilHint}
          value={details.validUntil}
          error={fault}
          onChange={(event) => change({ validUntil: event.currentTarget.value })}
        />
      </Stack>
    </Section>
  )
}

function AlreadyHeld({ wizard }: { wizard: IssueWizard }) {
  const say = useWords(words)
  return (
    <Section>
      <Radio.Group
        label={say.already(wizard.held)}
        value={wizard.details.alreadyAwarded}
        onChange={(chosen) => wizard.change({ alreadyAwarded: chosen === 'issue' ? 'issue' : 'skip' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="skip" label={say.alreadySkip} />
          <Radio value="issue" label={say.alreadyIssue} />
        </Stack>
      </Radio.Group>
    </Section>
  )
}

function LongestPreview({ wizard: { achievement, awarded, details } }: { wizard: IssueWizard }) {
  const say = useWords(words)
  const format = useFormat()
  const institution = useInstitution()
  const begins = details.validFrom ? startOfDayInSeoul(details.validFrom) : new Date().toISOString()
  return (
    <figure className="award-preview">
      <figcaption>
        <strong>{say.previewTitle}</strong>
        <span className="quiet">{say.previewHint}</span>
      </figcaption>
      {achievement && <BadgePicture design={achievement.design} size={168} />}
      <p className="award-preview-name">{longestName(awarded)}</p>
      <p>{achievement?.name}</p>
      <p className="quiet">
        {institution.data && format.pick(institution.data.name)} · {format.date(begins, 'longDate')} ·{' '}
        {details.validUntil ? say.ends(format.date(endOfDayInSeoul(details.validUntil), 'longDate')) : say.endless}
      </p>
    </figure>
  )
}
