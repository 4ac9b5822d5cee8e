// The bar under the editor: save, publish, and what else this badge's state allows.
import type { Achievement } from '@kolleges/api'
import { ActionIcon, Alert, Button, Menu } from '@mantine/core'
import { IconDots, IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../access/session.ts'
import { problemOf } from '../api.ts'
import { useWords } from '../language/LanguageProvider.tsx'
import { Confirm } from '../ui/Confirm.tsx'
import { toastDone } from '../ui/toasts.tsx'
import { certificateWords } from './certificate-words.ts'
import { useAchievementStep } from './queries.ts'
import type { useEditor } from './use-editor.ts'
import { words } from './words.ts'

type Editor = ReturnType<typeof useEditor>

export function EditorActions({ editor }: { editor: Editor }) {
  const say = useWords(words)
  const { known, form } = editor
  const isDirty = form.isDirty()
  return (
    <div className="action-bar">
      {known?.url && (
        <Button
          component="a"
          href={known.url}
          target="_blank"
          variant="subtle"
          rightSection={<IconExternalLink size={16} aria-hidden />}
        >
          {say.publicPage}
        </Button>
      )}
      {known && known.state !== 'draft' && <Retirement achievement={known} take={editor.take} />}
      <span style={{ flex: 1 }} />
      <Button
        variant="default"
        loading={editor.isSaving}
        disabled={!!known && !isDirty}
        onClick={() => void editor.saveAlone()}
      >
        {known && known.state !== 'draft' ? say.save : say.saveDraft}
      </Button>
      <MainAction
        editor={editor}
        needsPublishing={!known || known.state === 'draft' || isDirty || known.hasUnpublishedChanges}
      />
    </div>
  )
}

function MainAction({ editor, needsPublishing }: { editor: Editor; needsPublishing: boolean }) {
  const say = useWords(words)
  const mayIssue = useMay('awards.write')
  const { known } = editor
  if (known?.state === 'retired') return null
  if (needsPublishing) return <Publish editor={editor} />
  if (!known || !mayIssue) return null
  return (
    <Button component={Link} to={`/issue?achievement=${known.id}`}>
      {say.issue}
    </Button>
  )
}

function Publish({ editor }: { editor: Editor }) {
  const say = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const publish = useAchievementStep('publish')
  const faults = problemOf(publish.error)?.errors ?? []
  const version = editor.known?.version ?? null
  const confirm = async () => {
    const saved = await editor.save()
    const published = saved && (await publish.mutateAsync(saved.id).catch(() => null))
    setAsking(false)
    if (published) {
      editor.take(published)
      toastDone(say.published)
    }
    if (saved) await editor.moveIn(saved)
  }
  const ask = () => (editor.form.validate().hasErrors ? void editor.save() : setAsking(true))
  return (
    <>
      {faults.length > 0 && (
        <NotReady details={faults.map(({ detail }) => detail)} design={editor.known?.certificate?.design} />
      )}
      <Button onClick={ask}>{version ? say.publishNew : say.publish}</Button>
      <Confirm
        opened={isAsking}
        title={say.publishTitle}
        text={version ? say.publishNewText(version + 1) : say.publishText}
        action={version ? say.publishNew : say.publish}
        busy={editor.isSaving || publish.isPending}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

const FAULTS_SHOWN_MAX = 5

/** What stops the certificate, in the server's own sentences. */
function NotReady({ details, design }: { details: string[]; design: string | undefined }) {
  const say = useWords(certificateWords)
  return (
    <Alert color="red" role="alert" title={say.notReady} className="not-ready">
      <ul>
        {[...new Set(details)].slice(0, FAULTS_SHOWN_MAX).map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
      {design && <Link to={`/designs/${design}`}>{say.openDesign}</Link>}
    </Alert>
  )
}

interface RetirementProps {
  achievement: Achievement
  take: (achievement: Achievement) => void
}

function Retirement({ achievement, take }: RetirementProps) {
  const say = useWords(words)
  const [isAsking, setAsking] = useState(false)
  const retire = useAchievementStep('retire')
  const restore = useAchievementStep('restore')
  const done = (sentence: string) => ({
    onSuccess: (changed: Achievement) => {
      setAsking(false)
      take(changed)
      toastDone(sentence)
    },
  })
  if (achievement.state === 'retired')
    return (
      <Button
        variant="default"
        loading={restore.isPending}
        onClick={() => restore.mutate(achievement.id, done(say.restored))}
      >
        {say.restore}
      </Button>
    )
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <ActionIcon variant="subtle" color="ink.7" size={36} aria-label={say.more}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red.7" onClick={() => setAsking(true)}>
            {say.retire}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={isAsking}
        danger
        title={say.retireTitle}
        text={say.retireText}
        action={say.retire}
        busy={retire.isPending}
        onConfirm={() => retire.mutate(achievement.id, done(say.retired))}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
