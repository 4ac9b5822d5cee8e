// Who takes part and how far they are; who was awarded, and whom somebody has to decide about.
import type { Degree, Enrolment } from '@kolleges/api'
import { Button, Group, Modal } from '@mantine/core'
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
  const mayDecide = useMay('awards.write')
  const [read, setRead] = useState<string | null>(null)
  const heads = say.standingColumns
  const answer = (learner: string, outcome: 'approved' | 'refused') =>
    decide.mutate({ learner, stage: 'enrolment', outcome }, { onSuccess: () => toastDone(say.decided) })
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
      width: 200,
      cell: ({ learner, state }) =>
        state === 'applied' && mayDecide ? (
          <Group gap={6}>
            <Button size="compact-xs" onClick={() => answer(learner.id, 'approved')}>
              {say.accept}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => answer(learner.id, 'refused')}>
              {say.decline}
            </Button>
          </Group>
        ) : (
          <Chip tone={state === 'enrolled' ? 'info' : 'neutral'}>{say.states[state]}</Chip>
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
      <Letter id={id} learner={read} onClose={() => setRead(null)} />
    </Section>
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
