// The editor of one badge: its fields, its picture, and what can be done with it.
import type { Achievement } from '@kolleges/api'
import { Alert, Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useMay } from '../access/session.ts'
import { problemOf } from '../api.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Page } from '../ui/Page.tsx'
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx'
import type { AchievementForm } from './achievement-form.ts'
import { CertificateFields } from './CertificateFields.tsx'
import { ContentFields } from './ContentFields.tsx'
import { DesignFields } from './DesignFields.tsx'
import { DetailFields } from './DetailFields.tsx'
import { EditorActions } from './EditorActions.tsx'
import { Preview } from './Preview.tsx'
import { achievementQuery } from './queries.ts'
import { StateChip } from './StateChip.tsx'
import { useEditor } from './use-editor.ts'
import { words } from './words.ts'

interface AchievementEditorProps {
  initialValues: AchievementForm
  achievement?: Achievement
}

export function AchievementEditor({ initialValues, achievement }: AchievementEditorProps) {
  const say = useWords(words)
  const editor = useEditor(initialValues, achievement)
  const isLocked = !useMay('achievements.write')
  useHotkeys([['mod+S', () => void editor.saveAlone()]], [])
  const { form, known } = editor
  return (
    <Page
      wide
      title={known?.name ?? say.newTitle}
      back={{ to: '/achievements', label: say.achievements }}
      mark={known && <StateChip achievement={known} />}
      lead={known?.version ? say.version(known.version) : undefined}
    >
      <UnsavedGuard when={form.isDirty() && !isLocked} letGo={editor.mayLeave} />
      {isLocked && (
        <Alert color="ink" mb="md">
          {say.readOnly}
        </Alert>
      )}
      {problemOf(editor.fault)?.code === 'edit-conflict' && known && <Conflict id={known.id} take={editor.take} />}
      <div className="editor">
        <div className="editor-side">
          <Preview form={form.values} />
        </div>
        <div className="editor-fields">
          <ContentFields form={form} disabled={isLocked} />
          <DesignFields form={form} disabled={isLocked} />
          <CertificateFields form={form} disabled={isLocked} />
          <DetailFields form={form} disabled={isLocked} />
        </div>
      </div>
      {!isLocked && <EditorActions editor={editor} />}
    </Page>
  )
}

function Conflict({ id, take }: { id: string; take: (achievement: Achievement) => void }) {
  const say = useWords(words)
  const client = useQueryClient()
  const load = async () => take(await client.fetchQuery({ ...achievementQuery(id), staleTime: 0 }))
  return (
    <Alert color="red" mb="md" role="alert" title={say.conflict}>
      <Button size="xs" variant="default" onClick={() => void load()}>
        {say.reloadTheirs}
      </Button>
    </Alert>
  )
}
