// Every credential ever issued: searched, filtered, and all of it in the address.
import type { Credential } from '@kolleges/api'
import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { achievementsQuery } from '../achievements/queries.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Empty } from '../ui/Empty.tsx'
import { type Column, ListTable, RowLink } from '../ui/ListTable.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { type CredentialFilter, type CredentialState, credentialsQuery } from './queries.ts'
import { CredentialChip, DeliveryText } from './StateChips.tsx'
import { words } from './words.ts'

const STATES: CredentialState[] = ['pending', 'issued', 'suspended', 'revoked', 'failed']
const SEARCH_AFTER_MS = 300

export function CredentialsPage() {
  const say = useWords(words)
  const { filter, change, clear } = useFilter()
  const list = useInfiniteQuery(credentialsQuery(filter))
  const credentials = list.data?.pages.flatMap((page) => page.data)
  const isFiltered = Object.values(filter).some(Boolean)
  const nothing = isFiltered ? (
    <Empty
      title={say.nothingFound}
      text={say.nothingFoundText}
      action={
        <Button variant="default" onClick={clear}>
          {say.clearFilters}
        </Button>
      }
    />
  ) : (
    <Empty title={say.noCredentials} text={say.noCredentialsText} />
  )
  return (
    <Page title={say.credentials} lead={say.credentialsLead}>
      <Filters filter={filter} change={change} />
      <Loaded query={{ ...list, data: credentials }}>
        {(rows) => (rows.length === 0 ? nothing : <CredentialTable rows={rows} />)}
      </Loaded>
      <LoadMore query={list} />
    </Page>
  )
}

type Change = (part: Partial<Record<keyof CredentialFilter, string>>) => void

function useFilter() {
  const [search, setSearch] = useSearchParams()
  const read = (name: string) => search.get(name) || undefined
  const filter: CredentialFilter = {
    q: read('q'),
    state: STATES.find((state) => state === search.get('state')),
    achievement: read('achievement'),
    award_batch: read('award_batch'),
  }
  const change: Change = (part) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now)
        for (const [name, value] of Object.entries(part)) value ? next.set(name, value) : next.delete(name)
        return next
      },
      { replace: true },
    )
  return { filter, change, clear: () => setSearch({}, { replace: true }) }
}

function Filters({ filter, change }: { filter: CredentialFilter; change: Change }) {
  const say = useWords(words)
  const badges = useInfiniteQuery(achievementsQuery())
  const options = badges.data?.pages.flatMap(({ data }) => data.map(({ id, name }) => ({ value: id, label: name })))
  return (
    <div className="filters">
      <SearchField q={filter.q ?? ''} search={(q) => change({ q })} />
      <Select
        aria-label={say.state}
        placeholder={say.state}
        clearable
        allowDeselect
        w={130}
        value={filter.state ?? null}
        data={STATES.map((value) => ({ value, label: say.states[value] }))}
        onChange={(state) => change({ state: state ?? '' })}
      />
      <Select
        aria-label={say.achievement}
        placeholder={say.allAchievements}
        clearable
        allowDeselect
        searchable
        w={220}
        value={filter.achievement ?? null}
        data={options ?? []}
        onChange={(achievement) => change({ achievement: achievement ?? '' })}
      />
      {filter.award_batch && (
        <Button
          variant="light"
          size="sm"
          onClick={() => change({ award_batch: '' })}
          rightSection="×"
          aria-label={`${say.oneBatch}: ${say.clearFilters}`}
        >
          {say.oneBatch}
        </Button>
      )}
    </div>
  )
}

/** Searches a moment after the last key, so that each letter is not a question of its own. */
function SearchField({ q, search }: { q: string; search: (q: string) => void }) {
  const say = useWords(words)
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts a search
  useEffect(() => {
    if (typed === q) return
    const timer = setTimeout(() => search(typed.trim()), SEARCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <TextInput
      type="search"
      aria-label={say.search}
      placeholder={say.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      flex="1 1 240px"
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}

function CredentialTable({ rows }: { rows: Credential[] }) {
  const say = useWords(words)
  const format = useFormat()
  const heads = say.columns
  const columns: Column<Credential>[] = [
    {
      head: heads.recipient,
      cell: ({ id, recipient }) => (
        <>
          <RowLink to={`/credentials/${id}`}>{recipient.name}</RowLink> <span className="quiet">{recipient.email}</span>
        </>
      ),
    },
    { head: heads.achievement, wide: true, cell: ({ achievement }) => achievement.name },
    { head: heads.state, width: 90, cell: ({ state }) => <CredentialChip state={state} /> },
    { head: heads.delivery, wide: true, width: 90, cell: (credential) => <DeliveryText credential={credential} /> },
    {
      head: heads.issued,
      wide: true,
      align: 'right',
      width: 130,
      cell: ({ validFrom }) => <span className="nowrap">{format.date(validFrom)}</span>,
    },
  ]
  return <ListTable caption={say.credentials} columns={columns} rows={rows} />
}
