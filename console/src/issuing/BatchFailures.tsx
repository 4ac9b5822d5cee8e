// Who could not be issued to, and why.
import type { Credential } from '@kolleges/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWords } from '../language/LanguageProvider.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { credentialsQuery } from './queries.ts'
import { words } from './words.ts'

export function BatchFailures({ batchId }: { batchId: string }) {
  const say = useWords(words)
  const list = useInfiniteQuery(credentialsQuery({ award_batch: batchId, state: 'failed' }))
  const failed = list.data?.pages.flatMap((page) => page.data)
  const columns = [
    { head: say.columns.recipient, cell: ({ recipient }: Credential) => `${recipient.name} · ${recipient.email}` },
    { head: say.failure, cell: ({ failure }: Credential) => failure ?? '' },
  ]
  return (
    <>
      <Loaded query={{ ...list, data: failed }}>
        {(rows) => <ListTable caption={say.failedTitle} columns={columns} rows={rows} />}
      </Loaded>
      <LoadMore query={list} />
    </>
  )
}
