// Who takes part and how far they are; who was awarded, and whom somebody has to decide about.
import type { Degree, Enrolment } from '@kolleges/api'
import { nameOf } from '@kolleges/requirements'
import { Button, Group, Modal, Select, SimpleGrid, Stack, Textarea } from '@mantine/core'
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
  type ParticipantFilter,
  useCohorts,
  useDecide,
  useDecideDegree,
  useDegrees,
  useParticipants,
  useProgress,
} from './queries.ts'
import { staffWords } from './staff-words.ts'
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
  const [filter, setFilter] = useState<ParticipantFilter>({})
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
      <Filters id={id} filter={filter} onChange={setFilter} />
      <Loaded query={useParticipants(id, filter)}>
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

/** By what the cohorts there are differ in. */
function Filters({
  id,
  filter,
  onChange,
}: {
  id: string
  filter: ParticipantFilter
  onChange: (to: ParticipantFilter) => void
}) {
  const say = useWords(words)
  const staff = useWords(staffWords)
  const { data: cohorts = [] } = useCohorts(id).data ?? {}
  const options = <T extends string | number>(values: readonly T[], label: (value: T) => string) =>
    [...new Set(values)].map((value) => ({ value: String(value), label: label(value) }))
  const semesters = cohorts.flatMap(({ semester }) => semester ?? [])
  const without = (key: keyof ParticipantFilter): ParticipantFilter =>
    Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key))
  const select = (key: keyof ParticipantFilter, data: { value: string; label: string }[]) => (
    <Select
      label={staff.filters[key]}
      placeholder={staff.anyone}
      data={data}
      value={filter[key] === undefined ? null : String(filter[key])}
      clearable
      onChange={(value) =>
        onChange(value === null ? without(key) : { ...filter, [key]: key === 'version' ? Number(value) : value })
      }
    />
  )
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} mb="sm">
      {select('semester', options(semesters, staff.semester))}
      {select(
        'version',
        options(
          cohorts.map(({ version }) => version),
          staff.version,
        ),
      )}
      {select(
        'state',
        options(['applied', 'enrolled', 'refused'] as const, (state) => say.states[state]),
      )}
      {select(
        'outcome',
        options(['met', 'missing'] as const, (outcome) => staff.outcomes[outcome]),
      )}
    </SimpleGrid>
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
    { head: heads.note, wide: true, cell: (degree) => <DegreeNote degree={degree} /> },
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

/** What was decided and why; what was awarded comes with its papers. */
function DegreeNote({ degree: { note, credential, state } }: { degree: Degree }) {
  const say = useWords(staffWords)
  const { language } = useLanguage()
  const paper = (name: string) => `/v1/credentials/${credential}/degree-paper?paper=${name}.pdf&lang=${language}`
  return (
    <Group gap={10}>
      {note && <span className="quiet">{note}</span>}
      {credential && state === 'awarded' && (
        <>
          <a href={paper('supplement')}>{say.supplement}</a>
          <a href={paper('transcript')}>{say.transcript}</a>
        </>
      )}
    </Group>
  )
}

/** The letter stands beside the decision, so that nobody decides without having it before them. */
function DegreeActions({ id, degree }: { id: string; degree: Degree }) {
  const say = useWords(words)
  const staff = useWords(staffWords)
  const close = useWords(common).close
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const progress = useProgress(id, isOpen ? degree.learner.id : null, language)
  const isUndecided = degree.state === 'review' || degree.state === 'waiting' || degree.state === 'refused'
  if (!useMay('awards.write') || !(isUndecided || degree.flaggedAt)) return null
  return (
    <>
      <Button size="compact-xs" onClick={() => setOpen(true)}>
        {staff.review}
      </Button>
      <Modal
        opened={isOpen}
        size="xl"
        onClose={() => setOpen(false)}
        title={`${degree.learner.name} · ${degree.flaggedAt ? say.flagged : say.degreeStates[degree.state]}`}
        closeButtonProps={{ 'aria-label': close }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Loaded query={progress}>{({ text }) => <div style={{ whiteSpace: 'pre-line' }}>{text}</div>}</Loaded>
          <DegreeDecision id={id} degree={degree} onDone={() => setOpen(false)} />
        </SimpleGrid>
      </Modal>
    </>
  )
}

function DegreeDecision({ id, degree, onDone }: { id: string; degree: Degree; onDone: () => void }) {
  const say = useWords(words)
  const staff = useWords(staffWords)
  const [note, setNote] = useState('')
  const decide = useDecideDegree(id)
  const button = (decision: DegreeDecisionInput['decision'], label: string, isMain = false) => (
    <Button
      variant={isMain ? 'filled' : 'default'}
      loading={decide.isPending}
      onClick={() =>
        decide.mutate(
          { learner: degree.learner.id, decision, ...(note.trim() && { note: note.trim() }) },
          {
            onSuccess: () => {
              toastDone(say.decided)
              onDone()
            },
          },
        )
      }
    >
      {label}
    </Button>
  )
  const isOpen = degree.state === 'review' || degree.state === 'waiting'
  return (
    <div>
      <Textarea
        label={staff.note}
        autosize
        minRows={3}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group gap={8} mt="sm">
        {isOpen && button('award', say.award, true)}
        {isOpen && button('refuse', say.refuse)}
        {degree.state === 'refused' && button('award', say.award)}
        {degree.flaggedAt && button('keep', say.keep)}
      </Group>
    </div>
  )
}
