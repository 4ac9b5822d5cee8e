// Every micro-degree of the institution, newest first.
import type { Pathway } from '@kolleges/api'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useMay } from '../access/session.ts'
import { grouped } from '../language/format.ts'
import { useLanguage, useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable, RowLink } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { PathwayState } from './PathwayState.tsx'
import { pathwaysQuery } from './queries.ts'
import { words } from './words.ts'

export function PathwaysPage() {
  const say = useWords(words)
  const list = useInfiniteQuery(pathwaysQuery())
  const pathways = list.data?.pages.flatMap((page) => page.data)
  return (
    <Page title={say.pathways} lead={say.lead} actions={<MakeButton isPrimary />}>
      <Loaded query={{ ...list, data: pathways }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say.none} text={say.noneText} action={<MakeButton />} />
          ) : (
            <PathwayTable pathways={rows} />
          )
        }
      </Loaded>
      <LoadMore query={list} />
    </Page>
  )
}

function MakeButton({ isPrimary = false }: { isPrimary?: boolean }) {
  const say = useWords(words)
  if (!useMay('pathways.write')) return null
  return (
    <Button component={Link} to="/pathways/new" variant={isPrimary ? 'filled' : 'default'}>
      {say.make}
    </Button>
  )
}

function PathwayTable({ pathways }: { pathways: Pathway[] }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const heads = say.columns
  const columns: Column<Pathway>[] = [
    { head: heads.title, cell: ({ id, title }) => <RowLink to={`/pathways/${id}`}>{title[language]}</RowLink> },
    { head: heads.state, width: 150, cell: (pathway) => <PathwayState pathway={pathway} /> },
    { head: heads.enrolled, align: 'right', width: 90, wide: true, cell: ({ counts }) => grouped(counts.enrolled) },
    { head: heads.awarded, align: 'right', width: 90, cell: ({ counts }) => grouped(counts.awarded) },
    { head: heads.review, align: 'right', width: 110, cell: ({ counts }) => grouped(counts.review) },
  ]
  return <ListTable caption={say.pathways} columns={columns} rows={pathways} />
}
