// Who takes part and how far they are; who was awarded, and whom somebody has to decide about.
import type { Degree, Enrolment } from '@kolleges/api'
import { nameOf } from '@kolleges/requirements'
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../access/session.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { type Column, ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import {
  type DegreeDecisionInput,
  useDecide,
  useDecideDegree,
  useDegrees,
  useParticipants,
  useProgress,
} from './queries.ts'
import { words } from './words.ts'

export function StandingTables({ id }: { id: string }) {
  return (
    <>
      <Degrees id={id} />
      <Participants id={id} />
    </>
  )
}

function Participants({ id }: { id: string }) {
  const say = useWords(words)
  const decide = useDecide(id)
  const [read, setRead] = useState<string | null>(null)
  const heads = say.standingColumns
  const [declined, setDeclined] = useState<Asked | null>(null)
  const answer = (asked: Asked, outcome: 'approved' | 'refused', note?: string) =>
    decide.mutate(
      { learner: asked.learner.id, stage: asked.stage, outcome, ...(note && { note }) },
      { onSuccess: () => toastDone(say.decided), onSettled: () => setDeclined(null) },
    )
  const columns: Column<Enrolment & { id: string }>[] = [
    {
      head: heads.learner,
      cell: ({ learner }) => (
        <button type="button" className="text-button" onClick={() => setRead(learner.id)}>
          {learner.name}
        </button>
      ),
    },
    {
      head: heads.state,
      width: 260,
      cell: (one) => (
        <ParticipantState one={one} onAccept={(asked) => answer(asked, 'approved')} onDecline={setDeclined} />
      ),
    },
    { head: heads.progress, align: 'right', width: 90, cell: ({ progress }) => `${Math.floor(progress * 100)}%` },
    { head: heads.credits, align: 'right', width: 90, wide: true, cell: ({ credits }) => credits },
    { head: heads.missing, align: 'right', width: 110, cell: ({ missing }) => missing ?? '–' },
  ]
  return (
    <Section title={say.standings}>
      <Loaded query={useParticipants(id)}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="quiet">{say.noStandings}</p>
          ) : (
            <ListTable
              caption={say.standings}
              columns={columns}
              rows={data.map((one) => ({ ...one, id: one.learner.id }))}
            />
          )
        }
      </Loaded>
      <Decline
        asked={declined}
        busy={decide.isPending}
        onDecline={(asked, note) => answer(asked, 'refused', note)}
        onClose={() => setDeclined(null)}
      />
      <Letter id={id} learner={read} onClose={() => setRead(null)} />
    </Section>
  )
}

const ENROLMENT = 'enrolment'
interface Asked {
  learner: Enrolment['learner']
  stage: string
}

interface ParticipantStateProps {
  one: Enrolment
  onAccept: (asked: Asked) => void
  onDecline: (asked: Asked) => void
}

/** What waits for a decision, with the buttons for it; else where the learner stands. */
function ParticipantState({ one: { learner, state, applications }, onAccept, onDecline }: ParticipantStateProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const asked = [...(state === 'applied' ? [ENROLMENT] : []), ...applications.map(({ stage }) => stage)]
  if (!useMay('awards.write') || asked.length === 0)
    return <Chip tone={state === 'enrolled' ? 'info' : 'neutral'}>{say.states[state]}</Chip>
  return asked.map((stage) => (
    <Group key={stage} gap={6}>
      {stage !== ENROLMENT && <span>{nameOf(stage, { language, titles: {} })}</span>}
      <Button size="compact-xs" onClick={() => onAccept({ learner, stage })}>
        {say.accept}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => onDecline({ learner, stage })}>
        {say.decline}
      </Button>
    </Group>
  ))
}

interface DeclineProps {
  asked: Asked | null
  busy: boolean
  onDecline: (asked: Asked, note: string) => void
  onClose: () => void
}

/** The learner is told the reason, so there must be one. */
function Decline({ asked, busy, onDecline, onClose }: DeclineProps) {
  const say = useWords(words)
  const close = useWords(common).close
  const [note, setNote] = useState('')
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={asked && say.declineTitle(asked.learner.name)}
      closeButtonProps={{ 'aria-label': close }}
    >
      <Stack>
        <Textarea
          label={say.declineReason}
          description={say.declineMore}
          maxLength={300}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          style={{ alignSelf: 'flex-end' }}
          loading={busy}
          disabled={note.trim() === ''}
          onClick={() => asked && onDecline(asked, note.trim())}
        >
          {say.decline}
        </Button>
      </Stack>
    </Modal>
  )
}

/** Where one learner stands, as the registrar would write it. */
function Letter({ id, learner, onClose }: { id: string; learner: string | null; onClose: () => void }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const close = useWords(common).close
  const progress = useProgress(id, learner, language)
  return (
    <Modal
      opened={learner !== null}
      onClose={onClose}
      title={progress.data?.learner.name ?? say.standings}
      closeButtonProps={{ 'aria-label': close }}
    >
      <Loaded query={progress}>{({ text }) => <div style={{ whiteSpace: 'pre-line' }}>{text}</div>}</Loaded>
    </Modal>
  )
}

function Degrees({ id }: { id: string }) {
  const say = useWords(words)
  const heads = say.degreeColumns
  const columns: Column<Degree & { id: string }>[] = [
    {
      head: heads.learner,
      cell: ({ learner, credential }) =>
        credential ? <Link to={`/credentials/${credential}`}>{learner.name}</Link> : learner.name,
    },
    {
      head: heads.state,
      cell: ({ state, flaggedAt, awardOn }) =>
        flaggedAt ? (
          <Chip tone="warn">{say.flagged}</Chip>
        ) : (
          <Chip tone={state === 'awarded' ? 'ok' : 'neutral'}>
            {say.degreeStates[state]}
            {state === 'waiting' && awardOn ? ` · ${awardOn}` : ''}
          </Chip>
        ),
    },
    { head: heads.note, wide: true, cell: ({ note }) => <span className="quiet">{note}</span> },
    { head: heads.act, align: 'right', width: 220, cell: (degree) => <DegreeActions id={id} degree={degree} /> },
  ]
  return (
    <Section title={say.degrees}>
      <Loaded query={useDegrees(id)}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="quiet">{say.noDegrees}</p>
          ) : (
            <ListTable
              caption={say.degrees}
              columns={columns}
              rows={data.map((one) => ({ ...one, id: one.learner.id }))}
            />
          )
        }
      </Loaded>
    </Section>
  )
}

function DegreeActions({ id, degree }: { id: string; degree: Degree }) {
  const say = useWords(words)
  const decide = useDecideDegree(id)
  if (!useMay('awards.write')) return null
  const button = (decision: DegreeDecisionInput['decision'], label: string, isMain = false) => (
    <Button
      size="compact-xs"
      variant={isMain ? 'filled' : 'default'}
      loading={decide.isPending}
      onClick={() =>
        decide.mutate({ learner: degree.learner.id, decision }, { onSuccess: () => toastDone(say.decided) })
      }
    >
      {label}
    </Button>
  )
  const isOpen = degree.state === 'review' || degree.state === 'waiting'
  return (
    <Group gap={6} justify="flex-end">
      {isOpen && button('award', say.award, true)}
      {isOpen && button('refuse', say.refuse)}
      {degree.state === 'refused' && button('award', say.award)}
      {degree.flaggedAt && button('keep', say.keep)}
    </Group>
  )
}
