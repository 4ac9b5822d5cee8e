// Who takes part and how far they are, with what waits for somebody's decision.
import type { Enrolment } from '@kolleges/api'
import { nameOf, type Titles } from '@kolleges/requirements'
import { Button, Group, Modal, Select, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../access/session.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { type Column, ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { DegreeTable } from './DegreeTable.tsx'
import { type ParticipantFilter, participantsQuery, useCohorts, useDecide, useProgress } from './queries.ts'
import { staffWords } from './staff-words.ts'
import { words } from './words.ts'

/** `names` are those that the rule has for its stages. */
export function StandingTables({ id, names }: { id: string; names: Titles }) {
  return (
    <>
      <DegreeTable id={id} />
      <Participants id={id} names={names} />
    </>
  )
}

function Participants({ id, names }: { id: string; names: Titles }) {
  const say = useWords(words)
  const decide = useDecide(id)
  const [filter, setFilter] = useState<ParticipantFilter>({})
  const list = useInfiniteQuery(participantsQuery(id, filter))
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
        <ParticipantState
          one={one}
          names={names}
          onAccept={(asked) => answer(asked, 'approved')}
          onDecline={setDeclined}
        />
      ),
    },
    { head: heads.progress, align: 'right', width: 90, cell: ({ progress }) => `${Math.floor(progress * 100)}%` },
    { head: heads.credits, align: 'right', width: 90, wide: true, cell: ({ credits }) => credits },
    { head: heads.missing, align: 'right', width: 110, cell: ({ missing }) => missing ?? '–' },
  ]
  return (
    <Section title={say.standings}>
      <Filters id={id} filter={filter} onChange={setFilter} />
      <Loaded query={{ ...list, data: list.data?.pages.flatMap((page) => page.data) }}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{say.noStandings}</p>
          ) : (
            <ListTable caption={say.standings} columns={columns} rows={rows} />
          )
        }
      </Loaded>
      <LoadMore query={list} />
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
  names: Titles
  onAccept: (asked: Asked) => void
  onDecline: (asked: Asked) => void
}

/** What waits for a decision, with the buttons for it; else where the learner stands. */
function ParticipantState({
  one: { learner, state, applications },
  names,
  onAccept,
  onDecline,
}: ParticipantStateProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const asked = [...(state === 'applied' ? [ENROLMENT] : []), ...applications.map(({ stage }) => stage)]
  if (!useMay('awards.write') || asked.length === 0)
    return <Chip tone={state === 'enrolled' ? 'info' : 'neutral'}>{say.states[state]}</Chip>
  return asked.map((stage) => (
    <Group key={stage} gap={6}>
      {stage !== ENROLMENT && <span>{nameOf(stage, { language, titles: names })}</span>}
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
