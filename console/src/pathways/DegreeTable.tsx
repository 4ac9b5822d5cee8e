// Who has reached the micro-degree: awarded, waiting, or for somebody to decide about.
import type { Degree } from '@kolleges/api'
import { Button, Group, Modal, Select, SimpleGrid, Textarea } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../access/session.ts'
import { common } from '../language/common.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { type Column, ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Section } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { AwardAll } from './AwardAll.tsx'
import { type DegreeDecisionInput, degreesQuery, useDecideDegree, useProgress } from './queries.ts'
import { staffWords } from './staff-words.ts'
import { words } from './words.ts'

export function DegreeTable({ id }: { id: string }) {
  const say = useWords(words)
  const staff = useWords(staffWords)
  const [state, setState] = useState<Degree['state'] | null>(null)
  const list = useInfiniteQuery(degreesQuery(id, state ?? undefined))
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
      <Group justify="space-between" align="end" mb="sm">
        <Select
          label={say.degreeColumns.state}
          placeholder={staff.anyone}
          data={Object.entries(say.degreeStates).map(([value, label]) => ({ value, label }))}
          value={state}
          clearable
          maw={260}
          onChange={(chosen) => setState(chosen as Degree['state'] | null)}
        />
        <AwardAll id={id} />
      </Group>
      <Loaded query={{ ...list, data: list.data?.pages.flatMap((page) => page.data) }}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="quiet">{state === null ? say.noDegrees : staff.noneSo}</p>
          ) : (
            <ListTable caption={say.degrees} columns={columns} rows={rows} />
          )
        }
      </Loaded>
      <LoadMore query={list} />
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
