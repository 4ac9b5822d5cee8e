// What the design was: published versions and states saved along the way, to look at and to go back to.
import type { DesignVersion } from '@kolleges/api'
import { bind, layOut, parseDocument } from '@kolleges/design'
import { useMemo, useState } from 'react'
import { useFormat, useWords } from '../../language/LanguageProvider.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Confirm } from '../../ui/Confirm.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { useVersion, useVersions } from '../queries.ts'
import { words as designWords } from '../words.ts'
import { Drawing } from './Drawing.tsx'
import { useEditor } from './editor-context.ts'
import { words } from './words.ts'

interface HistoryPanelProps {
  id: string
  onRestore: (version: string) => Promise<void>
}

export function HistoryPanel({ id, onRestore }: HistoryPanelProps) {
  const say = useWords(words)
  const versions = useVersions(id)
  const [looked, look] = useState<string | null>(null)
  const [wanted, want] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const restore = async () => {
    if (!wanted) return
    setBusy(true)
    await onRestore(wanted).finally(() => setBusy(false))
    want(null)
  }
  return (
    <section aria-label={say.history}>
      <h2>{say.history}</h2>
      <p className="design-hint">{say.historyLead}</p>
      <Loaded query={{ ...versions, data: versions.data?.data }}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="design-hint">{say.noHistory}</p>
          ) : (
            <ul className="design-findings">
              {rows.map((row) => (
                <Row
                  key={row.id}
                  id={id}
                  row={row}
                  isLooked={looked === row.id}
                  onLook={() => look(looked === row.id ? null : row.id)}
                  onWant={() => want(row.id)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Confirm
        opened={wanted !== null}
        title={say.restoreTitle}
        text={say.restoreText}
        action={say.restore}
        busy={isBusy}
        onConfirm={() => void restore()}
        onClose={() => want(null)}
      />
    </section>
  )
}

interface RowProps {
  id: string
  row: DesignVersion
  isLooked: boolean
  onLook: () => void
  onWant: () => void
}

function Row({ id, row, isLooked, onLook, onWant }: RowProps) {
  const say = useWords(words)
  const { version: numbered } = useWords(designWords)
  const format = useFormat()
  const { mayWrite } = useEditor()
  return (
    <li>
      <div className="design-finding-head">
        {row.version === null ? <Chip>{say.savedAt}</Chip> : <Chip tone="ok">{numbered(row.version)}</Chip>}
        <span>{format.date(row.at, 'moment')}</span>
      </div>
      <p className="design-hint">{row.by}</p>
      {isLooked && <Past id={id} versionId={row.id} />}
      <div className="design-finding-acts">
        <button type="button" className="design-small-button" aria-expanded={isLooked} onClick={onLook}>
          {say.look}
        </button>
        {mayWrite && (
          <button type="button" className="design-small-button" onClick={onWant}>
            {say.restore}
          </button>
        )}
      </div>
    </li>
  )
}

function Past({ id, versionId }: { id: string; versionId: string }) {
  const { sheet } = useEditor()
  const past = useVersion(id, versionId)
  return <Loaded query={past}>{({ document }) => <PastDrawing document={document} data={sheet.data} />}</Loaded>
}

function PastDrawing({ document, data }: { document: unknown; data: Parameters<typeof bind>[1] }) {
  const say = useWords(words)
  const scene = useMemo(() => {
    const parsed = parseDocument(document)
    return parsed.outcome === 'parsed' ? layOut(bind(parsed.document, data)).scene : null
  }, [document, data])
  if (!scene) return <p className="design-hint">{say.drawFailed}</p>
  return (
    <div className="design-past" style={{ aspectRatio: `${scene.width} / ${scene.height}` }}>
      <Drawing scene={scene} />
    </div>
  )
}
