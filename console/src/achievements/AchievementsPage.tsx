// Every badge of the institution, filtered by state.
import type { Achievement } from '@kolleges/api'
import { draftBadgeDesign } from '@kolleges/design'
import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { useMay } from '../access/session.ts'
import { useInstitution } from '../issuers/queries.ts'
import { common } from '../language/common.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable, RowLink } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { When } from '../ui/When.tsx'
import { BadgePicture } from './BadgePicture.tsx'
import { type AchievementState, achievementsQuery } from './queries.ts'
import { StateChip } from './StateChip.tsx'
import { words } from './words.ts'

const STATES: AchievementState[] = ['draft', 'published', 'retired']

export function AchievementsPage() {
  const say = useWords(words)
  const { all } = useWords(common)
  const [search, setSearch] = useSearchParams()
  const state = STATES.find((known) => known === search.get('state'))
  const list = useInfiniteQuery(achievementsQuery(state))
  const achievements = list.data?.pages.flatMap((page) => page.data)
  return (
    <Page title={say.achievements} lead={say.lead} actions={<NewButton />}>
      <div className="filters">
        <SegmentedControl
          aria-label={say.filter}
          value={state ?? ''}
          onChange={(chosen) => setSearch(chosen ? { state: chosen } : {}, { replace: true })}
          data={[{ value: '', label: all }, ...STATES.map((value) => ({ value, label: say.states[value] }))]}
        />
      </div>
      <Loaded query={{ ...list, data: achievements }}>
        {(rows) => (rows.length === 0 ? <NoAchievements state={state} /> : <AchievementTable rows={rows} />)}
      </Loaded>
      <LoadMore query={list} />
    </Page>
  )
}

function AchievementTable({ rows }: { rows: Achievement[] }) {
  const say = useWords(words)
  return <ListTable caption={say.achievements} columns={useColumns()} rows={rows} />
}

function useColumns(): Column<Achievement>[] {
  const say = useWords(words)
  return [
    {
      head: say.columns.name,
      cell: (achievement) => (
        <span style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
          <BadgePicture design={achievement.design} size={32} />
          <RowLink to={`/achievements/${achievement.id}`}>{achievement.name}</RowLink>
        </span>
      ),
    },
    { head: say.columns.kind, wide: true, width: 140, cell: ({ kind }) => say.kinds[kind] },
    {
      head: say.columns.state,
      width: 120,
      cell: (achievement) => (
        <span style={{ display: 'flex', gap: 4, flexWrap: 'wrap' }}>
          <StateChip achievement={achievement} />
        </span>
      ),
    },
    { head: say.columns.issued, wide: true, align: 'right', width: 90, cell: (one) => say.times(one.issuedCount) },
    { head: say.columns.updated, wide: true, align: 'right', width: 130, cell: (one) => <When at={one.updatedAt} /> },
  ]
}

function NewButton({ primary = true }: { primary?: boolean }) {
  const say = useWords(words)
  if (!useMay('achievements.write')) return null
  return (
    <Button
      component={Link}
      to="/achievements/new"
      variant={primary ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {say.create}
    </Button>
  )
}

function NoAchievements({ state }: { state?: AchievementState }) {
  const say = useWords(words)
  const format = useFormat()
  const institution = useInstitution().data
  if (state)
    return (
      <Empty
        title={say.emptyState}
        text=""
        action={
          <Button variant="default" component={Link} to="/achievements">
            {say.showAll}
          </Button>
        }
      />
    )
  const picture = institution && (
    <BadgePicture
      size={112}
      design={draftBadgeDesign({
        title: say.newTitle,
        institutionName: format.pick(institution.name),
        primary: institution.primaryColor,
        accent: institution.accentColor,
      })}
    />
  )
  return <Empty title={say.emptyTitle} text={say.emptyText} picture={picture} action={<NewButton primary={false} />} />
}
