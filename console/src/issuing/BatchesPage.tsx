// Everything that was issued together, newest first.
import type { AwardBatch } from '@kolleges/api'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useMay } from '../access/session.ts'
import { grouped } from '../language/format.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable, RowLink } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { When } from '../ui/When.tsx'
import { batchesQuery } from './queries.ts'
import { BatchChip } from './StateChips.tsx'
import { words } from './words.ts'

export function BatchesPage() {
  const say = useWords(words)
  const list = useInfiniteQuery(batchesQuery())
  const batches = list.data?.pages.flatMap((page) => page.data)
  return (
    <Page title={say.batches} lead={say.batchesLead} actions={<IssueButton />}>
      <Loaded query={{ ...list, data: batches }}>
        {(rows) =>
          rows.length === 0 ? <Empty title={say.noBatches} text={say.noBatchesText} /> : <BatchTable batches={rows} />
        }
      </Loaded>
      <LoadMore query={list} />
    </Page>
  )
}

function IssueButton() {
  const say = useWords(words)
  if (!useMay('awards.write')) return null
  return (
    <Button component={Link} to="/issue">
      {say.issue}
    </Button>
  )
}

export function BatchTable({ batches }: { batches: AwardBatch[] }) {
  const say = useWords(words)
  const heads = say.batchColumns
  const columns: Column<AwardBatch>[] = [
    { head: heads.badge, cell: (batch) => <RowLink to={`/batches/${batch.id}`}>{batch.achievement.name}</RowLink> },
    { head: heads.state, width: 110, cell: (batch) => <BatchChip state={batch.state} /> },
    {
      head: heads.people,
      align: 'right',
      width: 110,
      cell: ({ counts }) =>
        counts.failed > 0 ? `${grouped(counts.issued)} / ${grouped(counts.total)}` : grouped(counts.total),
    },
    { head: heads.by, wide: true, cell: (batch) => <span className="quiet">{batch.requestedBy}</span> },
    { head: heads.when, wide: true, align: 'right', width: 140, cell: (batch) => <When at={batch.createdAt} /> },
  ]
  return <ListTable caption={say.batches} columns={columns} rows={batches} />
}
