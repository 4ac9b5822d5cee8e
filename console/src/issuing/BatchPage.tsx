// How far a batch has come, and where to go from it.
import './issuing.css'
import type { AwardBatch } from '@kolleges/api'
import { Alert, Button, Progress } from '@mantine/core'
import { useParams } from 'react-router'
import { useMay, useSession } from '../access/session.ts'
import { grouped } from '../language/format.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { BatchFailures } from './BatchFailures.tsx'
import { BatchResult } from './BatchResult.tsx'
import { isUnderWay, useBatch, useRetryBatch } from './queries.ts'
import { BatchChip } from './StateChips.tsx'
import { words } from './words.ts'

export function BatchPage() {
  const say = useWords(words)
  const { id = '' } = useParams()
  const { sendsMail } = useSession()
  const batch = useBatch(id)
  return (
    <Page
      title={batch.data?.achievement.name ?? say.batches}
      back={{ to: '/batches', label: say.batches }}
      mark={batch.data && <BatchChip state={batch.data.state} />}
    >
      <Loaded query={batch}>{(loaded) => <Batch batch={loaded} sendsMail={sendsMail} />}</Loaded>
    </Page>
  )
}

function Batch({ batch, sendsMail }: { batch: AwardBatch; sendsMail: boolean }) {
  const isSigning = batch.state === 'queued' || batch.state === 'running'
  return (
    <>
      <BatchProgress batch={batch} sendsMail={sendsMail} />
      {!isSigning && batch.counts.issued > 0 && <BatchResult batch={batch} sendsMail={sendsMail} />}
      {(batch.counts.failed > 0 || batch.counts.messagesFailed > 0) && <Failures batch={batch} />}
    </>
  )
}

function BatchProgress({ batch, sendsMail }: { batch: AwardBatch; sendsMail: boolean }) {
  const say = useWords(words)
  const { counts } = batch
  const failed = counts.failed + counts.messagesFailed
  const settled = counts.delivered + counts.messagesFailed
  const done = (counts.issued + settled) / 2 + counts.failed
  const percent = counts.total === 0 ? 100 : Math.min(100, Math.round((done / counts.total) * 100))
  const sentence = say.progressText(counts.issued, counts.delivered, failed, counts.total)
  return (
    <Section>
      <Progress.Root size="lg" mb="md">
        <Progress.Section
          value={percent}
          color={batch.state === 'failed' ? 'red.7' : 'navy'}
          aria-label={say.progress}
          aria-valuetext={sentence}
          animated={isUnderWay(batch) && percent < 100}
        />
      </Progress.Root>
      <dl className="figures">
        <Figure label={say.total} value={counts.total} />
        <Figure label={say.signed} value={counts.issued} />
        <Figure label={sendsMail ? say.sent : say.kept} value={counts.delivered} />
        <Figure label={say.failed} value={failed} isBad={failed > 0} />
        {counts.alreadyAwarded > 0 && <Figure label={say.alreadyHeld} value={counts.alreadyAwarded} />}
      </dl>
      <p className="sr-only" role="status">
        {isUnderWay(batch) ? '' : sentence}
      </p>
      {(batch.state === 'queued' || batch.state === 'running') && <p className="section-lead">{say.underWay}</p>}
    </Section>
  )
}

function Figure({ label, value, isBad }: { label: string; value: number; isBad?: boolean }) {
  return (
    <div data-bad={isBad || undefined}>
      <dt>{label}</dt>
      <dd>{grouped(value)}</dd>
    </div>
  )
}

function Failures({ batch }: { batch: AwardBatch }) {
  const say = useWords(words)
  const mayRetry = useMay('awards.write')
  const retry = useRetryBatch()
  const again = () => retry.mutate(batch.id, { onSuccess: () => toastDone(say.retried) })
  return (
    <Section title={say.failedTitle}>
      {batch.counts.messagesFailed > 0 && (
        <Alert color="red" mb="md">
          {say.messagesFailed(batch.counts.messagesFailed)}
        </Alert>
      )}
      {batch.counts.failed > 0 && <BatchFailures batchId={batch.id} />}
      {mayRetry && (
        <Button mt="md" variant="default" loading={retry.isPending} onClick={again}>
          {say.retry}
        </Button>
      )}
    </Section>
  )
}
