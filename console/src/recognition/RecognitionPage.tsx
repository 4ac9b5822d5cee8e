// Applications for credit recognition, and the programmes that take them.
import type { Recognition, RecognitionProgramme } from '@kolleges/api'
import { Button, Select, Tabs } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { useMay } from '../access/session.ts'
import { useFormat, useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable, RowLink } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { type ApplicationFilter, applicationsQuery, programmesQuery } from './queries.ts'
import { words } from './words.ts'

const STATES: Recognition['state'][] = ['submitted', 'decided', 'withdrawn']

export function RecognitionPage() {
  const say = useWords(words)
  const [search, setSearch] = useSearchParams()
  const tab = search.get('tab') === 'programmes' ? 'programmes' : 'applications'
  return (
    <Page title={say.title} lead={say.lead} actions={<MakeButton />}>
      <Tabs
        value={tab}
        onChange={(value) => setSearch(value === 'programmes' ? { tab: 'programmes' } : {}, { replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="applications">{say.applications}</Tabs.Tab>
          <Tabs.Tab value="programmes">{say.programmes}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="applications">{tab === 'applications' && <Applications />}</Tabs.Panel>
        <Tabs.Panel value="programmes">{tab === 'programmes' && <Programmes />}</Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function MakeButton() {
  const say = useWords(words)
  if (!useMay('pathways.write')) return null
  return (
    <Button component={Link} to="/recognition/programmes/new">
      {say.makeProgramme}
    </Button>
  )
}

function Applications() {
  const say = useWords(words)
  const [search, setSearch] = useSearchParams()
  const filter: ApplicationFilter = {
    state: STATES.find((state) => state === search.get('state')),
    programme: search.get('programme') || undefined,
  }
  const change = (name: string, value: string | null) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now)
        value ? next.set(name, value) : next.delete(name)
        return next
      },
      { replace: true },
    )
  const list = useInfiniteQuery(applicationsQuery(filter))
  const rows = list.data?.pages.flatMap((page) => page.data)
  return (
    <>
      <Filters filter={filter} change={change} />
      <Loaded query={{ ...list, data: rows }}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={say.noApplications} text={say.noApplicationsText} />
          ) : (
            <ApplicationTable rows={found} />
          )
        }
      </Loaded>
      <LoadMore query={list} />
    </>
  )
}

function Filters({
  filter,
  change,
}: {
  filter: ApplicationFilter
  change: (name: string, value: string | null) => void
}) {
  const say = useWords(words)
  const { language } = useLanguage()
  const programmes = useInfiniteQuery(programmesQuery())
  const options = programmes.data?.pages.flatMap(({ data }) =>
    data.map(({ id, title }) => ({ value: id, label: title[language] })),
  )
  const exported = filter.programme ? `programme=${filter.programme}&` : ''
  return (
    <div className="filters">
      <Select
        aria-label={say.state}
        placeholder={say.allStates}
        clearable
        w={150}
        value={filter.state ?? null}
        data={STATES.map((value) => ({ value, label: say.states[value] }))}
        onChange={(value) => change('state', value)}
      />
      <Select
        aria-label={say.columns.programme}
        placeholder={say.allProgrammes}
        clearable
        searchable
        w={220}
        value={filter.programme ?? null}
        data={options ?? []}
        onChange={(value) => change('programme', value)}
      />
      <Button component="a" variant="default" href={`/v1/recognition-exports?${exported}format=xlsx`} download>
        {say.exportXlsx}
      </Button>
      <Button component="a" variant="subtle" href={`/v1/recognition-exports?${exported}format=csv`} download>
        {say.exportCsv}
      </Button>
    </div>
  )
}

function ApplicationTable({ rows }: { rows: Recognition[] }) {
  const say = useWords(words)
  const format = useFormat()
  const { language } = useLanguage()
  const heads = say.columns
  const columns: Column<Recognition>[] = [
    { head: heads.learner, cell: ({ id, learner }) => <RowLink to={`/recognition/${id}`}>{learner.name}</RowLink> },
    { head: heads.programme, wide: true, cell: ({ programme }) => programme.title[language] },
    { head: heads.badges, align: 'right', width: 80, wide: true, cell: ({ items }) => items.length },
    {
      head: heads.credits,
      align: 'right',
      width: 110,
      cell: ({ creditsRecognised, creditsProposed }) => say.creditsOf(creditsRecognised, creditsProposed),
    },
    {
      head: heads.state,
      width: 120,
      cell: ({ state }) => <Chip tone={state === 'submitted' ? 'warn' : 'neutral'}>{say.states[state]}</Chip>,
    },
    {
      head: heads.submitted,
      align: 'right',
      width: 130,
      wide: true,
      cell: ({ submittedAt }) => format.date(submittedAt),
    },
  ]
  return <ListTable caption={say.applications} columns={columns} rows={rows} />
}

function Programmes() {
  const say = useWords(words)
  const { language } = useLanguage()
  const list = useInfiniteQuery(programmesQuery())
  const rows = list.data?.pages.flatMap((page) => page.data)
  const heads = say.programmeColumns
  const columns: Column<RecognitionProgramme>[] = [
    {
      head: heads.title,
      cell: ({ id, title }) => <RowLink to={`/recognition/programmes/${id}`}>{title[language]}</RowLink>,
    },
    { head: heads.rows, align: 'right', width: 130, cell: ({ articulations }) => articulations.length },
    { head: heads.waiting, align: 'right', width: 110, cell: ({ counts }) => counts.submitted },
    { head: heads.decided, align: 'right', width: 90, wide: true, cell: ({ counts }) => counts.decided },
    {
      head: heads.open,
      width: 110,
      wide: true,
      cell: ({ open }) => <Chip tone={open ? 'ok' : 'neutral'}>{open ? say.open : say.closed}</Chip>,
    },
  ]
  return (
    <>
      <Loaded query={{ ...list, data: rows }}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={say.noProgrammes} text={say.noProgrammesText} />
          ) : (
            <ListTable caption={say.programmes} columns={columns} rows={found} />
          )
        }
      </Loaded>
      <LoadMore query={list} />
    </>
  )
}
