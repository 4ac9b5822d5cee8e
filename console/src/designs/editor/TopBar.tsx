// Above the page: where it leads back to, the name, undo and redo, how saving stands, files, publishing.
import type { Design } from '@kolleges/api'
import { Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconChevronLeft, IconKeyboard } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { useWords } from '../../language/LanguageProvider.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useEditor } from './editor-context.ts'
import type { Saving } from './use-design-editor.ts'
import type { FileActions } from './use-files.ts'
import { words } from './words.ts'

interface TopBarProps {
  design: Design
  saving: Saving
  files: FileActions
  onHelp: () => void
  onPublish: () => void
  onAttach: () => void
}

export function TopBar({ design, saving, files, onHelp, onPublish, onAttach }: TopBarProps) {
  const say = useWords(words)
  const { state, act, mayWrite } = useEditor()
  return (
    <header className="design-top">
      <Link to="/designs" className="design-back" aria-label={say.back} title={say.back}>
        <IconChevronLeft size={20} aria-hidden />
      </Link>
      <NameField design={design} saving={saving} />
      <StateMark design={design} isChanged={saving.state !== 'saved'} />
      {mayWrite && <SavingMark saving={saving} />}
      <span className="design-top-gap" />
      {mayWrite && (
        <>
          <button
            type="button"
            className="design-tool"
            aria-label={say.undo}
            title={say.undo}
            disabled={state.undo.length === 0}
            onClick={() => act({ do: 'undo' })}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </button>
          <button
            type="button"
            className="design-tool"
            aria-label={say.redo}
            title={say.redo}
            disabled={state.redo.length === 0}
            onClick={() => act({ do: 'redo' })}
          >
            <IconArrowForwardUp size={18} aria-hidden />
          </button>
        </>
      )}
      <button type="button" className="design-tool" aria-label={say.help} title={say.help} onClick={onHelp}>
        <IconKeyboard size={18} aria-hidden />
      </button>
      <FileMenu files={files} isBadge={design.kind === 'badge'} onAttach={onAttach} />
      {mayWrite && <Button onClick={onPublish}>{say.publish}</Button>}
    </header>
  )
}

function NameField({ design, saving }: { design: Design; saving: Saving }) {
  const say = useWords(words)
  const { mayWrite } = useEditor()
  const [name, setName] = useState(design.name)
  useEffect(() => setName(design.name), [design.name])
  const keep = () => {
    const wished = name.trim()
    if (wished === '') setName(design.name)
    else if (wished !== design.name) saving.saver.changed({ name: wished })
  }
  return (
    <>
      <h1 className="sr-only" tabIndex={-1}>
        {name}
      </h1>
      <input
        className="design-name"
        aria-label={say.rename}
        value={name}
        maxLength={80}
        disabled={!mayWrite}
        style={{ width: `${Math.max(8, [...name].length * 1.1 + 2)}em` }}
        onChange={(event) => setName(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </>
  )
}

function StateMark({ design, isChanged }: { design: Design; isChanged: boolean }) {
  const say = useWords(words)
  if (design.version === null) return <Chip>{say.draftMark}</Chip>
  if (design.hasUnpublishedChanges || isChanged) return <Chip tone="warn">{say.changedMark(design.version)}</Chip>
  return <Chip tone="ok">{say.publishedMark(design.version)}</Chip>
}

function SavingMark({ saving: { state, saver } }: { saving: Saving }) {
  const say = useWords(words)
  return (
    <span
      className="design-saving"
      data-state={state}
      role="status"
      title={state === 'kept' ? say.keptMeans : undefined}
    >
      {say.saving[state]}
      {state === 'kept' && (
        <button type="button" className="text-button" onClick={() => void saver.flush()}>
          {say.saveAgain}
        </button>
      )}
    </span>
  )
}

function FileMenu({ files, isBadge, onAttach }: { files: FileActions; isBadge: boolean; onAttach: () => void }) {
  const say = useWords(words)
  const { mayWrite } = useEditor()
  const formats = isBadge ? (['png', 'svg'] as const) : (['pdf', 'png', 'svg'] as const)
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <Button variant="default">{say.fileMenu}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite && !isBadge && <Menu.Item onClick={onAttach}>{say.attach}</Menu.Item>}
        {mayWrite && <Menu.Item onClick={files.choosePicture}>{say.importPicture}</Menu.Item>}
        {mayWrite && <Menu.Item onClick={files.chooseDesign}>{say.importJson}</Menu.Item>}
        <Menu.Item onClick={files.exportDesign}>{say.exportJson}</Menu.Item>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => files.download(format)}>
            {say.download[format]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
