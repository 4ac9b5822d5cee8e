// The editor of one design: layers, page, inspector, and the bar above them.
import './editor.css'
import type { Design } from '@kolleges/api'
import type { DesignDocument } from '@kolleges/design'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../language/LanguageProvider.tsx'
import { longestNamesQuery } from '../../learners/queries.ts'
import { toastDone, toastFault } from '../../ui/toasts.tsx'
import { useRestore } from '../queries.ts'
import { AddBar } from './AddBar.tsx'
import { Attach } from './Attach.tsx'
import { Canvas, type CanvasControl } from './Canvas.tsx'
import { useFindings } from './CheckPanel.tsx'
import { Conflict } from './Conflict.tsx'
import { EditorContext } from './editor-context.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { Layers } from './Layers.tsx'
import type { PreviewChoice } from './PreviewPanel.tsx'
import { Publish } from './Publish.tsx'
import { SidePanel } from './SidePanel.tsx'
import { TopBar } from './TopBar.tsx'
import { useClipboard } from './use-clipboard.ts'
import { documentOf, startingDraft, useEditorState, useSaving } from './use-design-editor.ts'
import { useFiles } from './use-files.ts'
import { kitOf, useHouse, useKits } from './use-house.ts'
import { useKeys } from './use-keys.ts'
import { words } from './words.ts'

interface DesignEditorProps {
  design: Design
  document: DesignDocument
}

export function DesignEditor({ design, document }: DesignEditorProps) {
  const say = useWords(words)
  const [start] = useState(() => startingDraft(design, document))
  const [choice, choose] = useState<PreviewChoice>({ person: 'sample', longestName: null, columns: {} })
  const [kitId, setKit] = useState(design.brandKit)
  const rollName = useRollName()
  const house = useHouse(start.document, kitOf(useKits().data, kitId))
  const wish = { ...choice, longestName: choice.longestName ?? rollName, house }
  const editor = useEditorState(start, wish)
  const saving = useSaving(design, editor, start.isRecovered)
  const files = useFiles(design, editor, saving)
  const findings = useFindings(editor)
  const [isHelping, setHelping] = useState(false)
  const [asking, setAsking] = useState<'publish' | 'attach' | null>(null)
  const control = useRef<CanvasControl | null>(null)
  useKeys({ editor, control, help: () => setHelping(true) })
  useClipboard({ editor, takePicture: files.takePicture })
  useTold(start.isRecovered ? say.recovered : null, editor.state.refusal ? say.refusals[editor.state.refusal] : null)
  const onRestore = useRestoring(design, editor.act, saving.saver.goOn)
  const wear = (kit: string | null) => {
    setKit(kit)
    saving.saver.changed({ brandKit: kit })
  }
  return (
    <EditorContext.Provider value={editor}>
      <div className="design-editor">
        <a href="#main" className="skip-link">
          {say.skip}
        </a>
        <TopBar
          design={design}
          saving={saving}
          files={files}
          onHelp={() => setHelping(true)}
          onPublish={() => setAsking('publish')}
          onAttach={() => setAsking('attach')}
        />
        {!editor.mayWrite && <p className="design-banner">{say.readOnly}</p>}
        {saving.state === 'conflict' && <Conflict design={design} saver={saving.saver} />}
        <div className="design-desk">
          <aside className="design-left" aria-label={say.layers}>
            <AddBar />
            <Layers />
          </aside>
          <main id="main" className="design-main" tabIndex={-1}>
            <Canvas control={control} />
          </main>
          <SidePanel
            design={design}
            findings={findings}
            preview={{ choice, choose, rollName }}
            brand={{ kitId, wear }}
            onRestore={onRestore}
          />
        </div>
        <KeysHelp isOpen={isHelping} onClose={() => setHelping(false)} />
        <Publish
          design={design}
          saver={saving.saver}
          findings={findings}
          isOpen={asking === 'publish'}
          onClose={() => setAsking(null)}
          onPublished={() => setAsking('attach')}
        />
        <Attach design={design} isOpen={asking === 'attach'} onClose={() => setAsking(null)} />
      </div>
    </EditorContext.Provider>
  )
}

/** Of everybody in the roll, measured by the server as it will be drawn. */
const useRollName = (): string | null => useQuery(longestNamesQuery).data?.name ?? null

/** Says once what was recovered, and each time why something was not taken. */
function useTold(recovered: string | null, refusal: string | null): void {
  useEffect(() => {
    if (recovered) toastDone(recovered)
  }, [recovered])
  useEffect(() => {
    if (refusal) toastFault(refusal)
  }, [refusal])
}

function useRestoring(
  design: Design,
  act: (action: { do: 'take'; document: DesignDocument }) => void,
  goOn: (revision: number, keepsMine: boolean) => void,
) {
  const say = useWords(words)
  const restore = useRestore(design.id)
  return async (version: string) => {
    const restored = await restore.mutateAsync(version)
    const document = documentOf(restored)
    if (!document) return
    act({ do: 'take', document })
    goOn(restored.revision, false)
    toastDone(say.restored)
  }
}
