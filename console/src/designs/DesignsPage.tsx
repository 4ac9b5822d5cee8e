// Every design of the institution, with its picture; search, copy, put away.
import './designs.css'
import { type Design, mayRole } from '@kolleges/api'
import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useMay, useSession } from '../access/session.ts'
import { useInstitution } from '../issuers/queries.ts'
import { common } from '../language/common.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { LoadMore } from '../ui/LoadMore.tsx'
import { Page } from '../ui/Page.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { When } from '../ui/When.tsx'
import { DesignPicture } from './DesignPicture.tsx'
import type { House } from './editor/preview-data.ts'
import { type DesignKind, designsQuery, useArchiveDesign, useCopyDesign } from './queries.ts'
import { useSimpleHouse } from './simple-house.ts'
import { words } from './words.ts'

const KINDS: DesignKind[] = ['certificate', 'badge']
const TYPING_MS = 250

export function DesignsPage() {
  const say = useWords(words)
  const { all } = useWords(common)
  const [params, setParams] = useSearchParams()
  const kind = KINDS.find((known) => known === params.get('kind'))
  const [typed, setTyped] = useState(params.get('q') ?? '')
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS)
  const list = useInfiniteQuery(designsQuery(kind, q))
  const designs = list.data?.pages.flatMap((page) => page.data)
  const house = useSimpleHouse()
  const isFiltered = kind !== undefined || q !== ''
  const clear = () => {
    setTyped('')
    setParams({}, { replace: true })
  }
  return (
    <Page wide title={say.designs} lead={say.lead} actions={<NewButton />}>
      <div className="filters">
        <SegmentedControl
          aria-label={say.kind}
          value={kind ?? ''}
          onChange={(chosen) => setParams(chosen ? { kind: chosen } : {}, { replace: true })}
          data={[{ value: '', label: all }, ...KINDS.map((value) => ({ value, label: say.kinds[value] }))]}
        />
        <TextInput
          type="search"
          aria-label={say.search}
          placeholder={say.searchPlaceholder}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Loaded query={{ ...list, data: designs }}>
        {(rows) => {
          if (rows.length > 0) return <Cards designs={rows} house={house} />
          return isFiltered ? (
            <NoneFound onClear={clear} />
          ) : (
            <Empty title={say.emptyTitle} text={say.emptyText} action={<NewButton isQuiet />} />
          )
        }}
      </Loaded>
      <LoadMore query={list} />
    </Page>
  )
}

function NewButton({ isQuiet }: { isQuiet?: boolean }) {
  const say = useWords(words)
  if (!useMay('achievements.write')) return null
  return (
    <Button
      component={Link}
      to="/designs/new"
      variant={isQuiet ? 'default' : 'filled'}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {say.create}
    </Button>
  )
}

function NoneFound({ onClear }: { onClear: () => void }) {
  const say = useWords(words)
  return (
    <Empty
      title={say.noneFoundTitle}
      text={say.noneFoundText}
      action={
        <Button variant="default" onClick={onClear}>
          {say.showAll}
        </Button>
      }
    />
  )
}

function Cards({ designs, house }: { designs: Design[]; house: House }) {
  const say = useWords(words)
  return (
    <ul className="design-cards" aria-label={say.designs}>
      {designs.map((design) => (
        <li key={design.id} className="design-card">
          <DesignPicture document={design.document} house={house} />
          <div className="design-card-words">
            <Link to={`/designs/${design.id}`} className="row-link">
              {design.name}
            </Link>
            <span className="design-card-facts">
              {say.kinds[design.kind]} · <When at={design.updatedAt} />
            </span>
            <span className="design-card-facts">
              <State design={design} /> {design.usedBy.length > 0 && say.usedBy(design.usedBy.length)}
            </span>
          </div>
          <CardMenu design={design} />
        </li>
      ))}
    </ul>
  )
}

function State({ design }: { design: Design }) {
  const say = useWords(words)
  if (design.version === null) return <Chip>{say.states.draft}</Chip>
  return (
    <>
      <Chip tone="ok">{say.version(design.version)}</Chip>
      {design.hasUnpublishedChanges && <Chip tone="warn">{say.unpublished}</Chip>}
    </>
  )
}

function CardMenu({ design }: { design: Design }) {
  const say = useWords(words)
  const { pick } = useFormat()
  const { memberships } = useSession()
  const here = useInstitution().data
  const copy = useCopyDesign()
  const archive = useArchiveDesign()
  const [isAsking, setAsking] = useState(false)
  if (!useMay('achievements.write')) return null
  const others = memberships.filter(({ slug, role }) => slug !== here?.slug && mayRole(role, 'achievements.write'))
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <button type="button" className="design-card-more above-row-link" aria-label={say.actions(design.name)}>
            <IconDots size={18} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() =>
              copy.mutate(
                { id: design.id, name: say.copyOf(design.name) },
                { onSuccess: () => toastDone(say.duplicated) },
              )
            }
          >
            {say.duplicate}
          </Menu.Item>
          {others.length > 0 && <Menu.Label>{say.toOther}</Menu.Label>}
          {others.map(({ slug, name }) => (
            <Menu.Item
              key={slug}
              onClick={() =>
                copy.mutate(
                  { id: design.id, institution: slug },
                  { onSuccess: () => toastDone(say.copied(pick(name))) },
                )
              }
            >
              {pick(name)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setAsking(true)}>{say.remove}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={isAsking}
        title={say.removeTitle}
        text={say.removeText}
        action={say.remove}
        danger
        busy={archive.isPending}
        onConfirm={() =>
          archive.mutate(design.id, {
            onSuccess: () => {
              setAsking(false)
              toastDone(say.removed)
            },
          })
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}
