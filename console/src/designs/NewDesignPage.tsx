// The gallery: every template in the institution's colours, an empty page, or a file from elsewhere.
import './designs.css'
import type { PageId } from '@kolleges/design'
import { Button, FileButton, Select, Tabs } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useInstitution } from '../issuers/queries.ts'
import { useFormat, useWords } from '../language/LanguageProvider.tsx'
import { Later } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { toastFault } from '../ui/toasts.tsx'
import { DesignPicture } from './DesignPicture.tsx'
import { readDesign } from './editor/files.ts'
import { type GalleryItem, galleryOf } from './gallery.ts'
import { type DesignKind, useBeginDesign } from './queries.ts'
import { useSimpleHouse } from './simple-house.ts'
import { words } from './words.ts'

const CERTIFICATE_PAGES: PageId[] = ['a4-portrait', 'a4-landscape', 'wide']

export function NewDesignPage() {
  const say = useWords(words)
  const [params, setParams] = useSearchParams()
  const kind: DesignKind = params.get('kind') === 'badge' ? 'badge' : 'certificate'
  return (
    <Page
      wide
      title={say.chooseTitle}
      lead={say.chooseLead}
      back={{ to: '/designs', label: say.designs }}
      actions={<ImportButton />}
    >
      <Tabs value={kind} onChange={(next) => setParams({ kind: next ?? 'certificate' }, { replace: true })}>
        <Tabs.List mb="md">
          <Tabs.Tab value="certificate">{say.certificates}</Tabs.Tab>
          <Tabs.Tab value="badge">{say.badges}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={kind}>
          <Gallery key={kind} kind={kind} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}

function useBegin() {
  const navigate = useNavigate()
  const begin = useBeginDesign()
  return {
    isBusy: begin.isPending,
    start: (body: Parameters<typeof begin.mutate>[0]) =>
      begin.mutate(body, { onSuccess: ({ id }) => void navigate(`/designs/${id}`) }),
  }
}

function ImportButton() {
  const say = useWords(words)
  const { start, isBusy } = useBegin()
  const read = async (file: File) => {
    const found = readDesign(await file.text())
    if (found.outcome === 'refused') return toastFault(found.isNewer ? say.tooNew : say.notADesign)
    const { document } = found
    const name =
      file.name
        .replace(/\.json$/i, '')
        .slice(0, 80)
        .trim() || say.imported
    const kind = document.page === 'badge' ? 'badge' : 'certificate'
    start({ kind, name, document: document as unknown as Record<string, unknown> })
  }
  return (
    <FileButton accept="application/json,.json" onChange={(file) => file && void read(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={isBusy}
          leftSection={<IconFileImport size={16} aria-hidden />}
          title={say.fromFileHint}
        >
          {say.fromFile}
        </Button>
      )}
    </FileButton>
  )
}

function Gallery({ kind }: { kind: DesignKind }) {
  const say = useWords(words)
  const { language } = useFormat()
  const institution = useInstitution().data
  const house = useSimpleHouse()
  const { start, isBusy } = useBegin()
  const [page, setPage] = useState<string>('')
  const items = useMemo(
    () => (institution ? galleryOf(kind, institution, language) : []),
    [kind, institution, language],
  )
  if (!institution) return <Later>{null}</Later>
  const shown = items.filter(({ document }) => page === '' || document.page === page)
  const blankPage = kind === 'badge' ? 'badge' : ((page || 'a4-portrait') as PageId)
  const blank = kind === 'badge' ? say.blankBadge : say.blank
  return (
    <>
      {kind === 'certificate' && (
        <div className="filters">
          <Select
            aria-label={say.page}
            value={page}
            onChange={(chosen) => setPage(chosen ?? '')}
            data={[
              { value: '', label: say.allPages },
              ...CERTIFICATE_PAGES.map((value) => ({ value, label: say.pages[value] })),
            ]}
          />
        </div>
      )}
      <ul className="design-cards" aria-label={say.chooseTitle} aria-busy={isBusy}>
        <li className="design-card">
          <span className="design-picture">
            <IconPlus size={32} stroke={1.2} aria-hidden />
          </span>
          <button
            type="button"
            className="design-card-pick"
            disabled={isBusy}
            onClick={() => start({ kind, name: blank, page: blankPage })}
          >
            {blank}
          </button>
        </li>
        {shown.map((item) => (
          <GalleryCard
            key={item.id}
            item={item}
            house={house}
            isBusy={isBusy}
            onPick={() => start({ kind, name: item.name, template: item.id })}
          />
        ))}
      </ul>
    </>
  )
}

interface GalleryCardProps {
  item: GalleryItem
  house: React.ComponentProps<typeof DesignPicture>['house']
  isBusy: boolean
  onPick: () => void
}

function GalleryCard({ item, house, isBusy, onPick }: GalleryCardProps) {
  return (
    <li className="design-card">
      <DesignPicture document={item.document} house={house} />
      <button type="button" className="design-card-pick" disabled={isBusy} onClick={onPick}>
        {item.name}
        {item.describes && <small>{item.describes}</small>}
      </button>
    </li>
  )
}
