// The append-only trail, newest first.
import type { AuditEntry } from '@kolleges/api'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { words as accessWords } from '../access/words.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { auditQuery } from './queries.ts'
import { words } from './words.ts'

export function AuditPage() {
  const say = useWords(words)
  const list = useInfiniteQuery(auditQuery())
  const entries = list.data?.pages.flatMap((page) => page.data)
  return (
    <Page title={say.audit} lead={say.lead}>
      <Loaded query={{ ...list, data: entries }}>
        {(rows) => (rows.length === 0 ? <Empty title={say.none} text={say.noneText} /> : <AuditTable rows={rows} />)}
      </Loaded>
      <LoadMore query={list} />
    </Page>
  )
}

function AuditTable({ rows }: { rows: AuditEntry[] }) {
  const say = useWords(words)
  const format = useFormat()
  const heads = say.columns
  const columns: Column<AuditEntry>[] = [
    { head: heads.when, width: 190, cell: ({ at }) => <time dateTime={at}>{format.date(at, 'moment')}</time> },
    { head: heads.actor, wide: true, width: 230, cell: ({ actor }) => actor },
    { head: heads.action, cell: (entry) => <Action entry={entry} /> },
    { head: heads.details, wide: true, cell: ({ details }) => <Details details={details} /> },
  ]
  return <ListTable caption={say.audit} columns={columns} rows={rows} />
}

/** Where the subject of an entry can be looked at. */
const PAGES: Record<string, (id: string) => string> = {
  achievement: (id) => `/achievements/${id}`,
  'award-batch': (id) => `/batches/${id}`,
  credential: (id) => `/credentials/${id}`,
}

function Action({ entry: { action, subject, actor } }: { entry: AuditEntry }) {
  const say = useWords(words)
  const sentence = say.actions[action] ?? action
  const to = PAGES[subject.kind]?.(subject.id)
  return (
    <>
      {to ? <Link to={to}>{sentence}</Link> : sentence}
      <span className="quiet phone-only">{actor}</span>
    </>
  )
}

function Details({ details }: { details: AuditEntry['details'] }) {
  const say = useWords(words)
  const people = useWords(accessWords)
  const spoken: Record<string, string> = { ...people.roles, active: people.active, deactivated: people.deactivated }
  const told = Object.entries(say.details).flatMap(([name, label]) => {
    const value = readable(details[name], spoken)
    return value === null ? [] : `${label} ${value}`
  })
  return <span className="quiet">{told.join(' · ')}</span>
}

/** A text or number as it is, a change as what it was and became, anything else left to the raw trail. */
function readable(value: unknown, spoken: Record<string, string>): string | null {
  if (typeof value === 'string' || typeof value === 'number') return spoken[value] ?? String(value)
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return null
  return value.from === value.to ? null : `${readable(value.from, spoken)} → ${readable(value.to, spoken)}`
}
