// Two people saved one design: lets the one who came second choose, and keeps the other state as a copy.
import type { Design } from '@kolleges/api'
import { Alert, Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../language/LanguageProvider.tsx'
import { loadDesign, useBeginDesign, useCopyDesign } from '../queries.ts'
import { words as designWords } from '../words.ts'
import { useEditor } from './editor-context.ts'
import type { Saver } from './saver.ts'
import { documentOf } from './use-design-editor.ts'
import { words } from './words.ts'

export function Conflict({ design, saver }: { design: Design; saver: Saver }) {
  const say = useWords(words)
  const { copyOf } = useWords(designWords)
  const editor = useEditor()
  const [isBusy, setBusy] = useState(false)
  const begin = useBeginDesign()
  const copy = useCopyDesign()
  const name = copyOf(design.name)
  const keepMine = async () => {
    await copy.mutateAsync({ id: design.id, name })
    const theirs = await loadDesign(design.id)
    saver.goOn(theirs.revision, true)
  }
  const takeTheirs = async () => {
    const mine = editor.state.document as unknown as Record<string, unknown>
    await begin.mutateAsync({ kind: design.kind, name, document: mine })
    const theirs = await loadDesign(design.id)
    const document = documentOf(theirs)
    if (!document) return
    saver.goOn(theirs.revision, false)
    editor.act({ do: 'take', document })
  }
  const run = (choice: () => Promise<void>) => {
    setBusy(true)
    void choice()
      .catch(() => undefined) // the mutation has told it already, and the choice stays open
      .finally(() => setBusy(false))
  }
  return (
    <Alert color="red" role="alert" title={say.conflictTitle} radius={0}>
      <p className="design-hint">{say.conflictText}</p>
      <Group gap="xs">
        <Button size="xs" loading={isBusy} onClick={() => run(takeTheirs)}>
          {say.takeTheirs}
        </Button>
        <Button size="xs" variant="default" loading={isBusy} onClick={() => run(keepMine)}>
          {say.keepMine}
        </Button>
      </Group>
    </Alert>
  )
}
